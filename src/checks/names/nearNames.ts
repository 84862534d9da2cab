/** Which of some names a mistyped one stands for, however common they are. */
import { foldName } from '../../post/fields/slug.ts';
import { createMeasure, type Measure, nearest } from '../../post/nearest.ts';
import { lettersOff, numbersOf, type Shortest, shortestCategory, spellingKey, sureKey } from './similarNames.ts';

interface Known {
  name: string;
  folded: string;
  spelling: string;
  sure: string;
}

function toKnown(name: string): Known {
  const folded = foldName(name);
  return { name, folded, spelling: spellingKey(name), sure: sureKey(folded) };
}

function isTypo(one: Known, { folded, spelling, sure }: Known, shortest: Shortest, measure: Measure): boolean {
  if (one.spelling === spelling) return true;
  return one.sure === sure && lettersOff(one.folded, folded, shortest, measure) !== undefined;
}

/** Whether a name is a typo of another: another spelling, or a wrong letter or two. */
export function isTypoFor(name: string, meant: string, shortest = shortestCategory): boolean {
  return isTypo(toKnown(name), toKnown(meant), shortest, createMeasure());
}

/** Whether two names have the same numbers, in digits or Roman numerals: “Part II” may be right where “Part I” is known. */
export function isSameSeries(one: string, other: string): boolean {
  return numbersOf(foldName(one)) === numbersOf(foldName(other));
}

export interface NearNames {
  /** The nearest with the same numbers, to be suggested. */
  nearest(name: string): string | undefined;
  /** Those that the name is certainly a typo for. */
  typos(name: string): readonly string[];
}

/** A blog may have thousands of unknown names beside as many in the config: then only the first are compared, by letters. */
const mostLetters = 3_000_000;

/** Finds the names that others are near to; each of the others is compared once, whichever posts have it. */
export function createNearNames(names: readonly string[], shortest = shortestCategory): NearNames {
  const series = new Map<string, { known: Known[]; letters: number }>();
  for (const known of names.map(toKnown)) {
    const numbers = numbersOf(known.folded);
    const group = series.get(numbers) ?? { known: [], letters: 0 };
    group.known.push(known);
    group.letters += known.name.length;
    series.set(numbers, group);
  }
  let measure: Measure | undefined;
  let left = mostLetters;
  /** Those to compare a name with. */
  const rivalsOf = ({ folded }: Known): readonly Known[] => {
    const { known, letters } = series.get(numbersOf(folded)) ?? { known: [], letters: 0 };
    // Long names take longer than their number says.
    left -= letters * Math.ceil(folded.length / 32);
    return left < 0 ? [] : known;
  };
  const kept = <T>(find: (wanted: Known, rivals: readonly Known[]) => T): ((name: string) => T) => {
    const found = new Map<string, { result: T }>();
    return (name) => {
      const before = found.get(name);
      if (before) return before.result;
      const wanted = toKnown(name);
      const result = find(wanted, rivalsOf(wanted));
      found.set(name, { result });
      return result;
    };
  };
  return {
    nearest: kept(({ name }, rivals) =>
      nearest(
        name,
        rivals.map((one) => one.name),
      ),
    ),
    typos: kept((wanted, rivals) => {
      const by = measure ?? createMeasure();
      measure = by;
      return rivals.filter((one) => isTypo(wanted, one, shortest, by)).map((one) => one.name);
    }),
  };
}
