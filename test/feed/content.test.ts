import { expect, test } from '@jest/globals';
import { renderContent } from '../../src/feed/content.ts';
import { closeHtml } from '../../src/feed/html/closeHtml.ts';
import { findDanger } from '../../src/feed/html/danger.ts';
import { makeSafe, nestWell } from '../../src/feed/html/sanitise.ts';
import { createMarkdown } from '../../src/post/markdown/markdown.ts';
import { contentOf, type SampleFields, sampleFeed, samplePost, siteUrl, surroundings } from '../support/feedPosts.ts';

const ann = { name: 'Ann Lee' };
const bo = { name: 'Bo' };

test.each<[SampleFields, string]>([
  [{ authors: [ann], photos_by: [ann] }, 'Text and photos by Ann Lee'],
  [{ authors: [ann, bo] }, 'Text by Ann Lee and Bo'],
  [{ authors: [{ name: 'A & <b>' }], photos_by: [bo] }, 'Text by A &#x26; &#x3C;b&#x3E; · Photos by Bo'],
])('the byline stands before the text: %j', (fields, byline) => {
  expect(contentOf('Hello.', fields)).toBe(`<p><em>${byline}</em></p>\n<p>Hello.</p>\n`);
});

test.each<[string, string, SampleFields, boolean]>([
  ['the same at the beginning', '*Text and photos by Ann Lee*\n\nHello.', { authors: [ann], photos_by: [ann] }, false],
  [
    'the same at the end',
    'One.\n\nTwo.\n\n3\n\n4\n\n5\n\n6\n\n7\n\n**By Ann Lee (student)**',
    { authors: [ann] },
    false,
  ],
  ['in other words', 'Words: Ann Lee, photos: Bo\n\nHello.', { authors: [ann], photos_by: [bo] }, false],
  ['more than front matter knows', 'Text and photos by Ann Lee and Bo\n\nHello.', { authors: [ann] }, false],
  ['with the letters in another form', 'By Ren\u0065\u0301\n\nHello.', { authors: [{ name: 'Ren\u00e9' }] }, false],
  ['one of two', 'By Ann Lee\n\nHello.', { authors: [ann, bo] }, true],
  ['the writer only', 'By Ann Lee\n\nHello.', { authors: [ann], photos_by: [bo] }, true],
  ['a name in a sentence', 'By working with Ann Lee we learned.', { authors: [ann] }, true],
  ['far from both ends', '1\n\n2\n\n3\n\nBy Ann Lee\n\n5\n\n6\n\n7\n\n8', { authors: [ann] }, true],
  ['nobody is named', 'Hello.', {}, false],
])('a text that says its byline itself is not given another: %s', (_name, body, fields, added) => {
  expect(contentOf(body, fields).startsWith('<p><em>Text by')).toBe(added);
});

test.each([
  'Above.\n\n<!--more-->\n\nBelow.',
  'Above.<!-- more --> “Below” & so on.',
  '<!-- a\n\n> b -->\n\n- One\n  <!-- two -->',
])('a text whose only HTML is a comment is not sanitised: %j', (body) => {
  const { html } = renderContent(body, {
    ...{ markdown: createMarkdown(), closeHtml, findDanger, rewrite: (url) => url },
    ...{ file: 'a.md', url: siteUrl, guid: siteUrl, authors: [], photosBy: [] },
    makeSafe: () => 'sanitised',
  });
  expect(html).toContain('</');
  expect(nestWell(html)).toBe(makeSafe(html, (url) => url, /^$/));
});

function summaryOf(body: string, fields: SampleFields = {}): string | undefined {
  return sampleFeed([samplePost({ body, ...fields })]).items[0]?.render().summary;
}

test.each([
  ['# Head\n\nThe *first* paragraph.\n\nThe second.', 'The first paragraph.'],
  ['![alt](x.png)\n\nAfter the picture.', 'After the picture.'],
  ['- a list\n- only', 'a list only'],
  ['<div><p>HTML &amp; nothing else</p></div>', 'HTML & nothing else'],
  ['', ''],
  ['Text <script>alert(1)</script><style>p{}</style> end.', 'Text end.'],
  ['See <select><option>one</option></select> <TEXTAREA>t</TEXTAREA><svg><title>icon</title></svg> end.', 'See end.'],
  ['a<br>b\\\nc  \nH<sub>2</sub>O', 'a b c H2O'],
  ['<div>H<sub>2</sub>O<br>x<p>y</p></div>', 'H2O x y'],
  ['<script>alert(1)</script>\n\nAfter.', 'After.'],
])('a post without a summary is summed up by its beginning: %j', (body, summary) => {
  expect(summaryOf(body)).toBe(summary);
});

