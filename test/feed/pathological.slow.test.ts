import { describe, expect, test } from '@jest/globals';
import { samplePost, writeFeed } from '../support/feedPosts.ts';
import { readXml } from '../support/feedReaders.ts';

const many = 50_000;
const numbered = (count: number, item: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => item(index)).join('');

const bodies: Readonly<Record<string, string>> = {
  'nested tags': `${'<div>'.repeat(10_000)}x${'</div>'.repeat(10_000)}`,
  'tags never closed': '<div>'.repeat(many),
  'inline tags never closed': `a ${'<b>'.repeat(many)}`,
  'formatting that a browser would copy': `${numbered(5000, (index) => `<b id=${index}>`)}${'<p>x'.repeat(1000)}`,
  'badly nested': '<b><i></b></i>'.repeat(20_000),
  'closed and never opened': `${'<div>'.repeat(20_000)}${'</p>'.repeat(20_000)}`,
  'nested tables': '<table><tr><td>'.repeat(10_000),
  'quotation marks of mail': '>'.repeat(many),
  quotations: '> '.repeat(many),
  attributes: `<p ${numbered(100_000, (index) => `a${index}="x" `)}>x</p>`,
  'attributes, never closed': `x <span ${'a="b" '.repeat(100_000)}`,
  'nested lists': numbered(2000, (index) => `${' '.repeat(index * 2)}- a\n`),
  'a list in a list on one line': '- '.repeat(many),
  emphasis: '*a **b '.repeat(10_000) + '** *'.repeat(10_000),
  stars: '*'.repeat(many),
  brackets: `${'['.repeat(many)}${']'.repeat(many)}`,
  'links never closed': '[a]('.repeat(many),
  'nested images': `${'!['.repeat(5000)}a${'](x)'.repeat(5000)}`,
  backticks: numbered(2000, (index) => `e${'`'.repeat(index)}`),
  'comments never closed': `x ${'<!-- a '.repeat(many)}`,
  footnotes: numbered(10_000, (index) => `[^${index}] `) + numbered(10_000, (index) => `\n\n[^${index}]: n`),
  'footnotes in the line': '^[a]'.repeat(20_000),
  'nested footnotes': `${'^['.repeat(3000)}a${']'.repeat(3000)}`,
  'footnotes never closed': `[^a]: x\n\n${'[^'.repeat(many)}`,
  'a long table': `|a|\n|-|\n${'|x|\n'.repeat(many)}`,
  'a wide table': `${'|a'.repeat(5000)}|\n${'|-'.repeat(5000)}|\n${'|x\n'.repeat(5000)}`,
  srcset: `<img src=x srcset="${', '.repeat(many)}${'b 1x,'.repeat(many)}">`,
  scripts: '<script>'.repeat(20_000),
  'vector graphics': '<svg><math>'.repeat(10_000),
  ampersands: '&'.repeat(many),
  'line breaks': '\n'.repeat(1_000_000),
  'one long word': 'a'.repeat(1_000_000),
};

describe('a text that is an attack on the program is answered in time, and well formed', () => {
  test.each(Object.keys(bodies))('%s', (name) => {
    const start = performance.now();
    const feed = writeFeed([samplePost({ body: bodies[name] ?? '', authors: [{ name: 'Ann' }] })]);
    expect(performance.now() - start).toBeLessThan(5000);
    expect(readXml(feed)).toContain('item');
  });
});

test('markup too deep for readers loses its tags and keeps its words', () => {
  const feed = writeFeed([samplePost({ body: `${'<div>'.repeat(10_000)}the words${'</div>'.repeat(10_000)}` })]);
  expect(feed).toContain('the words');
  expect(feed.split('<div>').length).toBeLessThan(200);
});
