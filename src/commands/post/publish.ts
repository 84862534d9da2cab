/** `blog publish` and `blog unpublish`. Spec section 4. */
import type { Command } from 'commander';
import { ExitCode, UserError } from '../../errors.ts';
import { isMissing } from '../../files/folder.ts';
import { folderOf, type PostFile, printedPath } from '../../files/posts.ts';
import { renamePath } from '../../files/write/rename.ts';
import type { Sweep } from '../../files/write/temporary.ts';
import { dateText, publishText, unpublishText } from '../../post/edit/publication.ts';
import { dayOf, type PostDate } from '../../post/fields/date.ts';
import { type Post, readPost, statusOf } from '../../post/post.ts';
import { formatCompact } from '../../report/diagnostics/compact.ts';
import { visible } from '../../report/escape.ts';
import type { Context } from '../context.ts';
import { lockedPosts } from '../locked.ts';
import { readDateOption } from '../options.ts';
import { printDone } from '../output.ts';
import { openSite, type SiteContext, warnOfClock } from '../site.ts';
import { diagnosePost } from '../validate/check.ts';
import { choosePost, openPostFolder, type PostFolder } from './choose.ts';
import { movedLinks, unreadNote } from './links.ts';
import { type Move, planMove } from './move.ts';
import { rewrite, textOf, unsafeToPatch } from './rewrite.ts';

interface PublishOptions {
  date?: string;
  keepDate?: boolean;
}

/** Adds what `blog publish` takes and does. */
export function definePublish(command: Command, context: () => Context, done: (status: number) => void): void {
  command
    .argument('<post>', 'its path, slug, id or address, or the beginning of its slug')
    .option('--date <date>', 'publish it with this date (default: now)')
    .option('--keep-date', 'leave the date as it is')
    .addHelpText(
      'after',
      '\nExamples:\n  blog publish our-first-meeting\n  blog publish our-first-meeting --date 2024-05-14\n',
    )
    .action(async (wanted: string, options: PublishOptions) => done(await runPublish(wanted, options, context())));
}

/** Adds what `blog unpublish` takes and does. */
export function defineUnpublish(command: Command, context: () => Context, done: (status: number) => void): void {
  command
    .argument('<post>', 'its path, slug, id or address, or the beginning of its slug')
    .addHelpText(
      'after',
      '\nExamples:\n  blog unpublish our-first-meeting\n  blog unpublish posts/2024-05-14-our-first-meeting.md\n',
    )
    .action(async (wanted: string) => done(await runUnpublish(wanted, context())));
}

async function runPublish(wanted: string, options: PublishOptions, context: Context): Promise<number> {
  if (options.date !== undefined && options.keepDate) throw new UserError('--date and --keep-date do not go together');
  const site = await openSite(context);
  return lockedPosts(site, context, (sweep) => publishPost(wanted, options, site, context, sweep));
}

function publishPost(
  wanted: string,
  options: PublishOptions,
  site: SiteContext,
  context: Context,
  sweep: Sweep,
): number {
  const { shell, globals } = context;
  const shelf = openPostFolder(site);
  const { file, entry } = choosePost(wanted, shelf, site);
  if (entry && isPublic(entry.post, options, site)) {
    if (!globals.quiet) {
      shell.err(
        `${visible(file.file)} is ${statusOf(entry.post, site.now)} already, dated ${dayOf(entry.post.date)}\n`,
      );
    }
    shell.out(`${visible(file.file)}\n`);
    return ExitCode.done;
  }
  if (!options.keepDate && options.date === undefined) {
    const others = shelf.postIndex.entries.filter((one) => one !== entry).map(({ post }) => post);
    warnOfClock(others, site, context);
  }
  const date = options.keepDate ? undefined : readDateOption(options.date, site.now, site.config.timeZone);
  const text = textOf(file);
  // A date that cannot be read is no reason to put today's in its place: the author meant another.
  const isReplaced = options.date === undefined && hasInvalidDate(file, text, site);
  const after = isReplaced ? text : asPublished(file, text, date, site);
  // As it will be: the rules are stricter with what readers see.
  const errors = diagnosePost(site, file, after).filter(({ severity }) => severity === 'error');
  if (errors.length > 0 || isReplaced) {
    for (const diagnostic of errors) shell.err(formatCompact(diagnostic));
    shell.err(`${visible(file.file)} was not published: mend this first, then run the command again\n`);
    return ExitCode.found;
  }
  const { renamed, unread } = date ? renameDated(file, dayOf(date), shelf, site, sweep) : { renamed: file, unread: [] };
  rewrite(renamed, text, after, sweep);
  printDone('it is published all the same', () => shell.out(`${visible(renamed.file)}\n`));
  if (!globals.quiet) {
    const note = renamed.file === file.file ? '' : ` (it was ${visible(file.file)})`;
    shell.err(`Published${note}. Readers see it with the next: blog feed -o FILE\n`);
  }
  for (const one of unread) shell.err(`${unreadNote(one)}\n`);
  return unread.length > 0 ? ExitCode.found : ExitCode.done;
}

