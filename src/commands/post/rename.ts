/** `blog rename`: a new title, slug and file; the old identity and address kept. Spec section 4. */
import type { Command } from 'commander';
import { takenDestinations } from '../../blog/destinations.ts';
import { type Entry, invalidatingFaults } from '../../blog/postIndex.ts';
import { urlKey, urlOf } from '../../blog/url.ts';
import { ExitCode, UserError } from '../../errors.ts';
import { isMissing } from '../../files/folder.ts';
import { folderOf, type PostFile } from '../../files/posts.ts';
import { renamePath } from '../../files/write/rename.ts';
import type { Sweep } from '../../files/write/temporary.ts';
import { isNewSlug, newSlug, newSlugRule } from '../../post/draft/slug.ts';
import { insertField, setField } from '../../post/edit/patch.ts';
import { appendItem } from '../../post/edit/patchList.ts';
import { readPost } from '../../post/post.ts';
import { visible } from '../../report/escape.ts';
import type { Context } from '../context.ts';
import { lockedPosts } from '../locked.ts';
import { printDone } from '../output.ts';
import { openSite, type SiteContext } from '../site.ts';
import { readFilledLine } from '../textArgument.ts';
import { type Chosen, choosePost, openPostFolder, type PostFolder } from './choose.ts';
import { type Rewriting, showDiff } from './diff.ts';
import { movedLinks, unreadNote } from './links.ts';
import { planMove } from './move.ts';
import { rewrite, textOf, unsafeToPatch } from './rewrite.ts';

interface RenameOptions {
  slug?: string;
  dryRun?: boolean;
}

const examples = `
Examples:
  blog rename our-first-meeting "How we began"
  blog rename our-first-meeting "How we began" --dry-run
`;

/** Adds what `blog rename` takes and does. */
export function defineRename(command: Command, context: () => Context, done: (status: number) => void): void {
  command
    .argument('<post>', 'its path, slug, id or address, or the beginning of its slug')
    .argument('<title>', 'the new title, in quotes')
    .option('--slug <slug>', 'the new slug (default: made from the title)')
    .option('--dry-run', 'show all that would change, change nothing')
    .addHelpText('after', examples)
    .action(async (wanted: string, title: string, options: RenameOptions) =>
      done(await runRename(wanted, title, options, context())),
    );
}

async function runRename(wanted: string, given: string, options: RenameOptions, context: Context): Promise<number> {
  const title = readFilledLine(given, 'the new title');
  const slug = options.slug ?? newSlug(title);
  if (slug === undefined) throw new UserError('no slug can be made from this title: give one with --slug');
  if (!isNewSlug(slug)) throw new UserError(`--slug ${visible(slug)}: ${newSlugRule}`);
  const site = await openSite(context);
  const work = (sweep?: Sweep): Promise<number> => renamePost(wanted, { title, slug }, site, context, sweep);
  return options.dryRun ? work() : lockedPosts(site, context, work);
}

