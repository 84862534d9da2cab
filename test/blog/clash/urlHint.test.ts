/** What two posts with the same URL are told: what to write, and that it tells them apart. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { run, siteOf } from '../../support/site.ts';

const quiet = ['authors', 'summary'].flatMap((field) => ['--rule', `${field}-missing=off`]);

async function clashes(folder: string): Promise<{ file: string; message: string; hint: string }[]> {
  const { stdout } = await run(folder, ['validate', '--format', 'json', ...quiet]);
  return JSON.parse(stdout).diagnostics;
}

test.each([
  ['/{year}/{month}/{slug}/', '/{year}/{month}/{day}/{slug}/'],
  ['/blog/{slug}/', '/blog/{year}/{month}/{day}/{slug}/'],
  ['/{year}/post-{slug}.html', '/{year}/{month}/{day}/post-{slug}.html'],
])('of different days: a slug, or the day in %s', async (pattern, dated) => {
  const config = `permalink: "${pattern}"\n`;
  const folder = siteOf({ '2024-05-01-tea.md': ['title: A'], '2024-05-02-tea.md': ['title: B'] }, config);
  expect(await clashes(folder)).toMatchObject([
    {
      file: 'posts/2024-05-01-tea.md',
      message: 'duplicate URL, also used by posts/2024-05-02-tea.md',
      hint: `write slug: tea-2 in one of them, or in the config: permalink: "${dated}"`,
    },
    { file: 'posts/2024-05-02-tea.md', message: 'duplicate URL, also used by posts/2024-05-01-tea.md' },
  ]);
  writeFileSync(join(folder, 'blog.config.yaml'), `permalink: "${dated}"\n`);
  expect(await clashes(folder)).toEqual([]);
});

test('the slug keeps its letters', async () => {
  const posts = ['a.md', 'b.md'].map((file): [string, string[]] => [
    file,
    ['title: A', 'date: 2024-05-01', 'slug: så-galet'],
  ]);
  const found = await clashes(siteOf(Object.fromEntries(posts)));
  expect(new Set(found.map(({ hint }) => hint))).toEqual(new Set(['write slug: så-galet-2 in one of them']));
});

test.each([
  ['of the same day', ['2024-05-01-tea.md', 'x/2024-05-01-tea.md']],
  ['three, two of them of the same day', ['2024-05-01-tea.md', 'x/2024-05-01-tea.md', '2024-05-02-tea.md']],
])('%s: a slug', async (_, files) => {
  const config = 'permalink: "/{slug}/"\n';
  const folder = siteOf(Object.fromEntries(files.map((file) => [file, ['title: A']])), config);
  const found = await clashes(folder);
  expect(new Set(found.map(({ hint }) => hint))).toEqual(new Set(['write slug: tea-2 in one of them']));
});

test('of an own permalink: another permalink', async () => {
  const folder = siteOf({
    'a.md': ['title: A', 'date: 2024-05-01', 'permalink: /tea/'],
    'b.md': ['title: B', 'date: 2024-05-02', 'permalink: /Tea'],
  });
  const hint = 'give one of them a different permalink';
  expect(await clashes(folder)).toMatchObject([{ hint }, { hint }]);
});

test.each([
  ['/tea/', '/tea', 'Unicode form, or a slash or index.html at the end'],
  ['/tea/', '/tea/index.html', 'Unicode form, or a slash or index.html at the end'],
])('%s and %s: what differs, and the others as a sentence names them', async (one, other, differing) => {
  const posts = [one, one, one, other].map((url, at): [string, string[]] => [
    `${at}.md`,
    [`title: P${at}`, 'date: 2024-05-01', `permalink: ${url}`],
  ]);
  const found = await clashes(siteOf(Object.fromEntries(posts)));
  expect(found[3]?.message).toBe(
    `duplicate URL, also used by posts/0.md, posts/1.md and posts/2.md (differing only in case, ${differing})`,
  );
});
