/** `blog rename`: a new title, slug and file name; the id and the old URL are kept. */
import { takenDestinations } from '../../blog/destinations.ts';
import { type Entry, invalidatingFaults } from '../../blog/postIndex.ts';
import { findStandIns, translationFiles } from '../../blog/translations.ts';
import { urlKey, urlOf } from '../../blog/url.ts';
import { ExitCode, refusal, UserError } from '../../errors.ts';
import { isMissing } from '../../files/folder.ts';
import { folderOf, type PostFile } from '../../files/posts.ts';
import { namesSameFile } from '../../files/spelling.ts';
import { renamePath } from '../../files/write/rename.ts';
import type { Sweep } from '../../files/write/temporary.ts';
import { isNewSlug, newSlug, newSlugRule } from '../../post/draft/slug.ts';
import { renameText } from '../../post/edit/rename.ts';
import { dayPrefix, readFileName } from '../../post/fields/slug.ts';
import { type PostReading, readPost, statusOf } from '../../post/post.ts';
import { quotedTitle, visible } from '../../report/escape.ts';
import { type DefineCommand, printHint } from '../context.ts';
import { examples } from '../help.ts';
import { lockedPosts } from '../locked.ts';
import { printDone } from '../output.ts';
import { openSite, type SiteContext } from '../site.ts';
import { readFilledLine } from '../textArgument.ts';
import { askPost, askTitle } from './ask.ts';
import { choosePost, postArgument, readPosts, type SitePosts } from './choose.ts';
import { type Rewriting, showDiff } from './diff.ts';
import { feedHint } from './feedHint.ts';
import { withFormerUrl } from './formerUrl.ts';
import { type Move, movedLinks, planMove, reportUnread } from './move.ts';
import { readPostText, rewrite, unsafeToPatch } from './rewrite.ts';

interface RenameOptions {
  slug?: string;
  dryRun?: boolean;
}

/** Defines `blog rename`. */
export const defineRename: DefineCommand = (command, context, done) => {
  command
    .argument(...postArgument)
    .argument('[title]', 'new title, in quotes')
    .option('--slug <slug>', 'new slug (default: made from the title, but a translation keeps its own)')
    .option('--dry-run', 'show what would change as a diff, without writing')
    .addHelpText(
      ...examples(
        'blog rename our-first-meeting "How we began"',
        'blog rename our-first-meeting "How we began" --dry-run',
      ),
    )
    .action(async (given: string | undefined, text: string | undefined, options: RenameOptions) => {
      const newTitle = text === undefined ? undefined : readFilledLine(text, 'the new title');
      const { slug } = options;
      if (slug !== undefined && !isNewSlug(slug))
        throw new UserError(`invalid slug for --slug: “${visible(slug)}”; use ${newSlugRule}`);
      const site = await openSite(context());
      const wanted = await askPost(given, command, site);
      const title = newTitle ?? (await askTitle(command, site));
      const work = (sweep?: Sweep): Promise<number> => rename(wanted, title, slug, site, sweep);
      done(await (options.dryRun ? work() : lockedPosts(site, work)));
    });
};

/** Without `sweep` it is a dry run. Conflicts are looked for here, under the lock, so that no other command adds one. */
async function rename(
  wanted: string,
  title: string,
  given: string | undefined,
  site: SiteContext,
  sweep?: Sweep,
): Promise<number> {
  const posts = readPosts(site);
  const { file, entry, reading } = choosePost(wanted, posts);
  if (!entry) throw invalid(file, reading);
  // A new title in one language is no reason for new URLs in all of them.
  const isKept = given === undefined && findStandIns(posts.postIndex.entries, site.config)(entry) !== undefined;
  const slug = isKept ? undefined : (given ?? slugOf(title, entry.post.lang ?? site.config.language));
  const others = slug === undefined ? [] : translationsOf(file, slug, posts);
  const path = slug === undefined ? entry.post.slug : withParents(slug, entry);
  const move = moveTo(file, slug);
  const moves = [move, ...others.map((one) => moveTo(one.file, slug))];
  refuseTaken(move.to, entry, path, posts);
  for (const one of others) refuseTaken(moveTo(one.file, slug).to, one.entry, one.slug, posts);
  const changed = [
    renamed(file, entry, title, path, site),
    ...others.map((one) => renamed(one.file, one.entry, undefined, one.slug, site)),
  ];
  const { own, rewritings: links, unread } = movedLinks(posts, moves, changed);
  if (!sweep) {
    await showDiff([...own, ...links], site);
    for (const { from, to } of moves.filter(isMove)) {
      printHint(`Dry run: ${visible(from.file)} would become ${visible(to.file)}`, site);
    }
    return ExitCode.done;
  }
  // The post first: until its file has the new name, running the command again finishes what was interrupted.
  for (const one of own) rewrite(one, sweep);
  for (const link of links) {
    rewrite(link, sweep);
    printHint(`Updated links in ${visible(link.file.file)}`, site);
  }
  // The post is written last: until then, running the command again finds it and finishes.
  for (const { from, to, pathFrom, pathTo } of distinctMoves(moves).reverse()) {
    if (renamePath(pathFrom, pathTo, visible(from.file), folderOf(from))) continue;
    throw refusal(`${visible(to.file)} already exists; pass another slug with --slug`);
  }
  const done = `but the post was renamed to ${visible(move.to.file)}`;
  printDone(done, () => site.shell.out(`${visible(move.to.file)}\n`));
  const isUnchanged = urlKey(urlOf(withSlug(entry, path), site.config)) === urlKey(entry.url);
  const reason = entry.post.permalink === undefined ? '' : ' (set by its permalink)';
  const url = isUnchanged ? `its URL is unchanged${reason}` : 'its old URL is now an alias, for your site to redirect';
  const how = isMove(move)
    ? `Renamed ${quotedTitle(entry.post.title)} (was ${visible(file.file)}); ${url}`
    : `Title changed from ${quotedTitle(entry.post.title)}; ${url}`;
  printHint(isKept ? 'Title changed; for a new name of all its translations, pass --slug' : how, site);
  for (const { from, to } of moves.slice(1).filter(isMove)) {
    printHint(`Renamed its translation ${visible(from.file)} to ${visible(to.file)}`, site);
  }
  if (statusOf(entry.post, site.now) === 'published') printHint(feedHint('update the feed', site), site);
  return reportUnread(unread, site);
}

