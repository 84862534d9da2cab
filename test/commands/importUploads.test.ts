/** `blog import --uploads`: the images and files of posts, copied beside them. */
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { run } from '../support/site.ts';
import { filesIn, tempFolder } from '../support/tempFolder.ts';
import { wxr } from '../support/wxr.ts';

const base = 'https://blog.example.org/wp-content/uploads';
const image = (file: string): string => `<img src="${base}/${file}" alt="A" />`;

function item(id: number, text: string, more = ''): string {
  return `<item><title>Post ${id}</title><link>https://blog.example.org/post-${id}/</link>
<guid isPermaLink="false">https://blog.example.org/?p=${id}</guid><content:encoded><![CDATA[${text}]]></content:encoded>
<wp:post_id>${id}</wp:post_id><wp:post_date>2018-07-05 15:48:16</wp:post_date><wp:post_date_gmt>2018-07-05 14:48:16</wp:post_date_gmt>
<wp:post_name>post-${id}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="category" nicename="news"><![CDATA[News]]></category>${more}</item>`;
}

const featured = `<item><wp:post_id>9</wp:post_id><wp:post_type>attachment</wp:post_type><wp:attachment_url>${base}/2018/06/cover.png</wp:attachment_url></item>`;
const samples = [
  featured,
  item(
    1,
    `${image('2018/06/a-300x200.jpg')} <a href="${base}/2018/06/Minutes.pdf">Minutes</a> <a href="https://blog.example.org/post-2/">2</a>`,
    '<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9</wp:meta_value></wp:postmeta>',
  ),
  item(2, `${image('2018/06/a.jpg')} ${image('2019/06/a.jpg')} ${image('2018/none.jpg')} ${image('logo.svg')}`),
];
const uploads = {
  'up/2018/06/a.jpg': 'one',
  'up/2018/06/a-300x200.jpg': 'o',
  'up/2018/06/unused.jpg': 'x',
  'up/2018/06/minutes.PDF': 'pdf',
  'up/2018/06/cover.png': 'png',
  'up/2019/06/a.jpg': 'two',
  'up/logo.svg': '<svg/>',
};

function site(items: readonly string[] = samples, files: Readonly<Record<string, string>> = uploads) {
  const outer = tempFolder({ ...files, 'site/export.xml': wxr(items) });
  const folder = join(outer, 'site');
  return {
    outer,
    folder,
    read: (file: string): string => readFileSync(join(folder, file), 'utf8'),
    go: (...more: string[]) => run(folder, ['import', 'wordpress', 'export.xml', ...more]),
  };
}

const everything = (folder: string): string[] =>
  filesIn(folder).map((file) => `${file}: ${readFileSync(join(folder, file), 'utf8')}`);
const copiesIn = (folder: string): string[] => filesIn(folder).filter((file) => file.startsWith('posts/uploads/'));
const given = ['--uploads', '../up'];

test('the files that posts use are copied beside them, and links lead there', async () => {
  const { folder, read, go } = site();
  const { status, stderr } = await go(...given);
  expect([status, stderr]).toEqual([0, expect.stringContaining('\n4 files beside the posts: 4 copied\n')]);
  expect(stderr).toContain(
    '\n2 files that posts use are still on WordPress:\n  1  not in ../up\n  1  .svg may contain scripts\n',
  );
  expect(copiesIn(folder)).toEqual([
    'posts/uploads/2018/06/a.jpg',
    'posts/uploads/2018/06/cover.png',
    'posts/uploads/2018/06/minutes.PDF',
    'posts/uploads/2019/06/a.jpg',
  ]);
  const one = read('posts/2018-07-05-post-1.md');
  expect(one).toContain('![A](uploads/2018/06/a.jpg) [Minutes](uploads/2018/06/minutes.PDF)');
  expect(one).toContain('image: "uploads/2018/06/cover.png"');
  expect(read('posts/2018-07-05-post-2.md')).toContain(`![A](uploads/2019/06/a.jpg) ![A](${base}/2018/none.jpg)`);
  expect(read('posts/uploads/2019/06/a.jpg')).toBe('two');
  const report = JSON.parse(read('_wordpress/report.json'));
  expect(report.uploads).toEqual({
    copied: 4,
    missing: [`${base}/2018/none.jpg`],
    refused: [{ url: `${base}/logo.svg`, reason: '.svg may contain scripts' }],
  });
  expect(report.fetch).toEqual([`${base}/2018/none.jpg`, `${base}/logo.svg`]);
  const { stdout: problems } = await run(folder, ['validate']);
  expect(problems).not.toMatch(/image-file-missing|link-broken/);
  const { stdout: feed } = await run(folder, ['feed']);
  expect(feed).toContain('uploads/2018/06/a.jpg');
});

test('what a page embeds becomes a link to its copy', async () => {
  const text = `<video controls src="${base}/2018/v.mp4"></video><iframe src="${base}/2018/p.pdf" title="Plan"></iframe>`;
  const { go, read } = site([item(1, text)], { 'up/2018/v.mp4': 'v', 'up/2018/p.pdf': 'p' });
  await go(...given);
  const post = read('posts/2018-07-05-post-1.md');
  expect(post).toContain(`[${base}/2018/v.mp4](uploads/2018/v.mp4)`);
  expect(post).toContain('[Plan](uploads/2018/p.pdf)');
});

test('a second run changes nothing, with or without the folder', async () => {
  const { folder, go, outer } = site();
  await go(...given);
  const before = everything(folder);
  expect((await go(...given)).stderr).toContain('\n4 files beside the posts: 4 copied before\n');
  expect(everything(folder)).toEqual(before);
  rmSync(join(outer, 'up'), { recursive: true });
  await go('--update');
  const withoutReport = (all: string[]): string[] => all.filter((one) => !one.startsWith('_wordpress/report'));
  expect(withoutReport(everything(folder))).toEqual(withoutReport(before));
});

