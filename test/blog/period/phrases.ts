/** The table of phrases, and what they name. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Each phrase in curly quotes, and what it names at each of the times. */
export const rows = readFileSync(join(import.meta.dirname, 'phrases.txt'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('“'))
  .map((line) => line.split(/ *\| /));

export const phrases = rows.map(([phrase = '']) => phrase.slice(1, -1));
