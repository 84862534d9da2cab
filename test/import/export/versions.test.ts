/** Every version of the format, and exports that were damaged on their way, give the same posts. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from '@jest/globals';
import { run } from '../../support/site.ts';
import { filesIn, tempFolder } from '../../support/tempFolder.ts';
import { damages } from '../../support/wxr/damage.ts';
import { studentsBlog } from '../../support/wxr/students.ts';
import { writeExport } from '../../support/wxr/writeExport.ts';

const blog = studentsBlog();
// Fewer items, so that many imports take no time.
const some = { ...blog, items: blog.items.filter((_, index) => index < 27 || index % 9 === 0) };

async function imported(files: Readonly<Record<string, string | Buffer>>) {
  const folder = tempFolder({});
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  const result = await run(folder, ['import', 'wordpress', ...Object.keys(files), '--json']);
  // The first version has no names of accounts.
  expect(result.stderr).toMatch(/^(?:To name these authors, add to the config:\n[\s\S]*)?$/);
  const posts = filesIn(folder).filter((file) => file.startsWith('posts/') || file.startsWith('_wordpress/comments'));
  return {
    ...result,
    folder,
    report: JSON.parse(result.stdout),
    posts: posts.map((file) => `${file}\n${readFileSync(join(folder, file), 'utf8')}`),
  };
}

let posts: string[];

beforeAll(async () => {
  posts = (await imported({ 'export.xml': writeExport(some) })).posts;
});

test.each(damages)('with $name', async ({ apply, said }) => {
  const { status, report, posts: again } = await imported({ 'export.xml': apply(writeExport(some)) });
  const problems: { message: string; lost: boolean }[] = report.files[0].problems;
  expect([status, problems.map(({ message }) => message).join()]).toEqual([0, expect.stringMatching(said)]);
  expect(again).toEqual(posts);
});

test('compressed, and in parts that overlap', async () => {
  const parts = [some.items.slice(0, 36), some.items.slice(22)].map((items) => writeExport({ ...some, items }));
  const {
    status,
    report,
    posts: again,
  } = await imported({ 'a.xml': parts[0] ?? '', 'b.xml.gz': gzipSync(parts[1] ?? '') });
  expect(status).toBe(0);
  expect(again).toEqual(posts);
  const twice = report.skipped.find(
    ({ reason }: { reason: string }) => reason === 'the same post as another item of the exports',
  );
  expect(twice.count).toBe(14);
});

test.each(['1.0', '1.1'] as const)('WXR %s', async (version) => {
  const { status, report, posts: again, folder } = await imported({ 'export.xml': writeExport(some, version) });
  expect([status, report.files[0].problems]).toEqual([0, []]);
  const script = resolve(import.meta.dirname, '../count.js');
  const counts = JSON.parse(execFileSync(process.execPath, [script, join(folder, 'export.xml')], { encoding: 'utf8' }));
  expect([report.items.imported, report.comments]).toEqual([counts.posts, counts.comments]);
  // The first version has no names of accounts, neither has a time of changes.
  const comparable = (text: string): string =>
    text.replace(/^(?:updated:.*|(?:authors|photos_by):\n(?: {2}- .*\n)*)\n?/gm, '');
  expect(again.map(comparable)).toEqual(posts.map(comparable));
});
