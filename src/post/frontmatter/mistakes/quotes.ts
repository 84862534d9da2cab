/** Text in quotes that end too late, or never. */
import { readablyQuoted } from '../yamlText.ts';

/** Quoted text that is never closed, as its author meant it: with a curly quote at its end, or an apostrophe at its start. */
export function closedText(value: string): string {
  const [mark = ''] = value;
  if (mark === '"' && /[“”]$/.test(value)) return readablyQuoted(value.slice(1, -1));
  if (/^'(?:t(?:is|was|were|will)|em|cause|til|till|bout|n|\d0s)\b/i.test(value)) return readablyQuoted(value);
  return value + mark;
}

/** The offset of the quote that closes the first character; -1 if none does. */
export function quoteEnd(value: string): number {
  const [mark] = value;
  for (let at = 1; at < value.length; at++) {
    if (mark === '"' && value[at] === '\\') at++;
    else if (mark === "'" && value[at] === mark && value[at + 1] === mark) at++;
    else if (value[at] === mark) return at;
  }
  return -1;
}
