/** What a new feed would change for the subscribers of the old one. */
import type { Config } from '../../blog/config/config.ts';
import { settingProblem } from '../../blog/scaffold.ts';
import { compareFeeds, type FeedChanges, isOtherFeed, itemsOf } from '../../feed/existing/changes.ts';
import type { FeedHead, ReadItem } from '../../feed/existing/model.ts';
import { findOldPattern, type MovedPost } from '../../feed/existing/oldPattern.ts';
import { differingParts } from '../../feed/existing/parts.ts';
import { readFeed } from '../../feed/existing/readFeed.ts';
import type { FeedType } from '../../feed/feed.ts';
import { readPieces } from '../../files/existing.ts';
import { quoted } from '../../post/frontmatter/yamlText.ts';
import { plural } from '../../report/diagnostics/summary.ts';
import { quotedTitle, visible } from '../../report/escape.ts';
import type { FeedTarget } from './targets.ts';

/** `new`: the file does not exist or is empty; `no-feed`: it is not a feed. */
export type FeedComparison = FileChanges | 'new' | 'no-feed';

interface FileChanges extends FeedChanges {
  /** The type of the old feed, and what it says of itself. */
  type: FeedType;
  old: FeedHead;
  /** The parts of the feed itself that differ, where these are compared. */
  head: string[];
}

/**
 * Compares a feed with its existing file. With `contents` the contents of posts are compared, too, which renders the feed
 * once more. Throws UserError if the file cannot be read.
 */
export function compareWithFile(target: FeedTarget, contents = false): FeedComparison {
  const old = readPieces(target.path, target.shown);
  if (!old) return 'new';
  const before = readFeed(old);
  if (!before) return 'no-feed';
  const { type, head: about } = before;
  // In another format everything would differ.
  const after = contents && type === target.type ? readFeed(target.pieces()) : undefined;
  const head = type !== target.type ? ['type'] : after ? differingParts(before.parts, after.parts) : [];
  const items = after?.items ?? itemsOf(target.feed);
  return { type, old: about, head, ...compareFeeds(before.items, items, target.published(), target.areTranslations) };
}

const typeNames = { rss: 'an RSS feed', atom: 'an Atom feed', json: 'a JSON feed' } as const;

/** Why a file must not be replaced, a line each; empty if it may be. With `isOneOfAll` no type can be chosen for it. */
export function whyRefused(
  { shown, entryOf, type, feed }: FeedTarget,
  comparison: FeedComparison,
  config: Config,
  isOneOfAll: boolean,
): string[] {
  if (comparison === 'no-feed') return [`${shown} already exists and is not a feed; to overwrite it, pass --force`];
  if (comparison === 'new') return [];
  if (comparison.type !== type) {
    const keep = isOneOfAll ? '' : `pass --type ${comparison.type} to update it, or `;
    return [`${shown} is ${typeNames[comparison.type]}; ${keep}pass --force to replace it with ${typeNames[type]}`];
  }
  const { old, reappearing, added, changed } = comparison;
  if (isOtherFeed(old, feed)) {
    const keep = isOneOfAll ? '' : 'name another file, or ';
    return [
      `${shown} is another feed, ${quotedTitle(old.title)} (${visible(old.self)}); ${keep}pass --force to replace it`,
    ];
  }
  if (reappearing.length === 0) return [];
  const posts = reappearing.map((one) => ({ ...one, entry: entryOf(one.item.guid) }));
  const moved = posts.flatMap(({ item, before, entry }): MovedPost[] => {
    const hasMoved = entry?.url === item.guid && entry.post.permalink === undefined;
    return hasMoved ? [{ post: entry.post, before: before.guid }] : [];
  });
  const others = new Set([...added, ...[...changed, ...reappearing].map(({ item }) => item)].map(({ guid }) => guid));
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
      return `  ${file} ${quotedTitle(item.title)}: ${visible(before.guid)} would become ${visible(item.guid)}`;
    }),
    ...(isPattern ? [`to keep the old URLs, set in blog.config.yaml: permalink: ${visible(quoted(pattern))}`] : []),
    `${advice} pass --force to write the feed anyway`,
  ];
}

/** The changes as text, one line each. */
export function formatChanges(shown: string, comparison: FileChanges | 'new'): string {
  if (comparison === 'new') return `${shown}: no feed yet\n`;
  const { head, added, changed, gone, reappearing } = comparison;
  const line = (mark: string, { title, link }: ReadItem, parts: readonly string[] = []): string => {
    const names = parts.length === 0 ? '' : `  (${parts.map(visible).join(', ')})`;
    return `  ${mark}  ${visible(title)}  ${visible(link)}${names}\n`;
  };
  const lines = [
    ...(head.length === 0 ? [] : [`  ~ the feed itself  (${head.map(visible).join(', ')})\n`]),
    ...added.map((item) => line('+ new', item)),
    ...changed.map(({ item, parts }) => line('~ changed', item, parts)),
    ...gone.map((item) => line('- gone', item)),
    ...reappearing.map(({ item }) => line('! reappearing as unread', item)),
  ];
  return `${shown}: ${lines.length === 0 ? 'no changes' : plural(lines.length, 'change')}\n${lines.join('')}`;
}
