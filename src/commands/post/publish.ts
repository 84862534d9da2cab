/** `blog publish` and `blog unpublish`. */
import { Option } from 'commander';
import type { Entry } from '../../blog/postIndex.ts';
import { translationFiles } from '../../blog/translations.ts';
import { ExitCode, refusal } from '../../errors.ts';
import { isMissing } from '../../files/folder.ts';
import { folderOf, type PostFile, printedPath } from '../../files/posts.ts';
import { renamePath } from '../../files/write/rename.ts';
import type { Sweep } from '../../files/write/temporary.ts';
import { dateText, insertPublic, publishText, unpublishText } from '../../post/edit/publication.ts';
import { dayOf, type PostDate } from '../../post/fields/date.ts';
import { dayPrefix } from '../../post/fields/slug.ts';
import { hasInvalidDate, type PostReading, publicFrom, readPost, statusOf } from '../../post/post.ts';
import { formatCompact } from '../../report/diagnostics/compact.ts';
import { visible } from '../../report/escape.ts';
import { type DefineCommand, printHint } from '../context.ts';
import { readDateOption } from '../dates.ts';
import { examples } from '../help.ts';
import { lockedPosts } from '../locked.ts';
import { printDone } from '../output.ts';
import { openSite, type SiteContext, warnOfClock } from '../site.ts';
import { diagnosePost } from '../validate/check.ts';
import { askPost } from './ask.ts';
import { choosePost, postArgument, readPosts, type SitePosts } from './choose.ts';
import type { Rewriting } from './diff.ts';
import { feedCommand } from './feedHint.ts';
import { withFormerUrl, withIdentity } from './formerUrl.ts';
import { movedLinks, planMove, reportUnread } from './move.ts';
import { readPostText, rewrite, unsafeToPatch } from './rewrite.ts';

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
    .action(async (given: string | undefined, options: PublishOptions) => {
      const site = await openSite(context());
      const wanted = await askPost(given, command, site, ['draft', 'pending']);
      done(await lockedPosts(site, (sweep) => publishPost(wanted, options, site, sweep)));
    });
};

/** Defines `blog unpublish`. */
export const defineUnpublish: DefineCommand = (command, context, done) => {
  command
    .argument(...postArgument)
    .addHelpText(...examples('blog unpublish our-first-meeting', 'blog unpublish "Our first meeting"'))
    .action(async (given: string | undefined) => {
      const site = await openSite(context());
      const wanted = await askPost(given, command, site, ['published']);
      done(await lockedPosts(site, (sweep) => unpublishPost(wanted, site, sweep)));
    });
};

function publishPost(wanted: string, options: PublishOptions, site: SiteContext, sweep: Sweep): number {
  const { shell, now, config } = site;
  const { date: given, keepDate = false } = options;
  const posts = readPosts(site);
  const { file, entry } = choosePost(wanted, posts);
  const status = entry && statusOf(entry.post, now);
  if (entry && ((status === 'published' && given === undefined) || (status === 'scheduled' && keepDate))) {
    printHint(`${visible(file.file)} is already ${status}, dated ${dayOf(publicFrom(entry.post))}`, site);
    shell.out(`${visible(file.file)}\n`);
    return ExitCode.done;
  }
  if (!keepDate && given === undefined) {
    const others = posts.postIndex.entries.filter((one) => one !== entry).map(({ post }) => post);
    warnOfClock(others, site);
  }
  const date = keepDate ? undefined : readDateOption(given, now, config.timeZone);
  const text = readPostText(file);
  const reading = readPost(file.file, text, config, file);
  // An invalid date must not be replaced by today's: the author meant another.
  const wouldReplace = given === undefined && hasInvalidDate(reading);
  const published = wouldReplace ? text : asPublished(file, text, reading, date, site);
  const after = entry && status === 'published' ? withOldUrl(published, file, entry, reading, site) : published;
  // Checked as published: rules are stricter then than for a draft.
  const errors = diagnosePost(site, file, after).filter(({ severity }) => severity === 'error');
  if (errors.length > 0 || wouldReplace) {
    for (const diagnostic of errors) shell.err(formatCompact(diagnostic));
    shell.err(`${visible(file.file)} not published: fix these errors first\n`);
    return ExitCode.found;
  }
  const own = { file, before: text, after };
  const moved = date ? moveToDay(own, dayOf(date), posts, sweep) : { ...own, unread: [] };
  const { file: to, unread } = moved;
  rewrite(moved, sweep);
  printDone('but the post was published', () => shell.out(`${visible(to.file)}\n`));
  const renamed = to.file === file.file ? '' : ` (renamed from ${visible(file.file)})`;
  const note = after === published ? renamed : `${renamed}; its old URL is now an alias, for your site to redirect`;
  const { post } = readPost(to.file, moved.after, config);
  const isScheduled = post && statusOf(post, now) === 'scheduled';
  const title = visible(post?.title ?? to.file);
  const done = isScheduled ? `Scheduled “${title}” for ${dayOf(publicFrom(post))}` : `Published “${title}”`;
  printHint(`${done}${note}. To add it to the feed${isScheduled ? ' then' : ''}, run: ${feedCommand(site)}`, site);
  return reportUnread(unread, site);
}

