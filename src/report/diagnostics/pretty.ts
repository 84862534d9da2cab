/** Diagnostics for people at a terminal. */
import type { Diagnostic } from '../../diagnostic.ts';
import { visible } from '../escape.ts';
import type { Screen } from '../style.ts';
import { type Measure, truncate, wrapMessage } from '../width.ts';

export interface PrettyOptions extends Screen {
  /** A line of a file (1-based), without its line break; undefined if it is unknown. */
  lineOf: (file: string, line: number) => string | undefined;
  /** Whether messages continue on another row where the screen ends: in a pipe each is one line. */
  isWrapped: boolean;
}

/** A diagnostic as a paragraph: position, message, the line with its span underlined, and the hint. */
export function formatPretty(diagnostic: Diagnostic, options: PrettyOptions): string {
  const { style, measure, width, lineOf, isWrapped } = options;
  const { file, line, column, severity, rule, message, hint } = diagnostic;
  const paint = severity === 'error' ? style.red : style.yellow;
  const rowsOf = (text: string, indent: number): string =>
    isWrapped ? wrapMessage(text, width - indent, measure).join(`\n${' '.repeat(indent)}`) : text;
  const [place, kind] = [`${visible(file)}:${line}:${column}`, `${severity}  ${rule}`];
  const gap = isWrapped && measure(`${place}  ${kind}`) > width ? '\n  ' : '  ';
  const parts = [
    `${style.bold(place)}${gap}${paint(severity)}  ${style.dim(rule)}`,
    `  ${rowsOf(visible(message), 2)}`,
  ];
  const number = String(line);
  const frame = frameOf(diagnostic, lineOf(file, line), Math.max(20, width - number.length - 5), measure);
  if (frame) {
    parts.push(`  ${style.dim(`${number} |`)} ${frame.text}`);
    parts.push(`  ${style.dim(`${' '.repeat(number.length)} |`)} ${paint(frame.marks)}`);
  }
  if (hint !== undefined) parts.push(`  ${style.cyan('hint:')} ${rowsOf(visible(hint), 8)}`);
  return `${parts.join('\n')}\n\n`;
}

/** Characters shown before the span, where a long line is cut. */
const context = 24;
/** Longer lines are not shown: they are unreadable, and marking many problems in one would be slow. */
const longestLine = 20_000;

/**
 * The line of a diagnostic, at most `width` columns wide, and spaces and carets to print below its span; undefined if the
 * line is empty, too long or unknown.
 */
function frameOf({ column, endColumn }: Diagnostic, line: string | undefined, width: number, measure: Measure) {
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