test('a beginning is cut between words, and never in a character', () => {
  const long = summaryOf('word '.repeat(200)) ?? '';
  expect(long).toMatch(/^(?:word )+word…$/);
  expect(long.length).toBeLessThanOrEqual(301);
  expect(summaryOf(`a${'😀'.repeat(400)}`)?.isWellFormed()).toBe(true);
});

test('the byline is no summary, and an own summary stays as it is', () => {
  expect(summaryOf('By Ann Lee\n\nHello.', { authors: [ann] })).toBe('Hello.');
  expect(summaryOf('Hello.', { summary: 'Own & <b>' })).toBe('Own & <b>');
});

test('footnotes lead to the post’s own page, and never clash with another post’s', () => {
  const body = 'a[^1]\n\n[^1]: n';
  const one = contentOf(body);
  expect(one).toContain(`<a href="${siteUrl}/2018/07/05/sample/#fn-`);
  const ids = (html: string): string[] => html.match(/id="[^"]*"/g) ?? [];
  const other = ids(contentOf(body, { slug: 'other' }));
  expect(ids(one)).toHaveLength(2);
  expect(ids(one).filter((id) => other.includes(id))).toEqual([]);
  // Raw HTML sends the text through the sanitiser, which must know the post's own ids.
  expect(ids(contentOf(`${body} <b id="x">b</b>`))).toEqual(ids(one));
});

test('Markdown’s addresses are whole as HTML’s are', () => {
  const around = surroundings({ '2019-other.md': `${siteUrl}/other/` }, { 'images/a.png': { size: 1 } });
  expect(contentOf('[o](2019-other.md#x) ![a](images/a.png "t")', {}, around)).toBe(
    `<p><a href="${siteUrl}/other/#x">o</a> <img src="${siteUrl}/images/a.png" alt="a" title="t"></p>\n`,
  );
});

test('what HTML cannot nest is sorted out: a note’s link in a link', () => {
  const html = contentOf('[a^[note]](https://example.org/)');
  expect(html).toContain('<a href="https://example.org/">a<sup></sup></a><a href=');
});

test.each([
  ['[the page <https://x.org> here](https://y.org)', '<a href="https://y.org">the page https://x.org here</a>'],
  ['[a <b@c.org> ^[n]](https://y.org)', undefined],
  [
    '[a <b@c.org>](https://y.org) <https://z.org>',
    '<a href="https://y.org">a b@c.org</a> <a href="https://z.org">https://z.org</a>',
  ],
  ['[a [b <https://x.org>](/u) c](https://y.org)', undefined],
])('a link in a link is none: %j', (body, expected) => {
  const html = contentOf(body);
  expect(html).not.toMatch(/<a [^>]*>(?:(?!<\/a>).)*<a /s);
  if (expected !== undefined) expect(html).toBe(`<p>${expected}</p>\n`);
});

test('characters that look like a wrong encoding are numbers in the byline, too, and themselves in excerpts', () => {
  expect(contentOf('Hello.', { authors: [{ name: 'Ã© \ufffd' }] })).toContain('<em>Text by Ã&#xA9; &#xFFFD;</em>');
  const [item] = sampleFeed([samplePost({ body: '> Ã© \ufffd' })]).items;
  expect(item?.render().summary).toBe('Ã© \ufffd');
});

test.each([
  ['<p onclick="x">y</p>', 'onclick="x" in <p>'],
  ['a <b>b</b> <script>x</script>', '<script>'],
  ['[a](b) `<b>`\n\n[c](d)', 'href="javascript:x" in <a>'],
])('were HTML not sanitised, there would be no feed: %j', (body, danger) => {
  const rendering = {
    markdown: createMarkdown(),
    closeHtml: () => {},
    makeSafe: (html: string) => html,
    findDanger,
    rewrite: () => 'javascript:x',
    file: 'posts/a.md',
    url: 'https://e.org/a/',
    guid: 'https://e.org/a/',
    authors: [],
    photosBy: [],
  };
  expect(() => renderContent(body, rendering)).toThrow(
    `posts/a.md: unsafe HTML in the feed: ${danger}; remove it from the post, and report the bug`,
  );
});
