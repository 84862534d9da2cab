/** Lists that are not read as such: Markdown joins their lines. */
import type { Kind } from './kind.ts';

const space = String.raw`[ \t\u00a0\u2002-\u200a\u3000]`;
/** Signs that word processors write before an item, also as letters of their symbol fonts. */
const bullets = '•▪▫◦‣●○·・⁃\uf0b7\uf0a7\uf0d8';
const invisible = String.raw`[\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]`;
const mark = String.raw`(?:[-*+]|\d{1,3}[.)]|#{1,6})`;
const letters = String.raw`[^\n]*[\p{L}\p{N}]`;
const emoji = String.raw`(?:\p{Extended_Pictographic}\ufe0f?|☐|[\d#*]\ufe0f?\u20e3)`;
const signs = String.raw`(?:\.\)|[.)])`;
/** Not an initial of a name, a speaker or a number with a fraction. */
const first = String.raw`(?:\(?(?:[ai1]|[AI](?=\)))${signs}${space}|1:${space}|1[、．]|（1）|①|[一١](?:[.)、]|${signs}))`;
const second = String.raw`(?:\(?(?:b|ii|2|[B](?=\))|II(?=\)))${signs}|2:|2[、．]|（2）|②|[二٢](?:[.)、]|${signs}))`;

/** A line that ends without a line break of Markdown. */
const joined = String.raw`[^\n]*(?<! {2}|\\)`;

/** A sign as people see it: a letter of a symbol font is shown as an empty box. */
function named(sign = ''): string {
  if (sign === '-') return 'the hyphen';
  return /[\ue000-\uf8ff]/.test(sign) ? 'the sign before the text' : `“${sign}”`;
}

function ofBullet(beginning: string): Kind {
  return {
    meant: 'a list',
    pattern: new RegExp(String.raw`${beginning}(?=${letters})[^\n]*`, 'gmu'),
    why: ([bullet]) => `${named(bullet)} is the bullet of a word processor`,
    hint: ([bullet], { isItem }) =>
      isItem ? `delete ${named(bullet)}` : `begin each line with “- ” instead of ${named(bullet)}`,
    isList: true,
  };
}

export const listKinds: readonly Kind[] = [
  {
    meant: 'a list',
    pattern: /^([-*+])(?=\p{L})[^\n]*(?=\n\1\p{L})/gmu,
    why: ([sign]) => `there is no space after ${named(sign)}`,
    hint: ([sign]) => `put a space after ${named(sign)} on each line`,
    isList: true,
  },
  {
    meant: 'a list',
    pattern: /^1[.)](?=\p{L})[^\n]*(?=\n2[.)]\p{L})/gmu,
    why: 'there is no space after the number',
    hint: 'put a space after the number on each line',
    isList: true,
  },
  // A sign between words separates them.
  ofBullet(String.raw`^([${bullets}])(?:${space}|(?<=•))(?![^\n]*\1)`),
  // Word's second level.
  ofBullet(String.raw`^(o)(?:\t| {2,9})`),
  {
    meant: 'a list',
    pattern: /^(?:[-*+]|\d{1,3}[.)])[\u00a0\u2000-\u200a\u3000](?=\S)[^\n]*/gm,
    why: 'the space after its mark is a no-break space',
    hint: 'replace it with an ordinary space',
    isList: true,
  },
  {
    meant: 'a list',
    pattern: new RegExp(
      String.raw`^(?:([–—−‑→➢➤❖■□✓✔§Ø])|(${emoji}))${space}(?=${letters})${joined}(?=\n(?:\1|${emoji})${space})`,
      'gmu',
    ),
    why: ([sign, picture]) => `Markdown joins lines that begin with “${sign ?? picture}”`,
    hint: ([sign = '']) =>
      `begin each line with “- ”${/[–—]/.test(sign) ? ', or leave an empty line between what people say' : ''}`,
    isList: true,
  },
  {
    meant: 'a list',
    pattern: new RegExp(String.raw`^${first}(?=${letters})${joined}(?=\n${second})`, 'gmu'),
    why: 'only “- ”, “1. ” and the like begin its lines',
    hint: 'begin each line with “- ”, or with “1. ”, “2. ” and so on',
    isList: true,
  },
  {
    meant: 'a list',
    pattern: /^(?!1[.)])\d{1,3}[.)][ \t][^\n]*(?=\n\d{1,3}[.)][ \t])/gm,
    why: 'it is right below a line of text, and does not begin with 1',
    hint: 'leave an empty line above it',
    isList: true,
  },
  {
    meant: 'a list or a heading',
    pattern: new RegExp(String.raw`^${invisible}{1,9}${mark}[ \t](?=\S)[^\n]*`, 'gm'),
    why: 'an invisible character is before its mark',
    hint: 'delete what is before its first letter, and type the mark again',
    isList: true,
  },
];
