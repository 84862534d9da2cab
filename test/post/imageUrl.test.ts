/** What counts as an image is the same for checks, feeds and pages. */
import { expect, test } from '@jest/globals';
import { isImageUrl } from '../../src/post/imageType.ts';
import { blogOf, build, built } from '../support/builtSite.ts';
import { run } from '../support/site.ts';

const images = [
  'https://e.org/a.jpg',
  'https://e.org/a.PNG?w=1#x',
  'https://images.unsplash.com/photo-1503023345310-bd7c1de61c7d?w=800',
  'https://i.imgur.com/abc',
  'https://avatars.githubusercontent.com/u/1?v=4',
  'https://res.cloudinary.com/demo/image/upload/v1/sample',
  'https://images.ctfassets.net/a/b/c/photo',
];

const pages = [
  'https://unsplash.com/photos/e8rfcKAx1Rk',
  'https://e.org/a',
  'https://e.org/photo.html',
  'https://i.imgur.com/',
  'https://i.imgur.com/abc.mp4',
  'https://raw.githubusercontent.com/a/b/main/README',
  'https://res.cloudinary.com/demo/video/upload/v1/sample',
  'https://images.unsplash.com.e.org/photo-1',
];

test.each([...images.map((url) => [url, true] as const), ...pages.map((url) => [url, false] as const)])(
  '%s: %p',
  (url, isImage) => {
    expect(isImageUrl(url)).toBe(isImage);
  },
);

test('data: URLs and files are images by their type', () => {
  expect(['data:image/png;base64,AA', 'images/a.webp', 'data:text/html,x', 'images/a'].map(isImageUrl)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test.each([
  [images[2] ?? '', true],
  [pages[0] ?? '', false],
])('pages show %s as feeds and validate say: %p', async (url, isShown) => {
  const photo = `photo: { url: "${url}", alt: Two people, author: Bo Lin }`;
  const folder = blogOf({ 'posts/a.md': `---\ntitle: A\ndate: 2024-05-14\n${photo}\n---\nText.\n` });
  await build(folder);
  const page = built(folder, '2024/05/14/a/index.html');
  const feeds = await Promise.all(
    ['rss', 'atom', 'json'].map(async (type) => (await run(folder, ['feed', '--type', type])).stdout),
  );
  expect([page, ...feeds].map((text) => text.includes(url))).toEqual(Array(4).fill(isShown));
  const { stdout } = await run(folder, ['validate']);
  expect(stdout.includes('image-file-missing')).toBe(!isShown);
});
