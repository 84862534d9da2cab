/** The type of a feed follows from its file's name; another type is not overwritten; --diff names what changed in it. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { typeOfName } from '../../src/commands/feed/options.ts';
import { change, feed, read, site } from '../support/feedSite.ts';

test.each([
  ['feed.xml', 'rss'],
  ['x.json', 'json'],
  ['atom.json', 'json'],
  ['feed.atom', 'atom'],
  ['atom.xml', 'atom'],
  ['my-Atom.xml', 'atom'],
  ['news_atom_2.xml', 'atom'],
  ['atomic.xml', 'rss'],
  ['anatomy.xml', 'rss'],
  ['atom.rss', 'rss'],
  ['atom/feed.xml', 'rss'],
  ['feed', 'rss'],
])('%s is written as %s', async (file, type) => {
  expect(typeOfName(file)).toBe(type);
  const folder = site();
  mkdirSync(join(folder, 'atom'));
  expect((await feed(folder, '-o', file)).status).toBe(0);
  expect(read(folder, file)).toBe((await feed(folder, '--type', type)).stdout);
  expect(await feed(folder, '-o', file, '--check')).toEqual({ status: 0, stdout: '', stderr: '' });
  expect((await feed(folder, '-o', 'other.json', '--type', 'atom')).status).toBe(0);
  expect(read(folder, 'other.json')).toContain('<feed');
});

test('that is a feed of another type is not overwritten without --force', async () => {
  const folder = site();
  await feed(folder, '-o', 'feed.xml', '--type', 'atom');
  const old = read(folder, 'feed.xml');
  const hint = 'pass --type atom to update it, or pass --force to replace it with an RSS feed';
  expect(await feed(folder, '-o', 'feed.xml')).toEqual({
    status: 1,
    stdout: '',
    stderr: `blog: feed.xml is an Atom feed; ${hint}\n`,
  });
  const { stderr } = await feed(folder, '--all', '-o', '.');
  expect(stderr).toBe('blog: feed.xml is an Atom feed; pass --force to replace it with an RSS feed\n');
  expect((await feed(folder, '-o', 'feed.xml', '--diff')).stdout).toBe(
    'feed.xml: 1 change\n  ~ the feed itself  (type)\n',
  );
  expect(read(folder, 'feed.xml')).toBe(old);
  expect((await feed(folder, '-o', 'feed.xml', '--type', 'atom')).stderr).toBe('feed.xml: 3 posts, unchanged\n');
  expect((await feed(folder, '-o', 'feed.xml', '--force')).status).toBe(0);
  expect(read(folder, 'feed.xml')).toContain('<rss');
});

describe.each([
  ['feed.xml', 'category/events/feed.xml'],
  ['atom.xml', 'category/events/atom.xml'],
  ['feed.json', 'category/events/feed.json'],
])('%s', (file, path) => {
  const url = (of: string): string => `https://blog.example.org/${of}`;
  const refusal = (title: string, of: string): string =>
    `blog: ${file} is another feed, “${title}” (${url(of)}); name another file, or pass --force to replace it\n`;

  test('that is the feed of other posts is not overwritten without --force', async () => {
    const folder = site({ '2024-02-01-cy.md': ['title: Cy', 'date: 2024-02-01', 'lang: cy'] });
    const write = (...args: string[]) => feed(folder, '-o', file, ...args);
    await write();
    const old = read(folder, file);
    for (const other of [
      ['-c', 'Events'],
      ['-a', 'Ada'],
      ['--lang', 'cy'],
      ['-c', 'events', '-a', 'Bo'],
    ]) {
      const refused = { status: 1, stdout: '', stderr: refusal('Our blog', file) };
      expect(await write(...other)).toEqual(refused);
      expect(await write(...other, '--check')).toMatchObject({
        status: 1,
        stderr: refused.stderr.slice('blog: '.length),
      });
      expect(read(folder, file)).toBe(old);
    }
    expect((await write('-c', 'Events', '--force')).status).toBe(0);
    expect((await write('-c', 'events')).stderr).toBe(`${file}: 1 post, unchanged\n`);
    expect(await write()).toMatchObject({ status: 1, stderr: refusal('Events · Our blog', path) });
    expect(await write('-c', 'Partnership blog')).toMatchObject({ stderr: refusal('Events · Our blog', path) });
    const all = await feed(folder, '--all', '-o', '.');
    expect(all.stderr).toBe(refusal('Events · Our blog', path).replace('name another file, or ', ''));
  });

  test('is still written when its title, its URL or its site changes', async () => {
    const folder = site();
    const rewrite = (...args: string[]) => feed(folder, '-o', file, '-c', 'Events', ...args);
    await rewrite();
    change(folder, 'blog.config.yaml', 'Our blog', 'Our new blog');
    expect((await rewrite()).status).toBe(0);
    expect((await rewrite('--self-url', 'https://feeds.example.org/events')).status).toBe(0);
    change(folder, 'blog.config.yaml', 'https://blog.', 'https://www.');
    change(folder, 'blog.config.yaml', 'Our new blog', 'Our blog');
    // Only its ids are new.
    expect((await rewrite()).stderr).not.toContain('another feed');
  });
});

test.each(['feed.xml', 'atom.xml', 'feed.json'])('--diff names each part that changed: %s', async (file) => {
  const tea = 'posts/2024-05-10-tea.md';
  const line = '  ~ changed  Tea & talk  https://blog.example.org/2024/05/10/tea/  ';
  for (const [from, to, parts] of [
    ['summary: Cups.', 'summary: Mugs.', 'summary'],
    ['categories: [Events, events]', 'categories: [Events]\ntags: [tea]', 'categories'],
    ['authors: [Ada (student), Bo]', 'authors: [Ada]', 'content, authors'],
    ['Text.', 'More text.', 'content'],
    ['date: 2024-05-10', 'date: 2024-05-10T08:00:00Z', file === 'atom.xml' ? 'date, updated' : 'date'],
    ['summary:', 'comments: 3\nsummary:', file === 'atom.xml' ? undefined : 'comments'],
    ['summary:', 'lang: cy\nsummary:', 'language'],
    ['summary:', 'image: https://i.example/a.png\nsummary:', 'image'],
  ] as const) {
    const folder = site();
    await feed(folder, '-o', file);
    change(folder, tea, from, to);
    const { stdout } = await feed(folder, '-o', file, '--diff');
    if (parts === undefined) expect(stdout).toBe(`${file}: no changes\n`);
    else expect(stdout).toBe(`${file}: 1 change\n${line}(${parts})\n`);
  }
  const folder = site();
  await feed(folder, '-o', file);
  change(folder, 'blog.config.yaml', 'title: Our blog', 'title: Blog\nlanguage: en');
  const { stdout } = await feed(folder, '-o', file, '--diff');
  expect(stdout).toContain('  ~ the feed itself  (title, description, language)\n');
});
