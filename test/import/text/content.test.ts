/** Texts of the block editor and of the classic one, all the way to Markdown. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { convertText, renderContent } from '../../../src/import/text/content.ts';
import { createMarkdown } from '../../../src/post/markdown/markdown.ts';
import { createContext } from './context.ts';
import { outline } from './outline.ts';

const context = {
  ...createContext(
    new Map([
      [7, '<!-- wp:paragraph -->\n<p>Reused</p>\n<!-- /wp:paragraph -->'],
      [8, 'A<!-- wp:block {"ref":8} /-->'],
      [11, '<!-- wp:block {"ref":12} /-->'.repeat(1000)],
      [12, 'many words '.repeat(1000)],
    ]),
  ),
  footnotes: '[{"id":"u1","content":"A <em>note<\\/em>"}]',
};

test.each<[content: string, markdown: string, losses: string[]]>([
  [
    '<!-- wp:paragraph -->\n<p>a</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:heading {"level":3} -->\n<h3>b</h3>\n<!-- /wp:heading -->',
    'a\n\n### b\n',
    [],
  ],
  [
    '<!-- wp:paragraph --><p>a</p><!-- /wp:paragraph -->\nfree\nform\n\nmore<!-- wp:separator --><hr class="wp-block-separator"/><!-- /wp:separator -->',
    'a\n\nfree\\\nform\n\nmore\n\n---\n',
    [],
  ],
  ['<!-- wp:block {"ref":7} /-->', 'Reused\n', []],
  ['<!-- wp:block {"ref":8} /-->', 'A\n', ['block: reusable block 8 that contains itself']],
  ['<!-- wp:block {"ref":99} /-->', '', ['block: reusable block 99 that is not in the export']],
  ['<!-- wp:latest-posts {"postsToShow":3} /-->', '', ['block: latest posts (a block that WordPress fills in)']],
  ['<!-- wp:core/paragraph {"x":"a--\\u003eb"} --><p>a</p><!-- /wp:core/paragraph -->', 'a\n', []],
  ['<!-- wp:freeform -->\na\nb\n<!-- /wp:freeform -->', 'a\\\nb\n', []],
  ['<!-- wp:html -->\n<b>a</b>\nb\n<!-- /wp:html -->', '**a** b\n', []],
  ['<!-- wp:list --><ul><!-- wp:list-item --><li>a</li><!-- /wp:list-item --></ul><!-- /wp:list -->', '- a\n', []],
  ['<!-- wp:more --><!--more--><!-- /wp:more -->', '<!--more-->\n', []],
  [
    '<!-- wp:nextpage --><!--nextpage--><!-- /wp:nextpage -->',
    '---\n',
    ['structure: page break (<!--nextpage-->), now a rule'],
  ],
  ['<!-- wp:code --><pre class="wp-block-code"><code>a\n\nb</code></pre><!-- /wp:code -->', '```\na\n\nb\n```\n', []],
  [
    '<!-- wp:social-links --><ul><!-- wp:social-link {"url":"https://e.org","service":"mastodon"} /-->\n\n<!-- wp:social-link {"url":"a@e.org","service":"mail","label":"Write"} /--></ul><!-- /wp:social-links -->',
    '- [mastodon](https://e.org)\n- [Write](mailto:a@e.org)\n',
    [],
  ],
  [
    '<!-- wp:columns --><div class="wp-block-columns"><!-- wp:column --><div class="wp-block-column"><p>a</p></div><!-- /wp:column --></div><!-- /wp:columns -->',
    'a\n',
    [],
  ],
  [
    '<!-- wp:embed {"url":"https://youtu.be/x"} --><figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://youtu.be/x\n</div><figcaption>c</figcaption></figure><!-- /wp:embed -->',
    '<https://youtu.be/x>\n\n*c*\n',
    [],
  ],
  ['<!-- wp:paragraph --><p>a', 'a\n', []],
  [
    '<!-- wp:file --><div class="wp-block-file"><a href="a.pdf">A</a><a href="a.pdf" class="wp-block-file__button" download>Download</a></div><!-- /wp:file -->',
    '[A](a.pdf)\n',
    ['layout: button beside the link to a file'],
  ],
  ['<!-- wp:paragraph {bad} --><p>a</p><!-- /wp:paragraph -->', 'a\n', []],
  [
    '<!-- wp:paragraph --><p>a<sup data-fn="u1" class="fn"><a href="#u1" id="u1-link">1</a></sup></p><!-- /wp:paragraph --><!-- wp:footnotes /-->',
    'a[^1]\n\n[^1]: A *note*\n',
    [],
  ],
  [
    '<!-- wp:media-text --><div><figure><img src="a.jpg" alt="A"></figure><div><p>b</p></div></div><!-- /wp:media-text -->',
    '![A](a.jpg)\n\nb\n',
    [],
  ],
  [
    '<!-- wp:buttons --><div class="wp-block-buttons"><div class="wp-block-button"><a class="wp-block-button__link" href="https://e.org">Go</a></div></div><!-- /wp:buttons -->',
    '[Go](https://e.org)\n',
    [],
  ],
  [
    '<!-- wp:pullquote --><figure class="wp-block-pullquote"><blockquote><p>a</p><cite>B</cite></blockquote></figure><!-- /wp:pullquote -->',
    '> a\n>\n> <cite>B</cite>\n',
    [],
  ],
  ['<!-- wp:acf/box {"data":{"t":"x"}} /-->', '', ['block: acf/box (a block that WordPress fills in)']],
])('%j', (content, markdown, losses) => {
  const result = convertText(content, context);
  expect(result.markdown).toBe(markdown);
  expect(result.losses.map(({ kind, what }) => `${kind}: ${what}`)).toEqual(losses);
});

test('footnotes without their texts are reported', () => {
  const { losses } = convertText('<!-- wp:footnotes /-->', { ...context, footnotes: '{' });
  expect(losses).toEqual([{ kind: 'block', what: 'footnotes whose texts are not in the export', count: 1 }]);
});

test('reusable blocks do not multiply a text without bound', () => {
  const { markdown, losses } = convertText('<!-- wp:block {"ref":11} /-->', context);
  expect(markdown.length).toBeLessThan(2_000_000);
  expect(losses.map(({ what }) => what)).toEqual(['reusable block 12 that makes the text too long']);
});

test('reusable blocks in one another end somewhere', () => {
  const chain = Array.from({ length: 20_000 }, (_, ref): [number, string] => [
    ref,
    `x<!-- wp:block {"ref":${ref + 1}} /-->`,
  ]);
  const { losses } = convertText('<!-- wp:block {"ref":0} /-->', { ...context, ...createContext(new Map(chain)) });
  expect(losses.map(({ what }) => what)).toEqual(['reusable block 50 that makes the text too long']);
});

test('links and files are those of the context', () => {
  const resolving = {
    ...context,
    resolveFile: (url: string) => `file:${url}`,
    resolveLink: (url: string) => url.replace('/?p=1', 'other.md'),
  };
  const content = '<img src="a.jpg"><a href="/?p=1">x</a><a href="/wp-content/uploads/b.pdf">y</a><a href="#z">z</a>';
  expect(convertText(content, resolving).markdown).toBe(
    '![](file:a.jpg)[x](other.md)[y](file:/wp-content/uploads/b.pdf)[z](#z)\n',
  );
});

describe('texts like real ones', () => {
  const texts = readFileSync(join(import.meta.dirname, 'texts.txt'), 'utf8')
    .trimEnd()
    .split('\n=====\n');
  const parser = createMarkdown();

  test('there are thirty', () => {
    expect(texts.length).toBeGreaterThanOrEqual(30);
  });

  test.each(texts)('%s', (content) => {
    const { html } = renderContent(content, context);
    const { markdown } = convertText(content, context);
    // A caption is emphasised, and figures, like breaks at the edges of blocks, show nothing themselves.
    const seen = (source: string): string[] =>
      outline(
        source.replace(/(<\/?)figcaption[^>]*>/g, (_, start) => (start === '<' ? '<p><em>' : '</em></p>')),
      ).filter((line) => line !== 'BR');
    expect(seen(parser.render(parser.parse(markdown)))).toEqual(seen(html));
  });
});
