/** What a new feed would change for the subscribers of the old one. */
import { compareFeeds, type FeedChanges, itemsOf } from '../../feed/changes.ts';
import type { FeedType } from '../../feed/feed.ts';
import { differingParts } from '../../feed/parts.ts';
import { type ReadItem, readFeed } from '../../feed/readFeed.ts';
import { readPieces } from '../../files/existing.ts';
import { plural } from '../../report/diagnostics/summary.ts';
import { visible } from '../../report/escape.ts';
import type { FeedTarget } from './targets.ts';

/** `new`: the file does not exist or is empty; `no-feed`: it is not a feed. */
export type FeedComparison = FileChanges | 'new' | 'no-feed';

interface FileChanges extends FeedChanges {
  /** The type of the old feed. */
  type: FeedType;
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
  const { type } = before;
  // In another format everything would differ.
  const after = contents && type === target.type ? readFeed(target.pieces()) : undefined;
  const head = type !== target.type ? ['type'] : after ? differingParts(before.parts, after.parts) : [];
  return { type, head, ...compareFeeds(before.items, after?.items ?? itemsOf(target.feed), target.published()) };
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
