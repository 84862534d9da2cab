import { expect, test } from '@jest/globals';
import { SaxesParser } from 'saxes';
import { element, htmlElement, plainLine, textAsHtml, textElement } from '../../src/feed/xml.ts';

test('HTML is in CDATA as it is, and nothing in it can end the section', () => {
  expect(htmlElement('c', { type: 'html' }, '<p title="src=">a &amp; Ã©</p>')).toBe(
    '<c type="html"><![CDATA[<p title="src=">a &amp; Ã©</p>]]></c>\n',
  );
  const parser = new SaxesParser();
  let read = '';
  parser.on('cdata', (text) => {
    read += text;
  });
  parser.write(htmlElement('c', {}, '<p title="]]>">]]>]]</p>')).close();
  expect(read).toBe('<p title="]]>">]]>]]</p>');
});

test('text, attributes and line breaks come through a parser as they were', () => {
  expect(element('a', { b: 'x"&<>\t\n\r', none: undefined, zero: 0 }, 'x"&<>\r')).toBe(
    '<a b="x&#x22;&#x26;&#x3C;&#x3E;&#x9;&#xA;&#xD;" zero="0">x"&#x26;&#x3C;&#x3E;&#xD;</a>\n',
  );
  expect(element('a', {})).toBe('<a/>\n');
});

test.each([
  ['a & b', 'a & b'],
  ['AT&T, 5&6, a&=b', 'AT&amp;T, 5&amp;6, a&amp;=b'],
  ['&#1; &lt; &1 &é &', '&amp;#1; &amp;lt; &amp;1 &amp;é &'],
  ['<b> &<i> &&', '&lt;b> &&lt;i> &&'],
])('%j is as HTML %j: ampersands that no parser minds are left alone', (text, html) => {
  expect(textAsHtml(text)).toBe(html);
});

test('a text says that it is HTML only where it looks so', () => {
  expect(textElement('s', 'text', 'a < b')).toBe('<s>a &#x3C; b</s>\n');
  expect(textElement('s', 'text', '</b>')).toBe('<s type="html">&#x26;lt;/b&#x3E;</s>\n');
});

test.each([
  ['a  b\u00a0c\td', 'a  b\u00a0c\td'],
  ['First \r\n  second\n\n\u2028 AT&amp;T\n', 'First second AT&amp;T'],
  ['a\x7fb\x92\ufdd0c\u{1fffe}\0', 'abc'],
  ['\x85', ''],
])('as a line %j is %j', (text, line) => {
  expect(plainLine(text)).toBe(line);
});
