import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { blogOf, build, buildConfig, builtFiles, postText } from '../../support/builtSite.ts';

const withPosts = (...lines: string[]): string =>
  blogOf(
    Object.fromEntries([
      ['blog.config.yaml', buildConfig],
      ...lines.map((line, index) => [
        `posts/p${index}.md`,
        postText([`title: P${index}`, 'date: 2024-05-01', ...line.split('|')]),
      ]),
    ]),
  );

test.each(['/.git/refs/heads/x.html', '/.blog-build.json', '/.blog-build.tmp/', '/.BLOG-BUILD.jso%6E'])(
  'a post cannot be at %s',
  async (path) => {
    const folder = withPosts(`permalink: ${path}`);
    const { status, stderr } = await build(folder);
    expect(status).toBe(1);
    expect(stderr).toContain('it has a name that belongs to git or to blog build itself');
    expect(existsSync(join(folder, 'public'))).toBe(false);
  },
);

test.each([
  ['/a%5Cb/', 'it has a slash or a control character in a name'],
  ['/a%00b/', 'it has a slash or a control character in a name'],
  ['/%2e/%2fa/', 'it has a slash or a control character in a name'],
  ['/.git/hooks/', 'it has a name that belongs to git or to blog build itself'],
  [`/${'a'.repeat(256)}/`, 'one of its names is longer than 255 bytes'],
  ['//evil.example/x/', 'it is on another site'],
  ['/\\\\evil.example/x/', 'it is on another site'],
])('an alias that no file can have, %s, is only a warning', async (alias, reason) => {
  const folder = withPosts(`aliases: ['${alias}']`);
  const { status, stderr } = await build(folder);
  expect(stderr).toContain(`posts/p0.md: no redirect from “${alias}”: ${reason}\n`);
  expect(status).toBe(0);
  expect(builtFiles(folder)).not.toContainEqual(expect.stringMatching(/evil|git|a.b/));
});

test('whoever needs the same file is named', async () => {
  const folder = withPosts('aliases: [/old//x/]', 'aliases: [/old/x/]');
  const { stderr } = await build(folder);
  expect(stderr).toContain(
    'posts/p0.md and posts/p1.md need the same file: old/x/index.html; change the path in one of them\n',
  );
});

test('of two posts with one former URL, the one that never had it is to change', async () => {
  const { status, stderr } = await build(withPosts('aliases: [/old/]', 'aliases: [/old/]'));
  expect([status, stderr]).toEqual([
    1,
    `blog: posts/p1.md: no redirect from /old/: posts/p0.md has this former URL, too; remove it from the aliases of the post that never had it
nothing built: fix these files first
`,
  ]);
});

test('an alias with the path of a feed is said to be one', async () => {
  const { stderr } = await build(withPosts('aliases: [/blog/feed.xml, /feed.xml]'));
  expect(stderr).toContain(
    'posts/p0.md: no redirect from /feed.xml: it is that of a feed; remove it from the aliases\n',
  );
  expect(stderr).not.toContain('need');
});
