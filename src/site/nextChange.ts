/** What changes on a site by itself: scheduled posts become public, and others expire. */
import type { PostDate } from '../post/fields/date.ts';
import { publicFrom, type StatusFields, statusOf } from '../post/post.ts';
import type { Site, TimedText } from './site.ts';

export interface NextChange {
  date: PostDate;
  what: 'is published' | 'expires';
  title: string;
}

/**
 * The first change after `now` (ms) of what a site shows; undefined if no post or page is scheduled or will expire. Only a
 * preview shows one that expires before it would be published.
 */
export function nextChange(entries: Iterable<TimedText>, now: number, mode: Site['mode']): NextChange | undefined {
  let next: NextChange | undefined;
  for (const { post } of entries) {
    const change = changeOf(post, now);
    if (change === undefined || (mode === 'build' && !change.isPublic)) continue;
    const { date, what } = change;
    if (next === undefined || date.instant < next.date.instant) next = { date, what, title: post.title };
  }
  return next;
}

/** When the status of a post changes next, and whether readers see that. */
function changeOf(
  post: StatusFields,
  now: number,
): (Pick<NextChange, 'date' | 'what'> & { isPublic: boolean }) | undefined {
  const { expires } = post;
  const status = statusOf(post, now);
  if (status !== 'scheduled' && status !== 'published') return undefined;
  const start = status === 'scheduled' ? publicFrom(post) : undefined;
  if (start && !(expires && expires.instant <= start.instant))
    return { date: start, what: 'is published', isPublic: true };
  return expires && { date: expires, what: 'expires', isPublic: !start };
}
