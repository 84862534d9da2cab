/** Feeds of one category, and characters that no feed may hold. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { run } from '../support/site.ts';
import { filesIn } from '../support/tempFolder.ts';
import { blogOf, config, feedTitles, folderOf, postOf } from './found.ts';

describe('a category’s feed', () => {
  const posts = {
    'a.md': ['title: About c', 'date: 2024-01-01', 'categories: [C]'],
    'b.md': ['title: About cpp', 'date: 2024-01-02', 'categories: [C++]'],
    'd.md': ['title: About sharp', 'date: 2024-01-03', 'categories: ["C#"]'],
  };
  const feedsOf = (folder: string): Record<string, string[]> =>
    Object.fromEntries(
      filesIn(join(folder, 'public'))
        .filter((file) => /^category\/.*\/feed\.xml$/.test(file))
        .map((file) => [
          file.split('/')[1] ?? '',
          [...readFileSync(join(folder, 'public', file), 'utf8').matchAll(/<title>(About [^<]*)<\/title>/g)].map(
            ([, title = '']) => title,
          ),
        ]),
    );

  test('is the same category’s for ever', async () => {
    const folder = blogOf(posts);
    expect((await run(folder, ['feed', '--all', '-o', 'public'])).status).toBe(0);
    const first = { c: ['About c'], 'c-plus-plus': ['About cpp'], 'c-sharp': ['About sharp'] };
    expect(feedsOf(folder)).toEqual(first);
    for (const [name, category] of [
      ['e', 'C'],
      ['f', 'C#'],
    ] as const) {
      writeFileSync(join(folder, `posts/${name}.md`), postOf(`More of ${name}`, 'x', `categories: ["${category}"]`));
      expect((await run(folder, ['feed', '--all', '-o', 'public'])).status).toBe(0);
      expect(feedsOf(folder)).toEqual(first);
    }
  });

  test.each([
    ['C', 'c'],
    ['C++', 'c-plus-plus'],
    ['C#', 'c-sharp'],
  ])('of %s has the URL that --all gives it', async (name, slug) => {
    const folder = blogOf(posts);
    const { stdout } = await run(folder, ['feed', '-c', name]);
    expect(/<atom:link [^>]*>/.exec(stdout)?.[0]).toContain(`https://blog.example.org/category/${slug}/feed.xml`);
    await run(folder, ['feed', '--all', '-o', 'public']);
    expect(readFileSync(join(folder, `public/category/${slug}/feed.xml`), 'utf8')).toContain(
      `https://blog.example.org/category/${slug}/feed.xml`,
    );
  });

  test('whose slug is another’s, too, is refused with the line that separates them', async () => {
    const folder = blogOf({
      'a.md': ['title: A', 'date: 2024-01-01', 'categories: [Émile]'],
      'b.md': ['title: B', 'date: 2024-01-02', 'categories: [Emile]'],
    });
    const { status, stderr } = await run(folder, ['feed', '--all', '-o', 'public']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/Émile/);
    expect(stderr).toMatch(/slug: /);
    const separate = 'categories: [{ name: Émile, slug: emile-z }, { name: Emile, slug: emile }]\n';
    writeFileSync(join(folder, 'blog.config.yaml'), config + separate);
    expect((await run(folder, ['feed', '--all', '-o', 'public'])).status).toBe(0);
  });
});

test.each(['rss', 'atom', 'json'])('%s has no control characters', async (type) => {
  const text = 'plain \u001b[31m red\u0008 and \u0001 more\u000b.';
  const folder = folderOf({
    'posts/a.md': postOf('Colours', `${text}\n\n\`\`\`\n\u001b[31mred\u001b[0m\n\`\`\``),
    'posts/b.md': postOf('With HTML', `${text} <b>x</b>\n\n![a\u001b b](https://e.org/a.png "t\u0008")`),
    'posts/c.md': postOf('With a link', `[\u001bx](https://e.org/\u0001)\n\n| a\u001b |\n| --- |\n| b |`),
  });
  const { stdout } = await run(folder, ['feed', '--type', type]);
  expect(stdout).toContain('Colours');
  expect(stdout).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
  expect(stdout).not.toMatch(/&#x?0*(?:1b|27|8|1|b|11);/i);
  if (type === 'json') {
    const { items } = JSON.parse(stdout) as { items: unknown[] };
    expect(JSON.stringify(items)).not.toMatch(/\\u00(?:0[0-7bef]|1)|\\[bf]/);
  }
});

test('a template’s code is no image of a feed', async () => {
  const images = [
    'image: "{{ site.baseurl }}/assets/x.png"',
    'cover: "<%= cover %>.png"',
    'image: {src: "{% asset x.png %}"}',
  ];
  const folder = folderOf(
    Object.fromEntries(
      images.map((line, at) => [`posts/p${at}.md`, postOf(`Cover ${at}`, 'x', line, 'image_alt: A cover')]),
    ),
  );
  for (const type of ['rss', 'atom', 'json']) {
    const { stdout } = await run(folder, ['feed', '--type', type]);
    expect(stdout).toContain('Cover 0');
    expect(stdout).not.toMatch(/%7B%7B|\{\{|%3C%25|<%|\{%|%7B%25/i);
  }
});

test('a page is no image of a feed', async () => {
  const folder = blogOf({
    'a.md': ['title: A', 'date: 2024-01-12', 'photo: {url: "https://photos.example.org/page/7", alt: A page}'],
    'b.md': ['title: B', 'date: 2024-01-11', 'photo: {url: "https://photos.example.org/7.jpg?w=5", alt: A tree}'],
  });
  const { stdout } = await run(folder, ['feed']);
  expect(stdout).not.toContain('/page/7');
  expect(stdout).toContain('https://photos.example.org/7.jpg');
  expect(await feedTitles(folder)).toEqual(['A', 'B']);
});
