/** Two texts as a unified diff for `git apply` and `patch -p1`. */
import { visible } from './escape.ts';
import type { TerminalStyle } from './style.ts';

/** A line with its line break, and whether it is removed, added or kept. */
interface Step {
  sign: '-' | '+' | ' ';
  line: string;
}

const context = 3;
/** Lines times lines: larger changes are not compared line by line, but replaced as a whole. */
const mostPairs = 4_000_000;

/** The diff of a file; empty if the texts are equal. The text is exact: for a terminal it needs `paintDiff`. */
export function unifiedDiff(name: string, before: string, after: string): string {
  if (before === after) return '';
  const steps = compareLines(linesOf(before), linesOf(after));
  const file = visible(name);
  return `--- a/${file}\n+++ b/${file}\n${hunksOf(steps).map(formatHunk).join('')}`;
}

/** The diff for a terminal: coloured, control characters escaped. */
export function paintDiff(diff: string, style: TerminalStyle): string {
  // In a regular expression lines would also end at U+2028 and a carriage return alone.
  return diff
    .split('\n')
    .map((text) => {
      const line = visible(text.replace(/\r$/, ''));
      if (line.startsWith('+')) return style.green(line);
      if (line.startsWith('-')) return style.red(line);
      return line.startsWith('@') ? style.cyan(line) : line;
    })
    .join('\n');
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function compareLines(a: readonly string[], b: readonly string[]): Step[] {
  let first = 0;
  while (first < a.length && first < b.length && a[first] === b[first]) first++;
  let last = 0;
  while (last < a.length - first && last < b.length - first && a.at(-1 - last) === b.at(-1 - last)) last++;
  const keep = (line: string): Step => ({ sign: ' ', line });
  return [
    ...a.slice(0, first).map(keep),
    ...compareMiddle(a.slice(first, a.length - last), b.slice(first, b.length - last)),
    ...a.slice(a.length - last).map(keep),
  ];
}

/** The steps along a longest common subsequence of lines, by dynamic programming. */
function compareMiddle(a: readonly string[], b: readonly string[]): Step[] {
  const width = b.length + 1;
  const isSmall = a.length * b.length <= mostPairs;
  const longest = new Uint32Array(isSmall ? (a.length + 1) * width : 0);
  const longestFrom = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = isSmall ? a.length - 1 : -1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const skipped = Math.max(longestFrom(i + 1, j), longestFrom(i, j + 1));
      longest[i * width + j] = a[i] === b[j] ? longestFrom(i + 1, j + 1) + 1 : skipped;
    }
  }
  const steps: Step[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const [one, other] = [a[i], b[j]];
    const isRemoved = other === undefined || longestFrom(i + 1, j) >= longestFrom(i, j + 1);
    let sign: Step['sign'] = one !== undefined && isRemoved ? '-' : '+';
    if (isSmall && one === other) sign = ' ';
    steps.push({ sign, line: (sign === '+' ? other : one) ?? '' });
    if (sign !== '+') i++;
    if (sign !== '-') j++;
  }
  return steps;
}

/** Steps, and how many lines of the old and the new text come before them. */
interface Hunk {
  before: number;
  after: number;
  steps: Step[];
}

/** The changes with three lines of context; overlapping ones are merged. */
function hunksOf(steps: readonly Step[]): Hunk[] {
  const isShown = (index: number): boolean =>
    steps.slice(Math.max(0, index - context), index + context + 1).some(({ sign }) => sign !== ' ');
  const hunks: Hunk[] = [];
  let [before, after, wasShown] = [0, 0, false];
  for (const [index, step] of steps.entries()) {
    const shown = isShown(index);
    if (shown && !wasShown) hunks.push({ before, after, steps: [] });
    if (shown) hunks.at(-1)?.steps.push(step);
    if (step.sign !== '+') before++;
    if (step.sign !== '-') after++;
    wasShown = shown;
  }
  return hunks;
}

function formatHunk({ before, after, steps }: Hunk): string {
  const range = (start: number, other: Step['sign']): string => {
    const count = steps.filter(({ sign }) => sign !== other).length;
    return `${count === 0 ? start : start + 1}${count === 1 ? '' : `,${count}`}`;
  };
  const lines = steps.map(({ sign, line }) =>
    line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`,
  );
  return `@@ -${range(before, '+')} +${range(after, '-')} @@\n${lines.join('')}`;
}
