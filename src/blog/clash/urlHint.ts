/** What would tell posts with the same URL apart. */
import { dayOf } from '../../post/fields/date.ts';
import { isSlug, slugKey } from '../../post/fields/slug.ts';
import type { Post } from '../../post/post.ts';

type Clashing = Pick<Post, 'permalink' | 'slug'> & { date: Post['date'] | undefined };

/** The hint for a post that shares its URL with others; `pattern` is the config’s permalink. */
export function urlHint(post: Clashing, others: readonly Clashing[], pattern: string): string {
  if (post.permalink !== undefined) return 'give one of them a different permalink';
  const slug = `${isSlug(post.slug) ? post.slug.toLowerCase() : slugKey(post.slug) || 'a-meeting'}-2`;
  const days = new Set(
    [post, ...others].map(({ permalink, date }) => (permalink === undefined && date ? dayOf(date) : undefined)),
  );
  const dated = datedPattern(pattern);
  const isTold = dated !== pattern && days.size > others.length && !days.has(undefined);
  return `write slug: ${slug} in one of them${isTold ? `, or in the config: permalink: "${dated}"` : ''}`;
}

/** The pattern with whatever part of the post’s day it lacks, before the slug. */
function datedPattern(pattern: string): string {
  const missing = ['{year}', '{month}', '{day}'].filter((part) => !pattern.includes(part));
  return pattern.replace(/[^/]*\{slug\}/, (slug) => [...missing, slug].join('/'));
}
