/** Finds names that are probably typos of more common ones; fast even for thousands of different names. */
import { createRequire } from 'node:module';
import { compareText } from '../diagnostic.ts';
import { foldName, slugKey } from '../post/fields/slug.ts';
import { isSwap } from '../post/nearest.ts';

const load = createRequire(import.meta.url);

/** The more common name that a misspelt one stands for. */
export interface Typo {
  meant: string;
  /** The number of posts with the misspelt name, and with the other. */
  count: number;
  meantCount: number;
  /** Whether they differ only in capitals, spaces, accents or hyphens. */
  isSpelling: boolean;
}

/** How common a name must be, in posts and by comparison, for another to count as a typo of it. */
const leastCommon = 3;
const timesCommoner = 4;

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

/** The typos among names, by name. `counts` has the number of posts for each name; one that `isKnown` is never a typo. */
export function findTypos(
  counts: ReadonlyMap<string, number>,
  isKnown: (name: string) => boolean,
  shortest: Shortest,
): Map<string, Typo> {
  const typos = new Map<string, Typo>();
  const groups = groupSpellings(counts, isKnown, typos);
  const common = groups.filter(({ count }) => count >= leastCommon);
  if (common.length === 0) return typos;
  const near = nearIndex(common, shortest);
  for (const { name, count, folded } of groups) {
    if (isKnown(name)) continue;
    const meant = near(folded, (other) => other.count >= count * timesCommoner);
    if (meant) typos.set(name, { meant: meant.name, count, meantCount: meant.count, isSpelling: false });
  }
  return typos;
}

/** Whether a category’s name is a typo of another, however common they are: another spelling, or a wrong letter or two. */
export function isTypoFor(name: string, meant: string): boolean {
  return spellingKey(name) === spellingKey(meant) || areNear(foldName(name), foldName(meant));
}

/** Another first letter, or another number, makes another name: Reading and Leading, Part 1 and Part 2. */
function areNear(folded: string, other: string): boolean {
  if (sureKey(folded) !== sureKey(other)) return false;
  return lettersOff()(folded, other) <= mostLettersOff(Math.min(folded.length, other.length), shortestCategory);
}

/** Counts the letters in which two texts differ; two swapped neighbours, the most common typo, count as one. */
function lettersOff(): (one: string, other: string) => number {
  const { distance }: typeof import('fastest-levenshtein') = load('fastest-levenshtein');
  return (one, other) => {
    const difference = distance(one, other);
    return difference === 2 && isSwap(one, other) ? 1 : difference;
  };
}

function digitsOf(name: string): string {
  return /\p{N}/u.test(name) ? name.replace(/\P{N}/gu, '') : '';
}

function mostLettersOff(length: number, { forOne, forTwo }: Shortest): number {
  if (length < forOne) return 0;
  return length < forTwo ? 1 : 2;
}

/** What all spellings of a name have in common. It keeps + and #, which a slug drops: “C++” is not “C#”. */
function spellingKey(name: string): string {
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
  const difference = lettersOff();
  const index = new Map<string, Group[]>();
  for (const group of common) {
    const sure = sureKey(group.folded);
    const { length } = group.folded;
    for (const [start, end] of partsOf(length)) {
      const key = `${sure} ${length} ${start} ${group.folded.slice(start, end)}`;
      const sharing = index.get(key);
      if (!sharing) index.set(key, [group]);
      else if (sharing.length < mostAlike) sharing.push(group);
    }
  }
  return (folded, fits) => {
    const most = mostLettersOff(folded.length, shortest);
    if (most === 0) return undefined;
    let best: Group | undefined;
    let least = most + 1;
    for (const other of candidates(folded, most, index)) {
      if (other.folded === folded || !fits(other)) continue;
      const off = difference(folded, other.folded);
      if (off > mostLettersOff(Math.min(folded.length, other.folded.length), shortest)) continue;
      if (off < least || (off === least && best && other.count > best.count)) {
        best = other;
        least = off;
      }
    }
    return best;
  };
}

/** More names with a part in common are a series (“Report of …”): comparing them all would take long and find nothing. */
const mostAlike = 100;

/** What a typo never changes: the first letter and the digits. */
function sureKey(folded: string): string {
  return `${folded[0]} ${digitsOf(folded)}`;
}

/** The ranges of the three parts of a name of this length. */
function partsOf(length: number): [start: number, end: number][] {
  const size = Math.floor(length / 3);
  return [
    [0, size],
    [size, 2 * size],
    [2 * size, length],
  ];
}

function candidates(folded: string, most: number, index: ReadonlyMap<string, Group[]>): Set<Group> {
  const found = new Set<Group>();
  const sure = sureKey(folded);
  for (let length = folded.length - most; length <= folded.length + most; length++) {
    for (const [start, end] of partsOf(length)) {
      for (let shift = -most; shift <= most; shift++) {
        if (start + shift < 0) continue;
        const text = folded.slice(start + shift, end + shift);
        const sharing = index.get(`${sure} ${length} ${start} ${text}`) ?? [];
        if (sharing.length < mostAlike) for (const group of sharing) found.add(group);
      }
    }
  }
  return found;
}
