/** What a dry run would change, as a diff. */
import type { PostFile } from '../../files/posts.ts';
import { markOf } from '../../files/write/replaceText.ts';
import { paintDiff, unifiedDiff } from '../../report/diff.ts';
import { loadStyle } from '../../report/style.ts';
import { type Context, colorOf } from '../context.ts';

/** A post's text before and after a change. */
export interface Rewriting {
  file: PostFile;
  before: string;
  after: string;
}

/** Prints a unified diff: exact for `patch`, with control characters escaped for a terminal. */
export async function showDiff(rewritings: readonly Rewriting[], context: Context): Promise<void> {
  const { shell } = context;
  const isTerminal = shell.stdout.width !== undefined;
  const style = await loadStyle(colorOf('stdout', context));
  for (const { file, before, after } of rewritings) {
    const mark = markOf(file);
    const diff = unifiedDiff(file.file, mark + before, mark + after);
    shell.out(isTerminal ? paintDiff(diff, style) : diff);
  }
}
