/** What a new feed would change for the subscribers of the old one. */
import type { Config } from '../../blog/config/config.ts';
import { settingProblem } from '../../blog/scaffold.ts';
import { compareFeeds, type FeedChanges, itemsOf } from '../../feed/changes.ts';
import { findOldPattern, type MovedPost } from '../../feed/oldPattern.ts';
import { type ReadItem, readFeedItems } from '../../feed/readItems.ts';
import { readPieces } from '../../files/existing.ts';
import { quoted } from '../../post/frontmatter/yamlText.ts';
import { plural } from '../../report/diagnostics/summary.ts';
import { visible } from '../../report/escape.ts';
import type { FeedTarget } from './targets.ts';

/** `new`: the file does not exist or is empty; `no-feed`: it is not a feed. */
export type FeedComparison = FeedChanges | 'new' | 'no-feed';

/**
 * Compares a feed with its existing file. With `contents` the contents of posts are compared, too, which renders the feed
 * once more. Throws UserError if the file cannot be read.
 */
export function compareWithFile(target: FeedTarget, contents = false): FeedComparison {
  const old = readPieces(target.path, target.shown);
  if (!old) return 'new';
  const before = readFeedItems(old);
  if (!before) return 'no-feed';
  const after = (contents && readFeedItems(target.pieces())) || itemsOf(target.feed);
  return compareFeeds(before, after, target.published(), target.areTranslations);
}

/** Why a feed must not be replaced, a line each; empty if it may be. */
export function whyRefused({ shown, entryOf, feed }: FeedTarget, changes: FeedChanges, config: Config): string[] {
  const { reappearing, added, changed } = changes;
  if (reappearing.length === 0) return [];
  const posts = reappearing.map((one) => ({ ...one, entry: entryOf(one.item.guid) }));
  const moved = posts.flatMap(({ item, before, entry }): MovedPost[] => {
    const hasMoved = entry?.url === item.guid && entry.post.permalink === undefined;
    return hasMoved ? [{ post: entry.post, before: before.guid }] : [];
  });
  const others = new Set([...added, ...changed, ...reappearing.map(({ item }) => item)].map(({ guid }) => guid));
  const kept = feed.items.flatMap(({ guid: { value } }): MovedPost[] => {
    const entry = others.has(value) ? undefined : entryOf(value);
    return entry && entry.post.permalink === undefined ? [{ post: entry.post, before: entry.url }] : [];
  });
  const pattern = findOldPattern(moved, kept, config);
  const isPattern = pattern !== undefined && settingProblem('permalink', pattern) === undefined;
  const isAll = isPattern && moved.length === posts.length;
  const advice = isAll ? 'or' : 'restore the old ids in these posts (id: …), or';
  return [
    `${shown}: old posts would reappear as unread, because their ids have changed:`,
    ...posts.map(({ item, before, entry }) => {
      const file = visible(entry?.post.file ?? '');
      return `  ${file} “${visible(item.title)}”: ${visible(before.guid)} would become ${visible(item.guid)}`;
    }),
    ...(isPattern ? [`to keep the old URLs, set in blog.config.yaml: permalink: ${visible(quoted(pattern))}`] : []),
    `${advice} pass --force to write the feed anyway`,
  ];
}

/** The changes as text, one line each. */
export function formatChanges(shown: string, comparison: FeedChanges | 'new'): string {
  if (comparison === 'new') return `${shown}: no feed yet\n`;
  const { added, changed, gone, reappearing } = comparison;
  const kinds: [mark: string, items: ReadItem[]][] = [
    ['+ new', added],
    ['~ changed', changed],
    ['- gone', gone],
    ['! reappearing as unread', reappearing.map(({ item }) => item)],
  ];
  const lines = kinds.flatMap(([mark, items]) =>
    items.map(({ title, link }) => `  ${mark}  ${visible(title)}  ${visible(link)}\n`),
  );
  return `${shown}: ${lines.length === 0 ? 'no changes' : plural(lines.length, 'change')}\n${lines.join('')}`;
}
