/** `blog validate --fix`: fixes what has only one right answer, or with `--dry-run` shows what would change. */
import { type Fault, type Fix, type Levels, severityOf } from '../../diagnostic.ts';
import { ExitCode, UserError } from '../../errors.ts';
import type { PostFile } from '../../files/posts.ts';
import { type ReadText, readWhole } from '../../files/read.ts';
import { replaceText } from '../../files/write/replaceText.ts';
import type { Sweep } from '../../files/write/temporary.ts';
import { fixOf, isWithheld, mayBeMistake, placedFix } from '../../post/edit/fixes.ts';
import { isUnchanged, moveOf } from '../../post/edit/moves.ts';
import type { PostReading } from '../../post/post.ts';
import { formatCount, plural } from '../../report/diagnostics/summary.ts';
import { visible } from '../../report/escape.ts';
import type { Context } from '../context.ts';
import { lockedPosts } from '../locked.ts';
import { type Rewriting, showDiff } from '../post/diff.ts';
import type { SiteContext } from '../site.ts';
import { inTurns } from '../turns.ts';

export interface FixTask {
  /** The posts that may be changed, by their printed paths. */
  files: ReadonlyMap<string, PostFile>;
  /** Reads and checks the whole folder. */
  check: (readText: typeof readWhole) => PostReading[];
  levels: Levels;
  dryRun: boolean;
  site: SiteContext;
}

/** A post’s text before and after, and the fixes between. */
interface FixedPost extends Rewriting {
  descriptions: string[];
}

/**
 * The most fixes for one post: each reads the front matter several times, so that thousands in one of 60 KiB would take
 * minutes. Ordinary posts are allowed hundreds; the next run fixes the rest.
 */
function mostFixes(text: string): number {
  const end = text.indexOf('\n---', 3);
  return Math.max(5, Math.floor(400_000 / (end === -1 ? text.length : end)));
}

/**
 * Fixes the posts, or with `dryRun` prints a diff, and reports on stderr what was done. Returns the posts as they are then,
 * or would be after a dry run, with what is still wrong, and the exit status.
 */
export async function fixPosts(task: FixTask, context: Context): Promise<{ readings: PostReading[]; status: number }> {
  const fixed = new Map<string, FixedPost>();
  const withheld = new Map<string, Fault>();
  const check = (): PostReading[] =>
    task.check((file) => {
      const post = fixed.get(file.file);
      return post ? { text: post.after } : readWhole(file);
    });
  let readings = check();
  // Fixing one problem may reveal another that it hid. `mostFixes` ends this.
  while (readings.filter((reading) => fixReading(reading, task, fixed, withheld)).length > 0) {
    withheld.clear();
    readings = check();
  }
  const posts = [...fixed.values()];
  reportWithheld(withheld, context);
  if (task.dryRun) {
    await showDiff(posts, context);
    report(posts, true, context);
    return { readings, status: posts.length > 0 ? ExitCode.found : ExitCode.done };
  }
  // The lock is not held while checking, which may take long: each post is compared with what was read instead.
  if (posts.length === 0) return { readings, status: ExitCode.done };
  const status = await lockedPosts(task.site, (sweep) => writePosts(fixed, sweep, task.site));
  report([...fixed.values()], false, context);
  return { readings: fixed.size < posts.length ? check() : readings, status };
}

/** Applies all fixes for one reading. Returns whether there were any. */
function fixReading(
  reading: PostReading,
  { files, levels }: FixTask,
  fixed: Map<string, FixedPost>,
  withheld: Map<string, Fault>,
): boolean {
  const file = files.get(reading.file);
  const faults = reading.faults.filter((fault) => severityOf(fault, levels) && isFixable(fault));
  if (!file || file.fault || faults.length === 0) return false;
  const known = fixed.get(file.file);
  const read = known ? { text: known.after } : readWhole(file);
  if ('fault' in read) return false;
  const post = known ?? { file, before: read.text, after: read.text, descriptions: [] };
  const fixedBefore = post.descriptions.length;
  const left = faults.slice(0, Math.max(0, mostFixes(read.text) - fixedBefore)).map((fault) => ({ fault, now: fault }));
  for (let next = left.shift(); next; next = left.shift()) {
    const { fault, now } = next;
    if (!isUnchanged(post.after, now.place, reading.data, fault.place)) continue;
    const fix = fixOf(post.after, now, file.file);
    if (!fix && isWithheld(post.after, now, file.file)) withheld.set(reading.file, fault);
    if (!fix) continue;
    const move = moveOf(now, post.after, fix.text);
    for (const one of left) one.now = { ...one.now, place: move(one.now.place) };
    post.after = fix.text;
    post.descriptions.push(fix.description);
  }
  if (post.descriptions.length === fixedBefore) return false;
  fixed.set(file.file, post);
  return true;
}

function isFixable({ correction, rule }: Fault): boolean {
  return correction !== undefined || mayBeMistake(rule);
}

/** Writes each post atomically; one that cannot be written leaves the map, and does not stop the others. */
async function writePosts(fixed: Map<string, FixedPost>, sweep: Sweep, site: SiteContext): Promise<number> {
  const { shell } = site;
  const total = fixed.size;
  let status: number = ExitCode.done;
  const stopped = (done: number): string =>
    `stopped: fixed ${formatCount(done)} of ${plural(total, 'post')}; for the others, run the command again`;
  for await (const [name, { file, before, after }] of inTurns([...fixed], site, stopped)) {
    try {
      if (replaceText(file, before, after, sweep)) continue;
      shell.err(`${visible(name)}: not fixed, because another program has just changed it; run the command again\n`);
      status = Math.max(status, ExitCode.found);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      shell.err(`${visible(error.message)}\n`);
      status = ExitCode.usage;
    }
    fixed.delete(name);
  }
  return status;
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

/** Says what to do about each post with a fix that only its author may make. */
function reportWithheld(withheld: ReadonlyMap<string, Fault>, { shell, globals }: Context): void {
  if (globals.quiet) return;
  for (const [file, { message }] of withheld) {
    const why = `not fixed, because that would change who can read the post: ${message}`;
    shell.err(`${visible(`${file}: ${why}; edit the post yourself, and add draft: true if nobody may read it yet`)}\n`);
  }
}

/** Finds the fixes for the faults of a file. Its text is read again, once, and only if a fault may be fixable. */
export function fixFinder(file: PostFile): (fault: Fault) => Fix | undefined {
  let read: ReadText | undefined;
  let asked = 0;
  return (fault) => {
    if (!isFixable(fault)) return undefined;
    read ??= readWhole(file);
    if ('fault' in read || ++asked > mostFixes(read.text)) return undefined;
    const fix = fixOf(read.text, fault, file.file);
    return fix && placedFix(read.text, fix);
  };
}