test('a dry run copies nothing and reports the same', async () => {
  const { folder, go } = site();
  const { stdout } = await go(...given, '--dry-run', '--json');
  expect(filesIn(folder)).toEqual(['export.xml']);
  expect((await go(...given, '--json')).stdout).toBe(stdout);
});

test('copies that were edited or deleted here stay so, and those of others are left alone', async () => {
  const { folder, go, read } = site();
  mkdirSync(join(folder, 'posts/uploads/2018/06'), { recursive: true });
  writeFileSync(join(folder, 'posts/uploads/2018/06/cover.png'), 'ours');
  writeFileSync(join(folder, 'posts/uploads/2018/06/a.jpg'), 'one');
  await go(...given);
  expect(read('posts/2018-07-05-post-1.md')).toContain('image: "uploads/2018/06/cover-2.png"');
  expect(read('posts/uploads/2018/06/cover.png')).toBe('ours');
  writeFileSync(join(folder, 'posts/uploads/2019/06/a.jpg'), 'smaller');
  rmSync(join(folder, 'posts/uploads/2018/06/a.jpg'));
  const { stdout } = await go(...given, '--json');
  expect(JSON.parse(stdout)).toMatchObject({ deleted: ['posts/uploads/2018/06/a.jpg'], edited: [], outdated: [] });
  expect(read('posts/uploads/2019/06/a.jpg')).toBe('smaller');
  expect(copiesIn(folder)).not.toContain('posts/uploads/2018/06/a.jpg');
});

test('given later, the folder changes posts with --update only', async () => {
  const { folder, go, read } = site();
  await go();
  await go(...given);
  expect(copiesIn(folder)).toEqual([]);
  await go(...given, '--update');
  expect(copiesIn(folder)).toHaveLength(4);
  expect(read('posts/2018-07-05-post-1.md')).toContain('](uploads/2018/06/a.jpg)');
});

test('one that was killed is completed', async () => {
  const { folder, go } = site();
  await go(...given);
  const before = everything(folder);
  rmSync(join(folder, '_wordpress'), { recursive: true });
  rmSync(join(folder, 'posts/uploads/2019'), { recursive: true });
  await go(...given);
  expect(everything(folder)).toEqual(before);
});

describe('nothing outside of the folders is read or written', () => {
  test('links out of the uploads folder are refused', async () => {
    const items = [item(1, image('out/secret.jpg') + image('file.jpg') + image('in.jpg') + image('../secret.jpg'))];
    const { outer, folder, go, read } = site(items, { 'secret.jpg': 'secret', 'up/2018/a.jpg': 'a' });
    symlinkSync(outer, join(outer, 'up/out'));
    symlinkSync('../secret.jpg', join(outer, 'up/file.jpg'));
    symlinkSync('2018/a.jpg', join(outer, 'up/in.jpg'));
    await go(...given);
    expect(copiesIn(folder)).toEqual(['posts/uploads/in.jpg']);
    expect(JSON.parse(read('_wordpress/report.json')).uploads.refused).toEqual(
      ['file.jpg', 'out/secret.jpg'].map((file) => ({
        url: `${base}/${file}`,
        reason: 'a link leads out of the uploads folder',
      })),
    );
  });

  test.each(['%2e%2e/secret.jpg', '..%2fsecret.jpg', '2018/../../secret.jpg', 'a%00.jpg', 'long.jpg'])(
    '%s is not found',
    async (name) => {
      const file = name.replace('long', 'a'.repeat(5000));
      const { folder, go } = site([item(1, image(file))], { 'secret.jpg': 'secret', 'up/2018/a.jpg': 'a' });
      expect((await go(...given)).status).toBe(0);
      expect(copiesIn(folder)).toEqual([]);
    },
  );

  test('a link in the posts folder that leads out is not written through', async () => {
    const { outer, folder, go } = site();
    mkdirSync(join(folder, 'posts'));
    mkdirSync(join(outer, 'other'));
    symlinkSync('../../other', join(folder, 'posts/uploads'));
    const { status, stderr } = await go(...given);
    expect([status, stderr]).toEqual([2, expect.stringContaining('leads through a link to')]);
    expect(filesIn(join(outer, 'other'))).toEqual([]);
  });
});

test.each([
  ['', '--uploads is empty; name a copy of wp-content/uploads'],
  ['none/', 'cannot read none: no such file or folder'],
  ['none', 'cannot read none: no such file or folder'],
  ['export.xml', 'export.xml is not a folder; name a copy of wp-content/uploads'],
  ['wp', 'wp is not the uploads folder itself; pass --uploads wp/wp-content/uploads'],
])('--uploads %s: %s', async (dir, message) => {
  const { folder, go } = site(samples, { 'site/wp/wp-content/uploads/2018/a.jpg': '' });
  const { status, stderr } = await go('--uploads', dir);
  expect([status, stderr]).toEqual([2, `blog: ${message}\n`]);
  expect(filesIn(folder)).not.toContain('blog.config.yaml');
});

(process.getuid?.() === 0 ? test.skip : test)('a file that cannot be read stops the import with its name', async () => {
  const { outer, go } = site();
  chmodSync(join(outer, 'up/2019/06/a.jpg'), 0);
  const { status, stderr } = await go(...given);
  expect([status, stderr]).toEqual([2, 'blog: cannot read ../up/2019/06/a.jpg: permission denied\n']);
});
