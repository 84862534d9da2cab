/** The words of a key of front matter, whatever its case and its separators. */
import { asLatin } from '../../lookalikes.ts';

/** The words in lower case: `isDraft`, `is_draft` and `Is draft` have the same. */
export function wordsOfKey(key: string): string[] {
  return asLatin(key.replace(/(?<=[\p{Ll}\d])(?=\p{Lu})/gu, ' '))
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');
}

/** Words that do not change what the word of a sign beside them says. */
const fillers = ['is', 'not', 'no', 'do', 'dont', 'post', 'page', 'entry', 'article', 'content', 'save', 'mark', 'as'];

/** The words that say something, and whether one of the others negates them. */
export function sayingWords(words: readonly string[]): { saying: string[]; isNegated: boolean } {
  return {
    saying: words.filter((word) => !fillers.includes(word)),
    isNegated: words.some((word) => ['not', 'no', 'dont'].includes(word)),
  };
}
