/** Identities, URLs and names of posts that a command must keep, or know a post by. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { run } from '../support/site.ts';
import { tempFolder } from '../support/tempFolder.ts';

const byCategory = 'site_url: https://blog.example.org\npermalink: "/{category}/{slug}/"\n';
const post = (...lines: string[]): string => `---\ntitle: A\ndate: 2024-01-05\n${lines.join('\n')}\n---\nText.\n`;
const folderOf = (posts: Readonly<Record<string, string>>, config: string): string =>
  tempFolder({
    'blog.config.yaml': config,
    ...Object.fromEntries(Object.entries(posts).map(([file, text]) => [`posts/${file}`, text])),
  });
const textOf = (folder: string, file: string): string => readFileSync(join(folder, 'posts', file), 'utf8');
const merge = (folder: string, from: string, into: string) => run(folder, ['categories', 'merge', from, into]);

test('a post that was unpublished and is published again is the same to subscribers', async () => {
  const dated = { 'posts/2024-01-05-a.md': post('summary: S') };
  const folder = tempFolder({ 'blog.config.yaml': 'site_url: https://blog.example.org\n', ...dated });
  const guids = async (): Promise<string[]> =>
    (await run(folder, ['feed'])).stdout.match(/(?<=<guid isPermaLink="\w+">)[^<]*/g) ?? [];
  const before = await guids();
  expect(before).toEqual(['https://blog.example.org/2024/01/05/a/']);
  await run(folder, ['unpublish', 'a']);
  expect(textOf(folder, '2024-01-05-a.md')).toBe(
    post(`id: ${before[0]}`, 'summary: S', 'draft: true', 'aliases:', '  - /2024/01/05/a/'),
  );
  expect((await run(folder, ['publish', 'a', '--date', '2024-02-06'])).stdout).toBe('posts/2024-02-06-a.md\n');
  expect(await guids()).toEqual(before);
});

test.each([
  ['no other', []],
  ['another', ['aliases: [/old/]']],
])('a post that is published again on its day has its own URL not among its aliases; it had %s', async (_, lines) => {
  const text = post('summary: S', ...lines);
  const folder = tempFolder({ 'blog.config.yaml': 'title: T\n', 'posts/2024-01-05-a.md': text });
  await run(folder, ['unpublish', 'a']);
  expect(textOf(folder, '2024-01-05-a.md')).toContain('/2024/01/05/a/');
  await run(folder, ['publish', 'a', '--date', '2024-01-05']);
  expect(textOf(folder, '2024-01-05-a.md').replace('draft: false\n', '')).toBe(text);
});

test('a public post that gets another date is the same to subscribers, and keeps its old URL', async () => {
  const files = { 'posts/2024-01-05-a.md': post('summary: S') };
  const folder = tempFolder({ 'blog.config.yaml': 'site_url: https://blog.example.org\n', ...files });
  await run(folder, ['feed', '-o', 'feed.xml']);
  expect((await run(folder, ['publish', 'a', '--date', '2024-02-06'])).stderr).toBe(
    `Published “A” (renamed from posts/2024-01-05-a.md). To add it to the feed, run: blog feed -o feed.xml
Date changed: 2024-01-05 → 2024-02-06
Its old URL is now an alias, for your site to redirect\n`,
  );
  expect(textOf(folder, '2024-02-06-a.md')).toBe(
    post('id: https://blog.example.org/2024/01/05/a/', 'summary: S', 'aliases:', '  - /2024/01/05/a/').replace(
      'date: 2024-01-05',
      'date: 2024-02-06',
    ),
  );
  const { stdout } = await run(folder, ['feed', '-o', 'feed.xml', '--diff']);
  expect(stdout).toMatch(/1 change\n {2}~ changed {2}A .*\(date, link, id\)/);
  expect((await run(folder, ['publish', 'a', '--date', '2024-02-06'])).stderr).toMatch(/^Published “A”\. To add/);
});

