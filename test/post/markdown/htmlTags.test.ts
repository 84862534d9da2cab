import { expect, test } from '@jest/globals';
import { readTags } from '../../../src/post/markdown/htmlTags.ts';

test.each<[string, string[]]>([
  ['a <b>c</b> <BR/>', ['<b>', '<BR/>']],
  ['<img src="a>b" alt=\'"\'>', ['<img src="a>b" alt=\'"\'>']],
  ['<!-- <b> --><i>', ['<i>']],
  ['<script>if (a<b) x("<i>")</script><u>', ['<script>', '<u>']],
  ['<style><b></style><textarea><i></textarea><u>', ['<style>', '<textarea>', '<u>']],
  ['<iframe><b></iframe>', ['<iframe>']],
  ['1 < 2 <3 <', []],
  ['学🎉<b\nc>', ['<b\nc>']],
])('%j', (html, tags) => {
  const opening = readTags(html).filter(({ kind }) => kind !== 'end');
  expect(opening.map(({ start, end }) => html.slice(start, end))).toEqual(tags);
});

test('tags that close, or close themselves', () => {
  expect(readTags('<svg><g/></svg>').map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    'svg start',
    'g self-closing',
    'svg end',
  ]);
});

test('attributes: names in lower case, values decoded, and where they stand', () => {
  const html = '<a HREF="x?a&amp;b" title>';
  const [tag] = readTags(html);
  expect([...(tag?.attributes ?? [])]).toEqual([
    ['href', 'x?a&b'],
    ['title', ''],
  ]);
  const span = tag?.spanOf('href');
  expect(html.slice(span?.start, span?.end)).toBe('HREF="x?a&amp;b"');
  expect(tag?.spanOf('none')).toEqual({ start: 0, end: html.length });
});

test('a long text of tags that are never closed takes no longer than another', () => {
  const start = performance.now();
  readTags('<a "<a ""'.repeat(100_000));
  expect(performance.now() - start).toBeLessThan(5000);
});
