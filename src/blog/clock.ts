/** Whether a clock can be believed, before its date goes into a post. */
import { formatIso, offsetAt, type PostDate } from '../post/fields/date.ts';

/** A computer that has lost its clock says 1970, 1980 or the year of its firmware; no blog of ours is as old as this. */
const firstYear = 2015;

const day = 86_400_000;
/** A post is seldom scheduled for longer; where half of them lie further ahead, the clock is behind. */
const longestAhead = 2 * 365.25 * day;
/** A blog may sleep, but seldom for longer. */
const longestPause = 10 * 365.25 * day;

/** What is odd about the time `now` among these posts, in words; undefined where nothing is. */
export function clockProblem(
  now: number,
  posts: Iterable<{ date: Pick<PostDate, 'instant' | 'offset'> }>,
  timeZone: string,
): string | undefined {
  const says = `this computer’s clock says ${dayAt(now, offsetAt(now, timeZone))}`;
  if (now < Date.UTC(firstYear, 0, 1)) return says;
  let newest: Pick<PostDate, 'instant' | 'offset'> | undefined;
  let [count, ahead] = [0, 0];
  for (const { date } of posts) {
    if (!newest || date.instant > newest.instant) newest = date;
    count++;
    if (date.instant - now > longestAhead) ahead++;
  }
  if (!newest || (now - newest.instant <= longestPause && ahead * 2 < count)) return undefined;
  return `${says}, and the newest post is dated ${dayAt(newest.instant, newest.offset)}`;
}

function dayAt(instant: number, offset: number): string {
  return formatIso({ instant, offset }).slice(0, 10);
}
