/** What changes on a published site by itself: scheduled posts become public, and others expire. */
import { dayOf, formatIso, type PostDate } from '../post/fields/date.ts';
import { publicFrom, type StatusFields, statusOf } from '../post/post.ts';

export interface NextChange {
  date: PostDate;
  what: 'is published' | 'expires';
  title: string;
}

interface Timed {
  post: StatusFields & { title: string };
}

/** The first change after `now` (ms); undefined if no post or page is scheduled or will expire. */
export function nextChange(entries: readonly Timed[], now: number): NextChange | undefined {
  let next: NextChange | undefined;
  for (const { post } of entries) {
    const status = statusOf(post, now);
    const date = status === 'scheduled' ? publicFrom(post) : status === 'published' ? post.expires : undefined;
    if (date === undefined || (next && next.date.instant <= date.instant)) continue;
    next = { date, what: status === 'scheduled' ? 'is published' : 'expires', title: post.title };
  }
  return next;
}

const months = 'January,February,March,April,May,June,July,August,September,October,November,December'.split(',');

/** `1 March 2027, 09:00`; the time only if it was written. */
export function formatChangeDate(date: PostDate): string {
  const [year, month, day] = dayOf(date).split('-');
  const time = date.precision === 'day' ? '' : `, ${formatIso(date).slice(11, 16)}`;
  return `${Number(day)} ${months[Number(month) - 1]} ${year}${time}`;
}
