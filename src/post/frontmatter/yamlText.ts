/** Texts as front matter of new posts writes them: every YAML reader gives back the same characters. */
import { characterName, lineBreak } from '../text.ts';

/** A text in double quotes. JSON's escapes are YAML's, and what JSON lets through raw but YAML does not is escaped too. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A text in the quotes in which it stands as it is, where there are such. */
export function readablyQuoted(text: string): string {
  const isPlain = /["\\]/.test(text) && !/['\0-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/.test(text);
  return isPlain ? `'${text}'` : quoted(text);
}

/** A text as it is where no YAML reader, old or new, could take it for anything else; otherwise in double quotes. */
export function plainOrQuoted(text: string): string {
  const words = /^[\p{L}\p{M}\p{N}]+(?:[ .,()’–-]+[\p{L}\p{M}\p{N}]+)*[.)]?$/u;
  const plain = /^\p{L}/u.test(text) && words.test(text) && !/^(?:null|true|false|yes|no|on|off|y|n)$/i.test(text);
  return plain ? text : quoted(text);
}

/**
 * What keeps a text from standing on one line of front matter; undefined where nothing does. Whatever writes a field asks
 * this; `validate` accepts all that passes.
 */
export function lineProblem(text: string): string | undefined {
  if (lineBreak.test(text)) return 'it has a line break: write it on one line';
  const odd = /[\0-\x1f\x7f-\x9f\p{Noncharacter_Code_Point}\p{Surrogate}]/u.exec(text)?.[0];
  if (odd === undefined) return undefined;
  if (odd === '\t') return 'it has a tab: write blanks instead';
  return `it has the invisible character ${characterName(odd.codePointAt(0) ?? 0)}: type it again without`;
}