/** Without `sweep` it is a dry run. What is taken is looked up here, so that no other command takes it meanwhile. */
async function renamePost(
  wanted: string,
  { title, slug }: { title: string; slug: string },
  site: SiteContext,
  context: Context,
  sweep: Sweep | undefined,
): Promise<number> {
  const { shell, globals } = context;
  const shelf = openPostFolder(site);
  const chosen = choosePost(wanted, shelf, site);
  const { file, entry } = chosen;
  if (!entry) {
    const [fault] = chosen.reading ? invalidatingFaults(chosen.reading) : [];
    const why = fault ? `: ${fault.message}` : '';
    throw new UserError(
      `${visible(file.file)} is broken${why}; mend it first, “blog validate” says where`,
      ExitCode.found,
    );
  }
  // The day at the beginning of a name stays, and so does its ending.
  const move = planMove(file, (name, ending) => `${/^\d{4}-\d{2}-\d{2}-/.exec(name)?.[0] ?? ''}${slug}${ending}`);
  refuseTaken(move.to, entry, slug, shelf, site);
  const own = renameText(chosen, entry, title, slug, site);
  const { rewritings: links, unread } = movedLinks(shelf, file, move, site);
  const say = (text: string): void => {
    if (!globals.quiet) shell.err(`${text}\n`);
  };
  if (!sweep) {
    await showDiff([own, ...links], context);
    say(`${visible(file.file)} would become ${visible(move.to.file)}. A dry run: nothing was changed.`);
    return ExitCode.done;
  }
  // The post first: until the file has its new name, running the command again finds it and does what is left.
  rewrite(own.file, own.before, own.after, sweep);
  for (const { file: one, before, after } of links) {
    rewrite(one, before, after, sweep);
    say(`${visible(one.file)}: its links lead to the new name`);
  }
  if (!renamePath(move.pathFrom, move.pathTo, visible(file.file), folderOf(file))) {
    throw new UserError(`${visible(move.to.file)} is there already: give another slug with --slug`, ExitCode.found);
  }
  const done = `the post is ${visible(move.to.file)} all the same`;
  printDone(done, () => shell.out(`${visible(move.to.file)}\n`));
  const address =
    entry.post.permalink === undefined
      ? 'Its old address is among its aliases: let the site redirect it.'
      : 'Its address stays what its permalink says.';
  say(`It was ${visible(file.file)}. ${address}`);
  for (const one of unread) shell.err(`${unreadNote(one)}\n`);
  return unread.length > 0 ? ExitCode.found : ExitCode.done;
}

function refuseTaken(
  to: PostFile,
  entry: Entry,
  slug: string,
  { files, postIndex }: PostFolder,
  site: SiteContext,
): void {
  const others = [...files.values()].filter(({ file }) => file !== entry.post.file);
  const posts = postIndex.entries.map(({ post }) => post).filter(({ file }) => file !== entry.post.file);
  const url = urlOf({ ...entry.post, slug }, site.config);
  const taken = takenDestinations(others, posts, site.config)({ inPosts: to.inPosts, url });
  const there = taken ?? (to.file !== entry.post.file && !isMissing(to.path) ? to.file : undefined);
  if (there === undefined || there === entry.post.file) return;
  throw new UserError(
    `${visible(there)} has this name or address already: give another one with --slug`,
    ExitCode.found,
  );
}

/** The post with its new title and slug, the identity that readers know, and its old address among the aliases. */
function renameText({ file }: Chosen, entry: Entry, title: string, slug: string, site: SiteContext): Rewriting {
  const { config } = site;
  const before = textOf(file);
  const { keys = {} } = readPost(file.file, before, { timeZone: config.timeZone, authors: config.authors });
  const { siteUrl: _, ...local } = config;
  const oldPath = urlOf(entry.post, local);
  const newPath = urlOf({ ...entry.post, slug }, local);
  const moves = urlKey(oldPath) !== urlKey(newPath);
  const steps: ((text: string) => string | undefined)[] = [
    (text) => setField(text, [keys.title ?? 'title'], title)?.text,
    (text) => (keys.slug === undefined ? text : setField(text, [keys.slug], slug)?.text),
    (text) =>
      moves && keys.id === undefined
        ? insertField(text, 'id', oldIdentity(entry, site), keys.date ?? keys.title)?.text
        : text,
    (text) =>
      moves && !knowsAlias(entry, oldPath) ? appendItem(text, [keys.aliases ?? 'aliases'], oldPath)?.text : text,
  ];
  const after = steps.reduce<string | undefined>((text, step) => (text === undefined ? undefined : step(text)), before);
  if (after === undefined) throw unsafeToPatch(file, 'change title, slug, id and aliases');
  return { file, before, after };
}

/** What readers know a post without id by: its address, whole. */
function oldIdentity(entry: Entry, { config }: SiteContext): string {
  if (config.siteUrl !== undefined || /^https?:/i.test(entry.url)) return entry.url;
  throw new UserError(
    'this post has no id: readers know it by its address, which would change. Set site_url in the config, so that the old address can become its id',
    ExitCode.found,
  );
}

function knowsAlias(entry: Entry, address: string): boolean {
  return entry.post.aliases.some((alias) => urlKey(alias) === urlKey(address));
}
