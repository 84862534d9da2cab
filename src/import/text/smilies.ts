/** Smilies, which WordPress shows as emoji where they stand apart in a text. */
import { hasClass } from './tidy/attributes.ts';
import type { HtmlNode } from './tidy/parse.ts';

/** As in WordPress, with emoji for the four that are images there: `:mrgreen:`, `:roll:`, and earlier `:)` and `:(`. */
const table = `:mrgreen: 😀 :neutral: 😐 :twisted: 😈 :arrow: ➡ :shock: 😯 :smile: 🙂 :???: 😕 :cool: 😎 :evil: 👿 :grin: 😀
  :idea: 💡 :oops: 😳 :razz: 😛 :roll: 🙄 :wink: 😉 :cry: 😥 :eek: 😮 :lol: 😆 :mad: 😡 :sad: 🙁 :!: ❗ :?: ❓
  8-) 😎 8-O 😯 8O 😯 :-( 🙁 :( 🙁 :-) 🙂 :) 🙂 :-? 😕 :? 😕 :-D 😀 :D 😀 :-P 😛 :P 😛 :-o 😮 :o 😮 :-x 😡 :x 😡
  :-| 😐 :| 😐 ;-) 😉 ;) 😉`;

const emoji: ReadonlyMap<string, string> = new Map(
  Array.from(table.matchAll(/(\S+)\s+(\S+)/g), ([, code = '', sign = '']) => [code, sign]),
);

const codes = [...emoji.keys()].map((code) => code.replace(/[()?|]/g, '\\$&')).join('|');
const pattern = new RegExp(`(?<![^\\r\\n\\t \\u00a0])(?:${codes})(?![^\\r\\n\\t \\u00a0])`, 'g');
const candidate = new RegExp(codes);

/** Elements whose text is code, or is not shown. */
const verbatim = new Set('code pre script style textarea tt xmp listing plaintext'.split(' '));

/** A text with emoji for its smilies. */
export function withEmoji(text: string): string {
  return text.replace(pattern, (code) => emoji.get(code) ?? code);
}

/** Replaces the smilies in the nodes of HTML, and in the alt text of the images that WordPress once made of them. */
export function showSmilies(html: string, nodes: readonly HtmlNode[]): void {
  if (!candidate.test(html)) return;
  const waiting = [...nodes];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('value' in node) node.value = withEmoji(node.value);
    if (!('tagName' in node) || verbatim.has(node.tagName)) continue;
    if (node.tagName === 'img' && hasClass(node, /^wp-smiley$/)) {
      const alt = node.attrs.find(({ name }) => name === 'alt');
      if (alt) alt.value = emoji.get(alt.value.trim()) ?? alt.value;
    }
    for (const child of node.childNodes) waiting.push(child);
  }
}
