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
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    const difference = distanceOf(wanted, other);
    const isNear = difference <= allowed || isSwap(wanted, other);
    if (isNear && difference < least) {
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
  const letters = distanceOf(a, b);
  // Another letter in a short word is another word: desk, deck.
  if (letters === 1) return a.length !== b.length || shorter > 4;
  return letters === 2 && (shorter > 6 || isSwap(a, b));
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

/** Whether two neighbouring letters were swapped, and nothing else differs. */
export function isSwap(a: string, b: string): boolean {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at + 1 < a.length && a.slice(0, at) + a[at + 1] + a[at] + a.slice(at + 2) === b;
}

/** Levenshtein distance; its package is loaded only once a name is mistyped. */
export function distanceOf(one: string, other: string): number {
  const { distance }: typeof import('fastest-levenshtein') = load('fastest-levenshtein');
  return distance(one, other);
}

/**
 * How many typos turn one name into another: letters that were added, left out, changed or swapped with their neighbour
 * (Damerau–Levenshtein distance). More than `most` are not counted exactly.
 */
export function typosBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  const far = one.length + other.length;
  // A row and a column more than there are letters, since a swap looks back before the first.
  const rows = Array.from({ length: one.length + 2 }, () => new Array<number>(other.length + 2).fill(far));
  const at = (row: number, column: number): number => rows[row]?.[column] ?? far;
  const lastRowOf = new Map<string, number>();
  for (let i = 0; i <= one.length; i++) {
    let lastColumn = 0;
    for (let j = 0; j <= other.length; j++) {
      const row = rows[i + 1];
      if (!row) continue;
      if (i === 0 || j === 0) {
        row[j + 1] = i + j;
        continue;
      }
      const lastRow = lastRowOf.get(other.charAt(j - 1)) ?? 0;
      const isSame = one[i - 1] === other[j - 1];
      const swap = at(lastRow, lastColumn) + (i - lastRow - 1) + 1 + (j - lastColumn - 1);
      row[j + 1] = Math.min(at(i, j) + (isSame ? 0 : 1), at(i + 1, j) + 1, at(i, j + 1) + 1, swap);
      if (isSame) lastColumn = j;
    }
    if (i > 0) lastRowOf.set(one.charAt(i - 1), i);
  }
  return at(one.length + 1, other.length + 1);
}
