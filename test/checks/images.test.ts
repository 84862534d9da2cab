import { expect, test } from '@jest/globals';
import { findIn, otherPost, placesIn } from '../support/findings.ts';

const web = 'https://images.example.org';

test.each<[string, string, string[]]>([
  ['with a description', `![Two people](${web}/a.jpg)`, []],
  ['without', `![](${web}/a.jpg)`, [`image-alt-missing 1:1 ![](${web}/a.jpg)`]],
  ['spaces only', `a ![  ](${web}/a.jpg)`, [`image-alt-missing 1:3 ![  ](${web}/a.jpg)`]],
  [
    'twice on a line',
    `![](${web}/a.jpg) ![](${web}/a.jpg)`,
    [`image-alt-missing 1:1 ![](${web}/a.jpg)`, `image-alt-missing 1:39 ![](${web}/a.jpg)`],
  ],
  [
    'the same image with and without',
    `![A](${web}/a.jpg) ![](${web}/a.jpg)`,
    [`image-alt-missing 1:40 ![](${web}/a.jpg)`],
  ],
  ['behind wide characters', `学生🎉 ![](${web}/a.jpg)`, [`image-alt-missing 1:5 ![](${web}/a.jpg)`]],
  ['in a quotation in a list', `- a\n\n  > b\n  > ![](${web}/a.jpg)`, [`image-alt-missing 4:5 ![](${web}/a.jpg)`]],
  [
    'behind a tab',
    `-\t![](${web}/a.jpg)\n\n\t![](${web}/b.jpg)`,
    [`image-alt-missing 1:3 ![](${web}/a.jpg)`, `image-alt-missing 3:2 ![](${web}/b.jpg)`],
  ],
  [
    'on a later line of a paragraph',
    `one\ntwo\n   ![](${web}/a.jpg) three`,
    [`image-alt-missing 3:4 ![](${web}/a.jpg)`],
  ],
  [
    'with CRLF',
    `one\r\n![](${web}/a.jpg)\r\nthree\r\n\r\n![](${web}/b.jpg)\r\n`,
    [`image-alt-missing 2:1 ![](${web}/a.jpg)`, `image-alt-missing 5:1 ![](${web}/b.jpg)`],
  ],
  ['in a heading', `## a ![](${web}/a.jpg) ##`, [`image-alt-missing 1:6 ![](${web}/a.jpg)`]],
  ['in a link', `[words ![](${web}/a.jpg)](${web})`, [`image-alt-missing 1:8 ![](${web}/a.jpg)`]],
  [
    'in a table, the same twice, behind an escaped bar',
    `| a | b |\n| - | - |\n| x \\| ![](${web}/a.jpg) | ![](${web}/a.jpg) |`,
    [`image-alt-missing 3:8 ![](${web}/a.jpg)`, `image-alt-missing 3:48 ![](${web}/a.jpg)`],
  ],
  ['in a footnote', `a[^1]\n\n[^1]: b ![](${web}/a.jpg)`, [`image-alt-missing 3:9 ![](${web}/a.jpg)`]],
  ['in an inline footnote', `one\n\ntwo^[b ![](${web}/a.jpg)]`, [`image-alt-missing 3:8 ![](${web}/a.jpg)`]],
  ['by reference', `![][a]\n\n[a]: ${web}/a.jpg`, ['image-alt-missing 1:1 ![]']],
  ['in code', `\`![](a.jpg)\`\n\n    ![](a.jpg)\n\n~~~\n![](a.jpg)\n~~~`, []],
  ['escaped', '\\![](https://example.org) !\\[](a.jpg)', ['link-text-poor 1:3 [](https://example.org)']],
  ['HTML without alt', `a <img src="${web}/a.jpg">`, [`image-alt-missing 1:3 <img src="${web}/a.jpg">`]],
  ['HTML: an empty alt is a choice', `<img src="${web}/a.jpg" alt="">`, []],
  ['HTML in a block', `<p>\n  <img src="${web}/a.jpg">\n</p>`, [`image-alt-missing 2:3 <img src="${web}/a.jpg">`]],
  ['HTML over several lines', `<img\n  src="${web}/a.jpg"\n  alt="IMG_1.jpg">`, ['image-alt-poor 3:3 alt="IMG_1.jpg"']],
  ['HTML in a comment', `<!-- <img src="${web}/a.jpg"> -->`, []],
  ['a file’s name', `![table.JPG](${web}/a.jpg)`, ['image-alt-poor 1:3 table.JPG']],
  ['a camera’s name', `![IMG_1234](${web}/a.jpg)`, ['image-alt-poor 1:3 IMG_1234']],
  ['picture of', `![A photo of two people](${web}/a.jpg)`, ['image-alt-poor 1:3 A photo of two people']],
  ['a word that says nothing', `![image](${web}/a.jpg)`, ['image-alt-poor 1:3 image']],
  ['of 150 characters', `![${'🎉'.repeat(150)}](${web}/a.jpg)`, []],
  ['of 151', `![${'x'.repeat(151)}](${web}/a.jpg)`, [`image-alt-poor 1:3 ${'x'.repeat(151)}`]],
  ['“photographs” in a sentence', `![Students look at photographs of their campus](${web}/a.jpg)`, []],
])('description: %s', async (_, body, expected) => {
  expect(await placesIn(body)).toEqual(expected);
});

