/** `blog rename`: a new title, slug and file name; the id and the old URL are kept. */
import { takenDestinations } from '../../blog/destinations.ts';
import { type Entry, invalidatingFaults } from '../../blog/postIndex.ts';
import { urlKey, urlOf } from '../../blog/url.ts';
import { ExitCode, refusal, UserError } from '../../errors.ts';
import { isMissing } from '../../files/folder.ts';
import { folderOf, type PostFile } from '../../files/posts.ts';
import { renamePath } from '../../files/write/rename.ts';
import type { Sweep } from '../../files/write/temporary.ts';
import { isNewSlug, newSlug, newSlugRule } from '../../post/draft/slug.ts';
import { renameText } from '../../post/edit/rename.ts';
import { readPost, statusOf } from '../../post/post.ts';
import { visible } from '../../report/escape.ts';
import { type DefineCommand, printHint } from '../context.ts';
import { examples } from '../help.ts';
import { lockedPosts } from '../locked.ts';
import { printDone } from '../output.ts';
import { openSite, type SiteContext } from '../site.ts';
import { readFilledLine } from '../textArgument.ts';
import { choosePost, postArgument, readPosts, type SitePosts } from './choose.ts';
import { type Rewriting, showDiff } from './diff.ts';
import { feedCommand } from './feedHint.ts';
import { movedLinks, planMove, reportUnread } from './move.ts';
import { rewrite, textOf, unsafeToPatch } from './rewrite.ts';

/** Defines `blog rename`. */
export const defineRename: DefineCommand = (command, context, done) => {
  command
    .argument(...postArgument)
    .argument('<title>', 'new title, in quotes')
    .option('--slug <slug>', 'new slug (default: made from the title)')
    .option('--dry-run', 'show what would change as a diff, without writing')
    .addHelpText(
      ...examples(
        'blog rename our-first-meeting "How we began"',
        'blog rename our-first-meeting "How we began" --dry-run',
      ),
    )
    .action(async (wanted: string, given: string, options: { slug?: string; dryRun?: boolean }) => {
      const title = readFilledLine(given, 'the new title');
      const slug = options.slug ?? newSlug(title);
      if (slug === undefined) throw new UserError('no slug can be made from this title; pass one with --slug');
      if (!isNewSlug(slug)) throw new UserError(`invalid slug for --slug: “${visible(slug)}”; ${newSlugRule}`);
      const site = await openSite(context());
      const work = (sweep?: Sweep): Promise<number> => rename(wanted, title, slug, site, sweep);
      done(await (options.dryRun ? work() : lockedPosts(site, work)));
    });
};

/** Without `sweep` it is a dry run. Conflicts are looked for here, under the lock, so that no other command adds one. */
async function rename(wanted: string, title: string, slug: string, site: SiteContext, sweep?: Sweep): Promise<number> {
  const posts = readPosts(site);
  const { file, entry, reading } = choosePost(wanted, posts);
  if (!entry) {
    const [fault] = reading ? invalidatingFaults(reading) : [];
    const why = fault ? `: ${fault.message}` : '';
    throw refusal(`${visible(file.file)} is invalid${why}; fix it first, for details run: blog validate`);
  }
  // A day at the beginning of the name stays.
  const move = planMove(file, (name, extension) => `${/^\d{4}-\d{2}-\d{2}-/.exec(name)?.[0] ?? ''}${slug}${extension}`);
  refuseTaken(move.to, entry, slug, posts);
  const own = renamed(file, entry, title, slug, site);
  const { rewritings: links, unread } = movedLinks(posts, file, move);
  if (!sweep) {
    await showDiff([own, ...links], site);
    printHint(`Dry run: ${visible(file.file)} would become ${visible(move.to.file)}`, site);
    return ExitCode.done;
  }
  // The post first: until its file has the new name, running the command again finishes what was interrupted.
  rewrite(own, sweep);
  for (const link of links) {
    rewrite(link, sweep);
    printHint(`Updated links in ${visible(link.file.file)}`, site);
  }
  if (!renamePath(move.pathFrom, move.pathTo, visible(file.file), folderOf(file))) {
    throw refusal(`${visible(move.to.file)} already exists; pass another slug with --slug`);
  }
  const done = `but the post was renamed to ${visible(move.to.file)}`;
  printDone(done, () => site.shell.out(`${visible(move.to.file)}\n`));
  const url =
    entry.post.permalink === undefined
      ? 'its old URL is now an alias, for your site to redirect'
      : 'its URL is unchanged (set by its permalink)';
  printHint(`Renamed from ${visible(file.file)}; ${url}`, site);
  if (statusOf(entry.post, site.now) === 'published') printHint(`To update the feed, run: ${feedCommand(site)}`, site);
  return reportUnread(unread, site);
}

function refuseTaken(to: PostFile, entry: Entry, slug: string, { files, postIndex, config }: SitePosts): void {
  const others = [...files.values()].filter(({ file }) => file !== entry.post.file);
  const posts = postIndex.entries.map(({ post }) => post).filter(({ file }) => file !== entry.post.file);
  const url = urlOf({ ...entry.post, slug }, config);
  const taken = takenDestinations(others, posts, config)({ inPosts: to.inPosts, url });
  const there = taken ?? (to.file !== entry.post.file && !isMissing(to.path) ? to.file : undefined);
  if (there === undefined) return;
  throw refusal(`${visible(there)} already has this file name or URL; pass another slug with --slug`);
}

/** The post with its new title and slug, the identity that feed readers know, and its old URL among the aliases. */
function renamed(file: PostFile, entry: Entry, title: string, slug: string, site: SiteContext): Rewriting {
  const { config } = site;
  const before = textOf(file);
  const { keys = {} } = readPost(file.file, before, config);
  const { siteUrl: _, ...local } = config;
  const oldPath = urlOf(entry.post, local);
  const newPath = urlOf({ ...entry.post, slug }, local);
  const moves = urlKey(oldPath) !== urlKey(newPath);
  const after = renameText(before, keys, {
    title,
    slug,
    id: moves && keys.id === undefined ? formerIdentity(entry, site) : undefined,
    alias: moves && !entry.post.aliases.some((alias) => urlKey(alias) === urlKey(oldPath)) ? oldPath : undefined,
  });
  if (after === undefined) throw unsafeToPatch(file, 'change title, slug, id and aliases');
  return { file, before, after };
}

/** How feed readers identify a post without an id: by its absolute URL. Throws UserError if it has none. */
function formerIdentity(entry: Entry, { config }: SiteContext): string {
  if (config.siteUrl !== undefined || /^https?:/i.test(entry.url)) return entry.url;
  throw refusal('post has no id, and its URL would change; add an id, or set site_url in the config');
}
