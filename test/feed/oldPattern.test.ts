/** The permalink pattern of an older feed: found from its URLs, and given as the line that keeps them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { run, siteOf } from '../support/site.ts';

const site = 'title: T\nsite_url: https://blog.example.org/sub\n';
const posts = {
  '2024-05-05-tea.md': ['title: Tea', 'date: 2024-05-05', 'categories: [Open Data]'],
  '2023-11-02-café.md': ['title: Café', 'date: 2023-11-02', 'categories: [Open Data]'],
  'menu.md': ['title: Menu', 'date: 2024-01-01', 'permalink: /menu/'],
};

test.each([
  '/{year}/{month}/{slug}/',
  '/{year}/{slug}.html',
  '/{slug}/',
  '/blog/{year}/{month}-{day}/{slug}',
  '/{category}/{year}/{month}/{day}/{slug}/',
])('a feed with the URLs of %s is refused with the line that keeps them', async (pattern) => {
  const folder = siteOf(posts, `${site}permalink: "${pattern}"\n`);
  const config = join(folder, 'blog.config.yaml');
  await run(folder, ['feed', '-o', 'feed.xml']);
  const old = readFileSync(join(folder, 'feed.xml'), 'utf8');
  writeFileSync(config, site);
  const { status, stderr } = await run(folder, ['feed', '-o', 'feed.xml']);
  expect(status).toBe(1);
  const lines = stderr.trimEnd().split('\n').slice(-2);
  expect(lines).toEqual([
    `to keep the old URLs, set in blog.config.yaml: permalink: "${pattern}"`,
    'or pass --force to write the feed anyway',
  ]);
  writeFileSync(config, `${site}${lines[0]?.split('yaml: ')[1]}\n`);
  expect((await run(folder, ['feed', '-o', 'feed.xml'])).status).toBe(0);
  expect(readFileSync(join(folder, 'feed.xml'), 'utf8')).toBe(old);
});

test('no line is named where no pattern fits', async () => {
  const folder = siteOf(posts, site);
  await run(folder, ['feed', '-o', 'feed.xml']);
  writeFileSync(
    join(folder, 'feed.xml'),
    readFileSync(join(folder, 'feed.xml'), 'utf8').replaceAll('/2024/05/05/tea/', '/x/a-cup/'),
  );
  const { status, stderr } = await run(folder, ['feed', '-o', 'feed.xml']);
  expect(status).toBe(1);
  expect(stderr).toMatch(/would become .*\nrestore the old ids in these posts \(id: …\), or pass --force/);
});

test('a post that another category has moved alone is no sign of another pattern', async () => {
  const config = `${site}permalink: "/{category}/{slug}/"\n`;
  const folder = siteOf({ ...posts, 'other.md': ['title: Other', 'date: 2024-02-01', 'categories: [News]'] }, config);
  await run(folder, ['feed', '-o', 'feed.xml']);
  const file = join(folder, 'posts/2024-05-05-tea.md');
  writeFileSync(file, readFileSync(file, 'utf8').replace('Open Data', 'Data'));
  const { status, stderr } = await run(folder, ['feed', '-o', 'feed.xml']);
  expect(status).toBe(1);
  expect(stderr).not.toContain('blog.config.yaml');
});
