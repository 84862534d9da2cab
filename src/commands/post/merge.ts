/** `blog categories|tags|authors merge A B`: one name renamed into another in every post. */
import type { Command } from 'commander';
import type { Entry } from '../../blog/postIndex.ts';
import { findPeople } from '../../blog/select/names.ts';
import { urlKey, urlOf } from '../../blog/url.ts';
import { compareText } from '../../diagnostic.ts';
import { ExitCode, refusal, UserError } from '../../errors.ts';
import type { PostFile } from '../../files/posts.ts';
import type { Sweep } from '../../files/write/temporary.ts';
import { mergeNames } from '../../post/edit/mergeNames.ts';
import { foldName } from '../../post/fields/slug.ts';
import { listOf } from '../../post/frontmatter/yamlText.ts';
import { nearest } from '../../post/nearest.ts';
import { readPost } from '../../post/post.ts';
import { plural } from '../../report/diagnostics/summary.ts';
import { visible } from '../../report/escape.ts';
import { type Context, printHint } from '../context.ts';
import { examples, explainUsage } from '../help.ts';
import { reportInvalid } from '../invalid.ts';
import { refuseAmbiguous, unknownNameHints } from '../list/hints.ts';
import { lockedPosts } from '../locked.ts';
import { printDone, printEach } from '../output.ts';
import { openSite, type SiteContext } from '../site.ts';
import { inTurns } from '../turns.ts';
import { readPosts } from './choose.ts';
import { type Rewriting, showDiff } from './diff.ts';
import { feedHint, oldFeedHint } from './feedHint.ts';
import { withFormerUrl } from './formerUrl.ts';
import { authorMerge, type Merge, nameMerge, namesOf } from './mergeKinds.ts';
import { newNameHint } from './newName.ts';
import { readPostText, rewrite } from './rewrite.ts';

/** What is merged: the words for it, the fields that have it, and examples of its names. */
const kinds = {
  category: { many: 'categories', fields: ['categories'], from: 'Anouncements', into: 'Announcements' },
  tag: { many: 'tags', fields: ['tags'], from: 'e-learning', into: '"online learning"' },
  author: {
    many: 'authors',
    fields: ['authors', 'photos_by', 'editors', 'byline'],
    from: '"Ada Exmple"',
    into: '"Ada Example"',
  },
} as const;

/** Defines `merge` below the command that lists the names of a kind. */
export function defineMerge(parent: Command, kind: Merge['kind'], ...[context, done]: MergeContext): void {
  const { many, from: rare, into: kept } = kinds[kind];
  const what = `merge one ${kind} into another in every post`;
  const command = parent.command('merge').summary(what).description(what);
  explainUsage(command)
    .argument('<from>', `${kind} to merge`)
    .argument('<into>', `${kind} to keep`)
    .option('--dry-run', 'show what would change as a diff, without writing')
    .addHelpText(...examples(`blog ${many} merge ${rare} ${kept}`, `blog ${many} merge ${rare} ${kept} --dry-run`))
    .action(async (from: string, into: string, options: { dryRun?: boolean }) => {
      const site = await openSite(context());
      const merge = kind === 'author' ? authorMerge(from, into, site) : nameMerge(kind, from, into, site);
      const work = (sweep?: Sweep): Promise<number> => mergePosts(merge, site, sweep);
      done(await (options.dryRun ? work() : lockedPosts(site, work)));
    });
}

type MergeContext = [context: () => Context, done: (status: number) => void];

/** Without `sweep` this is a dry run. Posts are read here, so that no other command changes one before it is written. */
async function mergePosts(merge: Merge, site: SiteContext, sweep: Sweep | undefined): Promise<number> {
  const { kind, from, into, isFrom } = merge;
  const { many, fields } = kinds[kind];
  const { shell } = site;
  const { files, postIndex } = readPosts(site);
  const uses = [
    ...postIndex.entries.map(({ post }) => ({ file: post.file, names: namesOf(post, kind) })),
    // The names in an invalid post can often be read.
    ...postIndex.invalid.map(({ file, fields: read }) => ({ file, names: read ? namesOf(read, kind) : [] })),
  ];
  const names = [...new Set(uses.flatMap((use) => use.names))];
  refuseSeveral(merge, names);
  const unread = postIndex.invalid.filter(({ fields }) => fields === undefined);
  const entries = new Map(postIndex.entries.map((entry) => [entry.post.file, entry]));
  const merged: Merged[] = [];
  const failed: string[] = [];
  for await (const { file: name, names } of inTurns(uses, site)) {
    const file = files.get(name);
    if (!file || !names.some(isFrom)) continue;
    const before = readPostText(file);
    const after = mergeNames(before, fields, merge.change);
    const one = mergedPost(file, before, after === before ? undefined : after, entries.get(name), site);
    if (one) merged.push(one);
    else failed.push(name);
  }
  refuseClashes(merged, postIndex.entries);
  const rewritings: readonly Rewriting[] = merged;
  reportInvalid(unread, site);
  if (rewritings.length === 0 && failed.length === 0) refuseUnknown(merge, names, site);
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
  const known = [...new Set([...names.filter((name) => !isFrom(name)), ...merge.registered])];
  const hint = newNameHint(into, known, kind === 'author' ? site.config.authors : undefined);
  if (hint !== undefined) printHint(hint, site);
  for (const file of failed) shell.err(`${visible(file)} cannot be changed safely; change its ${many} by hand\n`);
  const moved = merged.filter(({ url, entry }) => url !== undefined && url !== entry?.url).length;
  if (moved > 0) {
    const have = moved === 1 ? '1 post has' : `${moved} posts have`;
    printHint(`${have} a new URL; the old one is now an alias, for your site to redirect`, site);
  }
  if (merge.configured !== undefined)
    printHint(`Remove “${visible(merge.configured)}” from the ${many} in the config, too`, site);
  if (sweep && rewritings.length > 0) {
    printHint(feedHint('update the feeds', site), site);
    const oldFeed =
      failed.length > 0 ? undefined : oldFeedHint(kind, { from, into, configured: merge.configured }, site);
    if (oldFeed !== undefined) printHint(oldFeed, site);
  }
  return failed.length > 0 || unread.length > 0 ? ExitCode.found : ExitCode.done;
}

/** Refuses to make one author of several people. */
function refuseSeveral({ several, from }: Merge, names: readonly string[]): void {
  const known = new Set(names.map(foldName));
  const joined = several?.((name) => known.has(foldName(name)));
  if (!joined) return;
  const people = visible(listOf(joined.people));
  throw refusal([
    `“${visible(joined.text)}” would be one author; for several, write in the posts of “${visible(from)}”:`,
    `  authors: ${people}`,
    'if it is one name, add it to authors in the config first',
  ]);
}

/** Refuses a merge of a name that no post has: a part of a person’s name is not enough to change posts, but is understood. */
function refuseUnknown({ kind, from }: Merge, names: readonly string[], { config }: SiteContext): never {
  const others = names.filter((name) => name !== from);
  const people = kind === 'author' ? findPeople(from, others, config.authors).found : [];
  if (people.length > 1) refuseAmbiguous([{ name: from, people: people.toSorted(compareText) }]);
  const near = nearest(from, others) ?? people[0];
  const unknown = { kind, name: from, ...(near !== undefined && { nearest: near }) };
  throw new UserError(unknownNameHints([unknown]));
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