test.each([
  ['it was not public yet', 'site_url: https://blog.example.org\n', '2099-01-05'],
  ['it has an id', 'site_url: https://blog.example.org\n', '2024-01-05\nid: urn:x:1'],
  ['it could be in no feed', 'title: T\n', '2024-01-05'],
])('a post that is unpublished gets no id if %s', async (_, config, date) => {
  const text = `---\ntitle: A\ndate: ${date}\npermalink: /a/\n---\nText.\n`;
  const folder = tempFolder({ 'blog.config.yaml': config, 'posts/a.md': text });
  await run(folder, ['unpublish', 'a']);
  expect(textOf(folder, 'a.md')).toBe(text.replace('\n---\nText', '\ndraft: true\n---\nText'));
});

describe('a merge that changes URLs', () => {
  test('keeps the identity, and the old URL among the aliases; feeds show no post again', async () => {
    const uuid = 'id: 5c155395-7a11-4e52-88b6-c3184d8fb03e';
    const folder = folderOf(
      {
        'a.md': post('categories: Home # ours'),
        'b.md': post('permalink: /:categories/:title/', 'categories: [Home, Work]'),
        'c.md': post(uuid, 'categories: [home]', 'aliases: [/old/]'),
        'd.md': post('categories: [Work, Home]'),
      },
      byCategory,
    );
    await run(folder, ['feed', '-o', 'feed.xml']);
    const { status, stderr } = await merge(folder, 'Home', 'House');
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: `Changed 4 posts
3 posts have a new URL; the old one is now an alias, for your site to redirect
To update the feeds, run: blog feed -o feed.xml
If the feed category/home/feed.xml is published, delete it, and redirect its URL to category/house/feed.xml
`,
    });
    expect(textOf(folder, 'a.md')).toBe(
      post('id: https://blog.example.org/home/a/', 'categories: House # ours', 'aliases:', '  - /home/a/'),
    );
    expect(textOf(folder, 'b.md')).toContain('id: https://blog.example.org/home/work/b/\n');
    expect(textOf(folder, 'b.md')).toContain('aliases:\n  - /home/work/b/\n');
    expect(textOf(folder, 'c.md')).toBe(post(uuid, 'categories: [House]', 'aliases: [/old/, /home/c/]'));
    expect(textOf(folder, 'd.md')).toBe(post('categories: [Work, House]'));
    expect(await run(folder, ['feed', '-o', 'feed.xml'])).toMatchObject({ status: 0 });
  });

  test('is refused where two posts would have the same URL, or one no identity', async () => {
    const clashing = folderOf(
      { 'a.md': post('categories: Home'), 'b.md': post('categories: House', 'slug: a') },
      byCategory,
    );
    expect(await merge(clashing, 'Home', 'House')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: 'blog: posts/a.md and posts/b.md would have the same URL; give one another slug first\n',
    });
    const nameless = folderOf({ 'a.md': post('categories: Home') }, 'permalink: "/{category}/{slug}/"\n');
    expect(await merge(nameless, 'Home', 'House')).toMatchObject({
      status: 1,
      stderr: 'blog: posts/a.md has no id, and its URL would change; add an id, or set site_url in the config\n',
    });
    for (const folder of [clashing, nameless]) expect(textOf(folder, 'a.md')).toContain('categories: Home\n');
  });

  test('leaves a post with the same URL as it is otherwise', async () => {
    const folder = folderOf({ 'a.md': post('categories: [Home]') }, 'site_url: https://blog.example.org\n');
    await merge(folder, 'Home', 'House');
    expect(textOf(folder, 'a.md')).toBe(post('categories: [House]'));
  });
});

