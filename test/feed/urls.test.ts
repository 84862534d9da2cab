import { expect, test } from '@jest/globals';
import { resolveUrl, type Use } from '../../src/feed/urls.ts';
import { character } from '../support/anyText.ts';
import { runs } from '../support/effort.ts';
import fc from '../support/fastCheck.ts';
import { siteUrl, surroundings } from '../support/feedPosts.ts';

const around = surroundings(
  {
    '2019-other.md': `${siteUrl}/2019/01/other/`,
    'sub/index.md': `${siteUrl}/sub/`,
    'my post.md': `${siteUrl}/mine/`,
    'up.md': `${siteUrl}/a/../up/`,
  },
  {
    'sub/images/cover.png': { size: 7 },
    'images/a b.png': { size: 3 },
    'images/x.png': { size: 4 },
    'sub/pic.png': { size: 5 },
    '100%.png': { size: 6 },
  },
);
const flat = { url: `${siteUrl}/2018/07/sample/`, inPosts: '2018-07-05-sample.md' };
const folder = { url: `${siteUrl}/2018/07/sub/`, inPosts: 'sub/index.md' };
const resolve = (address: string, post = flat, use: Use = 'link') => resolveUrl(address, use, post, around)?.url;

test.each([
  // absolute ones stay
  ['https://example.org', 'https://example.org'],
  ['https://example.org/a?b=c&d=e#f', 'https://example.org/a?b=c&d=e#f'],
  ['HTTP://Example.org/A', 'HTTP://Example.org/A'],
  ['mailto:a@example.org?subject=Hello there', 'mailto:a@example.org?subject=Hello%20there'],
  ['tel:+44123', 'tel:+44123'],
  // blanks and letters that an address cannot hold
  ['https://example.org/a b/é', 'https://example.org/a%20b/%C3%A9'],
  ['https://example.org/a%20b%', 'https://example.org/a%20b%25'],
  ['https://example.org/[1]|{2}', 'https://example.org/%5B1%5D%7C%7B2%7D'],
  ['https://bücher.example/x', 'https://xn--bcher-kva.example/x'],
  ['https://[::1]/x', 'https://[::1]/x'],
  ['https://example.org.:8080/ä', 'https://example.org:8080/%C3%A4'],
  ['https://./ä', 'https://./%C3%A4'],
  // from the site's origin, as in a browser
  ['/x', 'https://blog.example.org/x'],
  ['//other.example/x', 'https://other.example/x'],
  ['/\\other.example/x', 'https://blog.example.org/%5Cother.example/x'],
  ['https://example.org/a\\b?c=\\*', 'https://example.org/a%5Cb?c=%5C*'],
  ['/a\\b', 'https://blog.example.org/a%5Cb'],
  ['no\\where', `${flat.url}no%5Cwhere`],
  // on the post's page
  ['#part', `${flat.url}#part`],
  ['?a=b', `${flat.url}?a=b`],
  ['', flat.url],
  // another post
  ['2019-other.md', `${siteUrl}/2019/01/other/`],
  ['./2019-other.md#end', `${siteUrl}/2019/01/other/#end`],
  ['my%20post.md', `${siteUrl}/mine/`],
  ['up.md', `${siteUrl}/up/`],
  ['my post.md', `${siteUrl}/mine/`],
  ['sub/index.md', `${siteUrl}/sub/`],
  // the folder of another post
  ['sub/', `${siteUrl}/sub/`],
  ['./sub', `${siteUrl}/sub/`],
  ['sub/#end', `${siteUrl}/sub/#end`],
  // a file below the posts folder
  ['images/x.png', `${siteUrl}/images/x.png`],
  ['images\\x.png', `${siteUrl}/images/x.png`],
  ['images/a%20b.png?v=1', `${siteUrl}/images/a%20b.png?v=1`],
  ['100%.png', `${siteUrl}/100%25.png`],
  // what is left is from the post's address
  ['images/none.png', `${flat.url}images/none.png`],
  ['../x', `${siteUrl}/2018/07/x`],
  [' \t images/x.png\n', `${siteUrl}/images/x.png`],
  ['../../../../../../etc/passwd', 'https://blog.example.org/etc/passwd'],
])('in a flat post %j is %j', (address, expected) => {
  expect(resolve(address)).toBe(expected);
});

