/** Why a post is in the feed, or is not: `--why`. */
import { dayOf } from '../post/fields/date.ts';
import { type Post, statusOf } from '../post/post.ts';
import type { Config } from './config/config.ts';
import type { Entry } from './postIndex.ts';
import { selectFed } from './query.ts';

/** Returns a function that says in a phrase whether a post is in the blog’s feed, and why. `now` is in ms. */
export function explainFeed(entries: readonly Entry[], now: number, { feed, siteUrl }: Config): (post: Post) => string {
  const { limit } = feed;
  const published = selectFed(entries, now);
  const rank = new Map(published.map(({ post }, index) => [post, index + 1]));
  return (post) => {
    const status = statusOf(post, now);
    if (status === 'draft') return 'not in the feed: draft';
    if (status === 'expired' && post.expires) return `not in the feed: expired on ${dayOf(post.expires)}`;
    if (status === 'scheduled') return `not in the feed yet: scheduled for ${dayOf(post.date)}`;
    if (post.feed === false) return 'not in the feed: feed is false';
    const position = rank.get(post) ?? 0;
    if (limit === 0 || position <= limit) {
      return siteUrl === undefined ? 'in the feed once site_url is set' : 'in the feed';
    }
    return `not in the feed: number ${position}, and the limit is ${limit}`;
  };
}