const files = { 'images/a b.png': 'x', 'images/é.png': 'x', '50%.png': 'x', 'x/y.png': 'x' };

test.each<[string, string, string[]]>([
  ['there', '![A](x/y.png) *Photo: Ada*', []],
  ['there, with a query', '![A](./x/y.png?w=1#z) *Photo: Ada*', []],
  ['not there', '![A](x/z.png)', ['image-file-missing 1:6 x/z.png']],
  ['another capital', '![A](x/Y.png)', ['image-file-missing 1:6 x/Y.png']],
  ['a folder', '![A](images)', ['image-file-missing 1:6 images']],
  ['percent-encoded', '![A](images/a%20b.png) *Photo: Ada*', []],
  ['in angle brackets', '![A](<images/a b.png>) *Photo: Ada*', []],
  ['not ASCII', '![A](images/é.png) *Photo: Ada*', []],
  ['not ASCII, percent-encoded', '![A](images/%C3%A9.png) *Photo: Ada*', []],
  ['a percent sign of its own', '![A](50%.png) *Photo: Ada*', []],
  ['above the posts folder', '![A](../../a.png)', ['image-file-missing 1:6 ../../a.png']],
  ['no address', '![A]()', ['image-file-missing 1:1 ![A]()']],
  ['on a computer', '![A](C:\\Users\\ada\\a.png)', ['image-file-missing 1:6 C:\\Users\\ada\\a.png']],
  ['on a computer, as an address', '![A](file:///home/ada/a.png)', ['image-file-missing 1:6 file:///home/ada/a.png']],
  ['from the site’s root, which is not known', '![A](/assets/z.png)', []],
  ['on another site', '![A](https://example.org/z.png) ![B](//example.org/z.png)', []],
  ['data', '![A](data:image/png;base64,iVBORw0KGgo=)', []],
  ['HTML', '<img alt="A" src="z.png">', ['image-file-missing 1:14 src="z.png"']],
  ['the same address in the description', '![x/z.png is gone](x/z.png)', ['image-file-missing 1:20 x/z.png']],
])('file: %s', async (_, body, expected) => {
  expect(await placesIn(body, { files })).toEqual(expected);
});

test('a post is no image', async () => {
  const found = await findIn('![A desk](b.md) *Photo: Ada*', { files: { 'b.md': otherPost() } });
  expect(found).toMatchObject([
    {
      rule: 'image-file-missing',
      message: 'image “b.md” is a post, not an image',
      hint: 'name an image, or write a link: [text](b.md)',
    },
  ]);
});

test('template code is no address', async () => {
  expect(await placesIn('![A]({{site.baseurl}}/z.png)')).toEqual(['template-code 1:6 {{site.baseurl}}']);
});

test('a flat post’s image is meant from its file, and one in a folder’s from the folder', async () => {
  const images = { '2024/a/pic.png': 'x' };
  const body = '![A](pic.png) *Photo: Ada*';
  expect(await placesIn(body, { files: images, file: '2024/a/index.md' })).toEqual([]);
  expect(await placesIn(body, { files: images, file: '2024/b.md' })).toEqual(['image-file-missing 1:6 pic.png']);
});

test('an image is found in the folder “images” beside the post, which WordPress exporters leave out', async () => {
  const images = { '2024/a/images/pic.png': 'x', 'p.png': 'x' };
  const file = '2024/a/index.md';
  expect(await placesIn('![A](pic.png) *Photo: Ada*', { files: images, file })).toEqual([]);
  expect(await placesIn('![A](../pic.png)', { files: images, file })).toEqual(['image-file-missing 1:6 ../pic.png']);
  expect(await placesIn('![A](pic.png)', { files: images, file })).toEqual(['photo-credit-missing 1:1 ![A](pic.png)']);
});

