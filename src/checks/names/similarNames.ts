/** Finds names that are probably typos of more common ones; fast even for thousands of different names. */
import { compareText } from '../../diagnostic.ts';
import { foldName, slugKey } from '../../post/fields/slug.ts';
import { createMeasure, type Measure } from '../../post/nearest.ts';

/** The more common name that a misspelt one stands for. */
export interface Typo {
  meant: string;
  /** The number of posts with the misspelt name, and with the other. */
  count: number;
  meantCount: number;
  /** Whether they differ only in capitals, spaces, accents or hyphens. */
  isSpelling: boolean;
}

/** How much more common a name must be for another to count as a typo of it. */
const timesCommoner = 2;

/** The fewest letters in a name for one or two wrong letters to be a typo: Form and Farm, Eric and Erica differ. */
export interface Shortest {
  forOne: number;
  forTwo: number;
}

/** For categories. */
export const shortestCategory: Shortest = { forOne: 5, forTwo: 10 };
/** For people, whose names are more often alike. */
export const shortestPerson: Shortest = { forOne: 8, forTwo: 12 };

interface Group {
  /** The most common spelling. */
  name: string;
  count: number;
  folded: string;
}

/**
 * The typos among names, by name. `counts` has the number of posts for each name; one that `isKnown`, such as one of the
 * config, is never a typo, and others may be typos of it however rare it is.
 */
export function findTypos(
  counts: ReadonlyMap<string, number>,
  isKnown: (name: string) => boolean,
  shortest: Shortest,
): Map<string, Typo> {
  const typos = new Map<string, Typo>();
  const groups = groupSpellings(counts, isKnown, typos);
  const common = groups.filter(({ name, count }) => count >= timesCommoner || isKnown(name));
  if (common.length === 0) return typos;
  const near = nearIndex(common, shortest);
  for (const { name, count, folded } of groups) {
    if (isKnown(name)) continue;
    const meant = near(folded, (other) => other.count >= count * timesCommoner || isKnown(other.name));
    if (meant) typos.set(name, { meant: meant.name, count, meantCount: meant.count, isSpelling: false });
  }
  return typos;
}

/** The letters in which a typo differs; undefined for another name. */
export function lettersOff(one: string, other: string, shortest: Shortest, measure: Measure): number | undefined {
  const letters = measure(one, other, 2);
  return letters <= mostLettersOff(Math.min(one.length, other.length), shortest) ? letters : undefined;
}

function mostLettersOff(length: number, { forOne, forTwo }: Shortest): number {
  if (length < forOne) return 0;
  return length < forTwo ? 1 : 2;
}

/** What all spellings of a name have in common. It keeps + and #, which a slug drops: “C++” is not “C#”. */
export function spellingKey(name: string): string {
  return `${slugKey(name) || foldName(name)} ${name.replace(/[^+#]/g, '')}`;
}

/** The number of accents: people leave them out, but do not type them by mistake. */
function accents(name: string): number {
  return name.normalize('NFD').length - name.length;
}

/** Groups the spellings of each name; all but the known or the most common one are typos. */
function groupSpellings(
  counts: ReadonlyMap<string, number>,
  isKnown: (name: string) => boolean,
  typos: Map<string, Typo>,
): Group[] {
  const spellings = new Map<string, [name: string, count: number][]>();
  for (const entry of counts) {
    const key = spellingKey(entry[0]);
    const group = spellings.get(key);
    if (group) group.push(entry);
    else spellings.set(key, [entry]);
  }
  return [...spellings.values()].map((group) => {
    const [first, ...others] = group.sort(
      ([a, many], [b, few]) =>
        Number(isKnown(b)) - Number(isKnown(a)) || few - many || accents(b) - accents(a) || compareText(a, b),
    ) as [[string, number], ...[string, number][]];
    const [meant, meantCount] = first;
    for (const [name, count] of others) {
      if (!isKnown(name)) typos.set(name, { meant, count, meantCount, isSpelling: true });
    }
    const count = group.reduce((sum, [, one]) => sum + one, 0);
    return { name: meant, count, folded: foldName(meant) };
  });
}

/**
 * Finds the common name that is one or two letters off. Two wrong letters leave one of three parts of a name intact, moved by
 * at most two, so that only names with a part in common have to be compared.
 */
function nearIndex(
  common: readonly Group[],
  shortest: Shortest,
): (folded: string, fits: (other: Group) => boolean) => Group | undefined {
  const index = new Map<string, Group[]>();
  for (const group of common) {
    for (const key of partKeys(group.folded, group.folded.length, 0)) {
      const sharing = index.get(key);
      if (!sharing) index.set(key, [group]);
      else if (sharing.length < mostAlike) sharing.push(group);
    }
  }
  const measure = createMeasure();
  let left = mostComparisons;
  return (folded, fits) => {
    let best: Group | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const other of candidates(folded, mostLettersOff(folded.length, shortest), index)) {
      if (other.folded === folded || !fits(other)) continue;
      if (--left < 0) return undefined;
      const off = lettersOff(folded, other.folded, shortest, measure);
      if (off !== undefined && (off < least || (off === least && best && other.count > best.count))) {
        best = other;
        least = off;
      }
    }
    return best;
  };
}

/** More names with a part in common are a series (“Report of …”): comparing them all would take long and find nothing. */
const mostAlike = 100;
/** Thousands of names made of the same few letters have parts in common all the same. */
const mostComparisons = 200_000;

/** What a typo never changes, the first letter and the numbers: Reading is not Leading, nor Part 1 a typo of Part 2. */
export function sureKey(folded: string): string {
  return `${folded[0]} ${numbersOf(folded)}`;
}

/** The digits of a folded name, its Roman numerals, and its words of one letter: Group A is not Group B. */
export function numbersOf(folded: string): string {
  const words = folded.match(/(?<![\p{L}\p{M}\p{N}'’])(?:[ivxl]+|\p{L})(?![\p{L}\p{M}\p{N}'’])|\p{N}+/gu) ?? [];
  return words.join(' ');
}

/** The keys of the three parts of a name of this length, moved by at most so many letters. */
function partKeys(folded: string, length: number, farthest: number): string[] {
  const size = Math.floor(length / 3);
  const sure = sureKey(folded);
  const shifts = Array.from({ length: 2 * farthest + 1 }, (_, index) => index - farthest);
  return [0, size, 2 * size].flatMap((start, part) => {
    const end = part === 2 ? length : start + size;
    const inside = shifts.filter((shift) => start + shift >= 0);
    return inside.map((shift) => `${sure} ${length} ${start} ${folded.slice(start + shift, end + shift)}`);
  });
}

function candidates(folded: string, most: number, index: ReadonlyMap<string, Group[]>): Set<Group> {
  if (most === 0) return new Set();
  const lengths = Array.from({ length: 2 * most + 1 }, (_, add) => folded.length - most + add);
  const lists = lengths.flatMap((length) => partKeys(folded, length, most)).map((key) => index.get(key) ?? []);
  return new Set(lists.flatMap((sharing) => (sharing.length < mostAlike ? sharing : [])));
}
