/** `blog categories merge A B`: one category renamed into another in every post. */
import { type Config, createCategoryFinder, findCategory } from '../../blog/config/config.ts';
import type { Entry } from '../../blog/postIndex.ts';
import { urlKey, urlOf } from '../../blog/url.ts';
import { ExitCode, refusal, UserError } from '../../errors.ts';
import type { PostFile } from '../../files/posts.ts';
import type { Sweep } from '../../files/write/temporary.ts';
import { mergeCategory } from '../../post/edit/rename.ts';
import { foldName } from '../../post/fields/slug.ts';
import { cleanName } from '../../post/invisible.ts';
import { nearest } from '../../post/nearest.ts';
import { readPost } from '../../post/post.ts';
import { plural } from '../../report/diagnostics/summary.ts';
import { visible } from '../../report/escape.ts';
import { type DefineCommand, printHint } from '../context.ts';
import { examples } from '../help.ts';
import { reportInvalid } from '../invalid.ts';
import { unknownNameHints } from '../list/hints.ts';
import { lockedPosts } from '../locked.ts';
import { printDone, printEach } from '../output.ts';
import { openSite, type SiteContext } from '../site.ts';
import { readFilledLine } from '../textArgument.ts';
import { inTurns } from '../turns.ts';
import { readPosts } from './choose.ts';
import { type Rewriting, showDiff } from './diff.ts';
import { feedCommand, oldFeedHint } from './feedHint.ts';
import { withFormerUrl } from './formerUrl.ts';
import { readPostText, rewrite } from './rewrite.ts';

/** Defines `blog categories merge`. */
export const defineMerge: DefineCommand = (command, context, done) => {
  command
    .command('merge')
    .argument('<from>', 'category to merge')
    .argument('<into>', 'category to keep')
    .summary('merge one category into another in every post')
    .description('merge one category into another in every post')
    .option('--dry-run', 'show what would change as a diff, without writing')
    .addHelpText(
      ...examples(
        'blog categories merge Anouncements Announcements',
        'blog categories merge News Announcements --dry-run',
      ),
    )
    .action(async (from: string, into: string, options: { dryRun?: boolean }) => {
      const site = await openSite(context());
      const target = readTarget(into, site.config);
      if (from === target) throw new UserError(`“${visible(from)}” and “${visible(target)}” are the same category`);
      const work = (sweep?: Sweep): Promise<number> => mergePosts(from, target, site, sweep);
      done(await (options.dryRun ? work() : lockedPosts(site, work)));
    });
};

function readTarget(into: string, { categories = [] }: Config): string {
  const target = findCategory(into, categories)?.name ?? readFilledLine(into, 'the new category').normalize('NFC');
  if (categories.length === 0 || findCategory(target, categories)) return target;
  throw new UserError(`category “${visible(target)}” is not in the config; add it there first`);
}

