/** Commands that change posts say which feeds to write anew. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { config, feed, site, write } from '../support/feedSite.ts';
import { run } from '../support/site.ts';

const publish = (folder: string) => run(folder, ['publish', 'draft', '--date', '2024-04-02']);

test.each<[string, (folder: string) => Promise<unknown>, string]>([
  ['none', async () => undefined, 'blog feed -o feed.xml'],
  ['one', (folder) => feed(folder, '-o', 'feed.xml'), 'blog feed -o feed.xml'],
  ['one in public/', (folder) => feed(folder, '-o', 'public/atom.xml'), 'blog feed -o public/atom.xml'],
  ['all', (folder) => feed(folder, '--all', '-o', 'public'), 'blog feed --all -o public'],
  ['all beside the config', (folder) => feed(folder, '--all', '-o', '.'), 'blog feed --all -o .'],
  [
    'somebody else’s',
    async (folder) => write(folder, 'feed.xml', '<rss><channel></channel></rss>'),
    'blog feed -o FILE',
  ],
])('publish names the feeds that are there: %s', async (_, prepare, command) => {
  const folder = site();
  mkdirSync(join(folder, 'public'));
  await prepare(folder);
  expect((await publish(folder)).stderr).toContain(`To add it to the feed, run: ${command}\n`);
  const { stderr } = await run(folder, ['unpublish', 'draft']);
  expect(stderr).toMatch(/^“.*” is now a draft\. /);
  expect(stderr).toContain(`. To remove it from the feed, run: ${command}\n`);
});

test('where there is no feed yet, the command writes the first one, once the site has a URL', async () => {
  const folder = site({}, 'title: Our blog\nstatic: web\nfeed: { path: /news/index.xml }\n');
  mkdirSync(join(folder, 'web'));
  const command = 'blog feed -o web/index.xml';
  expect((await publish(folder)).stderr).toContain(
    `. To add it to the feed, set site_url in the config, then run: ${command}\n`,
  );
  write(folder, 'blog.config.yaml', `${config}static: web\n`);
  expect((await run(folder, ['unpublish', 'draft'])).stderr).toContain('run: blog feed -o web/feed.xml\n');
  expect((await feed(folder, '-o', 'web/feed.xml')).status).toBe(0);
});

test('a blog that has settings for its pages is built, even for the first time', async () => {
  const folder = site({}, `${config}site: { description: Our pages }\n`);
  expect((await publish(folder)).stderr).toContain('. To add it to the site, run: blog build -o public\n');
  expect((await run(folder, ['unpublish', 'draft'])).stderr).toContain('To remove it from the site, run: blog build');
  await feed(folder, '-o', 'feed.xml');
  expect((await publish(folder)).stderr).toContain('. To add it to the feed, run: blog feed -o feed.xml\n');
});

const hasPipes = process.platform !== 'win32' && spawnSync('mkfifo', ['--version']).status === 0;

(hasPipes ? test : test.skip)('a pipe in the place of a feed is not waited for', async () => {
  const folder = site();
  spawnSync('mkfifo', [join(folder, 'feed.xml')]);
  expect((await publish(folder)).stderr).toContain('run: blog feed -o FILE\n');
});

test('the commands work, and where the config says the feed is', async () => {
  const folder = site({}, `${config}static: web\nfeed: { path: /news/index.xml }\n`);
  mkdirSync(join(folder, 'web'));
  await feed(folder, '--all', '-o', 'web');
  const { stderr } = await publish(folder);
  expect(stderr).toContain('run: blog feed --all -o web\n');
  expect(await feed(folder, '--all', '-o', 'web')).toMatchObject({
    status: 0,
    stderr: expect.stringContaining('web/news/index.xml: 4 posts\n'),
  });
});

test('rename says so for a published post only', async () => {
  const folder = site();
  await feed(folder, '-o', 'feed.xml');
  const hint = 'To update the feed, run: blog feed -o feed.xml';
  expect((await run(folder, ['rename', 'old', 'Older'])).stderr).toContain(hint);
  expect((await run(folder, ['rename', 'draft', 'Drafted'])).stderr).not.toContain(hint);
});

test('merge names the feed of the category that is gone, if its URL was another', async () => {
  const folder = site();
  await feed(folder, '--all', '-o', 'public');
  const { stderr } = await run(folder, ['categories', 'merge', 'Partnership blog', 'Events']);
  expect(stderr).toContain('To update the feeds, run: blog feed --all -o public\n');
  expect(stderr).toContain(
    'The feed public/category/partnership-blog/feed.xml is no longer written: delete it, and redirect its URL to category/events/feed.xml\n',
  );
  const again = await run(folder, ['categories', 'merge', 'events', 'Events']);
  expect(again.stderr).not.toContain('redirect');
  expect((await run(folder, ['categories', 'merge', 'Secret', 'Events', '--dry-run'])).stderr).not.toContain('feed');
});
