/** Which names are probably slips for other, commoner ones. Efficient for thousands of different names. */
import { createRequire } from 'node:module';
import { compareText } from '../diagnostic.ts';
import { foldName, slugKey } from '../post/fields/slug.ts';
import { isSwap } from '../post/nearest.ts';

const load = createRequire(import.meta.url);

/** A name that is probably a slip, and what was meant. */
export interface Typo {
  meant: string;
  /** In how many posts each of them is. */
  count: number;
  meantCount: number;
  /** Whether they are the same but for capitals, blanks, accents or hyphens. */
  isSpelling: boolean;
}

/** How much commoner a name must be, for another to be taken as a slip for it. */
const leastCommon = 3;
const timesCommoner = 4;

/** Shorter names (in letters) with one letter changed, or two, are names of their own: Form and Farm, Eric and Erica. */
export interface Shortest {
  forOne: number;
  forTwo: number;
}

export const shortestCategory: Shortest = { forOne: 5, forTwo: 10 };
export const shortestPerson: Shortest = { forOne: 8, forTwo: 12 };

interface Group {
  /** The commonest spelling. */
  name: string;
  count: number;
  folded: string;
}

/**
 * The slips among names, given with how many posts have each. Names that `isKnown` (to the config) are never slips.
 */
export function findTypos(
  counts: ReadonlyMap<string, number>,
  isKnown: (name: string) => boolean,
  shortest: Shortest,
): Map<string, Typo> {
  const slips = new Map<string, Typo>();
  const groups = groupSpellings(counts, isKnown, slips);
  const common = groups.filter(({ count }) => count >= leastCommon);
  if (common.length === 0) return slips;
  const near = nearIndex(common, shortest);
  for (const { name, count, folded } of groups) {
    if (isKnown(name)) continue;
    const meant = near(folded, (other) => other.count >= count * timesCommoner);
    if (meant) slips.set(name, { meant: meant.name, count, meantCount: meant.count, isSpelling: false });
  }
  return slips;
}

/** Whether a category's name is a slip for another, whatever their numbers: the same but for its spelling, or a letter or two off. */
export function isTypoFor(name: string, meant: string): boolean {
  return spellingKey(name) === spellingKey(meant) || areNear(foldName(name), foldName(meant));
}

/** Another first letter, or another number, makes another name: Reading and Leading, Part 1 and Part 2. */
function areNear(folded: string, other: string): boolean {
  if (sureKey(folded) !== sureKey(other)) return false;
  return lettersOff()(folded, other) <= mostLettersOff(Math.min(folded.length, other.length), shortestCategory);
}

/** Counts the letters in which two texts differ; two neighbours that changed places are one slip, and the commonest. */
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

/** What the spellings of a name share. Of “C++” and “C#” a slug leaves nothing that tells them apart. */
function spellingKey(name: string): string {
  return `${slugKey(name) || foldName(name)} ${name.replace(/[^+#]/g, '')}`;
}

/** Nobody types an accent by mistake, but many leave it out. */
function accents(name: string): number {
  return name.normalize('NFD').length - name.length;
}

/** Puts the spellings of a name together; all but the known or the commonest one are slips. */
function groupSpellings(
  counts: ReadonlyMap<string, number>,
  isKnown: (name: string) => boolean,
  slips: Map<string, Typo>,
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
      if (!isKnown(name)) slips.set(name, { meant, count, meantCount, isSpelling: true });
    }
    const count = group.reduce((sum, [, one]) => sum + one, 0);
    return { name: meant, count, folded: foldName(meant) };
  });
}

/**
 * Finds the common name that is one or two letters off. Two letters off leave one of three parts of a name whole, if
 * perhaps moved by two: so only names that share a part have to be compared.
 */
function nearIndex(
  common: readonly Group[],
  shortest: Shortest,
): (folded: string, fits: (other: Group) => boolean) => Group | undefined {
  const difference = lettersOff();
  const index = new Map<string, Group[]>();
  for (const group of common) {
    const sure = sureKey(group.folded);
    for (const { text, start } of partsOf(group.folded, group.folded.length)) {
      const key = `${sure} ${group.folded.length} ${start} ${text}`;
      const there = index.get(key);
      if (!there) index.set(key, [group]);
      else if (there.length < mostAlike) there.push(group);
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

/** So many names with a part in common are a series (“Report of …”): the part tells nothing, and to compare all takes long. */
const mostAlike = 100;

/** What is never off by a letter. */
function sureKey(folded: string): string {
  return `${folded[0]} ${digitsOf(folded)}`;
}

/** Three parts of a name as long as `length`, and where they begin. */
function partsOf(name: string, length: number): { text: string; start: number }[] {
  const size = Math.floor(length / 3);
  return [0, size, 2 * size].map((start, part) => ({
    text: name.slice(start, part === 2 ? length : start + size),
    start,
  }));
}

function candidates(folded: string, most: number, index: ReadonlyMap<string, Group[]>): Set<Group> {
  const found = new Set<Group>();
  const sure = sureKey(folded);
  for (let length = folded.length - most; length <= folded.length + most; length++) {
    const size = Math.floor(length / 3);
    for (const start of [0, size, 2 * size]) {
      const end = start === 2 * size ? length : start + size;
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
