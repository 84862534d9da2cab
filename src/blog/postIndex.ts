/** All posts of a blog together. None may share an id or a URL with another: feeds and links could not tell them apart. */
import type { Fault, RuleId } from '../diagnostic.ts';
import { isWrittenDraft } from '../post/fields/drafts/writtenDraft.ts';
import { makesInvalid, type Post, type PostReading } from '../post/post.ts';
import { duplicateRules, findDuplicates } from './clash/duplicates.ts';
import { toRivals } from './clash/rivals.ts';
import type { Config } from './config/config.ts';

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

/**
 * The posts of a folder, with their URLs. Posts that share an id or a URL are invalid. If one is a draft or scheduled at
 * `now` (ms) and readers may know the other, only the former is: a copy that somebody works on must not take the post offline.
 */
export function indexPosts(readings: readonly PostReading[], config: Config, now?: number): PostIndex {
  const rivals = toRivals(readings, config);
  const duplicates = findDuplicates(rivals, config, now);
  return {
    entries: rivals.flatMap(({ reading, url }) => {
      const { post } = reading;
      return post && url !== undefined && !duplicates.has(reading) ? [{ post, url }] : [];
    }),
    invalid: readings.flatMap((reading) => {
      const faults = duplicates.get(reading);
      if (faults) return [{ ...reading, faults: [...reading.faults, ...faults] }];
      return reading.post ? [] : [reading];
    }),
  };
}

const isDuplicate = ({ rule }: Fault): boolean => (duplicateRules as readonly RuleId[]).includes(rule);

/** The faults of a reading that exclude its post from lists and feeds. */
export function invalidatingFaults(reading: PostReading): Fault[] {
  return reading.faults.filter((fault) => isDuplicate(fault) || makesInvalid(fault));
}

/** Whether an invalid post is plainly a draft, which no feed would have in any case. */
export function isPlainDraft({ fields, source }: PostReading): boolean {
  if (fields !== undefined) return fields.draft;
  return source !== undefined && isWrittenDraft(source.yaml);
}
