import { expect, test } from '@jest/globals';
import { dropInvisible, escapeHtml, escapeHtmlAttribute } from '../../../src/post/markdown/htmlText.ts';

const special = /[&<>"]/g;

test.each([
  ['a\0b\x08c\x0bd\x0ce\x1ff\ufffeg\uffffh', 'abcdefgh'],
  ['a\x7f\x80\x85\x9f\ufdd0\ufdef\u{1fffe}\u{10ffff}b é \u{1f600}', 'ab é 😀'],
  ['\ud800x\udc00 \udc00\ud800', 'x '],
  ['😀\t\n\r\ufffd\u202e\ufeff\u{1fffd}', '😀\t\n\r\ufffd\u202e\ufeff\u{1fffd}'],
])('no feed can contain all of %j', (text, kept) => {
  expect(dropInvisible(text)).toBe(kept);
});

test.each([
  ['\ufffd Ã© ©', '&#xFFFD; Ã&#xA9; ©'],
  ['a\r\nb\rc\nd', 'a\nb\nc\nd'],
])('%j is as HTML %j', (text, html) => {
  expect(escapeHtml(text, special)).toBe(html);
});

test('only what is named is escaped', () => {
  expect(escapeHtml('a\xa0"<&', /[&<>\xa0]/g)).toBe('a&nbsp;"&lt;&amp;');
});

test.each([
  ['alt', "use src='b' or SRC=c\"", "use src&#61;'b' or SRC&#61;c&quot;"],
  ['title', 'src=', 'src&#61;'],
  ['href', 'https://e.org/?src=a&b', 'https://e.org/?src=a&amp;b'],
])('alt text is not taken for a URL: %s %j', (name, value, html) => {
  expect(escapeHtmlAttribute(name, value, special)).toBe(html);
});
