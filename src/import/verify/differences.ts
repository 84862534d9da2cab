/** What differs between two lists of texts, in linear time. */

/** Something that is not as it was. */
export interface Difference {
  /** What it is about: `text`, `link`, `image`, `alt text`, `heading`, `list`, `table` or `code`. */
  kind: string;
  /** In words: “two words” missing. */
  what: string;
}

/** How far to look for where the lists are the same again. */
const farthest = 60;

/** How many entries must be the same there: of words, one alone may be the same by chance. */
const sure = 3;

/** The stretches of entries in which the lists differ, `most` of them; `isAll` is false if there are more. */
export function findDifferences(
  kind: string,
  before: readonly string[],
  after: readonly string[],
  most: number,
): { differences: Difference[]; isAll: boolean } {
  const differences: Difference[] = [];
  let [at, other] = [0, 0];
  for (;;) {
    while (at < before.length && before[at] === after[other]) {
      at++;
      other++;
    }
    if (at >= before.length && other >= after.length) return { differences, isAll: true };
    if (differences.length === most) return { differences, isAll: false };
    const [lost, added] = nextSame(before, at, after, other);
    differences.push({ kind, what: describe(before.slice(at, at + lost), after.slice(other, other + added)) });
    at += lost;
    other += added;
  }
}

/** How many entries of each list to skip until they are the same again; all if that is too far. */
function nextSame(before: readonly string[], at: number, after: readonly string[], other: number): [number, number] {
  const isSame = (one: number, two: number): boolean => {
    for (let next = 0; next < sure; next++) {
      const [entry, itsOther] = [before[at + one + next], after[other + two + next]];
      if (entry !== itsOther) return false;
      if (entry === undefined) return next > 0 || (at + one === before.length && other + two === after.length);
    }
    return true;
  };
  for (let distance = 1; distance <= farthest; distance++) {
    for (let short = 0; short <= distance; short++) {
      if (isSame(distance, short)) return [distance, short];
      if (isSame(short, distance)) return [short, distance];
    }
  }
  return [before.length - at, after.length - other];
}

function describe(lost: readonly string[], added: readonly string[]): string {
  if (added.length === 0) return `${quote(lost)} missing`;
  if (quote(lost) === quote(added)) return `${quote(lost)} has other spaces or line breaks`;
  return lost.length === 0 ? `${quote(added)} added` : `${quote(lost)} became ${quote(added)}`;
}

/** As much as tells a reader where to look. */
const longest = 80;

function quote(entries: readonly string[]): string {
  const text = entries.slice(0, longest).join(' ').replace(/\s+/g, ' ').trim();
  const isWhole = text.length <= longest && entries.length <= longest;
  return `“${isWhole ? text : `${text.slice(0, longest).toWellFormed()}…`}”`;
}
