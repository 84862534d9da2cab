/** Feeds where they were before, for hosts that serve `index.xml` of a folder, as GitHub Pages does. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { blogOf, build, buildConfig, builtFiles, postText } from '../support/builtSite.ts';
import { run } from '../support/site.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { wxr } from '../support/wxr.ts';

const configOf = (...aliases: string[]): string =>
  `${buildConfig}feed:\n  aliases:\n${aliases.map((line) => `    ${line}\n`).join('')}`;

const folderOf = (...aliases: string[]): string =>
  blogOf({
    'blog.config.yaml': configOf(...aliases),
    'posts/visit.md': postText(['title: Visit', 'date: 2024-05-01', 'category: News', 'id: urn:uuid:1']),
  });

const usual = [
  '/feed/: /feed.xml',
  '/feed/atom/: /atom.xml',
  '/feed/json/: /feed.json',
  '/category/work/news/feed/: /category/news/feed.xml',
];
const copies: readonly [copy: string, of: string][] = [
  ['feed/index.xml', 'feed.xml'],
  ['feed/atom/index.xml', 'atom.xml'],
  ['feed/json/index.json', 'feed.json'],
  ['category/work/news/feed/index.xml', 'category/news/feed.xml'],
];

test.each([
  ['build', ['build', '-o', 'public', '--now', '2024-06-01']],
  ['feed --all', ['feed', '--all', '-o', 'public', '--now', '2024-06-01']],
])('%s writes them there, too, and then leaves them', async (_, args) => {
  const folder = folderOf(...usual);
  expect(await run(folder, args)).toMatchObject({ status: 0 });
  for (const [copy, of] of copies) {
    expect(readFileSync(join(folder, 'public', copy), 'utf8')).toBe(readFileSync(join(folder, 'public', of), 'utf8'));
  }
  expect((await run(folder, args)).stderr).toMatch(/unchanged/);
  expect(await run(folder, [...args, '--check'])).toEqual({ status: 0, stdout: '', stderr: '' });
});

test('one that the config does not name any more is gone from the site', async () => {
  const folder = folderOf(...usual);
  await build(folder);
  writeFileSync(join(folder, 'blog.config.yaml'), configOf('/feed/: /feed.xml'));
  await build(folder);
  expect(builtFiles(folder).filter((file) => file.includes('feed/'))).toEqual(['feed/index.xml']);
});

test('one that the config does not name any more is named by feed --all', async () => {
  const folder = folderOf(...usual);
  const args = ['feed', '--all', '-o', 'public', '--now', '2024-06-01'];
  await run(folder, args);
  writeFileSync(join(folder, 'blog.config.yaml'), configOf('/feed/atom/: /atom.xml'));
  const { stderr } = await run(folder, args);
  expect(stderr.split('\n').filter((line) => line.includes('no longer written'))).toEqual([
    expect.stringContaining('public/feed/index.xml'),
  ]);
});

test('a feed that is not there is said, once', async () => {
  const { status, stderr } = await build(folderOf('/tag/tea/feed/: /tag/tea/feed.xml', '/feed/: /feed.xml'));
  expect([status, stderr]).toEqual([
    0,
    expect.stringContaining(
      'no feed at /tag/tea/feed/: feed.aliases in the config names /tag/tea/feed.xml, which is none of the feeds\n',
    ),
  ]);
});

test.each(['/category/news/', '/2024/05/01/visit/'])('never in place of the page %s', async (path) => {
  const { status, stderr } = await build(folderOf(`${path}: /feed.xml`));
  const message = `and a feed have the same URL: ${path}; remove it from feed.aliases`;
  expect([status, stderr]).toEqual([1, expect.stringContaining(message)]);
});

test('one that is where it was is written once', async () => {
  const folder = folderOf('/feed/: /feed/index.xml');
  writeFileSync(join(folder, 'blog.config.yaml'), `${configOf('/feed/: /feed/index.xml')}  path: /feed/index.xml\n`);
  expect((await build(folder)).status).toBe(0);
  expect(builtFiles(folder).filter((file) => /feed.*xml/.test(file))).toEqual([
    'category/news/feed.xml',
    'feed/index.xml',
  ]);
});

test.each([
  ['feed/: /feed.xml', 'feed.aliases.feed/ must be a path that begins and ends with “/”, such as /feed/'],
  ['/feed: /feed.xml', 'must be a path that begins and ends with “/”'],
  ['/../feed/: /feed.xml', 'must be a path that begins and ends with “/”'],
  ['/.git/: /feed.xml', 'must be a path that begins and ends with “/”'],
  ['/feed/: feed.xml', 'must begin with “/”'],
  ['- /feed/', 'feed.aliases must be a mapping, not a list; write lines like “/feed/: /feed.xml”'],
  ['# none', 'feed.aliases must be a mapping, with lines like “/feed/: /feed.xml”'],
])('the setting %s is refused', async (line, message) => {
  expect(await build(folderOf(line))).toMatchObject({ status: 2, stderr: expect.stringContaining(message) });
});

test('an import names those of WordPress', async () => {
  const term = (slug: string, parent: string, name: string): string =>
    `<wp:category><wp:category_nicename>${slug}</wp:category_nicename><wp:category_parent>${parent}</wp:category_parent><wp:cat_name>${name}</wp:cat_name></wp:category>`;
  const item = `<item><title>Visit</title><link>https://blog.example.org/2018/07/05/visit/</link><wp:post_id>1</wp:post_id>
<wp:post_date>2018-07-05 15:48:16</wp:post_date><wp:post_name>visit</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="category" nicename="novosti">News</category></item>`;
  const terms = term('work', '', 'Work') + term('novosti', 'work', 'News') + term('caf%c3%a9', '', 'Café');
  const folder = tempFolder({ 'export.xml': wxr([item], terms + term('uncategorized', '', 'Uncategorized')) });
  expect((await run(folder, ['import', 'wordpress', 'export.xml'])).status).toBe(0);
  expect(readFileSync(join(folder, 'blog.config.yaml'), 'utf8')).toContain(`
feed:
  aliases:
    "/feed/": "/feed.xml"
    "/feed/atom/": "/atom.xml"
    "/category/work/feed/": "/category/work/feed.xml"
    "/category/work/novosti/feed/": "/category/novosti/feed.xml"
    "/category/café/feed/": "/category/café/feed.xml"
`);
  const built = await build(folder);
  expect(built).toMatchObject({ status: 0, stderr: expect.not.stringContaining('no feed') });
  expect(builtFiles(folder)).toEqual(
    expect.arrayContaining(['feed/index.xml', 'category/work/novosti/feed/index.xml', 'category/café/feed/index.xml']),
  );
});
