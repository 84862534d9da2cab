/** Prints, writes, checks or compares feeds. */

import { dirname, resolve } from 'node:path';
import { ExitCode, UserError } from '../../errors.ts';
import { holdsExactly } from '../../files/existing.ts';
import { isDevice, isFile, isMissing, whyUnwritable } from '../../files/folder.ts';
import { leadsOutside, outsideProblem, realPath } from '../../files/outside.ts';
import { isInside, printedPath } from '../../files/posts.ts';
import { isWindows } from '../../files/programs/programs.ts';
import { namesSameFile, storedIn } from '../../files/spelling.ts';
import type { Sweep } from '../../files/write/temporary.ts';
import { replaceFile } from '../../files/write/write.ts';
import { plural } from '../../report/diagnostics/summary.ts';
import { visible, visibleLines } from '../../report/escape.ts';
import { shellWord } from '../../shellWord.ts';
import type { Context, GlobalOptions } from '../context.ts';
import { inTurns } from '../turns.ts';
import type { FeedOptions, FeedSite } from './options.ts';
import type { FeedTarget } from './targets.ts';

/** The folder to lock for writing feeds; undefined if no file is written there. Throws UserError if it is a file. */
export function outputFolder({ output, all, check, diff, force }: FeedOptions, site: FeedSite): string | undefined {
  if (output === undefined) return undefined;
  const path = resolve(site.base, output);
  if (all && isFile(path)) {
    throw new UserError(`${visible(output)} is a file; --all needs a folder, for example: -o public`);
  }
  if (check || diff) return undefined;
  if (!all && isDevice(path)) return undefined;
  const folder = all ? path : dirname(path);
  // Outside the site not even a lock may be made; `writeFeeds` reports it.
  return !force && leadsOutside(site.root, folder) !== undefined ? undefined : folder;
}

/**
 * Prints the feed, or writes, checks or compares all feeds, as the options say; returns the exit status. Throws UserError,
 * having written nothing, if a feed must not be written.
 */
export async function writeFeeds(
  targets: readonly FeedTarget[],
  options: FeedOptions,
  site: FeedSite,
  { shell, globals }: Context,
  sweep?: Sweep,
): Promise<number> {
  if (options.output === undefined) {
    // A program gets the exact bytes, a terminal no control characters.
    const exact = shell.stdout.width === undefined;
    const kind = options.type === 'json' ? 'json' : 'xml';
    for (const target of targets) {
      for (const piece of target.pieces()) shell.out(exact ? piece : visibleLines(piece), kind);
    }
    return ExitCode.done;
  }
  // Before reading: otherwise --diff would print the titles of a file outside the site.
  const root = options.force ? undefined : site.root;
  if (root !== undefined) {
    const outside = targets.flatMap(({ path, shown }) => outsideProblem(root, path, shown) ?? []);
    refuse(outside, ExitCode.found, 'to write there anyway, pass --force');
  }
  if (options.diff) return showChanges(targets, shell);
  const stale: FeedTarget[] = [];
  for await (const target of inTurns(targets, { shell })) {
    if (!holdsExactly(target.path, target.pieces(), target.shown)) stale.push(target);
  }
  if (options.check) {
    const hint = updateHint(options, globals);
    for (const target of stale) {
      // The hint would only lead to a refusal.
      const refusals = await whyKept(target, options, site);
      const problems = refusals.length > 0 ? refusals : [`${target.shown} is out of date; ${hint}`];
      for (const problem of problems) shell.err(`${problem}\n`);
    }
    return stale.length > 0 ? ExitCode.found : ExitCode.done;
  }
  const unwritable = stale.flatMap(({ path, shown }) => {
    const problem = whyUnwritable(path);
    return problem === undefined ? [] : [`cannot write ${shown}: ${problem}`];
  });
  refuse(unwritable, ExitCode.usage);
  await checkReplaceable(stale, options, site);
  if (!options.all) for (const { path } of stale) checkFolder(dirname(path), shell);
  const stopped = (done: number): string =>
    `stopped: wrote ${done} of ${plural(targets.length, 'feed')}; for the others, run the command again`;
  for await (const target of inTurns(targets, { shell }, stopped)) {
    const { path, shown, feed } = target;
    const isStale = stale.includes(target);
    // An unchanged file keeps its modification time, on which make, rsync and caches rely.
    if (isStale) replaceFile(path, target.pieces(), shown, { root, sweep, make: true });
    if (!globals.quiet) shell.err(`${shown}: ${plural(feed.items.length, 'post')}${isStale ? '' : ', unchanged'}\n`);
  }
  return ExitCode.done;
}

