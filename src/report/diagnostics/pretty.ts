/** Diagnostics for people at a terminal. */
import type { Diagnostic } from '../../diagnostic.ts';
import { visible } from '../escape.ts';
import type { TerminalStyle } from '../style.ts';
import type { Measure } from '../width.ts';
import { frameOf } from './frame.ts';

export interface PrettyOptions {
  style: TerminalStyle;
  measure: Measure;
  width: number;
  /** A line of a file (1-based), without its line break; undefined if it is unknown. */
  lineOf: (file: string, line: number) => string | undefined;
}

/** A diagnostic as a paragraph: position, message, the line with its span underlined, and the hint. */
export function formatPretty(diagnostic: Diagnostic, { style, measure, width, lineOf }: PrettyOptions): string {
  const { file, line, column, severity, rule, message, hint } = diagnostic;
  const paint = severity === 'error' ? style.red : style.yellow;
  const parts = [
    `${style.bold(`${visible(file)}:${line}:${column}`)}  ${paint(severity)}  ${style.dim(rule)}`,
    `  ${visible(message)}`,
  ];
  const number = String(line);
  const frame = frameOf(diagnostic, lineOf(file, line), Math.max(20, width - number.length - 5), measure);
  if (frame) {
    parts.push(`  ${style.dim(`${number} |`)} ${frame.text}`);
    parts.push(`  ${style.dim(`${' '.repeat(number.length)} |`)} ${paint(frame.marks)}`);
  }
  if (hint !== undefined) parts.push(`  ${style.cyan('hint:')} ${visible(hint)}`);
  return `${parts.join('\n')}\n\n`;
}
