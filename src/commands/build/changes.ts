/** How a folder differs from the site, in words. */
import type { OutputChanges } from '../../files/output/output.ts';
import { formatCount, plural } from '../../report/diagnostics/summary.ts';
import { visible } from '../../report/escape.ts';

/** How many files a message names. */
const mostNamed = 5;

/** A line for each of many things, or for the first of them and what `more` says of the number of the others. */
export function firstLines<T>(
  all: readonly T[],
  lineOf: (one: T) => string,
  more: (count: number) => string,
): string[] {
  const lines = all.slice(0, mostNamed).map(lineOf);
  return all.length > mostNamed ? [...lines, more(all.length - mostNamed)] : lines;
}

/** A line for each of these files, or for the first of them and their number. */
export function namedFiles(files: readonly string[], shown: string): string[] {
  return firstLines(
    files,
    (file) => `  ${shown}/${visible(file)}`,
    (count) => `  and ${formatCount(count)} more`,
  );
}

/** What to do with files that are gone, but were changed: a post that was taken back must not stay because of a minifier. */
export function formatKept(kept: readonly string[], shown: string): string {
  return [
    'no longer part of the site, but still there, because something changed or copied them after they were built:',
    ...namedFiles(kept, shown),
    'Delete them, or pass --force to remove them\n',
  ].join('\n');
}

/** `1 invalid post and 2 invalid pages`; only those that there are. */
export function countSkipped({ posts, pages }: { posts: number; pages: number }): string {
  const counts = [
    [posts, 'invalid post'],
    [pages, 'invalid page'],
  ] as const;
  return counts.flatMap(([count, noun]) => (count > 0 ? [plural(count, noun)] : [])).join(' and ');
}

/** How many files differ. */
export function countChanges({ added, changed, gone }: OutputChanges): number {
  return added.length + changed.length + gone.length;
}

/** `2 new, 1 changed, 3 gone`; only those that there are. */
export function summariseChanges({ added, changed, gone }: OutputChanges): string {
  const parts: [number, string][] = [
    [added.length, 'new'],
    [changed.length, 'changed'],
    [gone.length, 'gone'],
  ];
  return parts.flatMap(([count, word]) => (count > 0 ? [`${formatCount(count)} ${word}`] : [])).join(', ');
}

/** A line for each file that differs, under one about the folder. */
export function formatOutputChanges(shown: string, changes: OutputChanges): string {
  const { added, changed, gone, kept, foreign } = changes;
  const count = countChanges(changes) + kept.length + foreign.length;
  const lines = (mark: string, paths: readonly string[]): string =>
    [...paths]
      .sort()
      .map((path) => `  ${mark}  ${visible(path)}\n`)
      .join('');
  return [
    `${shown}: ${count === 0 ? 'no changes' : plural(count, 'change')}\n`,
    lines('+ new', added),
    lines('~ changed', changed),
    lines('- gone', gone),
    lines('! gone, but changed', kept),
    lines('! in the way', foreign),
  ].join('');
}
