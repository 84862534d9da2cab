/** Smilies are emoji, as WordPress shows them. */
import { expect, test } from '@jest/globals';
import { createRenderer } from '../../../src/commands/import/verify.ts';
import { convertText } from '../../../src/import/text/content.ts';
import { compareTexts } from '../../../src/import/verify/compareTexts.ts';
import { createContext } from './context.ts';

const convert = (content: string): string => convertText(content, createContext()).markdown.trim();

const shown = `:mrgreen: 😀 :neutral: 😐 :twisted: 😈 :arrow: ➡ :shock: 😯 :smile: 🙂 :???: 😕 :cool: 😎 :evil: 👿 :grin: 😀
:idea: 💡 :oops: 😳 :razz: 😛 :roll: 🙄 :wink: 😉 :cry: 😥 :eek: 😮 :lol: 😆 :mad: 😡 :sad: 🙁 :!: ❗ :?: ❓ 8-) 😎 8-O 😯
8O 😯 :-( 🙁 :( 🙁 :-) 🙂 :) 🙂 :-? 😕 :? 😕 :-D 😀 :D 😀 :-P 😛 :P 😛 :-o 😮 :o 😮 :-x 😡 :x 😡 :-| 😐 :| 😐 ;-) 😉 ;) 😉`;
const pairs = [...shown.matchAll(/(\S+)\s+(\S+)/g)].map(([, code = '', emoji = '']): [string, string] => [code, emoji]);

test.each(pairs)('%s is %s', (code, emoji) => {
  expect(convert(`<p>Well ${code} and ${code}</p>`)).toBe(`Well ${emoji} and ${emoji}`);
});

test.each([
  [':) :) :)', '🙂 🙂 🙂'],
  ['Well\n:)\nfine', 'Well\\\n🙂\\\nfine'],
  ['<p>Well&nbsp;:)</p>', 'Well 🙂'],
  ['<p>Well <b>:)</b></p>', 'Well **🙂**'],
  ['<p>:lol:<br />:cry:</p>', '😆\\\n😥'],
  ['<p><img class="wp-smiley" src="/wp-includes/images/smilies/mrgreen.png" alt=":mrgreen:" /></p>', '😀'],
  ['<p><img src="/smile.gif" alt=":)" /></p>', '![:)](/smile.gif)'],
  ['<p>a <code>:) </code> b</p>', 'a `:)` b'],
  ['[code]x :) y[/code]', '```\nx :) y\n```'],
  ['<pre>x :) y</pre>', '```\nx :) y\n```'],
  ['<p>a:) :)b (:) ":)" :):) 10:o :d :LOL: 8)</p>', 'a:) :)b (:) ":)" :):) 10:o :d :LOL: 8)'],
  ['<p><a href="https://example.org/:lol:">a</a></p>', '[a](https://example.org/:lol:)'],
])('in context: %j', (content, markdown) => {
  expect(convert(content)).toBe(markdown);
});

test('the check expects emoji, too, in notes as well', () => {
  const html =
    '<p>Well :)<sup data-footnote="See :lol: there">1</sup> <img src="/a.png" alt=":)" /> and <code>a :) b</code></p>';
  const { markdown, source } = convertText(html, createContext());
  expect(compareTexts(source, createRenderer()(markdown)).differences).toEqual([]);
  expect(markdown).toContain('😆');
});

test('a long text with many beginnings of smilies takes no longer', () => {
  const text = ':-8;'.repeat(50_000);
  expect(convert(`<p>${text} :)</p>`)).toBe(`${text} 🙂`);
});