test('an image is found in the folder “images” beside the post, a link is not', () => {
  expect(resolve('cover.png', folder, 'image')).toBe(`${folder.url}images/cover.png`);
  expect(resolve('cover.png?v=1', folder, 'image')).toBe(`${folder.url}images/cover.png?v=1`);
  expect(resolve('cover.png', folder)).toBe(`${folder.url}cover.png`);
  expect(resolve('x.png', flat, 'image')).toBe(`${siteUrl}/images/x.png`);
  expect(resolve('pic.png', folder, 'image')).toBe(`${folder.url}pic.png`);
});

test.each([
  ['pic.png', `${folder.url}pic.png`],
  ['../images/x.png', `${siteUrl}/2018/07/images/x.png`],
  ['../2019-other.md', `${siteUrl}/2019/01/other/`],
  ['none.png', `${folder.url}none.png`],
])('in a post with a folder %j is %j', (address, expected) => {
  expect(resolve(address, folder)).toBe(expected);
});

test('the file that is meant is known, also in a post with a folder', () => {
  expect(resolveUrl('images/x.png', 'image', flat, around)?.file).toEqual({ path: 'images/x.png', size: 4 });
  expect(resolveUrl('pic.png', 'image', folder, around)?.file).toEqual({ path: 'sub/pic.png', size: 5 });
  expect(resolveUrl('/images/x.png', 'image', flat, around)?.file).toBeUndefined();
});

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' \u0001javascript:alert(1)',
  'java\nscript:alert(1)',
  'java\tscript:alert(1)',
  'vbscript:x',
  'file:///etc/passwd',
  'data:text/html,x',
  'data:image/png;base64,AAAA',
  'blob:https://example.org/x',
  'ftp://example.org/x',
  'unknown:x',
  'https://',
  'https://exa mple.org/',
  'C:\\Users\\me\\photo.png',
  // a host that no URL can have, though browsers take it
  'https://a"b/',
  'https://a`b.example/x',
  'https://{a}.example/x',
  '//a"b/x',
  // template code, which only another tool fills in
  '{{ site.baseurl }}/x',
  '/{{ page.url }}',
  'https://example.org/{{ id }}',
  'https://{{ host }}/x',
  '{% link _posts/2018-07-05-a.md %}',
  '{{< ref "a.md" >}}',
  '<%= url %>',
  '#{{ id }}',
  'mailto:{{ site.email }}',
])('a link to %j is none', (address) => {
  expect(resolve(address)).toBeUndefined();
});

test.each([
  ['data:image/png;base64,AAAA', true],
  ['DATA:image/webp;base64,AAAA', true],
  ['data:image/svg+xml,<svg onload=alert(1)>', false],
  ['data:image/png', false],
  ['data:text/html;image/png,x', false],
  ['mailto:a@b.example', false],
  ['tel:+44123', false],
  ['{{ site.baseurl }}/a.png', false],
])('an image may be data, but no SVG, and nothing that is no image: %j', (address, fine) => {
  expect(resolve(address, flat, 'image') !== undefined).toBe(fine);
});

test('whatever is written, the answer is whole, harmless and final', () => {
  const anything = fc.oneof(
    fc.string({ unit: character }),
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^(?:javascript|data|https?|mailto|[./#?\\]{1,3}|\s)[:/\\%.a-z]{0,20}$/),
    fc.stringMatching(/^https?:\/\/[!-~]{1,6}$/),
  );
  fc.assert(
    fc.property(anything, fc.constantFrom<Use>('link', 'image'), (address, use) => {
      const url = resolve(address, flat, use);
      if (url === undefined) return;
      expect(url).toMatch(
        /^(?:https?:\/\/[^\s"<>\\^`{|}]+|(?:mailto|tel):[!-~]*|data:image\/(?:png|jpe?g|gif|webp)[;,][!-~]*)$/i,
      );
      if (use === 'image') expect(url).not.toMatch(/^(?:mailto|tel):/i);
      expect(resolve(url, flat, use)).toBe(url);
    }),
    runs(400),
  );
});

test('an address is read alike however many were before it', () => {
  // Node 20's URL.canParse changes its mind when it has been called a few thousand times.
  const seen = new Set<string | undefined>();
  for (let index = 0; index < 20_000; index++) seen.add(resolve('https://bücher.example/x'));
  expect([...seen]).toEqual(['https://xn--bcher-kva.example/x']);
});
