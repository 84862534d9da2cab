/** Diagnostics one a line, for editors, scripts and CI. */
import type { Diagnostic } from '../../diagnostic.ts';
import { visible } from '../escape.ts';

/** `posts/x.md:3:7: error: invalid date “2018-02-30” (date-invalid)` and a line break. */
export function formatCompact({ file, line, column, severity, message, rule }: Diagnostic): string {
  return `${visible(file)}:${line}:${column}: ${severity}: ${visible(message)} (${rule})\n`;
}
