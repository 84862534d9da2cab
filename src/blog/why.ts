/** Why a post is in the feed, or is not: `--why`. */
import { dayOf } from '../post/fields/date.ts';
import { type Post, publicFrom, statusOf } from '../post/post.ts';
import type { Config } from './config/config.ts';
import type { Entry } from './postIndex.ts';
import { selectFed } from './query.ts';
import { findStandIns } from './translations.ts';

/** Returns a function that says in a phrase whether a post is in the blog’s feed, and why. `now` is in ms. */
export function explainFeed(entries: readonly Entry[], now: number, config: Config): (post: Post) => string {
  const { feed, siteUrl } = config;
  const { limit } = feed;
  const published = selectFed(entries, now);
  const standIn = findStandIns(published, config);
  const instead = new Map(published.map((entry) => [entry.post, standIn(entry)?.post]));
  const carried = published.filter(({ post }) => instead.get(post) === undefined);
  const rank = new Map(carried.map(({ post }, index) => [post, index + 1]));
  return (post) => {
    const status = statusOf(post, now);
    if (status === 'draft') return 'not in the feed: draft';
    if (status === 'pending') return 'not in the feed: draft waiting for review';
    if (status === 'expired' && post.expires) return `not in the feed: expired on ${dayOf(post.expires)}`;
    if (status === 'scheduled') return `not in the feed yet: scheduled for ${dayOf(publicFrom(post))}`;
    if (post.feed === false) return 'not in the feed: feed is false';
    const translation = instead.get(post);
    const position = rank.get(translation ?? post) ?? 0;
    if (limit === 0 || position <= limit) {
      if (translation) return `not in the feed: its translation ${translation.file} is there instead`;
      return siteUrl === undefined ? 'in the feed once site_url is set' : 'in the feed';
    }
    return `not in the feed: number ${position}, and the limit is ${limit}`;
  };
}