/** Without `sweep` this is a dry run. Posts are read here, so that no other command changes one before it is written. */
async function mergePosts(from: string, target: string, site: SiteContext, sweep: Sweep | undefined): Promise<number> {
  const { shell } = site;
  const { files, postIndex } = readPosts(site);
  const uses = [
    ...postIndex.entries.map(({ post }) => post),
    // The categories of an invalid post can often be read.
    ...postIndex.invalid.map(({ file, fields }) => ({ file, categories: fields?.categories ?? [] })),
  ];
  const unread = postIndex.invalid.filter(({ fields }) => fields === undefined);
  const { isFrom, source } = sourceOf(from, target, site.config);
  const entries = new Map(postIndex.entries.map((entry) => [entry.post.file, entry]));
  const merged: Merged[] = [];
  const failed: string[] = [];
  for await (const { file: name, categories } of inTurns(uses, site)) {
    const file = files.get(name);
    if (!file || !categories.some(isFrom)) continue;
    const before = readPostText(file);
    const one = mergedPost(file, before, mergeCategory(before, isFrom, target), entries.get(name), site);
    if (one) merged.push(one);
    else failed.push(name);
  }
  refuseClashes(merged, postIndex.entries);
  const rewritings: readonly Rewriting[] = merged;
  reportInvalid(unread, site);
  if (rewritings.length === 0 && failed.length === 0) {
    const names = new Set(postIndex.entries.flatMap(({ post }) => post.categories));
    names.delete(from);
    const near = nearest(from, names);
    const unknown = { kind: 'category' as const, name: from, ...(near !== undefined && { nearest: near }) };
    throw refusal(unknownNameHints([unknown]).join('\n'));
  }
  const count = plural(rewritings.length, 'post');
  if (sweep) {
    // All posts are changed before any is printed: a closed pipe must not leave the work half done.
    const stopped = (done: number): string =>
      `stopped: changed ${done} of ${count}; for the others, run the command again`;
    for await (const rewriting of inTurns(rewritings, site, stopped)) rewrite(rewriting, sweep);
    printDone(`but ${count} changed`, () => printEach(rewritings, ({ file }) => `${visible(file.file)}\n`, shell));
  } else {
    await showDiff(rewritings, site);
  }
  printHint(sweep ? `Changed ${count}` : `Dry run: ${count} would change`, site);
  for (const file of failed) shell.err(`${visible(file)} cannot be changed safely; change its categories by hand\n`);
  const moved = merged.filter(({ url, entry }) => url !== undefined && url !== entry?.url).length;
  if (moved > 0) {
    const have = moved === 1 ? '1 post has' : `${moved} posts have`;
    printHint(`${have} a new URL; the old one is now an alias, for your site to redirect`, site);
  }
  if (source !== undefined) printHint(`Remove “${visible(source)}” from the categories in the config, too`, site);
  if (sweep && rewritings.length > 0) {
    printHint(`To update the feeds, run: ${feedCommand(site)}`, site);
    const oldFeed = failed.length > 0 ? undefined : oldFeedHint(from, target, site);
    if (oldFeed !== undefined) printHint(oldFeed, site);
  }
  return failed.length > 0 || unread.length > 0 ? ExitCode.found : ExitCode.done;
}

/** What tells the names of the category to merge, however a post spells it, and the name that the config has for it. */
function sourceOf(from: string, target: string, { categories }: Config) {
  const find = createCategoryFinder(categories);
  const source = find(from);
  const isSame = (name: string): boolean => (source ? find(name) === source : foldName(name) === foldName(from));
  const isFrom = (name: unknown): boolean => typeof name === 'string' && name !== target && isSame(cleanName(name));
  return { isFrom, source: source?.name === target ? undefined : source?.name };
}

/** A changed post, and its URL if it is valid. */
interface Merged extends Rewriting {
  entry: Entry | undefined;
  url: string | undefined;
}

/** The post with its other category: where its URL has the category, the old URL and its identity are kept. */
function mergedPost(
  file: PostFile,
  before: string,
  after: string | undefined,
  entry: Entry | undefined,
  site: SiteContext,
): Merged | undefined {
  if (after === undefined) return undefined;
  const { post, keys = {} } = readPost(file.file, after, site.config, file);
  if (!entry || !post) return { file, before, after, entry, url: undefined };
  const kept = withFormerUrl(after, keys, entry, post, site);
  return kept === undefined ? undefined : { file, before, after: kept, entry, url: urlOf(post, site.config) };
}

/** Refuses a merge that would give two posts the same URL: neither could be listed any more. */
function refuseClashes(merged: readonly Merged[], entries: readonly Entry[]): void {
  const urls = new Map(merged.map(({ file, url }) => [file.file, url]));
  const owners = new Map<string, string>();
  for (const { post, url } of entries) {
    const key = urlKey(urls.get(post.file) ?? url);
    const owner = owners.get(key);
    if (owner === undefined) owners.set(key, post.file);
    else
      throw refusal(`${visible(owner)} and ${visible(post.file)} would have the same URL; give one another slug first`);
  }
}
