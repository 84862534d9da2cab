/** The feeds of names that posts no longer have, which `--all` leaves where they are. */
import { join } from 'node:path';
import { findOwnFeeds, namesOfFolders } from '../../files/feeds.ts';
import { isLanguage } from '../../post/fields/language.ts';
import { foldName } from '../../post/fields/slug.ts';
import { visible } from '../../report/escape.ts';
import { type Context, printHint } from '../context.ts';
import type { FeedTarget } from './targets.ts';

/** Names the feeds in the folder of all feeds that `--all` has written, and now writes no more. */
export function reportLeftovers(
  { path, shown }: { path: string; shown: string },
  targets: readonly FeedTarget[],
  context: Context,
): void {
  const files = [
    // One of several categories, `a+b`, was written by another command.
    ...namesOfFolders(join(path, 'category')).flatMap((name) =>
      name.includes('+') ? [] : `category/${name}/feed.xml`,
    ),
    ...namesOfFolders(path).flatMap((name) => (isLanguage(name) ? `${name}/feed.xml` : [])),
  ];
  // A disk may ignore case.
  const written = new Set(targets.map((target) => foldName(target.path)));
  const others = files.filter((file) => !written.has(foldName(join(path, file))));
  for (const file of findOwnFeeds(path, others)) {
    const advice = 'delete it, or redirect its URL to another feed';
    printHint(
      `${visible(join(shown, file))} is no longer written, and may have posts that are gone: ${advice}`,
      context,
    );
  }
}
