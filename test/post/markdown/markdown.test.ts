import { expect, test } from '@jest/globals';
import type { FootnoteOptions } from '../../../src/post/markdown/footnotes.ts';
import { createMarkdown, paragraphsOf } from '../../../src/post/markdown/markdown.ts';
import { rewriteUrls } from '../../../src/post/markdown/rewriteUrls.ts';

const markdown = createMarkdown();

function render(body: string, place?: FootnoteOptions): string {
  return markdown.render(markdown.parse(body, place));
}

test.each([
  ['a *b* **c**', '<p>a <em>b</em> <strong>c</strong></p>\n'],
  ['~~gone~~', '<p><s>gone</s></p>\n'],
  ['see https://example.org', '<p>see <a href="https://example.org">https://example.org</a></p>\n'],
  ['<https://example.org>', '<p><a href="https://example.org">https://example.org</a></p>\n'],
  ['a "b" -- c', '<p>a &quot;b&quot; -- c</p>\n'],
  ['a\nb', '<p>a\nb</p>\n'],
  ['```js\na < b\n```', '<pre><code class="language-js">a &lt; b\n</code></pre>\n'],
  ['<div>x</div>', '<div>x</div>'],
  ['![a \\*b\\* &amp; c \\[d\\] ![e\\_f](x)](y)', '<p><img src="y" alt="a *b* &amp; c [d] e_f"></p>\n'],
])('%j', (body, html) => {
  expect(render(body)).toBe(html);
});

test('footnotes have ids of their post and whole addresses', () => {
  const html = render('a[^1] b[^1]\n\n[^1]: the note', { prefix: 'p1', page: 'https://e.org/?a&b' });
  expect(html).toContain('<sup><a href="https://e.org/?a&amp;b#fn-p1-1" id="fnref-p1-1">[1]</a></sup>');
  expect(html).toContain('id="fnref-p1-1-2"');
  expect(html).toContain('<li id="fn-p1-1">');
  expect(html).not.toContain('class=');
  expect(render('a[^1]\n\n[^1]: n', { prefix: 'p2', page: '' })).toContain('id="fn-p2-1"');
});

test('a text with footnotes beyond reason is still read at once', () => {
  const body = `${'^[a]'.repeat(20_000)}\n\nend`;
  const start = performance.now();
  expect(render(body)).toContain('<p>end</p>');
  expect(performance.now() - start).toBeLessThan(5000);
});

test('a dangerous link leaves no junk: its words stay', () => {
  const text = markdown.parse('[click](javascript:alert(1)) ![a photo](javascript:x) <javascript:y>');
  rewriteUrls(text.tokens, () => undefined);
  expect(markdown.render(text)).toBe('<p><a>click</a> a photo <a>javascript:y</a></p>\n');
});

test('addresses are given as they were written', () => {
  const seen: string[] = [];
  const { tokens } = markdown.parse('[a](./caf%C3%A9.md) ![b](<é b.png>) [c]\n\n[c]: #x "t"\n\n> - [d](e&amp;f)');
  rewriteUrls(tokens, (address, use) => {
    seen.push(`${use} ${address}`);
    return address;
  });
  expect(seen).toEqual(['link ./caf%C3%A9.md', 'image é b.png', 'link #x', 'link e&f']);
});

test.each([
  ['plain *text* `<b>` \\<b>', false],
  ['```html\n<b>\n```', false],
  ['a <b>c</b>', true],
  ['<div>\n', true],
  ['<!-- c -->', true],
  ['> - a <i>', true],
  // A link in a link is no HTML: the browser's parser has to sort that out.
  ['[a^[note]](b)', true],
  ['a[^1]\n\n[^1]: c <b>', true],
])('raw HTML in %j: %s', (body, expected) => {
  expect(rewriteUrls(markdown.parse(body).tokens, (address) => address).rawHtml).toBe(expected);
});

test('tables are aligned without style', () => {
  const text = markdown.parse('| a | b |\n|:-:|--:|\n| c | d |');
  rewriteUrls(text.tokens, (address) => address);
  const html = markdown.render(text);
  expect(html).toContain('<th align="center">a</th>');
  expect(html).toContain('<td align="right">d</td>');
  expect(html).not.toContain('style');
});

test('paragraphs are those that stand by themselves', () => {
  const { tokens } = markdown.parse(
    '# Head\n\nOne *two*\n`three`\n\n> quoted\n\n- item\n\n![only a picture](x)\n\nLast',
  );
  expect(paragraphsOf(tokens)).toEqual(['One two three', 'Last']);
});