function invalid({ file }: PostFile, reading: PostReading | undefined): UserError {
  const [fault] = reading ? invalidatingFaults(reading) : [];
  const why = fault ? `: ${fault.message}` : '';
  return refusal(`${visible(file)} is invalid${why}; fix it first (for details, run: blog validate)`);
}

/** Throws UserError for a title of which no slug can be made. */
function slugOf(title: string, language: string | undefined): string {
  const slug = newSlug(title, { language });
  if (slug === undefined) throw new UserError('no slug can be made from this title; pass one with --slug');
  return slug;
}

/** The move to another slug, if there is one. A day at the beginning of the name stays, and so do a language and an extension at its end. */
function moveTo(file: PostFile, slug: string | undefined): Move {
  return planMove(file, (name, extension) => {
    if (slug === undefined) return name;
    const day = dayPrefix.exec(name)?.[0];
    return `${day !== undefined && name[day.length] === '-' ? `${day}-` : ''}${slug}${extension}`;
  });
}

function isMove({ from, to }: Move): boolean {
  return from.file !== to.file;
}

/** The moves, without those of a folder that another one already moves. */
function distinctMoves(moves: readonly Move[]): Move[] {
  return [...new Map(moves.map((move) => [move.pathFrom, move])).values()];
}

/** The translations of a post, which keep its name, each with its new slug. Throws UserError if one is invalid. */
function translationsOf(file: PostFile, slug: string, { files, postIndex }: SitePosts) {
  return translationFiles(file, files.values()).map((one) => {
    const entry = postIndex.entries.find(({ post }) => post.file === one.file);
    const reading = postIndex.invalid.find((other) => other.file === one.file);
    if (!entry) throw invalid(one, reading);
    // One with a slug of its own keeps it, and its URL.
    const isOwn = entry.post.slug !== readFileName(entry.post.path).slug;
    return { file: one, entry, slug: isOwn ? entry.post.slug : slug };
  });
}

/** The slug with the parts above it: `trips/rome` becomes `trips/milan`. */
function withParents(slug: string, { post }: Entry): string {
  return post.slug.slice(0, post.slug.lastIndexOf('/') + 1) + slug;
}

/** The post with another slug. */
function withSlug({ post }: Entry, slug: string): Entry['post'] {
  return { ...post, slug };
}

function refuseTaken(to: PostFile, entry: Entry, slug: string, { files, postIndex, config }: SitePosts): void {
  const others = [...files.values()].filter(({ file }) => file !== entry.post.file);
  const posts = postIndex.entries.map(({ post }) => post).filter(({ file }) => file !== entry.post.file);
  const url = urlOf(withSlug(entry, slug), config);
  const taken = takenDestinations(others, posts, config)({ inPosts: to.inPosts, url });
  const own = files.get(entry.post.file)?.path ?? to.path;
  const there = taken ?? (isMissing(to.path) || namesSameFile(to.path, own) ? undefined : to.file);
  if (there === undefined) return;
  throw refusal(`${visible(there)} already has this file name or URL; pass another slug with --slug`);
}

/** The post with its new title and slug, the identity that feed readers know, and its old URL among the aliases. */
function renamed(file: PostFile, entry: Entry, title: string | undefined, slug: string, site: SiteContext): Rewriting {
  const before = readPostText(file);
  const { keys = {} } = readPost(file.file, before, site.config, file);
  const titled = renameText(before, keys, { title, slug });
  const after = titled === undefined ? undefined : withFormerUrl(titled, keys, entry, withSlug(entry, slug), site);
  if (after === undefined) throw unsafeToPatch(file, 'change title, slug, id and aliases');
  return { file, before, after };
}
