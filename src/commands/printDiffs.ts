/** What a dry run would change, on stdout. */
import { markOf } from '../files/mendedText.ts';
import type { Context } from '../program.ts';
import { paintDiff, unifiedDiff } from '../report/diff.ts';
import { loadStyle } from '../report/style.ts';
import { colorOf } from './color.ts';
import type { Rewriting } from './rename.ts';

/** Prints a diff of each file: exact where a program may apply it, without what a terminal would obey at one. */
export async function printDiffs(rewritings: readonly Rewriting[], context: Context): Promise<void> {
  const { shell } = context;
  const isTerminal = shell.stdout.width !== undefined;
  const style = await loadStyle(colorOf('stdout', context));
  for (const { file, before, after } of rewritings) {
    const mark = markOf(file);
    const diff = unifiedDiff(file.file, mark + before, mark + after);
    shell.out(isTerminal ? paintDiff(diff, style) : diff);
  }
}
