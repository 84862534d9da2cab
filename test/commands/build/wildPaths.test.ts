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

test.each([
  ['/con/', '“con” is the name of a device on Windows'],
  ['/a/AUX.txt', '“AUX.txt” is the name of a device on Windows'],
  ['/trailing./', '“trailing.” ends with a dot or a space, which Windows does not allow'],
  ['/a%3Ab/', '“a:b” contains a character that Windows does not allow in names'],
])('a post at %s is built, with a note that Windows cannot have its file', async (permalink, problem) => {
  const { status, stderr } = await build(withPosts(`permalink: ${permalink}`));
  const note = `posts/p0.md: ${problem}: the site cannot be copied there; write another slug or permalink\n`;
  expect(stderr.replace(/^blog: /, '')).toContain(process.platform === 'win32' ? problem : note);
  expect(status).toBe(process.platform === 'win32' ? 1 : 0);
});

test('a page and a former URL whose files Windows cannot have are named, and no more than five', async () => {
  const folder = blogOf({
    'posts/visit.md': postText(['title: Visit', 'date: 2024-05-01', 'aliases: [/nul/]']),
    'posts/_site/con.md': '# Con',
  });
  const { stderr } = await build(folder);
  expect(stderr).toContain('posts/_site/con.md: “con” is the name of a device on Windows');
  expect(stderr).toContain('the site cannot be copied there; rename the file\n');
  expect(stderr).toContain('posts/visit.md: “nul” is the name of a device on Windows');
  expect(stderr).toContain('the site cannot be copied there; remove it from the aliases\n');
  const many = await build(withPosts(...[1, 2, 3, 4, 5, 6, 7].map((number) => `permalink: /com${number}/`)));
  expect(many.stderr.match(/is the name of a device/g)).toHaveLength(5);
  expect(many.stderr).toContain('2 more files whose names Windows does not allow\n');
});
