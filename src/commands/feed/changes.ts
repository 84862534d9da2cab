/** What a new feed would change for the subscribers of the old one. */
import { compareFeeds, type FeedChanges, itemsOf } from '../../feed/changes.ts';
import { type ReadItem, readFeedItems } from '../../feed/readItems.ts';
import { readPieces } from '../../files/existing.ts';
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
  return compareFeeds(before, after, target.published());
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
