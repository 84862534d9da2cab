/** What a new feed would change for the subscribers of the old one. */
import { compareFeeds, type FeedChanges, itemsOf } from '../../feed/changes.ts';
import type { FeedType } from '../../feed/feed.ts';
import { type ReadItem, readFeedItems } from '../../feed/readItems.ts';
import { readPieces } from '../../files/existing.ts';
import { plural } from '../../report/diagnostics/summary.ts';
import { visible } from '../../report/escape.ts';
import type { FeedTarget } from './targets.ts';

/** `new`: the file does not exist or is empty; `no-feed`: it is not a feed. */
export type FeedComparison = FeedChanges | 'new' | 'no-feed';

/**
 * Compares a feed with its existing file. `published` returns the guids of all published posts. With `contents` the
 * contents of posts are compared, too, which renders the feed once more. Throws UserError if the file cannot be read.
 */
export function compareWithFile(
  target: FeedTarget,
  published: (type: FeedType) => readonly string[],
  contents = false,
): FeedComparison {
  const old = readPieces(target.path, target.shown);
  if (!old) return 'new';
  const before = readFeedItems(old);
  if (!before) return 'no-feed';
  const after = (contents && readFeedItems(target.pieces())) || itemsOf(target.feed);
  return compareFeeds(before, after, published(target.type));
}

/** The changes as text, one line each. */
export function formatChanges(shown: string, comparison: FeedChanges | 'new'): string {
  if (comparison === 'new') return `${shown}: no feed yet\n`;
  const { added, changed, gone, reappearing } = comparison;
  const lines = (mark: string, word: string, items: readonly ReadItem[]): string[] =>
    items.map(({ title, link }) => `  ${mark} ${word}  ${visible(title)}  ${visible(link)}`);
  const all = [
    ...lines('+', 'new', added),
    ...lines('~', 'changed', changed),
    ...lines('-', 'gone', gone),
    ...lines(
      '!',
      'reappearing as unread',
      reappearing.map(({ item }) => item),
    ),
  ];
  const head = all.length === 0 ? `${shown}: no changes` : `${shown}: ${plural(all.length, 'change')}`;
  return `${[head, ...all].join('\n')}\n`;
}