test.each([
  ['x/Y.png', 'did you mean “x/y.png”?'],
  ['images/A_B.png', 'did you mean “images/a%20b.png”?'],
  ['../posts/x/Y.png', 'did you mean “x/y.png”?'],
  ['../x.png', 'check the number of ../, or copy the file to the posts folder'],
  ['none.png', 'check spelling and capitals, and that the file is in the folder'],
])('what to type for %s', async (url, hint) => {
  expect((await findIn(`![A](${url})`, { files })).map((one) => one.hint)).toEqual([hint]);
});

test('with a folder that is the site’s root, addresses from there are looked up', async () => {
  const blog = { config: 'static: posts/public\nsite_url: https://example.org/blog\n', files: { 'public/a.png': 'x' } };
  expect(await placesIn('![A](/blog/a.png)', blog)).toEqual([]);
  expect(await placesIn('![A](/blog/b.png)', blog)).toEqual(['image-file-missing 1:6 /blog/b.png']);
  // Beside the blog on the same site.
  expect(await placesIn('![A](/other/b.png)', blog)).toEqual([]);
});

test.each<[string, string, string[]]>([
  ['text', `image: ${web}/a.jpg`, ['image-alt-missing 6:8']],
  ['text with image_alt', `image: ${web}/a.jpg\nimage_alt: Two people`, []],
  ['a poor image_alt', `image: ${web}/a.jpg\nimage_alt: a.jpg`, ['image-alt-poor 7:12']],
  ['a mapping', `hero:\n  src: ${web}/a.jpg\n  alt: Picture of two people`, ['image-alt-poor 8:8']],
  ['a mapping without alt', `image: { src: ${web}/a.jpg }`, ['image-alt-missing 6:8']],
  ['a file that is not there', 'image:\n  url: a.jpg\n  alt: Two people', ['image-file-missing 7:8']],
  ['false', 'image: false', []],
  ['no source', 'image:\n  alt: Two people', ['field-type 7:3']],
  ['a page', 'photo: { url: https://photos.example/of/ada, alt: Two people }', ['image-file-missing 6:15']],
  ['a page, as text', 'image: https://photos.example/of/ada\nimage_alt: Two people', ['image-file-missing 6:8']],
  ['an image with a query', `image: ${web}/a.jpg?w=800\nimage_alt: Two people`, []],
  ['template code', 'image: "{{ site.baseurl }}/a.jpg"\nimage_alt: Two people', ['template-code 6:8']],
  ['template code in its alt text', `image: { src: ${web}/a.jpg, alt: "{{ page.alt }}" }`, ['template-code 6:54']],
])('in front matter: %s', async (_, fields, expected) => {
  const found = await findIn('Text.\n', { fields });
  const above = 6 + fields.split('\n').length;
  expect(found.map(({ rule, line, column }) => `${rule} ${line + above}:${column}`)).toEqual(expected);
});

test('what to type is said', async () => {
  const [one] = await findIn('![](https://example.org/a.jpg)');
  expect(one?.hint).toBe('describe what it shows: ![two people at a table](https://example.org/a.jpg)');
  const [front] = await findIn('Text.', { fields: `image: ${web}/a.jpg` });
  expect(front?.hint).toBe('add image_alt: "…" with what it shows');
});

test.each<[string, string, string, string[]]>([
  ['HEIC', '', 'a.HEIC', ['image-file-missing warning most browsers cannot show “a.HEIC”']],
  ['HEIF in front matter', 'image: a.heif', 'b.jpg', ['image-file-missing warning most browsers cannot show “a.heif”']],
  ['TIFF elsewhere', '', `${web}/a.tif`, [`image-file-missing warning most browsers cannot show “${web}/a.tif”`]],
  ['what a server converts', '', `${web}/a.heic?format=jpg`, []],
  ['AVIF', '', 'a.avif', []],
])('a format that few browsers show: %s', async (_, fields, url, expected) => {
  const files = Object.fromEntries(['a.HEIC', 'a.heif', 'b.jpg', 'a.avif'].map((name) => [name, 'x']));
  const found = await findIn(`![Two people](${url})\n\n*Photo: Ada*`, { fields: `${fields}\nimage_alt: Tea`, files });
  const told = found.filter(({ rule }) => rule === 'image-file-missing');
  expect(told.map(({ rule, severity, message }) => `${rule} ${severity} ${message}`)).toEqual(expected);
});
