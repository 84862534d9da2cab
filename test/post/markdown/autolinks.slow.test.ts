/** Texts that a rule for bare URLs could take for ever over. */
import { expect, test } from '@jest/globals';
import { createMarkdown } from '../../../src/post/markdown/markdown.ts';

const markdown = createMarkdown();

test('a long text takes no longer than its length asks for', () => {
  const time = (body: string): number => {
    const start = performance.now();
    markdown.render(markdown.parse(body));
    return performance.now() - start;
  };
  for (const piece of [
    'https://',
    '://',
    'https://a.b/) ',
    'https://a.b/(',
    'https://a.b/;',
    'a https://',
    'https://a&b;',
  ]) {
    expect(time(piece.repeat(10_000))).toBeLessThan(20_000);
    expect(time(`https://a.b/${piece.at(-1)?.repeat(100_000)}`)).toBeLessThan(20_000);
  }
});
