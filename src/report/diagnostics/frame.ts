/** The line of a diagnostic with its span marked. */
import type { Diagnostic } from '../../diagnostic.ts';
import { visible } from '../escape.ts';
import { type Measure, truncate } from '../width.ts';

export interface Frame {
  /** The line as a terminal may be given it. */
  text: string;
  /** Blanks and carets that stand under the span. */
  marks: string;
}

const context = 24;
/** Nobody reads a longer line, and many findings in one would take for ever. */
const longestLine = 20_000;

/** The frame of a diagnostic, at most `width` columns wide; undefined where its line is empty, endless or unknown. */
export function frameOf(
  { column, endColumn }: Diagnostic,
  line: string | undefined,
  width: number,
  measure: Measure,
): Frame | undefined {
  if (line === undefined || line.length > longestLine || line.trim() === '') return undefined;
  const points = [...line.replaceAll('\t', ' ')];
  const start = Math.min(column - 1, points.length);
  const end = Math.min(Math.max(start + 1, (endColumn ?? column + 1) - 1), Math.max(points.length, start + 1));
  // Only what can be seen is measured: every character takes a column or more, but for the few that take none.
  const textOf = (from: number, to: number): string =>
    visible(points.slice(from, Math.min(to, from + 2 * width)).join(''));
  // A long line is shown from a little before the span.
  const cut = end > 2 * width || measure(textOf(0, end)) > width ? Math.max(0, start - context) : 0;
  const before = (cut > 0 ? '…' : '') + textOf(cut, start);
  const span = textOf(start, end);
  const text = truncate(before + span + textOf(end, points.length), width, measure);
  const marked = Math.max(1, Math.min(measure(span), width - measure(before)));
  return { text, marks: `${' '.repeat(measure(before))}${'^'.repeat(marked)}` };
}
