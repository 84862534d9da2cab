/** The feeds of the imported folder, as the subscribers of WordPress’ own feeds see them: no post is new to anyone. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { compareFeeds } from '../../../src/feed/existing/changes.ts';
import type { ReadItem } from '../../../src/feed/existing/model.ts';
import { readFeed } from '../../../src/feed/existing/readFeed.ts';
import { readWithFeedsmith } from '../../support/feedReaders.ts';
import { run } from '../../support/site.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { studentsBlog } from '../../support/wxr/students.ts';
import { writeExport } from '../../support/wxr/writeExport.ts';
import { isInFeed, writeFeed } from '../../support/wxr/writeFeed.ts';

const blog = studentsBlog();
const theirs = writeFeed(blog);
const folder = tempFolder({ 'export.xml': writeExport(blog), 'feed.xml': theirs });
/** After the last post of the blog. */
const now = ['--now', '2029-01-01T00:00:00Z'];
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const withheld = blog.items.filter((item) => isInFeed(item) && item.skipped !== undefined).map(({ guid }) => guid);
// No path to keep, or that of another post: such a post gets a URL by the config’s pattern.
const moved = blog.items
  .filter(({ link, becomes }) => link.includes('?') || 'permalink' in (becomes?.fields ?? {}))
  .map(({ guid }) => guid);
// The second of two posts with one guid: readers showed only one of them, and it has an id of its own now.
const copies = blog.items.filter(({ becomes }) => becomes?.fields?.['id'] !== undefined).map(({ link }) => link);

beforeAll(async () => {
  await run(folder, ['import', 'wordpress', 'export.xml']);
});

test('takes the place of WordPress’ feed, and nothing comes back as unread', async () => {
  const { status, stderr } = await run(folder, ['feed', '-o', 'feed.xml', '--limit', '0', ...now]);
  expect([status, stderr]).toEqual([0, expect.stringMatching(/^feed\.xml: 1\d\d posts\n/)]);
  const [before, after] = [theirs, read('feed.xml')].map((xml) => readFeed(xml)?.items ?? []) as [
    ReadItem[],
    ReadItem[],
  ];
  expect(before.length).toBe(blog.items.filter(isInFeed).length);
  const { added, gone, reappearing } = compareFeeds(before, after, []);
  expect(reappearing).toEqual([]);
  expect(added.map(({ link }) => link)).toEqual(copies);
  expect(gone.map(({ guid }) => guid).sort()).toEqual(withheld.sort());
});

test('has every guid, URL and time as another reader sees them', async () => {
  const after = new Map(readWithFeedsmith(read('feed.xml')).map((item) => [item.id, item]));
  for (const { id, link, date } of readWithFeedsmith(theirs)) {
    if (withheld.includes(id ?? '') || copies.includes(link ?? '')) continue;
    const now = after.get(id ?? link);
    // Without a time in GMT, WordPress has none in the feed.
    const hasTime = !date?.includes('-0001');
    const hasPath = !moved.includes(id ?? '');
    // `%e5` and `%E5` are one sign.
    const url = hasPath ? decodeURI(now?.link ?? '') : link;
    expect([id ?? link, url, hasTime ? Date.parse(now?.date ?? '') : 0]).toEqual([
      now?.id,
      hasPath ? decodeURI(link ?? '') : link,
      hasTime ? Date.parse(date ?? '') : 0,
    ]);
  }
});

test('exists at each path to which docs/import.md redirects the old ones', async () => {
  const { status } = await run(folder, ['feed', '--all', '-o', 'public', ...now]);
  expect(status).toBe(0);
  const { feeds } = JSON.parse(read('_wordpress/report.json')) as { feeds: string[] };
  const used = new Set(
    blog.items.flatMap((item) => (isInFeed(item) && !item.skipped && item.terms) || []).map(({ slug }) => slug),
  );
  const slugs = feeds.flatMap((path) => /^\/category\/(?:.+\/)?([^/]+)\/feed\/$/.exec(path)?.[1] ?? []);
  const served = slugs.filter((slug) => slug !== 'uncategorized' && used.has(slug));
  expect(served.length).toBeGreaterThan(5);
  for (const slug of served) {
    const path = `public/category/${decodeURIComponent(slug)}/feed.xml`;
    expect([path, existsSync(join(folder, path))]).toEqual([path, true]);
  }
  const atom = readWithFeedsmith(read('public/atom.xml'));
  const rss = readWithFeedsmith(read('public/feed.xml'));
  expect(atom.map(({ id }) => id)).toEqual(rss.map(({ id }) => id));
});
