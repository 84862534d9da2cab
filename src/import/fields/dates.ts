/** The dates of an item. WordPress has each in the site's time and in GMT; their difference is the offset. */
import { formatIso, type PostDate, parseDate, zoneOffset } from '../../post/fields/date.ts';
import type { ItemHead } from '../plan.ts';
import type { Loss } from '../types.ts';
import { readFeedDate } from './feedDate.ts';

type Dated = Pick<ItemHead, 'date' | 'dateGmt' | 'modified' | 'modifiedGmt' | 'pubDate' | 'link' | 'isDraft'>;

/** Minutes east of UTC at a local time (ms, as if UTC). */
export type OffsetFinder = (local: number) => number;

const day = 86_400_000;

/** The offset of the site at any time: that of `timeZone`, else that of the item nearest in time. */
export function createOffsetFinder(heads: readonly Dated[], timeZone: string | undefined): OffsetFinder {
  if (timeZone !== undefined) return (local) => zoneOffset(local, timeZone);
  const known = heads
    .flatMap(({ date, dateGmt, modified, modifiedGmt }) => [pairOf(date, dateGmt), pairOf(modified, modifiedGmt)])
    .filter((pair) => pair !== undefined)
    .sort((a, b) => a.local - b.local);
  return (local) => {
    let [low, high] = [0, known.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((known[middle]?.local ?? 0) < local) low = middle + 1;
      else high = middle;
    }
    const [before, after] = [known[low - 1], known[low]];
    if (!before || !after) return (before ?? after)?.offset ?? 0;
    return local - before.local <= after.local - local ? before.offset : after.offset;
  };
}

/** A time in UTC, `YYYY-MM-DD HH:MM:SS`, as the site has it. */
export function siteTime(time: string | undefined, offsetAt: OffsetFinder): string | undefined {
  const instant = millisecondsOf(time ?? '');
  if (instant === undefined) return undefined;
  return new Date(instant + offsetAt(instant) * 60_000).toISOString().slice(0, 19).replace('T', ' ');
}

/** Milliseconds of `YYYY-MM-DD HH:MM:SS`, as if UTC; undefined for `0000-00-00 00:00:00` and what is no date. */
function millisecondsOf(text: string): number | undefined {
  return /^\s*\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?)?\s*$/.test(text) ? parseDate(text, 'UTC')?.instant : undefined;
}

/** A local time and its offset, if both times are valid and no further apart than time zones are. */
function pairOf(date: string, gmt: string): { local: number; offset: number } | undefined {
  const [local, instant] = [millisecondsOf(date), millisecondsOf(gmt)];
  if (local === undefined || instant === undefined) return undefined;
  const offset = Math.round((local - instant) / 60_000);
  return offset >= -12 * 60 && offset <= 14 * 60 ? { local, offset } : undefined;
}

function postDate(instant: number, offset: number): PostDate | undefined {
  return parseDate(formatIso({ instant, offset }), 'UTC');
}

/** A date, and what to say of it if it is not quite what WordPress had. */
function readDate(date: string, gmt: string, offsetAt: OffsetFinder): { date: PostDate | undefined; note?: string } {
  const [local, instant] = [millisecondsOf(date), millisecondsOf(gmt)];
  const offset = pairOf(date, gmt)?.offset;
  if (instant !== undefined && offset !== undefined) return { date: postDate(instant, offset) };
  // Readers of the feed have the time in GMT.
  if (instant !== undefined) {
    const note = local === undefined ? 'time only in GMT' : 'times on the site and in GMT that contradict each other';
    return { date: postDate(instant, offsetAt(instant)), note: `${note}; offset taken from the time zone` };
  }
  if (local === undefined) return { date: undefined };
  const found = offsetAt(local);
  return { date: postDate(local - found * 60_000, found), note: 'no time in GMT; offset taken from the time zone' };
}

/**
 * The dates of an item. Where it has none, `date` is the best guess, and `isGuess` says that even this was impossible. What
 * is public without a date (`needsDate`) lacks nothing.
 */
export function readDates(
  head: Dated,
  offsetAt: OffsetFinder,
  needsDate = true,
): { date: PostDate; updated?: PostDate; isGuess: boolean; losses: Loss[] } {
  const losses: Loss[] = [];
  const report = (what: string): void => {
    if (needsDate) losses.push({ kind: 'date', what, count: 1 });
  };
  const own = readDate(head.date, head.dateGmt, offsetAt);
  const { date: modified } = readDate(head.modified, head.modifiedGmt, offsetAt);
  const published = own.date ?? readFeedDate(head.pubDate, offsetAt);
  if (published) {
    // A draft has no time in GMT until it is published.
    if (own.note !== undefined && !(head.isDraft && millisecondsOf(head.dateGmt) === undefined)) report(own.note);
    if (!own.date) report('no date but that of the feed (pubDate), which is taken');
    const isLater = modified !== undefined && modified.instant > published.instant;
    return { date: published, ...(isLater && { updated: modified }), isGuess: false, losses };
  }
  if (modified) {
    report('no valid date; that of the last change taken');
    return { date: modified, isGuess: false, losses };
  }
  const [, year, month, dayOfMonth] = /\/((?!0000)\d{4})\/(\d\d)(?:\/(\d\d))?\//.exec(head.link) ?? [];
  const linked = year === undefined ? undefined : millisecondsOf(`${year}-${month}-${dayOfMonth ?? '01'}`);
  const fromLink = linked === undefined ? undefined : postDate(linked - offsetAt(linked) * 60_000, offsetAt(linked));
  if (fromLink) {
    report('no valid date; that of the link taken');
    return { date: fromLink, isGuess: false, losses };
  }
  report('no date at all: imported as a draft of 1970-01-02');
  return { date: postDate(day, 0) as PostDate, isGuess: needsDate, losses };
}

/** The meta by which PublishPress Future takes a post back. */
export const expiryKeys = ['', '-status', '-type', '-options'].map((end) => `_expiration-date${end}`);

/** When PublishPress Future takes a post back; undefined where it only moves or marks it then. */
export function readExpiry(meta: readonly { key: string; value: string }[]): PostDate | undefined {
  const [seconds, status, type, options] = expiryKeys.map((key) => meta.find((one) => one.key === key)?.value ?? '');
  if (!/^\d{1,10}$/.test(seconds ?? '') || status !== 'saved') return undefined;
  const action = type || (/"expireType";s:\d+:"([\w-]+)"/.exec(options ?? '')?.[1] ?? '');
  if (/^(?:stick|unstick|category)/.test(action)) return undefined;
  return parseDate(new Date(Number(seconds) * 1000).toISOString().replace('.000Z', 'Z'), 'UTC');
}