/** Throws UserError if the folder of a feed does not exist: a typo in its name must not make a folder that nobody serves. */
function checkFolder(folder: string, { cwd, env }: Context['shell']): void {
  if (!isMissing(folder)) return;
  const name = visible(printedPath(cwd, folder));
  const windows = isWindows(env);
  // On Windows `/` begins an option, and folders above are made in any case.
  const word = windows && name.includes('/') ? `"${name}"` : shellWord(name);
  const command = isMissing(dirname(folder)) && !windows ? 'mkdir -p' : 'mkdir';
  throw new UserError(`folder “${name}” not found; to create it, run: ${command} ${word}`);
}

/** How to update a feed that is out of date: the command itself, if it is short and needs no quotes. */
function updateHint({ output, all, check: _, ...others }: FeedOptions, { dir, posts, config }: GlobalOptions): string {
  const isShort = Object.keys(others).length === 0 && [dir, posts, config].every((one) => one === undefined);
  if (!isShort || !/^[\w./-]+$/.test(output ?? '')) return 'run the same command without --check';
  return `run: blog feed ${all ? '--all ' : ''}-o ${output}`;
}

/** Prints what each feed would change for subscribers; the status is 1 if a file is not a feed. */
async function showChanges(targets: readonly FeedTarget[], shell: Context['shell']): Promise<number> {
  const { compareWithFile, formatChanges } = await import('./changes.ts');
  let status: number = ExitCode.done;
  for (const target of targets) {
    const comparison = compareWithFile(target, true);
    if (comparison === 'no-feed') {
      status = ExitCode.found;
      shell.err(`${target.shown} is not a feed; nothing to compare\n`);
    } else shell.out(formatChanges(target.shown, comparison));
  }
  return status;
}

/** Throws UserError if there are problems. */
function refuse(problems: readonly string[], status: number, ...advice: string[]): void {
  if (problems.length > 0) throw new UserError([...problems, ...advice], status);
}

/** Throws UserError if one of the files must not be replaced. */
export async function checkReplaceable(
  targets: readonly FeedTarget[],
  options: FeedOptions,
  site: FeedSite,
): Promise<void> {
  const refusals: string[] = [];
  for await (const target of inTurns(targets, { shell: site.shell })) {
    refusals.push(...(await whyKept(target, options, site)));
  }
  refuse(refusals, ExitCode.found);
}

/** Why the file of a feed must not be replaced, a line each; empty if it may be. */
async function whyKept(target: FeedTarget, { force, all = false }: FeedOptions, site: FeedSite): Promise<string[]> {
  const { path, shown } = target;
  if (isPost(path, site)) return [`${shown} would be read as a post; name another file`];
  if (site.configFile !== undefined && namesSameFile(path, site.configFile)) {
    return [`${shown} is the config; name another file`];
  }
  if (force || isMissing(path)) return [];
  // The first feed of a blog needs no feed parser.
  const { compareWithFile, whyRefused } = await import('./changes.ts');
  return whyRefused(target, compareWithFile(target), site.config, all);
}

/** Whether a path is that of a post, directly or through a link. */
function isPost(path: string, site: FeedSite): boolean {
  const real = realPath(path);
  const folder = site.folder.path;
  const isBelow = (one: string): boolean => isInside(folder, one) || storedIn(folder, dirname(one)) !== undefined;
  return [path, real].some((one) => /\.(?:md|markdown)$/i.test(one) && isBelow(one));
}
