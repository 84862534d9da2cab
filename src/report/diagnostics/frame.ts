/** Draws the line of a diagnostic with its span underlined. */
import type { Diagnostic } from '../../diagnostic.ts';
import { visible } from '../escape.ts';
import { type Measure, truncate } from '../width.ts';

export interface Frame {
  /** The line, safe for a terminal. */
  text: string;
  /** Spaces, and carets below the span. */
  marks: string;
}

/** Characters shown before the span, where a long line is cut. */
const context = 24;
/** Longer lines are not shown: they are unreadable, and marking many problems in one would be slow. */
const longestLine = 20_000;

/** The frame of a diagnostic, at most `width` columns wide; undefined if its line is empty, too long or unknown. */
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
  // Measuring only what can be seen is enough: nearly every character takes at least a column.
  const textOf = (from: number, to: number): string =>
    visible(points.slice(from, Math.min(to, from + 2 * width)).join(''));
  const cut = end > 2 * width || measure(textOf(0, end)) > width ? Math.max(0, start - context) : 0;
  const before = (cut > 0 ? '…' : '') + textOf(cut, start);
  const span = textOf(start, end);
  const text = truncate(before + span + textOf(end, points.length), width, measure);
  const marked = Math.max(1, Math.min(measure(span), width - measure(before)));
  return { text, marks: `${' '.repeat(measure(before))}${'^'.repeat(marked)}` };
}
