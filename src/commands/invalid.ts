/** How commands report posts that cannot be read: one line each, on stderr. */
import { invalidatingFaults } from '../blog/postIndex.ts';
import type { Levels } from '../diagnostic.ts';
import { toDiagnostics } from '../post/frontmatter/locate.ts';
import type { PostReading } from '../post/post.ts';
import { formatCompact } from '../report/diagnostics/compact.ts';
import { plural } from '../report/diagnostics/summary.ts';
import { printHint } from './context.ts';
import type { SiteContext } from './site.ts';

/** What makes a post invalid, a line with its line break each: errors, whatever levels the config gives their rules. */
export function invalidLines(reading: PostReading, levels: Levels): string[] {
  const faults = invalidatingFaults(reading);
  const strict = Object.fromEntries(faults.map(({ rule }) => [rule, 'error' as const]));
  return toDiagnostics(reading.file, reading.source, faults, { ...levels, ...strict }).map(formatCompact);
}

/** Prints one line about each invalid post, and how to see more. */
export function reportInvalid(invalid: readonly PostReading[], site: SiteContext): void {
  for (const reading of invalid) site.shell.err(invalidLines(reading, site.config.rules)[0] ?? '');
  if (invalid.length > 0)
    printHint(`${plural(invalid.length, 'invalid post')} left out; for details, run: blog validate`, site);
}
