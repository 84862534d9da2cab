/** Pelican’s `{static}`, `{attach}` and `{filename}`: paths from the folder of the content, or from the post. */
import { describe, expect, test } from '@jest/globals';
import { resolveUrl } from '../../src/feed/urls.ts';
import { markedPath, pathsOf, unmarked } from '../../src/post/relativePath.ts';
import { blogOf, build, built, builtFiles } from '../support/builtSite.ts';
import { findIn, otherPost } from '../support/findings.ts';
import { run } from '../support/site.ts';

test.each([
  ['{static}/images/a.png', '/images/a.png'],
  ['%7Bstatic%7D/images/a.png', '/images/a.png'],
  ['{attach}a.png', 'a.png'],
  ['|static|/a.png', '/a.png'],
  ['{filename}../b.md', '../b.md'],
  ['{static}', undefined],
  ['{static}/', undefined],
  ['{other}/a.png', undefined],
  ['a/{static}/b.png', undefined],
])('%s is %s', (url, path) => {
  expect(markedPath(url)).toBe(path);
});

test('a path from the top may be in any folder above the post', () => {
  expect(pathsOf('content/2024/a.md', '{static}/images/a%20b.png').filter((path) => !path.includes('%'))).toEqual([
    'images/a b.png',
    'content/images/a b.png',
    'content/2024/images/a b.png',
  ]);
  expect(pathsOf('content/2024/a.md', '{attach}a.png')).toEqual(['content/2024/a.png']);
  expect(unmarked('2024/a.md', '{static}/images/a.png')).toBe('../images/a.png');
  expect(unmarked('2024/a.md', '/images/a.png')).toBe('/images/a.png');
});

describe('checks', () => {
  const files = { 'images/a.png': 'x', 'b.md': otherPost(), '2024/near.png': 'x', 'files/c.pdf': 'x' };
  const find = async (body: string) =>
    (await findIn(body, { files, file: '2024/2024-05-14-a.md', fields: 'photos_by: Ada Example' })).map(
      ({ message, hint }) => [message, hint],
    );

  test.each([
    '![Two people]({static}/images/a.png)',
    '![Two people](|static|/images/a.png)',
    '<img src="{static}/images/a.png" alt="Two people">',
    '![Two people]({attach}near.png)',
    '[Another post]({filename}/b.md)',
    '[Another post]({filename}../b.md)',
    '[The report]({static}/files/c.pdf)',
  ])('%s is there', async (body) => {
    expect(await find(body)).toEqual([]);
  });

  test.each([
    [
      '![Two people]({static}/images/c.png)',
      'image “{static}/images/c.png” not found: the posts folder has no “images/c.png”',
    ],
    ['[Another]({filename}/d.md)', 'link “{filename}/d.md” not found: the posts folder has no “d.md”'],
    ['[Another]({attach}d.pdf)', 'link “{attach}d.pdf” not found: the posts folder has no “2024/d.pdf”'],
  ])('%s is not', async (body, message) => {
    expect((await find(body)).map(([first]) => first)).toEqual([message]);
  });

  test('a typo in the path is found without the mark', async () => {
    expect(await find('![Two people]({static}/images/A.png)')).toEqual([
      [expect.stringContaining('has no “images/A.png”'), 'did you mean “../images/a.png”?'],
    ]);
  });
});

test.each(['javascript:alert(1)', ' javascript:alert(1)', '//e.org/a', '/\\\\e.org', 'data:text/html,x'])(
  'what follows a mark is no URL of its own: %s',
  (rest) => {
    const site = {
      siteUrl: 'https://org.example/blog',
      assetsUrl: 'https://org.example/blog/',
      postUrlOf: () => undefined,
      fileAt: () => undefined,
    };
    const post = { url: 'https://org.example/blog/a/', inPosts: 'a.md' };
    for (const mark of ['{attach}', '{static}', '%7Bfilename%7D', '|static|']) {
      for (const use of ['link', 'image'] as const) {
        expect(resolveUrl(mark + rest, use, post, site)?.url).toMatch(/^https:\/\/org\.example\/blog\//);
      }
    }
  },
);

test.each(['2024-05-14-a.md', '2024-05-14-a/index.md', 'x/2024-05-14-a.md'])('feeds and pages of %s', async (file) => {
  const body = [
    '![One]({static}/images/one.png) ![Two]({static}/pics/two.png) ![Three]({static}/three.png)',
    '<img src="{static}/images/one.png" alt="Again"> [Another]({filename}/b.md) [None]({static}/none.pdf)',
  ].join('\n');
  const folder = blogOf({
    'blog.config.yaml': 'title: B\nsite_url: https://org.example/blog\nstatic: static\n',
    [`posts/${file}`]: `---\ntitle: A\ndate: 2024-05-14\nauthors: Ada\nimage: "{static}/images/one.png"\n---\n${body}\n`,
    'posts/b.md': '---\ntitle: B\ndate: 2024-05-13\nauthors: Ada\n---\nText.\n',
    'posts/images/one.png': 'x',
    'pics/two.png': 'x',
    'static/three.png': 'x',
  });
  const { stdout } = await run(folder, ['validate']);
  expect(stdout.match(/“\{static\}[^”]*”/g)).toEqual(['“{static}/none.pdf”']);
  await build(folder);
  const feed = (await run(folder, ['feed', '--type', 'json'])).stdout;
  const pages = builtFiles(folder).filter((one) => one.endsWith('a/index.html'));
  for (const text of [feed, ...pages.map((page) => built(folder, page))]) {
    expect(text).not.toMatch(/\{static|%7Bstatic|\{filename|%7Bfilename/);
    expect(text).toContain('2024/05/13/b/');
  }
  for (const end of ['images/one.png', 'pics/two.png', 'blog/three.png', 'blog/none.pdf']) expect(feed).toContain(end);
  expect(
    builtFiles(folder)
      .filter((one) => one.endsWith('.png'))
      .map((one) => one.split('/').at(-1)),
  ).toEqual(expect.arrayContaining(['one.png', 'two.png', 'three.png']));
});
