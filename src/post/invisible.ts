/** Characters that look like a space or like nothing, which word processors leave where YAML wants a space or a letter. */
import { characterName } from './text.ts';

/** For expressions: wide, narrow and no-break spaces: to YAML, all but the ordinary one are letters. */
export const oddSpaces = '\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000';
/** For expressions: marks without a width. */
export const unseen = '\\u00ad\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff';

/** Any of them. */
export const anyInvisible = new RegExp(`[${oddSpaces}${unseen}]`);
const eachSpace = new RegExp(`[${oddSpaces}]`, 'g');
const eachUnseen = new RegExp(`[${unseen}]`, 'g');
const names: Readonly<Record<string, string>> = {
  '\u00a0': 'no-break space',
  '\u202f': 'narrow no-break space',
  '\u3000': 'ideographic space',
  '\u200b': 'zero-width space',
  '\ufeff': 'byte order mark',
  '\u00ad': 'soft hyphen',
  '\u2060': 'word joiner',
};

/** The first invisible character of a text, by its name: `no-break space (U+00A0)`; undefined if there is none. */
export function invisibleIn(text: string): string | undefined {
  const found = anyInvisible.exec(text)?.[0];
  if (found === undefined) return undefined;
  const code = characterName(found.charCodeAt(0));
  return `${names[found] ?? 'invisible character'} (${code})`;
}

/** A text with ordinary spaces in place of odd ones, and without what nobody sees. */
export function withoutInvisible(text: string): string {
  return text.replace(eachSpace, ' ').replace(eachUnseen, '');
}

/** Scripts that write without spaces, or in both directions, and need marks without a width. */
const needsMarks = /[\p{sc=Thai}\p{sc=Khmr}\p{sc=Laoo}\p{sc=Mymr}\p{sc=Arab}\p{sc=Hebr}]/u;
/** An odd space, except for those of French punctuation and between Chinese, Japanese and Korean letters. */
const spaceInName = new RegExp(
  `(?<![«\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Hang}])[${oddSpaces}](?![!?;:»%])`,
  'gu',
);
const marksInName = /[\u00ad\u180e\u200b\u200e\u200f\u2060-\u2064\ufeff]/g;

/** A name as its author sees it: without invisible characters that no script needs. */
export function cleanName(name: string): string {
  if (!anyInvisible.test(name)) return name;
  const plain = name.replace(spaceInName, ' ');
  const spaced = plain === name ? name : plain.replace(/ {2,}/g, ' ');
  return (needsMarks.test(name) ? spaced : spaced.replace(marksInName, '')).trim();
}

/** Whether a line is a fence except for invisible characters. */
export function isHiddenFence(line: string): boolean {
  return line.length < 100 && anyInvisible.test(line) && withoutInvisible(line).trim() === '---';
}
