/** Feeds that are there already, of names that no published post has any more. */
import { basename, dirname, join, resolve } from 'node:path';
import { findOwnFeeds, findOwnFeedsBelow } from '../../files/feeds.ts';
import { isDevice } from '../../files/folder.ts';
import { leadsOutside } from '../../files/outside.ts';
import { foldName } from '../../post/fields/slug.ts';
import { visible } from '../../report/escape.ts';
import type { FeedOptions, FeedSite } from './options.ts';

/** Whether `blog` has written the feed at an absolute path; false where it must not be read. */
export function isOwnFeed(path: string, { force }: FeedOptions, { root }: FeedSite): boolean {
  if (isDevice(path) || (!force && leadsOutside(root, path) !== undefined)) return false;
  return findOwnFeeds(dirname(path), [basename(path)]).length > 0;
}

/** The feeds of categories that `--all` has written before and that are not among the `written` ones now, as printed. */
export function findLeft(written: readonly string[], options: FeedOptions, site: FeedSite): string[] {
  const { output = '' } = options;
  const folder = join(output, 'category');
  const isWritten = new Set(written.map(foldName));
  return (
    findOwnFeedsBelow(resolve(site.base, folder), 'feed.xml')
      .filter((file) => isOwnFeed(resolve(site.base, folder, file), options, site))
      .map((file) => visible(join(folder, file)))
      // With a plus it is a feed of several categories, which `--all` does not write.
      .filter((shown) => !shown.includes('+') && !isWritten.has(foldName(shown)))
  );
}