describe('a configured category', () => {
  const config = [
    'site_url: https://blog.example.org',
    'categories: [{ name: Partnership blog, slug: pb, aliases: [partnership] }, R&D, News]',
    '',
  ].join('\n');
  const spellings = ['Partnership blog', 'partnership BLOG', 'pb', 'Partnership'];
  const posts = Object.fromEntries(spellings.map((name, at) => [`${at}.md`, post(`categories: ${name}`)]));

  test.each(spellings)('is found, and merged whole, by “%s”', async (name) => {
    const folder = folderOf(posts, config);
    expect((await run(folder, ['list', '-c', name, '--format', 'count'])).stdout).toBe('4\n');
    expect(await merge(folder, name, 'News')).toMatchObject({
      status: 0,
      stderr: `Changed 4 posts
Remove “Partnership blog” from the categories in the config, too
To update the feeds, run: blog feed -o feed.xml
If the feed category/pb/feed.xml is published, delete it, and redirect its URL to category/news/feed.xml
`,
    });
    expect((await run(folder, ['categories'])).stdout).toBe('News\t4\nPartnership blog\t0\nR&D\t0\n');
  });

  test('gets its own spelling by a merge into itself, and stays in the config', async () => {
    const folder = folderOf(posts, config);
    expect(await merge(folder, 'pb', 'partnership blog')).toMatchObject({
      status: 0,
      stderr: 'Changed 3 posts\nTo update the feeds, run: blog feed -o feed.xml\n',
    });
    expect(await run(folder, ['validate', '--strict'])).toMatchObject({ status: 0 });
  });

  test('is named as the config writes it', async () => {
    const folder = folderOf({ 'a.md': post('categories: R&amp;D') }, config);
    expect((await merge(folder, 'R&amp;D', 'News')).stderr).toContain('Remove “R&D” from');
  });
});

describe('rename there and back', () => {
  test.each([
    ['a list', 'aliases: [/x/]', 'aliases: [/x/, /2024/01/05/a/]', 'aliases: [/x/, /2024/01/05/b/]'],
    ['no aliases', 'summary: S.', 'aliases:\n  - /2024/01/05/a/', 'aliases:\n  - /2024/01/05/b/'],
    ['one in full', 'aliases: https://blog.example.org/2024/01/05/B', 'aliases: /2024/01/05/a/', undefined],
    ['both', 'aliases: [/2024/01/05/a/, "/2024/01/05/b"] # old', 'aliases: [/2024/01/05/a/] # old', undefined],
  ])('with %s: no alias is the post’s own URL', async (_, line, first, second) => {
    const folder = folderOf({ 'a.md': post('id: a:1', line) }, 'site_url: https://blog.example.org\n');
    expect((await run(folder, ['rename', 'a', 'B'])).status).toBe(0);
    expect(textOf(folder, 'b.md')).toContain(`${first}\n`);
    expect(textOf(folder, 'b.md')).not.toMatch(/05\/b/i);
    if (second === undefined) return;
    await run(folder, ['rename', 'b', 'A']);
    expect(textOf(folder, 'a.md')).toContain(`${second}\n`);
    expect(textOf(folder, 'a.md')).not.toContain('05/a');
  });
});

describe('a post is found', () => {
  test.each([
    ['by the identity that feeds give a WordPress number', 'https://blog.example.org/?p=55'],
    ['by that number', '55'],
    ['by its folder, as a shell completes it', 'posts/b/'],
    ['by its folder', 'posts/b'],
  ])('%s', async (_, wanted) => {
    const folder = folderOf(
      { 'b/index.md': post('wordpress_id: 55', 'slug: c') },
      'site_url: https://blog.example.org\n',
    );
    const { stdout } = await run(folder, ['show', wanted, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ file: 'posts/b/index.md' });
  });

  test('in one of two languages only by its path', async () => {
    const config = 'site_url: https://blog.example.org\nlanguage: en\nlanguages: [en, cy]\n';
    const folder = folderOf({ 'b/index.md': post(), 'b/index.cy.md': post() }, config);
    expect(JSON.parse((await run(folder, ['show', 'posts/b/', '--json'])).stdout)).toMatchObject({
      file: 'posts/b/index.md',
    });
  });
});
