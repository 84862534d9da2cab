/** An image above the posts folder is published as those beside the posts are: on pages, in feeds and in previews. */
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { blogOf, build, buildConfig, built, builtFiles, postText } from '../../support/builtSite.ts';
import { previewOf, type TestPreview } from '../../support/preview.ts';
import { run } from '../../support/site.ts';
import { tempFolder } from '../../support/tempFolder.ts';

const fields = ['title: Tea', 'date: 2024-05-01', 'image: { src: ../cover.jpg, alt: A cup }'];
const body = '![A desk](../photo2.jpg) ![A room](../art/a%20b.png?x=1) <img src="../desk.webp" alt="A desk">';
const images = { 'cover.jpg': 'c', 'photo2.jpg': 'p', 'art/a b.png': 'a', 'desk.webp': 'd' };
const site = { 'posts/tea.md': postText(fields, body), ...images };

test('a build copies them, and the feed has their URLs', async () => {
  const folder = blogOf(site);
  expect((await run(folder, ['validate'])).status).toBe(0);
  const { status, stderr } = await build(folder);
  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.not.stringContaining('not copied') });
  for (const [file, text] of Object.entries(images)) expect(built(folder, file)).toBe(text);
  const page = built(folder, '2024/05/01/tea/index.html');
  for (const src of ['/blog/cover.jpg', '/blog/photo2.jpg', '/blog/art/a%20b.png?x=1', '/blog/desk.webp'])
    expect(page).toContain(`src="${src}"`);
  expect(built(folder, 'feed.xml')).toContain('https://org.example/blog/photo2.jpg');
  expect(built(folder, 'feed.xml')).toContain('<media:content url="https://org.example/blog/cover.jpg"');
  expect((await build(folder, '--check')).status).toBe(0);
});

test('a post with a folder to itself, further down, and in a page of the site', async () => {
  const folder = blogOf({
    'posts/2024/tea/index.md': postText(['title: Tea', 'date: 2024-05-01'], '![A desk](../../../photo2.jpg)'),
    'posts/_site/us.md': '# Us\n\n![A cup](../../cover.jpg)\n',
    ...images,
  });
  await build(folder);
  expect(builtFiles(folder)).toEqual(expect.arrayContaining(['photo2.jpg', 'cover.jpg']));
  expect(built(folder, '2024/05/01/tea/index.html')).toContain('src="/blog/photo2.jpg"');
});

test('one with the name of an image beside the post, and one in the static folder', async () => {
  const folder = blogOf({
    'blog.config.yaml': `${buildConfig}static: look\n`,
    'posts/tea.md': postText(['title: Tea', 'date: 2024-05-01'], '![A](a.png) ![B](../a.png) ![C](../look/c.png)'),
    'posts/a.png': 'beside',
    'a.png': 'above',
    'look/c.png': 'c',
  });
  await build(folder);
  expect(built(folder, 'a.png')).toBe('beside');
  expect(built(folder, 'above/a.png')).toBe('above');
  expect(built(folder, 'c.png')).toBe('c');
  expect(built(folder, '2024/05/01/tea/index.html')).toMatch(
    /"\/blog\/a\.png".*"\/blog\/above\/a\.png".*"\/blog\/c\.png"/s,
  );
});

test('what is no image, or outside the folder of the blog, is not copied', async () => {
  const outside = tempFolder({ 'secret.png': 'secret' });
  const text = '![A](../blog.config.yaml) ![B](../notes.txt) ![C](../out.png) ![D](../../x.png) ![E](../config.png)';
  const folder = blogOf({ 'posts/tea.md': postText(['title: Tea', 'date: 2024-05-01'], text), 'notes.txt': 'n' });
  symlinkSync(join(outside, 'secret.png'), join(folder, 'out.png'));
  symlinkSync('blog.config.yaml', join(folder, 'config.png'));
  const { stderr } = await build(folder);
  expect(stderr).toContain('not copied: config.png, which is a link to a file of another kind');
  expect(builtFiles(folder).filter((file) => /png|yaml|txt$/.test(file))).toEqual([]);
  const { status, stdout } = await run(folder, ['validate']);
  expect(status).toBe(1);
  expect(stdout).toContain('image “../notes.txt” is not a file with the extension of an image');
  expect(stdout.match(/image-file-missing/g)).toHaveLength(4);
});

describe('a preview', () => {
  const folder = blogOf(site);
  let preview: TestPreview;
  beforeAll(async () => {
    preview = await previewOf(folder);
  });
  afterAll(() => preview.close());

  test('serves them, also one that comes later', async () => {
    expect((await preview.get('/blog/photo2.jpg')).status).toBe(404);
    await preview.sees('/blog/2024/05/01/tea/', /src="\/blog\/photo2\.jpg"/);
    expect(await preview.get('/blog/photo2.jpg')).toMatchObject({ status: 200, type: 'image/jpeg', text: 'p' });
    writeFileSync(join(folder, 'posts/tea.md'), postText(['title: Tea', 'date: 2024-05-01'], '![New](../new.png)'));
    await preview.sees('/blog/2024/05/01/tea/', /new\.png/);
    writeFileSync(join(folder, 'new.png'), 'n');
    await preview.sees('/blog/2024/05/01/tea/', /src="\/blog\/new\.png"/);
    expect((await preview.get('/blog/new.png')).text).toBe('n');
  });
});
