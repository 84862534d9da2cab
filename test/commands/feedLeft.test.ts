/** A name whose last post is no longer public: its feed must not go on showing that post. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { change, config, feed, read, site, titlesOf } from '../support/feedSite.ts';
import { run, siteOf } from '../support/site.ts';
import { filesIn } from '../support/tempFolder.ts';

const post = 'posts/2024-01-01-a.md';
const siteWithOne = (): string =>
  siteOf(
    {
      '2024-01-01-a.md': ['title: A', 'date: 2024-01-01', 'categories: Talks', 'tags: tea', 'authors: Ada'],
      'b.md': ['title: B', 'date: 2024-01-02', 'categories: News'],
    },
    config,
  );

// Jest cannot link modules that are asked for at once for the first time, as --all does with the formats.
beforeAll(async () => {
  for (const type of ['rss', 'atom', 'json']) await feed(site(), '--type', type);
});

const hide: Readonly<Record<string, (folder: string) => unknown>> = {
  unpublished: (folder) => run(folder, ['unpublish', post]),
  expired: (folder) => change(folder, post, 'title: A', 'title: A\nexpires: 2024-02-01'),
  'in no feed': (folder) => change(folder, post, 'title: A', 'title: A\nfeed: false'),
};

test.each(Object.keys(hide))('--all empties the feed of a category whose last post is %s', async (how) => {
  const folder = siteWithOne();
  await feed(folder, '--all', '-o', '.');
  await hide[how]?.(folder);
  expect((await feed(folder, '--all', '-o', '.', '--check')).stderr).toContain(
    'category/talks/feed.xml is out of date',
  );
  expect((await feed(folder, '--all', '-o', '.', '--diff')).stdout).toContain(
    'category/talks/feed.xml: 1 change\n  - gone  A',
  );
  const { status, stderr } = await feed(folder, '--all', '-o', '.');
  expect({ status, stderr }).toEqual({
    status: 0,
    stderr: expect.stringContaining('category/talks/feed.xml: 0 posts\n'),
  });
  const text = read(folder, 'category/talks/feed.xml');
  expect(titlesOf(text)).toEqual([]);
  expect(text).toContain('<title>Talks · Our blog</title>');
  expect(await feed(folder, '--all', '-o', '.', '--check')).toMatchObject({ status: 0, stderr: '' });
});

test.each([
  ['-c', 'Talks', 'x.xml'],
  ['-c', 'talks', 'x-atom.xml'],
  ['-t', 'tea', 'x.json'],
  ['-a', 'Ada', 'x.xml'],
])('so does %s %s -o %s', async (flag, name, file) => {
  const folder = siteWithOne();
  await feed(folder, flag, name, '-o', file);
  const self = /[^"]*\/(?:category|tag|author)\/[^"]*/.exec(read(folder, file))?.[0] ?? 'none';
  await run(folder, ['unpublish', post]);
  expect(await feed(folder, flag, name, '-o', file)).toMatchObject({ status: 0, stderr: `${file}: 0 posts\n` });
  expect(titlesOf(read(folder, file))).toEqual([]);
  expect(read(folder, file)).toContain(self);
});

test('and so does the feed of a language', async () => {
  const lines = ['title: B', 'date: 2024-01-02'];
  const folder = siteOf({ 'b.md': lines, 'b.cy.md': lines }, config);
  await feed(folder, '--all', '-o', '.');
  await feed(folder, '--lang', 'cy', '-o', 'welsh.xml');
  await run(folder, ['unpublish', 'posts/b.cy.md']);
  expect((await feed(folder, '--all', '-o', '.')).stderr).toContain('cy/feed.xml: 0 posts\n');
  expect((await feed(folder, '--lang', 'cy', '-o', 'welsh.xml')).stderr).toContain('welsh.xml: 0 posts\n');
});

test('names of posts that were never public are in no new feed', async () => {
  const folder = siteWithOne();
  await run(folder, ['unpublish', post]);
  expect((await feed(folder, '-c', 'Talks', '-o', 'x.xml')).stderr).toContain(
    'no published post has the category “Talks”',
  );
  expect((await feed(folder, '-c', 'Talks')).status).toBe(2);
  await feed(folder, '--all', '-o', '.');
  expect(filesIn(folder).filter((file) => /talks|x\.xml/i.test(file))).toEqual([]);
});

test('a name of unpublished posts alone does not stop the feed of another with its URL', async () => {
  const folder = siteWithOne();
  await feed(folder, '--all', '-o', '.');
  change(folder, post, 'Talks', 'Tälks');
  await run(folder, ['unpublish', post]);
  change(folder, 'posts/b.md', 'News', 'Talks');
  expect((await feed(folder, '--all', '-o', '.')).stderr).toContain('category/talks/feed.xml: 1 post\n');
});

test('a feed of a name that no post has any more is named', async () => {
  const folder = siteWithOne();
  await feed(folder, '--all', '-o', '.');
  mkdirSync(join(folder, 'category/a+b'));
  await feed(folder, '-c', 'Talks', '-c', 'News', '-o', 'category/a+b/feed.xml');
  rmSync(join(folder, post));
  const left =
    'The feed category/talks/feed.xml is no longer written, and may have posts that are gone: delete it, or redirect its URL to another feed\n';
  for (const [flags, status] of [
    [[], 0],
    [['--diff'], 0],
    [['--check'], 1],
  ] as const) {
    const { stderr, ...done } = await feed(folder, '--all', '-o', '.', ...flags);
    expect([flags, done.status, stderr.endsWith(left)]).toEqual([flags, status, true]);
    expect(stderr).not.toContain('a+b');
  }
  rmSync(join(folder, 'category/talks/feed.xml'));
  expect(await feed(folder, '--all', '-o', '.', '--check')).toMatchObject({ status: 0, stderr: '' });
});
