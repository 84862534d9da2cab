/** HTML → Markdown: a table of cases, and what every text must keep. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { convertHtml } from '../../../src/import/text/toMarkdown.ts';
import { createMarkdown } from '../../../src/post/markdown/markdown.ts';
import { runs, sample } from '../../support/effort.ts';
import fc from '../../support/fastCheck.ts';
import { createContext } from './context.ts';
import { outline } from './outline.ts';

const markdown = createMarkdown();
const render = (body: string): string => markdown.render(markdown.parse(body));

/** Each case is HTML, `-----`, and the Markdown with its losses, as `! 2 × form: button`. */
const cases = readFileSync(join(import.meta.dirname, 'cases.txt'), 'utf8')
  .trimEnd()
  .split('\n=====\n')
  .map((one): [string, string] => {
    const [html = '', result = ''] = one.split('\n-----\n');
    return [html, result.replace(/\n-----$/, '')];
  });

test.each(cases.map(([html, result]) => [html.replace(/\n-----$/, ''), result]))('%s', (html = '', result = '') => {
  const { markdown: body, losses } = convertHtml(html, createContext());
  const lines = losses.map(({ kind, what, count }) => `! ${count} × ${kind}: ${what}`);
  expect([body.trimEnd(), ...lines].filter((part) => part !== '').join('\n')).toBe(result);
});

test('there are enough cases', () => {
  expect(cases.length).toBeGreaterThan(150);
});

describe('what a reader sees', () => {
  const signs = fc.constantFrom(
    ...'word|two words|*|**|_|__x__|snake_case|`|``|~~|~|[|]|[x]|[x](y)|](|!|![a](b)|#|# x|1.|1. x|2) y|-|- x|+|---|===|=|>|\\|\\*'.split(
      '|',
    ),
    ...[
      '|',
      '| a |',
      '|---|',
      '&lt;b&gt;',
      '&lt;',
      '&amp;amp;',
      '&amp;copy;',
      '&lt;!--',
      '{% raw %}',
      '{{ x }}',
      ':::',
      '&nbsp;',
    ],
    ...[
      'https://example.org/a_b*c',
      '(http://x.org)',
      'www.x.org',
      '“q”',
      '😀',
      'é',
      '中文',
      '\n',
      '^[n]',
      '[a]: b',
      '10 * 3',
      '~~~',
      '```',
    ],
  );
  const text = fc.array(signs, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '));
  const glued = fc.array(signs, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''));
  const wrap =
    (...tags: string[]) =>
    (inner: string, tag: number): string => {
      const opening = tags[tag % tags.length] ?? 'p';
      return `<${opening}>${inner}</${/^\w+/.exec(opening)?.[0]}>`;
    };
  const inlineTag = wrap(
    'strong',
    'em',
    'b',
    'i',
    'del',
    'code',
    'a href="https://e.org/x_(y)"',
    'sub',
    'u',
    'span',
    'kbd',
  );
  const blockTag = wrap('p', 'h2', 'blockquote', 'div', 'ul><li', 'ol start="3"><li');
  const { inline } = fc.letrec<{ inline: string }>((tie) => ({
    inline: fc.oneof(
      { depthSize: 'small' },
      text,
      glued,
      fc.constantFrom('<br>', '<img src="i.png" alt="a*b">'),
      fc.tuple(tie('inline'), fc.nat(20)).map(([inner, tag]) => inlineTag(inner, tag)),
      fc.tuple(tie('inline'), tie('inline')).map(([one, two]) => one + two),
    ),
  }));
  const block = fc.tuple(inline, fc.nat(20)).map(([inner, tag]) => blockTag(inner, tag));
  const code = text.map((inner) => `<pre>${inner}</pre>`);
  const html = fc
    .array(fc.oneof(block, block, code, inline), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join('\n'));

  test('is the same after rendering: words in their order, formatting, lists, links, images', () => {
    fc.assert(
      fc.property(html, (source) => {
        const { markdown: body } = convertHtml(source, createContext());
        // Breaks at the edges of blocks show nothing.
        const seen = (one: string): string[] => outline(one).filter((line) => line !== 'BR');
        expect(seen(render(body))).toEqual(seen(source));
      }),
      runs(500),
    );
  });
});

describe('no HTML takes long, or fails', () => {
  const often = (part: string, count = 2000): string => part.repeat(count);
  const texts: [string, string][] = [
    ['divisions', often('<div>')],
    ['formatting that is never closed', Array.from({ length: 2000 }, (_, id) => `<b id=${id}><p>x`).join('')],
    ['lists', often('<ul><li>a')],
    ['quotations', often('<blockquote>a')],
    ['tables', often('<table><tr><td>a')],
    ['beginnings of tags', often('<div ')],
    ['emphasis', often('<em>a</em><b>b</b>')],
    ['footnotes', often('<sup><a href="#a">1</a></sup>') + often('<li id=a>x<a href="#b">^</a></li>', 500)],
    ['stars', often('*a ')],
    ['brackets', often('[x](')],
    ['backticks', often('` ')],
    ['URLs', often('http://x.y')],
    ['hyphens', `${often('-')}x`],
  ];

  test.each(sample(texts, 4))('%s', (_, html) => {
    const { markdown: body } = convertHtml(html, createContext());
    expect(body.length).toBeLessThan(html.length * 20);
  });
});
