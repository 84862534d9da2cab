/** How a folder differs from the site, in words. */
import type { OutputChanges } from '../../files/output/output.ts';
import { formatCount, plural } from '../../report/diagnostics/summary.ts';
import { visible } from '../../report/escape.ts';

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
  const { added, changed, gone, foreign } = changes;
  const count = countChanges(changes) + foreign.length;
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
    lines('! in the way', foreign),
  ].join('');
}
