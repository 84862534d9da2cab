/** Identities and URLs that subscribers have already seen. */
import { readFileSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readWithFeedsmith } from '../support/feedReaders.ts';
import { run } from '../support/site.ts';
import { filesIn } from '../support/tempFolder.ts';
import { blogOf, config, findProblems, folderOf, listField, postOf } from './found.ts';

const uuid = '3f0c8a52-7a0e-4c6e-9d7e-0a5d2c1b4e6f';

describe('of several identities', () => {
  test.each([
    [
      'an absolute guid beats a number',
      ['id: 1234', "guid: 'http://blog.example.org/?p=1234'"],
      'http://blog.example.org/?p=1234',
    ],
    ['in any order', ["guid: 'http://blog.example.org/?p=1234'", 'id: 1234'], 'http://blog.example.org/?p=1234'],
    [
      'a guid beats a WordPress number',
      ['wordpress_id: 7', 'guid: https://old.example.org/seven'],
      'https://old.example.org/seven',
    ],
    ['a UUID beats a number', ['id: 1234', `guid: ${uuid}`], `urn:uuid:${uuid}`],
    ['a number alone is what WordPress wrote', ['wordpress_id: 7'], 'https://blog.example.org/?p=7'],
    ['an empty one is none', ['id:', 'guid: ~', 'wordpress_id: 7'], 'https://blog.example.org/?p=7'],
  ])('%s', async (_, lines, guid) => {
    const folder = blogOf({ 'a.md': ['title: Old post', "date: '2010-03-07T10:00:00+00:00'", ...lines] });
    const { stdout } = await run(folder, ['feed']);
    expect(stdout).toContain(`<guid isPermaLink="false">${guid}</guid>`);
  });

  test('the feed that WordPress wrote may be replaced: no post comes back as unread', async () => {
    const old = [
      '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>t</title>',
      '<link>http://blog.example.org</link><description>d</description><item><title>Old post</title>',
      '<link>http://blog.example.org/2010/03/a/</link>',
      '<guid isPermaLink="false">http://blog.example.org/?p=1234</guid></item></channel></rss>',
    ].join('\n');
    const fields = ['title: Old post', "date: '2010-03-07T10:00:00+00:00'", 'id: 1234'];
    const post = ['---', ...fields, "guid: 'http://blog.example.org/?p=1234'", '---', 'x', ''].join('\n');
    const folder = folderOf({ 'posts/a.md': post, 'wp.xml': old });
    expect((await run(folder, ['feed', '-o', 'wp.xml'])).status).toBe(0);
    expect(readFileSync(join(folder, 'wp.xml'), 'utf8')).toContain('http://blog.example.org/?p=1234</guid>');
  });
});

describe('a permalink', () => {
  test.each([
    ['permalink: /blog/:title/', '/blog/a-talk/'],
    ['url: /:year/:month/:slug/', '/2024/01/a-talk/'],
    ['permalink: /:year/:month/:day/:title.html', '/2024/01/12/a-talk.html'],
    ['Permalink: /plain/', '/plain/'],
  ])('%s is filled in', async (line, path) => {
    const folder = blogOf({ '2024-01-12-a-talk.md': ['title: A talk', 'date: 2024-01-12', line] });
    expect(await listField(folder, 'url')).toEqual({ '2024-01-12-a-talk.md': `https://blog.example.org${path}` });
    expect(await findProblems(folder)).toEqual([]);
  });

  test.each([
    'permalink: "/blog/{{ title | slugify }}/"',
    'url: "/{% raw %}x{% endraw %}/"',
    'permalink: /:nosuchtoken/:title/',
    'permalink: pretty',
    'slug: "{{ title }}"',
  ])('%s cannot be, and is in no feed', async (line) => {
    const folder = blogOf({ 'a.md': ['title: A talk', 'date: 2024-01-12', line] });
    expect((await findProblems(folder)).map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([
      'slug-invalid error',
    ]);
    const { stdout } = await run(folder, ['feed', '--skip-invalid']);
    expect(readWithFeedsmith(stdout)).toEqual([]);
  });
});

describe('rename', () => {
  test.each(['id:', 'id: null', 'id: ~', 'id: ""', 'Id:', 'guid:', 'wordpress_id: ~'])(
    'takes “%s” for no id, and keeps the old URL as one',
    async (line) => {
      const folder = blogOf({ 'a.md': ['title: One', 'date: 2020-01-01', line] });
      const { status, stderr } = await run(folder, ['rename', 'posts/a.md', 'New one']);
      expect({ status, stderr }).toMatchObject({ status: 0 });
      const [file = ''] = filesIn(folder).filter((name) => /^posts\/.+\.md$/.test(name));
      const posts = await listField(folder, 'id');
      expect(Object.values(posts)).toEqual(['https://blog.example.org/2020/01/01/a/']);
      const text = readFileSync(join(folder, file), 'utf8');
      expect(text).toContain('New one');
      expect(text.match(/^id:/gim)?.length).toBe(1);
    },
  );
});

describe('init', () => {
  const start = async (files: Record<string, string>): Promise<{ folder: string; said: string }> => {
    const folder = folderOf({ 'posts/.keep': '', ...files });
    unlinkSync(join(folder, 'blog.config.yaml'));
    const args = ['init', '--no-input', '--no-ci', '--title', 'X', '--site-url', 'https://x.example.org'];
    const { status, stdout, stderr } = await run(folder, args);
    expect(status).toBe(0);
    return { folder, said: stdout + stderr };
  };

  test.each([
    ['a published post', { 'posts/a.md': postOf('Mine', 'x') }],
    ['a draft', { 'posts/b.md': postOf('Mine', 'x', 'draft: true') }],
    ['several', { 'posts/a.md': postOf('Mine', 'x'), 'posts/c/index.md': postOf('Ours', 'x') }],
    ['none', {}],
  ])('beside %s, its next steps name what is there', async (_, files) => {
    const { folder, said } = await start(files as Record<string, string>);
    const named = [...said.matchAll(/blog (?:edit|show|publish) ([\w./-]+)/g)].map(([, name = '']) => name);
    for (const name of named)
      expect({ name, ...(await run(folder, ['show', name])) }).toMatchObject({ name, status: 0 });
    expect(said).toContain('Next:');
  });
});

test('the default pattern has the day, so that posts of a month do not clash', async () => {
  const folder = blogOf({ '2024-01-12-tea.md': ['title: A'], '2024-01-13-tea.md': ['title: B'] }, config);
  expect(await listField(folder, 'url')).toEqual({
    '2024-01-12-tea.md': 'https://blog.example.org/2024/01/12/tea/',
    '2024-01-13-tea.md': 'https://blog.example.org/2024/01/13/tea/',
  });
});
