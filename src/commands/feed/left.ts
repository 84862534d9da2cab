/** Feeds that are there already, of names and languages that no published post has any more. */
import { basename, dirname, join, resolve } from 'node:path';
import { findOwnFeeds, namesOfFolders } from '../../files/feeds.ts';
import { isDevice } from '../../files/folder.ts';
import { leadsOutside } from '../../files/outside.ts';
import { withSlashes } from '../../files/windows.ts';
import { isLanguage } from '../../post/fields/language.ts';
import { foldName } from '../../post/fields/slug.ts';
import { visible } from '../../report/escape.ts';
import type { FeedOptions, FeedSite } from './options.ts';

/** Whether `blog` has written the feed at an absolute path; false where it must not be read. */
export function isOwnFeed(path: string, { force }: FeedOptions, { root }: FeedSite): boolean {
  if (isDevice(path) || (!force && leadsOutside(root, path) !== undefined)) return false;
  return findOwnFeeds(dirname(path), [basename(path)]).length > 0;
}

/** The feeds of categories, languages and former paths that `--all` has written before, but not at the absolute `paths` now, as printed. */
export function findLeft(paths: readonly string[], options: FeedOptions, site: FeedSite): string[] {
  const { output = '' } = options;
  const folder = resolve(site.base, output);
  const names = namesOfFolders(folder);
  const files = [
    ...namesOfFolders(join(folder, 'category')).flatMap((name) => [
      // One of several categories, `a+b`, was written by another command.
      ...(name.includes('+') ? [] : [`category/${name}/feed.xml`]),
      `category/${name}/feed/index.xml`,
    ]),
    ...names.flatMap((name) => (isLanguage(name) ? [`${name}/feed.xml`, `${name}/feed/index.xml`] : [])),
    // Where `feed.aliases` had feeds, as WordPress has them.
    ...names.map((name) => `${name}/index.xml`),
  ];
  // A disk may ignore case.
  const written = new Set(paths.map(foldName));
  return files
    .filter((file) => !written.has(foldName(join(folder, file))) && isOwnFeed(join(folder, file), options, site))
    .map((file) => visible(withSlashes(join(output, file))));
}
