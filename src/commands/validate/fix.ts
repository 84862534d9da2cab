/** `blog validate --fix`: fixes what has only one right answer, or with `--dry-run` shows what would change. */
import { isDeepStrictEqual } from 'node:util';
import { type Diagnostic, type Fault, type Fix, type Levels, severityOf } from '../../diagnostic.ts';
import { ExitCode, UserError } from '../../errors.ts';
import type { PostFile } from '../../files/posts.ts';
import { type ReadText, readWhole } from '../../files/read.ts';
import { replaceText } from '../../files/write/replaceText.ts';
import type { Sweep } from '../../files/write/temporary.ts';
import { fixOf, placedFix, type TextFix } from '../../post/edit/fixes.ts';
import { openPost, valueAt } from '../../post/edit/patchText.ts';
import type { PostReading } from '../../post/post.ts';
import { plural } from '../../report/diagnostics/summary.ts';
import { visible } from '../../report/escape.ts';
import type { Context } from '../context.ts';
import { lockedPosts } from '../locked.ts';
import { type Rewriting, showDiff } from '../post/diff.ts';
import type { SiteContext } from '../site.ts';

export interface FixTask {
  /** The posts that may be changed. */
  files: readonly PostFile[];
  /** Reads and checks the whole folder. */
  check: (readText: (file: PostFile) => ReadText) => PostReading[];
  levels: Levels;
  dryRun: boolean;
  site: SiteContext;
}

export interface FixOutcome {
  /** The posts as they are now, or after a dry run would be, with what is still wrong. */
  readings: PostReading[];
  /** The exit code. */
  status: number;
}

/** A post’s text before and after, and the fixes between. */
interface FixedPost extends Rewriting {
  descriptions: string[];
}

/** Fixing one problem may reveal another that it hid, so the folder is checked again, at most so many times. */
const mostRounds = 10;

/**
 * The most fixes for one post: each reads the front matter several times, so that thousands in one of 60 KiB would take
 * minutes. Ordinary posts are allowed hundreds; the next run fixes the rest.
 */
function mostFixes(text: string): number {
  const end = text.indexOf('\n---', 3);
  return Math.max(5, Math.floor(400_000 / (end === -1 ? text.length : end)));
}

/** Fixes the posts, or with `dryRun` prints a diff, and reports on stderr what was done. */
export async function fixPosts(task: FixTask, context: Context): Promise<FixOutcome> {
  const fixed = new Map<string, FixedPost>();
  const check = (): PostReading[] =>
    task.check((file) => {
      const post = fixed.get(file.file);
      return post ? { text: post.after } : readWhole(file);
    });
  const files = new Map(task.files.map((file) => [file.file, file]));
  let readings = check();
  for (let round = 0; round < mostRounds; round++) {
    const found = readings.filter((reading) => fixReading(reading, files.get(reading.file), task.levels, fixed));
    if (found.length === 0) break;
    readings = check();
  }
  const posts = [...fixed.values()];
  if (task.dryRun) {
    await showDiff(posts, context);
    report(posts, true, context);
    return { readings, status: posts.length > 0 ? ExitCode.found : ExitCode.done };
  }
  // The lock is not held while checking, which may take long: each post is compared with what was read instead.
  const { status, failed } =
    posts.length === 0
      ? { status: ExitCode.done, failed: [] }
      : await lockedPosts(task.site, (sweep) => writePosts(posts, sweep, context));
  for (const post of failed) fixed.delete(post.file.file);
  report([...fixed.values()], false, context);
  return { readings: failed.length > 0 ? check() : readings, status };
}

/** Applies all fixes for one reading. Returns whether there were any. */
function fixReading(
  reading: PostReading,
  file: PostFile | undefined,
  levels: Levels,
  fixed: Map<string, FixedPost>,
): boolean {
  const faults = reading.faults.filter((fault) => severityOf(fault, levels) && isFixable(fault));
  if (!file || file.fault || faults.length === 0) return false;
  const known = fixed.get(file.file);
  const read = known ? { text: known.after } : readWhole(file);
  if ('fault' in read) return false;
  const fixes: TextFix[] = [];
  let { text } = read;
  const most = Math.max(0, mostFixes(text) - (known?.descriptions.length ?? 0));
  for (const fault of faults.slice(0, most)) {
    const fix = isUnchanged(text, fault.place, reading) ? fixOf(text, fault, file.file) : undefined;
    if (!fix) continue;
    text = fix.text;
    fixes.push(fix);
  }
  if (fixes.length === 0) return false;
  const descriptions = [...(known?.descriptions ?? []), ...fixes.map(({ description }) => description)];
  fixed.set(file.file, { file, before: known?.before ?? read.text, after: text, descriptions });
  return true;
}

function isFixable({ correction, rule }: Fault): boolean {
  return correction !== undefined || rule === 'front-matter-syntax' || rule === 'front-matter-missing';
}

/** Whether a place still has the value that was checked: another fix may have renamed its key or moved it in its list. */
function isUnchanged(text: string, place: Fault['place'], { data }: PostReading): boolean {
  if (!('path' in place)) return true;
  return isDeepStrictEqual(valueAt(openPost(text)?.data, place.path), valueAt(data, place.path));
}

/** Writes each post atomically; one that cannot be written does not stop the others. */
function writePosts(
  posts: readonly FixedPost[],
  sweep: Sweep,
  { shell }: Context,
): { status: number; failed: FixedPost[] } {
  const failed: FixedPost[] = [];
  let status: number = ExitCode.done;
  for (const post of posts) {
    try {
      if (replaceText(post.file, post.before, post.after, sweep)) continue;
      shell.err(`${visible(post.file.file)}: not fixed, because another program has just changed it; try again\n`);
      status = Math.max(status, ExitCode.found);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      shell.err(`${visible(error.message)}\n`);
      status = ExitCode.usage;
    }
    failed.push(post);
  }
  return { status, failed };
}

function report(posts: readonly FixedPost[], isDryRun: boolean, { shell, globals }: Context): void {
  if (globals.quiet || posts.length === 0) return;
  for (const { file, descriptions } of posts) {
    for (const description of descriptions) shell.err(`${visible(file.file)}: ${visible(description)}\n`);
  }
  const count = posts.reduce((sum, { descriptions }) => sum + descriptions.length, 0);
  const total = plural(posts.length, 'post');
  shell.err(isDryRun ? `Dry run: ${total} would change\n` : `fixed ${plural(count, 'problem')} in ${total}\n`);
}

/** Finds the fixes for the faults of a file. Its text is read again, once, and only if a fault may be fixable. */
export function fixFinderOf(files: readonly PostFile[]): (name: string) => (fault: Fault) => Fix | undefined {
  const byName = new Map(files.map((file) => [file.file, file]));
  return (name) => {
    const file = byName.get(name);
    let read: ReadText | undefined;
    let asked = 0;
    return (fault) => {
      if (!file || !isFixable(fault)) return undefined;
      read ??= readWhole(file);
      if ('fault' in read || ++asked > mostFixes(read.text)) return undefined;
      const fix = fixOf(read.text, fault, file.file);
      return fix && placedFix(read.text, fix);
    };
  };
}

/** “2 problems can be fixed automatically: blog validate --fix” and a line break; empty if there are none. */
export function fixableNote(diagnostics: readonly Diagnostic[]): string {
  const count = diagnostics.filter(({ fix }) => fix).length;
  return count === 0 ? '' : `${plural(count, 'problem')} can be fixed automatically: blog validate --fix\n`;
}
