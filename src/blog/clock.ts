/** Whether the computer's clock is plausible, before its date goes into a post. */
import { formatIso, offsetAt, type PostDate } from '../post/fields/date.ts';

/** A clock that was reset says 1970, 1980 or the year of the firmware; no post is written before this year. */
const firstYear = 2015;

const day = 86_400_000;
/** Posts are seldom scheduled further ahead (ms); where half of them are, the clock is slow. */
const longestAhead = 2 * 365.25 * day;
/** A blog is seldom dormant for longer (ms). */
const longestPause = 10 * 365.25 * day;

/** What is implausible about the time `now` (ms since 1970) given the posts, for a message; undefined where nothing is. */
export function clockProblem(
  now: number,
  posts: Iterable<{ date: Pick<PostDate, 'instant' | 'offset'> }>,
  timeZone: string,
): string | undefined {
  const clock = `this computer’s clock says ${dayAt(now, offsetAt(now, timeZone))}`;
  if (now < Date.UTC(firstYear, 0, 1)) return clock;
  const dates = [...posts].map(({ date }) => date).sort((a, b) => b.instant - a.instant);
  const [newest] = dates;
  const ahead = dates.filter(({ instant }) => instant - now > longestAhead).length;
  if (!newest || (now - newest.instant <= longestPause && ahead * 2 < dates.length)) return undefined;
  return `${clock}, but the newest post is dated ${dayAt(newest.instant, newest.offset)}`;
}

function dayAt(instant: number, offset: number): string {
  return formatIso({ instant, offset }).slice(0, 10);
}
