/** What a new feed would change for those who read the old one. Loaded only where there may be an old one. */
import { compareFeeds, type FeedChanges, itemsOf } from '../../feed/changes.ts';
import type { FeedType } from '../../feed/feed.ts';
import { type ReadItem, readFeedItems } from '../../feed/readItems.ts';
import { readPieces } from '../../files/existing.ts';
import { plural } from '../../report/diagnostics/summary.ts';
import { visible } from '../../report/escape.ts';
import type { FeedFile } from './targets.ts';

/** `new`: there is no old feed; `no-feed`: the file holds something else. */
export type FeedComparison = FeedChanges | 'new' | 'no-feed';

/**
 * Compares a planned feed with the file in its place. `published` gives the guids of all published posts. With
 * `contents` the posts' texts are compared, too, for which the feed is made once more.
 */
export function compareWithFile(
  { target, path, shown }: FeedFile,
  published: (type: FeedType) => readonly string[],
  contents = false,
): FeedComparison {
  const old = readPieces(path, shown);
  if (!old) return 'new';
  const before = readFeedItems(old);
  if (!before) return 'no-feed';
  const after = (contents && readFeedItems(target.pieces())) || itemsOf(target.feed);
  return compareFeeds(before, after, published(target.type));
}

/** The changes for people: a line each, and what they mean for subscribers. */
export function formatChanges(shown: string, comparison: FeedChanges | 'new'): string {
  if (comparison === 'new') return `${shown}: there is no feed yet\n`;
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
  const head = all.length === 0 ? `${shown}: nothing changes` : `${shown}: ${plural(all.length, 'change')}`;
  return `${[head, ...all].join('\n')}\n`;
}
