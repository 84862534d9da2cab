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

/**
 * Returns a function that reports invalid posts, and returns whether to go on without them, as the user said with `skipInvalid`;
 * and how many it has reported. `undone` says what is not done otherwise.
 */
export function createSkip(undone: string, skipInvalid: boolean, { shell, config }: SiteContext) {
  let skipped = 0;
  const skip = async (invalid: readonly PostReading[]): Promise<boolean> => {
    if (invalid.length === 0) return true;
    skipped += invalid.length;
    for (const line of invalid.flatMap((reading) => invalidLines(reading, config.rules))) shell.err(line);
    if (!skipInvalid) shell.err(`${undone}: fix these posts, or pass --skip-invalid to leave them out\n`);
    return skipInvalid;
  };
  return { skip, skipped: (): number => skipped };
}

/** Prints one line about each invalid post, and how to see more. */
export function reportInvalid(invalid: readonly PostReading[], site: SiteContext): void {
  for (const reading of invalid) site.shell.err(invalidLines(reading, site.config.rules)[0] ?? '');
  if (invalid.length > 0)
    printHint(`${plural(invalid.length, 'invalid post')} left out; for details, run: blog validate`, site);
}
