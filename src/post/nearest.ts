/** Names that are close to one another: suggestions, and certain typos. */
import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/** “did you mean “x”?” for the candidate nearest to a mistyped name, or undefined if none is near. */
export function didYouMean(name: string, candidates: Iterable<string>): string | undefined {
  const candidate = nearest(name, candidates);
  return candidate === undefined ? undefined : suggest(candidate);
}

/** The question that suggests a candidate already found. */
export function suggest(candidate: string): string {
  return `did you mean “${candidate}”?`;
}

/** The question that suggests one of several candidates; undefined if there are none. */
export function suggestAny(candidates: readonly string[]): string | undefined {
  const quoted = candidates.map((one) => `“${one}”`);
  const last = quoted.pop();
  return last && `did you mean ${quoted.length === 0 ? '' : `${quoted.join(', ')} or `}${last}?`;
}

/** The candidate nearest to a mistyped name, or undefined if none is near enough to be worth suggesting. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase();
  const allowed = wanted.length < 5 ? 1 : Math.max(2, Math.floor(wanted.length / 3));
  const measure = createMeasure();
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    const difference = measure(wanted, other, allowed);
    if (difference <= allowed && difference < least) {
      best = candidate;
      least = difference;
    }
  }
  return best;
}

/**
 * Whether two names certainly differ by a typo only: case, spaces, `-` and `_`; one letter missing, added or changed, or
 * two swapped; two letters in a long name. Different digits, or a plural “s”, make a different name. Stricter than
 * `nearest`, whose suggestion somebody confirms.
 */
export function isTypo(one: string, other: string): boolean {
  const [a, b] = [foldSeparators(one), foldSeparators(other)];
  if (a === b) return true;
  if (a.replace(/\D/g, '') !== b.replace(/\D/g, '') || a === `${b}s` || b === `${a}s`) return false;
  const shorter = Math.min(a.length, b.length);
  if (shorter < 3 || a[0] !== b[0]) return false;
  const letters = typosBetween(a, b, 2);
  // Another letter in a short word is another word: desk, deck.
  if (letters === 1)
    return (
      a.length !== b.length ||
      shorter > 4 ||
      (a.length === b.length && [...a].sort().join('') === [...b].sort().join(''))
    );
  return letters === 2 && shorter > 6;
}

/** The only candidate that differs from a name by a typo, or else only by case, spaces, `-` and `_`. */
export function onlyTypo(name: string, candidates: Iterable<string>): string | undefined {
  const near = [...candidates].filter((one) => isTypo(name, one));
  const [first, ...others] = near;
  if (others.length === 0) return first;
  const same = near.filter((one) => foldSeparators(one) === foldSeparators(name));
  return same.length === 1 ? same[0] : undefined;
}

/** The name in lower case without spaces, `-` and `_`. */
export function foldSeparators(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]+/gu, '');
}

/** The longest difference, in letters, of which swaps are counted. */
const longestCounted = 64;

/** How many typos turn one name into another; what is more than `most`, at least 2, is not counted exactly. */
export type Measure = (one: string, other: string, most: number) => number;

/** How many typos turn one name into another; use `createMeasure` for many. */
export function typosBetween(one: string, other: string, most: number): number {
  return createMeasure()(one, other, most);
}

/**
 * Returns the only measure of how near two names are: the letters that were added, left out, changed or swapped with their
 * neighbour (Damerau–Levenshtein distance). Beyond `most` a swap may count twice. Its package is loaded only once a name is
 * mistyped.
 */
export function createMeasure(): Measure {
  const { distance }: typeof import('fastest-levenshtein') = load('fastest-levenshtein');
  return (one, other, most) => {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    const letters = distance(one, other);
    // A swap is two letters to it, so that more than four are more than two typos.
    if (letters <= 1 || letters > 4) return letters;
    let start = 0;
    while (start < one.length && one[start] === other[start]) start++;
    let end = 0;
    while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end++;
    const [a, b] = [one, other].map((name) => name.slice(start, name.length - end)) as [string, string];
    return Math.max(a.length, b.length) > longestCounted ? letters : countTypos(a, b);
  };
}

/** The distance itself, of short names. */
function countTypos(one: string, other: string): number {
  // A row and a column more than there are letters, since a swap looks back before the first.
  const width = other.length + 2;
  const cells = new Uint8Array((one.length + 2) * width).fill(one.length + other.length);
  const at = (row: number, column: number): number => cells[row * width + column] ?? 0;
  for (let j = 0; j <= other.length; j++) cells[width + j + 1] = j;
  /** The last row above with the letter of each column. */
  const lastRows = new Uint8Array(other.length + 1);
  for (let i = 1; i <= one.length; i++) {
    let lastColumn = 0;
    cells[(i + 1) * width + 1] = i;
    for (let j = 1; j <= other.length; j++) {
      const lastRow = lastRows[j] ?? 0;
      const isSame = one.charCodeAt(i - 1) === other.charCodeAt(j - 1);
      const swap = at(lastRow, lastColumn) + (i - lastRow - 1) + 1 + (j - lastColumn - 1);
      const changed = at(i, j) + (isSame ? 0 : 1);
      cells[(i + 1) * width + j + 1] = Math.min(changed, at(i, j + 1) + 1, at(i + 1, j) + 1, swap);
      if (!isSame) continue;
      lastColumn = j;
      lastRows[j] = i;
    }
  }
  return at(one.length + 1, other.length + 1);
}
