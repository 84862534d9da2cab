/** What lists and feeds say of posts that cannot be read: one line each, on stderr. */
import { invalidatingFaults } from '../blog/postIndex.ts';
import type { Diagnostic, Levels } from '../diagnostic.ts';
import { toDiagnostics } from '../post/frontmatter/locate.ts';
import type { PostReading } from '../post/post.ts';
import { formatCompact } from '../report/diagnostics/compact.ts';
import type { Context } from './context.ts';

/** The diagnostics that make a post invalid, whatever levels the config gives their rules. */
export function invalidDiagnostics(reading: PostReading, levels: Levels): Diagnostic[] {
  const faults = invalidatingFaults(reading);
  const strict = Object.fromEntries(faults.map(({ rule }) => [rule, 'error' as const]));
  return toDiagnostics(reading.file, reading.source, faults, { ...levels, ...strict });
}

/** A line for each of the faults that make a post invalid. */
export function invalidLines(reading: PostReading, levels: Levels): string[] {
  return invalidDiagnostics(reading, levels).map(formatCompact);
}

/** Says one line about each invalid post, and how to see more. */
export function reportInvalid(invalid: readonly PostReading[], levels: Levels, { shell, globals }: Context): void {
  for (const reading of invalid) {
    const [first] = invalidLines(reading, levels);
    if (first) shell.err(first);
  }
  if (invalid.length > 0 && !globals.quiet) {
    const posts = invalid.length === 1 ? '1 post was' : `${invalid.length} posts were`;
    shell.err(`${posts} left out; “blog validate” says more.\n`);
  }
}