/** Whether the post's own date cannot be read; where it has none, that of its publication is written anyway. */
function hasInvalidDate(file: PostFile, text: string, { config }: SiteContext): boolean {
  const { faults, keys } = readPost(file.file, text, { timeZone: config.timeZone, authors: config.authors });
  const key = keys?.date ?? keys?.published;
  return faults.some(({ rule, place }) => rule === 'date-invalid' && 'path' in place && place.path[0] === key);
}

/** Whether there is nothing to do: readers see the post, or will at a date that is to stay. */
function isPublic(post: Post, { date, keepDate }: PublishOptions, site: SiteContext): boolean {
  const status = statusOf(post, site.now);
  return (status === 'published' && date === undefined) || (status === 'scheduled' && keepDate === true);
}

/** The text of the post as readers will get it. Throws UserError where they would not, or where it cannot be changed. */
function asPublished(file: PostFile, text: string, date: PostDate | undefined, site: SiteContext): string {
  const settings = { timeZone: site.config.timeZone, authors: site.config.authors };
  const { keys, data } = readPost(file.file, text, settings);
  const published = keys && data ? publishText(text, keys, data) : text;
  const after = date && published !== undefined && keys && data ? dateText(published, keys, data, date) : published;
  if (after === undefined) throw unsafeToPatch(file, 'write draft: false and the date');
  const { post } = readPost(file.file, after, settings);
  if (post && statusOf(post, site.now) === 'expired') {
    throw new UserError(
      `${visible(file.file)} would have expired: change or take out ${keys?.expires ?? 'expires'} first`,
      ExitCode.found,
    );
  }
  return after;
}

/**
 * A file, or a post's own folder, whose name begins with a day gets the new one, and other posts' links follow. That comes
 * before the text: after a crash in between the post is still a draft, and the command run again finishes it.
 */
function renameDated(
  file: PostFile,
  day: string,
  shelf: PostFolder,
  site: SiteContext,
  sweep: Sweep,
): { renamed: PostFile; unread: readonly PostFile[] } {
  const move = planMove(file, (name) => name.replace(/^\d{4}-\d{2}-\d{2}(?=[-.]|$)/, day));
  if (move.pathTo === move.pathFrom) return { renamed: file, unread: [] };
  const { rewritings, unread } = movedLinks(shelf, file, move, site);
  if (!isMissing(move.pathTo)) throw dayTaken(move, site);
  for (const { file: one, before, after } of rewritings) rewrite(one, before, after, sweep);
  if (!renamePath(move.pathFrom, move.pathTo, visible(file.file), folderOf(file))) throw dayTaken(move, site);
  return { renamed: move.to, unread };
}

function dayTaken({ pathTo }: Move, site: SiteContext): UserError {
  return new UserError(
    `${visible(printedPath(site.base, pathTo))} is there already: choose another --date, or --keep-date`,
    ExitCode.found,
  );
}

async function runUnpublish(wanted: string, context: Context): Promise<number> {
  const site = await openSite(context);
  return lockedPosts(site, context, (sweep) => unpublishPost(wanted, site, context, sweep));
}

function unpublishPost(wanted: string, site: SiteContext, { shell, globals }: Context, sweep: Sweep): number {
  const { file, entry } = choosePost(wanted, openPostFolder(site), site);
  const text = textOf(file);
  const { keys, data } = readPost(file.file, text, { timeZone: site.config.timeZone, authors: site.config.authors });
  if (entry?.post.draft) {
    if (!globals.quiet) shell.err(`${visible(file.file)} is a draft already\n`);
    shell.out(`${visible(file.file)}\n`);
    return ExitCode.done;
  }
  if (!keys || !data)
    throw new UserError(`${visible(file.file)} cannot be read: “blog validate” says why`, ExitCode.found);
  const after = unpublishText(text, keys, data);
  if (after === undefined) throw unsafeToPatch(file, 'write draft: true');
  rewrite(file, text, after, sweep);
  printDone('it is a draft again all the same', () => shell.out(`${visible(file.file)}\n`));
  if (!globals.quiet) shell.err('A draft again. It leaves the feed with the next: blog feed -o FILE\n');
  return ExitCode.done;
}
