/** `blog validate --fix`: mends what has one right answer, and shows it beforehand with `--dry-run`. Spec section 5. */
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
import { formatCount, plural } from '../../report/diagnostics/summary.ts';
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
  /** What is left: of the posts as they are now, or would be. */
  readings: PostReading[];
  status: number;
}

/** A post whose text has changed, and by what. */
interface MendedPost extends Rewriting {
  descriptions: string[];
}

/** One mended slip brings out what it hid: so many times the folder is checked again at most. */
const mostRounds = 10;

/**
 * How many fixes one post gets at most: each reads the front matter several times, so that thousands in one of 60 KiB would
 * take minutes. Ordinary posts have room for hundreds; what is left over is mended by the next run.
 */
function mostFixes(text: string): number {
  const end = text.indexOf('\n---', 3);
  return Math.max(5, Math.floor(400_000 / (end === -1 ? text.length : end)));
}

/** Mends the posts, and says what it did. */
export async function fixPosts(task: FixTask, context: Context): Promise<FixOutcome> {
  const mended = new Map<string, MendedPost>();
  const check = (): PostReading[] =>
    task.check((file) => {
      const post = mended.get(file.file);
      return post ? { text: post.after } : readWhole(file);
    });
  const files = new Map(task.files.map((file) => [file.file, file]));
  let readings = check();
  for (let round = 0; round < mostRounds; round++) {
    const found = readings.filter((reading) => mendReading(reading, files.get(reading.file), task.levels, mended));
    if (found.length === 0) break;
    readings = check();
  }
  const posts = [...mended.values()];
  if (task.dryRun) {
    await showDiff(posts, context);
    report(posts, 'would mend', context);
    return { readings, status: posts.length > 0 ? ExitCode.found : ExitCode.done };
  }
  // Checking the folder may take long: nobody waits for it, and each post is compared with what was read.
  const { status, failed } =
    posts.length === 0
      ? { status: ExitCode.done, failed: [] }
      : await lockedPosts(task.site, context, (sweep) => writePosts(posts, sweep, context));
  for (const post of failed) mended.delete(post.file.file);
  report([...mended.values()], 'mended', context);
  return { readings: failed.length > 0 ? check() : readings, status };
}

/** Applies all fixes of one reading; whether there were any. */
function mendReading(
  reading: PostReading,
  file: PostFile | undefined,
  levels: Levels,
  mended: Map<string, MendedPost>,
): boolean {
  const faults = reading.faults.filter((fault) => severityOf(fault, levels) && isMendable(fault));
  if (!file || file.fault || faults.length === 0) return false;
  const known = mended.get(file.file);
  const read = known ? { text: known.after } : readWhole(file);
  if ('fault' in read) return false;
  const done: TextFix[] = [];
  let { text } = read;
  const most = Math.max(0, mostFixes(text) - (known?.descriptions.length ?? 0));
  for (const fault of faults.slice(0, most)) {
    const made = isStill(text, fault.place, reading) ? fixOf(text, fault, file.file) : undefined;
    if (!made) continue;
    text = made.text;
    done.push(made);
  }
  if (done.length === 0) return false;
  const descriptions = [...(known?.descriptions ?? []), ...done.map(({ description }) => description)];
  mended.set(file.file, { file, before: known?.before ?? read.text, after: text, descriptions });
  return true;
}

function isMendable({ correction, rule }: Fault): boolean {
  return correction !== undefined || rule === 'front-matter-syntax' || rule === 'front-matter-missing';
}

/** Whether a place still says what was judged: another fix may have renamed it, or moved it in its list. */
function isStill(text: string, place: Fault['place'], { data }: PostReading): boolean {
  if (!('path' in place)) return true;
  return isDeepStrictEqual(valueAt(openPost(text)?.data, place.path), valueAt(data, place.path));
}

/** Writes the posts, each whole or not at all; one that cannot be written stops no other. */
function writePosts(
  posts: readonly MendedPost[],
  sweep: Sweep,
  { shell }: Context,
): { status: number; failed: MendedPost[] } {
  const failed: MendedPost[] = [];
  let status: number = ExitCode.done;
  for (const post of posts) {
    try {
      if (replaceText(post.file, post.before, post.after, sweep)) continue;
      shell.err(
        `${visible(post.file.file)} was changed by somebody else just now, and is left as it is: run it again\n`,
      );
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

function report(posts: readonly MendedPost[], what: string, { shell, globals }: Context): void {
  if (globals.quiet || posts.length === 0) return;
  for (const { file, descriptions } of posts) {
    for (const description of descriptions) shell.err(`${visible(file.file)}: ${visible(description)}\n`);
  }
  const count = posts.reduce((sum, { descriptions }) => sum + descriptions.length, 0);
  shell.err(`${what} ${plural(count, 'slip')} in ${plural(posts.length, 'post')}\n`);
}

/** For each file, what tells how its faults can be mended. Their text is read again, once a file, and only for that. */
export function fixFinderOf(files: readonly PostFile[]): (name: string) => (fault: Fault) => Fix | undefined {
  const byName = new Map(files.map((file) => [file.file, file]));
  return (name) => {
    const file = byName.get(name);
    let read: ReadText | undefined;
    let asked = 0;
    return (fault) => {
      if (!file || !isMendable(fault)) return undefined;
      read ??= readWhole(file);
      if ('fault' in read || ++asked > mostFixes(read.text)) return undefined;
      const fix = fixOf(read.text, fault, file.file);
      return fix && placedFix(read.text, fix);
    };
  };
}

/** “2 can be mended with --fix”; empty where none can. */
export function fixableNote(diagnostics: readonly Diagnostic[]): string {
  const count = diagnostics.filter(({ fix }) => fix).length;
  return count === 0 ? '' : `${formatCount(count)} can be mended with --fix\n`;
}
