/** The test export many times over, in several files: every name is taken ten times, and nothing is lost. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { compareFeeds } from '../../../src/feed/existing/changes.ts';
import { readFeed } from '../../../src/feed/existing/readFeed.ts';
import { run } from '../../support/site.ts';
import { filesIn, tempFolder } from '../../support/tempFolder.ts';
import { type SampleSite, siteUrl } from '../../support/wxr/sample.ts';
import { studentsBlog } from '../../support/wxr/students.ts';
import { writeExport } from '../../support/wxr/writeExport.ts';
import { writeFeed } from '../../support/wxr/writeFeed.ts';

const copies = 10;
const now = ['--now', '2029-01-01T00:00:00Z'];

/** The blog of a year like all the others: the same names and days, but numbers and URLs of its own. */
function copyOf(blog: SampleSite, number: number): SampleSite {
  const items = blog.items.map((item) => {
    const id = number * 10_000 + item.id;
    return {
      ...item,
      id,
      guid: item.file === undefined ? `${siteUrl}/?p=${id}` : item.guid,
      link: item.link.includes('?') ? `${siteUrl}/?p=${id}` : item.link.replace(siteUrl, `${siteUrl}/${number}`),
    };
  });
  return { ...blog, items };
}

test('a large export: the counts are right, the feed has no unread item, and a second import changes nothing', async () => {
  const blog = studentsBlog();
  const parts = Array.from({ length: copies }, (_, number) => copyOf(blog, number));
  const whole = { ...blog, items: parts.flatMap(({ items }) => items) };
  const folder = tempFolder({ 'feed.xml': writeFeed(whole) });
  const files = parts.map((part, number) => {
    writeFileSync(join(folder, `${number}.xml`), writeExport(part));
    return `${number}.xml`;
  });
  const { status, stdout } = await run(folder, ['import', 'wordpress', ...files, '--json']);
  expect(status).toBe(0);
  const report = JSON.parse(stdout);
  const script = resolve(import.meta.dirname, '../count.js');
  const counts = JSON.parse(execFileSync(process.execPath, [script, ...files], { cwd: folder, encoding: 'utf8' }));
  expect(report.items).toEqual({ total: counts.items, imported: counts.posts, skipped: counts.items - counts.posts });
  expect(report.comments).toEqual(counts.comments);
  const posts = filesIn(folder).filter((file) => file.startsWith('posts/'));
  expect(posts.length).toBe(counts.posts);
  expect(posts).toContain('posts/2011-01-01-our-first-meeting-10.md');

  const before = readFeed(readFileSync(join(folder, 'feed.xml'), 'utf8'))?.items ?? [];
  const { status: fed } = await run(folder, ['feed', '-o', 'feed.xml', '--limit', '0', ...now]);
  const after = readFeed(readFileSync(join(folder, 'feed.xml'), 'utf8'))?.items ?? [];
  const { added, reappearing } = compareFeeds(before, after, []);
  expect([fed, added, reappearing]).toEqual([0, [], []]);

  const contents = (): string[] => filesIn(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  const written = contents();
  await run(folder, ['import', 'wordpress', ...files, '--update']);
  expect(contents()).toEqual(written);
}, 300_000);
