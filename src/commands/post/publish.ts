/** `blog publish` and `blog unpublish`. */
import { Option } from 'commander';
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
import { type DefineCommand, printHint } from '../context.ts';
import { examples } from '../help.ts';
import { lockedPosts } from '../locked.ts';
import { readDateOption } from '../options.ts';
import { printDone } from '../output.ts';
import { openSite, type SiteContext, warnOfClock } from '../site.ts';
import { diagnosePost } from '../validate/check.ts';
import { choosePost, postArgument, readPosts, type SitePosts } from './choose.ts';
import { type Move, movedLinks, planMove, reportUnread } from './move.ts';
import { rewrite, textOf, unsafeToPatch } from './rewrite.ts';

interface PublishOptions {
  date?: string;
  keepDate?: boolean;
}

/** Defines `blog publish`. */
export const definePublish: DefineCommand = (command, context, done) => {
  command
    .argument(...postArgument)
    .option('--date <date>', 'publication date (default: now)')
    .addOption(new Option('--keep-date', 'keep the date of the draft').conflicts('date'))
    .addHelpText(...examples('blog publish our-first-meeting', 'blog publish our-first-meeting --date 2024-05-14'))
    .action(async (wanted: string, options: PublishOptions) => {
      const site = await openSite(context());
      done(await lockedPosts(site, (sweep) => publishPost(wanted, options, site, sweep)));
    });
};

/** Defines `blog unpublish`. */
export const defineUnpublish: DefineCommand = (command, context, done) => {
  command
    .argument(...postArgument)
    .addHelpText(
      ...examples('blog unpublish our-first-meeting', 'blog unpublish posts/2024-05-14-our-first-meeting.md'),
    )
    .action(async (wanted: string) => {
      const site = await openSite(context());
      done(await lockedPosts(site, (sweep) => unpublishPost(wanted, site, sweep)));
    });
};

function publishPost(wanted: string, options: PublishOptions, site: SiteContext, sweep: Sweep): number {
  const { shell, now, config } = site;
  const posts = readPosts(site);
  const { file, entry } = choosePost(wanted, posts);
  if (entry && isPublic(entry.post, options, site)) {
    printHint(`${visible(file.file)} is already ${statusOf(entry.post, now)}, dated ${dayOf(entry.post.date)}`, site);
    shell.out(`${visible(file.file)}\n`);
    return ExitCode.done;
  }
  if (!options.keepDate && options.date === undefined) {
    const others = posts.postIndex.entries.filter((one) => one !== entry).map(({ post }) => post);
    warnOfClock(others, site);
  }
  const date = options.keepDate ? undefined : readDateOption(options.date, now, config.timeZone);
  const text = textOf(file);
  // An invalid date must not be replaced by today's: the author meant another.
  const wouldReplace = options.date === undefined && hasInvalidDate(file, text, site);
  const after = wouldReplace ? text : asPublished(file, text, date, site);
  // Checked as published: rules are stricter then than for a draft.
  const errors = diagnosePost(site, file, after).filter(({ severity }) => severity === 'error');
  if (errors.length > 0 || wouldReplace) {
    for (const diagnostic of errors) shell.err(formatCompact(diagnostic));
    shell.err(`${visible(file.file)} not published: fix these errors first\n`);
    return ExitCode.found;
  }
  const { renamed, unread } = date ? renameDated(file, dayOf(date), posts, sweep) : { renamed: file, unread: [] };
  rewrite({ file: renamed, before: text, after }, sweep);
  printDone('but the post was published', () => shell.out(`${visible(renamed.file)}\n`));
  const note = renamed.file === file.file ? '' : ` (renamed from ${visible(file.file)})`;
  printHint(`Published${note}. To add it to the feed, run: blog feed -o FILE`, site);
  return reportUnread(unread, site);
}

/** Whether the post's date is there, but invalid. */
function hasInvalidDate(file: PostFile, text: string, { config }: SiteContext): boolean {
  const { faults, keys } = readPost(file.file, text, config);
  const key = keys?.date ?? keys?.published;
  return faults.some(({ rule, place }) => rule === 'date-invalid' && 'path' in place && place.path[0] === key);
}

/** Whether there is nothing to do: the post is published, or scheduled and to keep its date. */
function isPublic(post: Post, { date, keepDate }: PublishOptions, site: SiteContext): boolean {
  const status = statusOf(post, site.now);
  return (status === 'published' && date === undefined) || (status === 'scheduled' && keepDate === true);
}

/** The text of the published post. Throws UserError if it would be expired, or cannot be changed safely. */
function asPublished(file: PostFile, text: string, date: PostDate | undefined, site: SiteContext): string {
  const { keys, data } = readPost(file.file, text, site.config);
  const published = keys && data ? publishText(text, keys, data) : text;
  const after = date && published !== undefined && keys && data ? dateText(published, keys, data, date) : published;
  if (after === undefined) throw unsafeToPatch(file, 'set draft: false and the date');
  const { post } = readPost(file.file, after, site.config);
  if (post && statusOf(post, site.now) === 'expired') {
    throw new UserError(
      `${visible(file.file)} would already be expired; change or remove “${keys?.expires ?? 'expires'}” first`,
      ExitCode.found,
    );
  }
  return after;
}

/**
 * Gives a file or folder whose name begins with a day the new day, and updates other posts' links. This comes before the
 * text is written: after a crash in between, the post is still a draft and running the command again finishes the work.
 */
function renameDated(
  file: PostFile,
  day: string,
  posts: SitePosts,
  sweep: Sweep,
): { renamed: PostFile; unread: readonly PostFile[] } {
  const move = planMove(file, (name) => name.replace(/^\d{4}-\d{2}-\d{2}(?=[-.]|$)/, day));
  if (move.pathTo === move.pathFrom) return { renamed: file, unread: [] };
  const { rewritings, unread } = movedLinks(posts, file, move);
  if (!isMissing(move.pathTo)) throw dayTaken(move, posts);
  for (const rewriting of rewritings) rewrite(rewriting, sweep);
  if (!renamePath(move.pathFrom, move.pathTo, visible(file.file), folderOf(file))) throw dayTaken(move, posts);
  return { renamed: move.to, unread };
}

function dayTaken({ pathTo }: Move, site: SiteContext): UserError {
  return new UserError(
    `${visible(printedPath(site.base, pathTo))} already exists; pass another --date, or --keep-date`,
    ExitCode.found,
  );
}

function unpublishPost(wanted: string, site: SiteContext, sweep: Sweep): number {
  const { shell } = site;
  const { file, entry } = choosePost(wanted, readPosts(site));
  const text = textOf(file);
  const { keys, data } = readPost(file.file, text, site.config);
  if (entry?.post.draft) {
    printHint(`${visible(file.file)} is already a draft`, site);
    shell.out(`${visible(file.file)}\n`);
    return ExitCode.done;
  }
  if (!keys || !data)
    throw new UserError(`cannot read ${visible(file.file)}; for details, run: blog validate`, ExitCode.found);
  const after = unpublishText(text, keys, data);
  if (after === undefined) throw unsafeToPatch(file, 'set draft: true');
  rewrite({ file, before: text, after }, sweep);
  printDone('but the post is now a draft', () => shell.out(`${visible(file.file)}\n`));
  printHint('Now a draft. To remove it from the feed, run: blog feed -o FILE', site);
  return ExitCode.done;
}
