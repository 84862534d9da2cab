/** Text as YAML that every YAML reader reads as the same characters. */
import { characterName, lineBreak } from '../text.ts';

/** Text in double quotes. JSON's escapes are valid YAML; what only YAML must escape is escaped too. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Text in the kind of quotes that needs no escapes, if there is one. */
export function readablyQuoted(text: string): string {
  const isPlain = /["\\]/.test(text) && !/['\0-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/.test(text);
  return isPlain ? `'${text}'` : quoted(text);
}

/** Text as it is if no YAML reader, old or new, could read it as anything else; otherwise in double quotes. */
export function plainOrQuoted(text: string): string {
  const words = /^[\p{L}\p{M}\p{N}]+(?:[ .,()’–-]+[\p{L}\p{M}\p{N}]+)*[.)]?$/u;
  const plain = /^\p{L}/u.test(text) && words.test(text) && !/^(?:null|true|false|yes|no|on|off|y|n)$/i.test(text);
  return plain ? text : quoted(text);
}

/** A name as an item of a YAML list on one line, where a comma would end it. */
export function listItem(name: string): string {
  return name.includes(',') ? quoted(name) : plainOrQuoted(name);
}

/** Names as a YAML list on one line. */
export function listOf(names: readonly string[]): string {
  return `[${names.map(listItem).join(', ')}]`;
}

/** Names to choose from, all in quotes if one has a comma: in a post as on a command line they can be typed as they stand. */
export function choicesOf(names: readonly string[]): string {
  return (names.some((name) => name.includes(',')) ? names.map(quoted) : names).join(', ');
}

/** Why a text cannot be a line of front matter; undefined if it can, and then `validate` accepts it. */
export function lineProblem(text: string): string | undefined {
  if (lineBreak.test(text)) return 'it contains a line break; write it on one line';
  const odd = /[\0-\x1f\x7f-\x9f\p{Noncharacter_Code_Point}\p{Surrogate}]/u.exec(text)?.[0];
  if (odd === undefined) return undefined;
  if (odd === '\t') return 'it contains a tab; use spaces';
  return `it contains the invisible character ${characterName(odd.codePointAt(0) ?? 0)}; retype it`;
}
