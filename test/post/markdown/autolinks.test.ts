import { expect, test } from '@jest/globals';
import { createMarkdown } from '../../../src/post/markdown/markdown.ts';
import { runs } from '../../support/effort.ts';
import fc from '../../support/fastCheck.ts';

const markdown = createMarkdown();
const render = (body: string): string => markdown.render(markdown.parse(body)).trim();

/** The URLs of the links in a body. */
function linksIn(body: string): string[] {
  return [...render(body).matchAll(/<a href="([^"]*)"/g)].map(([, url = '']) => url);
}

test.each<[string, string]>([
  ['see https://example.org', 'https://example.org'],
  ['HTTP://EXAMPLE.org/A', 'HTTP://EXAMPLE.org/A'],
  ['http://localhost:1313/a', 'http://localhost:1313/a'],
  ['https://münchen.example/ä', 'https://münchen.example/ä'],
  ['见https://example.org/学', 'https://example.org/学'],
  ['“https://example.org/a”', 'https://example.org/a'],
  ['"https://example.org/a"', 'https://example.org/a'],
  ['at https://example.org/a, b', 'https://example.org/a'],
  ['at https://example.org/a.', 'https://example.org/a'],
  ['at https://example.org/a?!…', 'https://example.org/a'],
  ['at https://example.org/a。', 'https://example.org/a'],
  ['见https://example.org/a，后面。', 'https://example.org/a'],
  ['（https://example.org/a）后', 'https://example.org/a'],
  ['“https://example.org/a”后', 'https://example.org/a'],
  ['https://example.org/a（b）', 'https://example.org/a'],
  ['https://example.org/学「b」', 'https://example.org/学'],
  ['"https://example.org/a","b"', 'https://example.org/a'],
  ['https://example.org/l’été', 'https://example.org/l’été'],
  ['(at https://example.org/a)', 'https://example.org/a'],
  ['(at https://example.org/a_(b))', 'https://example.org/a_(b)'],
  ['https://example.org/a)).', 'https://example.org/a'],
  ['[at https://example.org/a]', 'https://example.org/a'],
  ['https://example.org/?a[]=1', 'https://example.org/?a[]=1'],
  ['*https://example.org/a*', 'https://example.org/a'],
  ['__https://example.org/a_b__', 'https://example.org/a_b'],
  ['~~https://example.org/~a~~', 'https://example.org/~a'],
  ['https://example.org/a*b', 'https://example.org/a*b'],
  ['https://example.org/a<b>c</b>', 'https://example.org/a'],
  ['https://example.org/?a=1&b=2', 'https://example.org/?a=1&amp;b=2'],
  ['https://example.org/?a=1&amp;b=2', 'https://example.org/?a=1&amp;b=2'],
  ['https://example.org/?a=1&copy;', 'https://example.org/?a=1'],
  ['https://example.org/a;', 'https://example.org/a'],
  ['https://example.org/a\\_b', 'https://example.org/a\\_b'],
  ['https://example.org/a\\\nb', 'https://example.org/a'],
  ['https://example.org/#a', 'https://example.org/#a'],
  ['- https://example.org/a', 'https://example.org/a'],
  ['| a |\n| - |\n| https://example.org/a |', 'https://example.org/a'],
  ['&lt;https://example.org/a>', 'https://example.org/a'],
  ['[https://example.org/a]({{ b }})', 'https://example.org/a'],
  ['[a](https://example.org/b c.html)', 'https://example.org/b'],
  ['/https://example.org/a', 'https://example.org/a'],
  ['https://example.org"T"', 'https://example.org'],
  ['https://example.org,a/b', 'https://example.org'],
  ['https://example.org、見', 'https://example.org'],
  ['https://example.org*/a*', 'https://example.org'],
  ['https://a:b@example.org/', 'https://a:b@example.org/'],
  ['https://a@example.org/', 'https://a@example.org/'],
])('%j links to %s', (body, url) => {
  expect(linksIn(body)).toEqual([url]);
});

test.each([
  'www.example.org',
  'example.org',
  'ada@example.org',
  'mailto:ada@example.org',
  'ftp://example.org/a',
  'git+https://example.org/a',
  'xhttps://example.org/a',
  'https://',
  'https:// example.org',
  'https://.',
  'https://_a.b_c',
  'https:/example.org',
  '`https://example.org/a`',
  '    https://example.org/a',
  'a <!-- https://example.org/a -->',
])('%j has no link', (body) => {
  expect(linksIn(body)).toEqual([]);
});

test.each([
  '[https://example.org/a](https://example.org/b)',
  '<a href="https://example.org/b">https://example.org/a</a>',
  '<https://example.org/b>',
  '![https://example.org/a](b.png) [x](https://example.org/b)',
])('%j has no link within a link', (body) => {
  expect(linksIn(body)).toEqual(['https://example.org/b']);
});

test('nothing of the text around a URL is lost', () => {
  const pieces = [
    'https://',
    'http://a',
    'b.c',
    '/',
    '.',
    ')',
    '(',
    ']',
    '*',
    '_',
    '~',
    '&amp;',
    ';',
    '\\',
    '”',
    ' ',
    '?',
  ];
  const text = (html: string): string => html.replace(/<[^>]*>/g, '');
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
      const body = `x ${parts.join('')} x`;
      const url = /<a href="([^"]*)">(.*?)<\/a>/.exec(render(body));
      expect(url?.[1]).toBe(url?.[2]);
      // Spaces keep the rule from any URL.
      if (!/[*_~\\]/.test(body))
        expect(text(render(body))).toBe(text(render(body.replaceAll('://', ':// '))).replaceAll(':// ', '://'));
    }),
    runs(300),
  );
});
