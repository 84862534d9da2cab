/** Planned feeds → printed, written, checked or compared. Spec section 6, “Safe for subscribers”. */
import { dirname, resolve } from 'node:path';
import { ExitCode, UserError } from '../../errors.ts';
import type { FeedType } from '../../feed/feed.ts';
import { isDevice, isMissing } from '../../files/folder.ts';
import { leadsOutside, outsideProblem, realPath } from '../../files/outside.ts';
import { isInside } from '../../files/posts.ts';
import type { Sweep } from '../../files/write/temporary.ts';
import { whyUnwritable } from '../../files/write/writable.ts';
import { createFolder, replaceFile } from '../../files/write/write.ts';
import { plural } from '../../report/diagnostics/summary.ts';
import { visible, visibleLines } from '../../report/escape.ts';
import type { Context } from '../context.ts';
import type { FeedComparison } from './changes.ts';
import type { FeedOptions, FeedSite } from './options.ts';
import { type FeedFile, type FeedTarget, isCurrent } from './targets.ts';

/** The folder that feeds are written into; undefined where none are, or where the output is no file. */
export function outputFolder({ output, all, check, diff, force }: FeedOptions, site: FeedSite): string | undefined {
  if (output === undefined || check || diff) return undefined;
  const path = resolve(site.base, output);
  if (!all && isDevice(path)) return undefined;
  const folder = all ? path : dirname(path);
  // Not even a lock may be made there; `writeFeeds` refuses it.
  return !force && leadsOutside(site.root, folder) !== undefined ? undefined : folder;
}

/**
 * Prints the one feed, or writes, checks or compares all that are planned; nothing is written when one is refused.
 * `published` gives the guids of all published posts. Returns the exit status.
 */
export async function writeFeeds(
  targets: readonly FeedTarget[],
  published: (type: FeedType) => readonly string[],
  options: FeedOptions,
  site: FeedSite,
  { shell, globals }: Context,
  sweep?: Sweep,
): Promise<number> {
  if (options.output === undefined) {
    // What a program reads must be exact; a terminal is given no character that it would obey.
    const exact = shell.stdout.width === undefined;
    const kind = options.type === 'json' ? 'json' : 'xml';
    for (const target of targets) {
      for (const piece of target.pieces()) shell.out(exact ? piece : visibleLines(piece), kind);
    }
    return ExitCode.done;
  }
  const files = targets.map((target): FeedFile => {
    return { target, path: resolve(site.base, target.path), shown: visible(target.path) };
  });
  // Before anything is read there: with --diff an outside file's titles would be printed.
  const root = options.force ? undefined : site.root;
  if (root !== undefined) refuseOutside(files, root);
  if (options.diff) return showChanges(files, published, shell);
  const stale = files.filter((file) => !isCurrent(file));
  if (options.check) {
    for (const { shown } of stale) shell.err(`${shown} is not what would be written now\n`);
    return stale.length > 0 ? ExitCode.found : ExitCode.done;
  }
  checkPlaces(stale);
  await refuseOrGoOn(stale, published, options.force ?? false, site);
  for (const file of files) {
    const { target, path, shown } = file;
    const isStale = stale.includes(file);
    // A file that is right already keeps its time: make, rsync and caches go by that.
    if (isStale) createFolder(dirname(path), shown, root);
    if (isStale) replaceFile(path, target.pieces(), shown, { root, sweep });
    if (!globals.quiet) {
      shell.err(`${shown}: ${plural(target.feed.items.length, 'post')}${isStale ? '' : ', unchanged'}\n`);
    }
  }
  return ExitCode.done;
}

/** Throws UserError where a link of the blog's folder leads one of the files out of it. */
function refuseOutside(files: readonly FeedFile[], root: string): void {
  const problems = files.flatMap(({ path, shown }) => outsideProblem(root, path, shown) ?? []);
  if (problems.length === 0) return;
  throw new UserError(`${problems.join('\n')}\nTo write there all the same, pass --force.`, ExitCode.found);
}

/** Prints what each feed would change for subscribers. A file that is no feed cannot be compared: status 1. */
async function showChanges(
  files: readonly FeedFile[],
  published: (type: FeedType) => readonly string[],
  shell: Context['shell'],
): Promise<number> {
  const { compareWithFile, formatChanges } = await import('./changes.ts');
  let status: number = ExitCode.done;
  for (const file of files) {
    const comparison = compareWithFile(file, published, true);
    if (comparison === 'no-feed') {
      status = ExitCode.found;
      shell.err(`${file.shown} is no feed: there is nothing to compare with\n`);
    } else shell.out(formatChanges(file.shown, comparison));
  }
  return status;
}

/** Throws UserError where one of the files cannot be made: of many feeds, none is written then. */
function checkPlaces(files: readonly FeedFile[]): void {
  const problems = files.flatMap(({ path, shown }) => {
    const problem = whyUnwritable(path);
    return problem === undefined ? [] : [`cannot write ${shown}: ${problem}`];
  });
  if (problems.length > 0) throw new UserError(problems.join('\n'));
}

/** Throws UserError where one of the files must not be overwritten. */
async function refuseOrGoOn(
  files: readonly FeedFile[],
  published: (type: FeedType) => readonly string[],
  force: boolean,
  site: FeedSite,
): Promise<void> {
  const refusals: string[] = [];
  for (const file of files) {
    if (isPost(file.path, site)) refusals.push(`${file.shown} is a place for posts: no feed is written there`);
    else if (site.configFile !== undefined && realPath(file.path) === realPath(site.configFile)) {
      refusals.push(`${file.shown} is the blog’s settings: no feed is written there`);
    } else if (!force && !isMissing(file.path)) {
      // Reading a feed takes a parser of its own, which the first feed of a blog does not need.
      const { compareWithFile } = await import('./changes.ts');
      refusals.push(...refuse(file, compareWithFile(file, published)));
    }
  }
  if (refusals.length > 0) throw new UserError(refusals.join('\n'), ExitCode.found);
}

/** Whether a file is a post, or would be taken for one, be it by way of a link. */
function isPost(path: string, site: FeedSite): boolean {
  const real = realPath(path);
  const folders = [site.folder.path, realPath(site.folder.path)];
  return [path, real].some((one) => /\.(?:md|markdown)$/i.test(one) && folders.some((folder) => isInside(folder, one)));
}

/** Why a file must not be overwritten; nothing where it may. */
function refuse({ shown, target }: FeedFile, comparison: FeedComparison): string[] {
  if (comparison === 'no-feed') return [`${shown} is there already and is no feed: --force overwrites it`];
  if (comparison === 'new' || comparison.reappearing.length === 0) return [];
  return [
    `${shown}: subscribers would see old posts as new again, because their identity has changed:`,
    ...comparison.reappearing.map(({ item, before }) => {
      const file = visible(target.fileOf(item.guid) ?? '');
      return `  ${file} “${visible(item.title)}”: it was ${visible(before.guid)} and would become ${visible(item.guid)}`;
    }),
    'Give each post its old identity back (id: …), or write the feed all the same with --force.',
  ];
}
