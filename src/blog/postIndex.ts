/** All posts of a blog together. */
import type { Fault, RuleId } from '../diagnostic.ts';
import { makesInvalid, type Post, type PostReading } from '../post/post.ts';
import type { Config } from './config/config.ts';
import { findDuplicates, type ReadEntry } from './duplicates.ts';
import { createUrlMaker } from './url.ts';

export interface Entry {
  post: Post;
  /** Absolute; a path from the site root if `site_url` is not set. */
  url: string;
}

export interface PostIndex {
  /** The valid posts, in the order of the readings. */
  entries: Entry[];
  /** The readings without a valid post, in the same order. */
  invalid: PostReading[];
}

/** The posts of a folder, with their URLs. A post that shares its id or URL with another one is invalid. */
export function indexPosts(readings: readonly PostReading[], config: Config): PostIndex {
  const entries = toEntries(readings, config);
  const duplicates = findDuplicates(entries, config.siteUrl);
  return {
    entries: entries.filter(({ reading }) => !duplicates.has(reading)).map(({ post, url }) => ({ post, url })),
    invalid: readings.flatMap((reading) => {
      const faults = duplicates.get(reading);
      if (faults) return [{ ...reading, faults: [...reading.faults, ...faults] }];
      return reading.post ? [] : [reading];
    }),
  };
}

/** The faults of posts that share their id or URL with another post; readings without any are left out. */
export function checkDuplicates(readings: readonly PostReading[], config: Config): Map<PostReading, Fault[]> {
  return findDuplicates(toEntries(readings, config), config.siteUrl);
}

function toEntries(readings: readonly PostReading[], config: Config): ReadEntry[] {
  const urlOf = createUrlMaker(config);
  return readings.flatMap((reading) => {
    const { post } = reading;
    return post ? [{ post, url: urlOf(post), reading }] : [];
  });
}

const duplicateRules: readonly RuleId[] = ['id-duplicate', 'url-duplicate'];

/** The faults of a reading that exclude its post from lists and feeds. */
export function invalidatingFaults(reading: PostReading): Fault[] {
  return reading.faults.filter((fault) => duplicateRules.includes(fault.rule) || makesInvalid(fault, reading.keys));
}
