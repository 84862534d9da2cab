/** How commands report posts that cannot be read: one line each, on stderr. */
import { invalidatingFaults } from '../blog/postIndex.ts';
import type { Diagnostic, Levels } from '../diagnostic.ts';
import { toDiagnostics } from '../post/frontmatter/locate.ts';
import type { PostReading } from '../post/post.ts';
import { formatCompact } from '../report/diagnostics/compact.ts';
import { plural } from '../report/diagnostics/summary.ts';
import { type Context, printHint } from './context.ts';

/** The diagnostics that make a post invalid, as errors whatever levels the config gives their rules. */
export function invalidDiagnostics(reading: PostReading, levels: Levels): Diagnostic[] {
  const faults = invalidatingFaults(reading);
  const strict = Object.fromEntries(faults.map(({ rule }) => [rule, 'error' as const]));
  return toDiagnostics(reading.file, reading.source, faults, { ...levels, ...strict });
}

/** A line, with its line break, for each of these diagnostics. */
export function invalidLines(reading: PostReading, levels: Levels): string[] {
  return invalidDiagnostics(reading, levels).map(formatCompact);
}

/** Prints one line about each invalid post, and how to see more. */
export function reportInvalid(invalid: readonly PostReading[], levels: Levels, context: Context): void {
  for (const reading of invalid) context.shell.err(invalidLines(reading, levels)[0] ?? '');
  if (invalid.length > 0)
    printHint(`${plural(invalid.length, 'invalid post')} left out; for details, run: blog validate`, context);
}
