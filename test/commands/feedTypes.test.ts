/** The type of a feed follows from its file's name; another type is not overwritten; --diff names what changed in it. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
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
