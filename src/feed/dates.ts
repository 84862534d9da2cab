/** Dates in the formats of feeds. */
import { formatIso, formatOffset, type PostDate } from '../post/fields/date.ts';

export type FeedDate = Pick<PostDate, 'instant' | 'offset'>;

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The local time of a date, as if it were UTC. */
function wallClock(date: FeedDate): Date {
  return new Date(date.instant + date.offset * 60_000);
}

/** Whether the offset of a date can be written: in whole minutes, and with a local year of four digits. */
function hasWritableOffset(date: FeedDate): boolean {
  const year = wallClock(date).getUTCFullYear();
  return Number.isInteger(date.offset) && year >= 0 && year <= 9999;
}

/** The W3C validator warns about every earlier date anyway, so its rule for offsets is not followed for them. */
const firstPlausibleYear = 1990;

/**
 * `Thu, 05 Jul 2018 14:48:16 +0100`: RFC 822 with the four-digit year of RFC 2822. The W3C validator accepts only offsets
 * in half hours, so a date with another (+0545 in Nepal) is written in UTC. Historic dates, often in local mean time, keep
 * their offset, and with it their calendar day.
 */
export function formatRfc822(date: FeedDate): string {
  const isHistoric = wallClock(date).getUTCFullYear() < firstPlausibleYear;
  const keepsOffset = (isHistoric || date.offset % 30 === 0) && hasWritableOffset(date);
  const shown = keepsOffset ? date : { ...date, offset: 0 };
  return wallClock(shown).toUTCString().replace('GMT', formatOffset(shown.offset, ''));
}

/** `2018-07-05T14:48:16+01:00`: RFC 3339. An offset with seconds (local mean time) is written in UTC. */
export function formatRfc3339(date: FeedDate): string {
  return formatIso(hasWritableOffset(date) ? date : { ...date, offset: 0 });
}

/** The later of two dates; the first where they are the same moment. */
export function later(a: FeedDate, b: FeedDate | undefined): FeedDate {
  return b && b.instant > a.instant ? b : a;
}

/** A date in RFC 822 or RFC 3339 as ms of a whole second, or undefined if invalid. Two-digit years follow RFC 2822, 4.3. */
export function parseFeedDate(text: string): number | undefined {
  const instant = Date.parse(toIso(text));
  return Number.isNaN(instant) ? undefined : Math.floor(instant / 1000) * 1000;
}

/** A date in RFC 822 as one in RFC 3339; any other text as it is. */
function toIso(text: string): string {
  const match = /^\s*(?:[a-z]{3,9},?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{2,4})\s+(.+)$/i.exec(text);
  if (!match) return text;
  const [, day = '', name = '', written = '', time = ''] = match;
  const month = months.findIndex((one) => one.toLowerCase() === name.toLowerCase());
  const year = written.length > 2 ? written : String(Number(written) + (Number(written) < 50 ? 2000 : 1900));
  const zone = /^([\d:]+)\s*(?:([+-]\d\d):?(\d\d))?/.exec(time);
  if (month === -1 || !zone) return '';
  const [, clock = '', hours = '+00', minutes = '00'] = zone;
  const seconds = clock.length === 5 ? `${clock}:00` : clock;
  const date = [year.padStart(4, '0'), String(month + 1).padStart(2, '0'), day.padStart(2, '0')].join('-');
  return `${date}T${seconds}${hours}:${minutes}`;
}