/** The text of the published post. Throws UserError if it would be expired, or cannot be changed safely. */
function asPublished(
  file: PostFile,
  text: string,
  { keys, data }: PostReading,
  date: PostDate | undefined,
  site: SiteContext,
): string {
  if (!keys || !data) return text;
  const draftOf = (changed: string): PostReading | undefined => {
    const reading = readPost(file.file, changed, site.config, file);
    return reading.fields?.draft ? reading : undefined;
  };
  const cleared = publishText(text, data);
  // The folder that makes it a draft is outweighed by a field.
  const published = cleared !== undefined && draftOf(cleared) ? insertPublic(cleared, data) : cleared;
  const after =
    date && published !== undefined ? dateText(published, keys, data, date, site.config.timeZone) : published;
  if (after === undefined) throw unsafeToPatch(file, 'set draft: false and the date');
  const [reason] = draftOf(after)?.faults.filter(({ rule }) => rule === 'draft-unclear') ?? [];
  if (reason) throw refusal(`${visible(file.file)} not published: ${visible(reason.message)}`);
  const { post } = readPost(file.file, after, site.config, file);
  if (post && statusOf(post, site.now) === 'expired') {
    const key = keys.expires ?? 'expires';
    throw refusal(`${visible(file.file)} would already be expired; change or remove “${key}” first`);
  }
  return after;
}

/** The text of a public post that gets another date, with its identity and its old URL if that changes. */
function withOldUrl(text: string, file: PostFile, entry: Entry, { keys }: PostReading, site: SiteContext): string {
  const { post } = readPost(file.file, text, site.config, file);
  // Without the URL of the site it was in no feed.
  if (!keys || !post || (keys.id === undefined && site.config.siteUrl === undefined)) return text;
  const after = withFormerUrl(text, keys, entry, post, site);
  if (after === undefined)
    throw refusal(`cannot add the old URL of ${visible(file.file)} to its aliases; add it yourself`);
  return after;
}

/**
 * Gives a file or folder whose name begins with a day the new day, and updates links to it. This comes before its own
 * text is written: after a crash in between, the post is still a draft and running the command again finishes the work.
 */
function moveToDay(own: Rewriting, day: string, posts: SitePosts, sweep: Sweep): Rewriting & { unread: PostFile[] } {
  const { file } = own;
  const unmoved = { ...own, unread: [] };
  // A translation is found by the name that it shares.
  if (translationFiles(file, posts.files.values()).length > 0) return unmoved;
  const move = planMove(file, (name) => name.replace(dayPrefix, day));
  if (move.pathTo === move.pathFrom) return unmoved;
  const {
    own: [moved = own],
    rewritings,
    unread,
  } = movedLinks(posts, [move], [own]);
  const taken = visible(printedPath(posts.base, move.pathTo));
  const dayTaken = refusal(`${taken} already exists; pass another --date, or --keep-date`);
  if (!isMissing(move.pathTo)) throw dayTaken;
  for (const rewriting of rewritings) rewrite(rewriting, sweep);
  if (!renamePath(move.pathFrom, move.pathTo, visible(file.file), folderOf(file))) throw dayTaken;
  return { ...moved, file: move.to, unread };
}

function unpublishPost(wanted: string, site: SiteContext, sweep: Sweep): number {
  const { shell } = site;
  const { file, entry } = choosePost(wanted, readPosts(site));
  const text = readPostText(file);
  const { data, keys } = readPost(file.file, text, site.config, file);
  if (entry?.post.draft) {
    printHint(`${visible(file.file)} is already a draft`, site);
    shell.out(`${visible(file.file)}\n`);
    return ExitCode.done;
  }
  if (!data) throw refusal(`cannot read ${visible(file.file)}; for details, run: blog validate`);
  const draft = unpublishText(text, data);
  const wasPublic = entry && statusOf(entry.post, site.now) === 'published';
  const after = wasPublic && keys && draft !== undefined ? withIdentity(draft, keys, entry, site) : draft;
  if (after === undefined) throw unsafeToPatch(file, 'set draft: true');
  rewrite({ file, before: text, after }, sweep);
  printDone('but the post is now a draft', () => shell.out(`${visible(file.file)}\n`));
  const title = visible(entry?.post.title ?? file.file);
  printHint(`“${title}” is now a draft. To remove it from the feed, run: ${feedCommand(site)}`, site);
  return ExitCode.done;
}
