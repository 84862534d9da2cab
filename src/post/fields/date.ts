/** Dates as posts write them. Nothing is guessed, and no day shifts with the machine's time zone. */
import { createRequire } from 'node:module';

export interface PostDate {
  /** Milliseconds since 1970, UTC. */
  instant: number;
  /** Minutes east of UTC: as written, else the site's at that moment. */
  offset: number;
  /** As written. */
  text: string;
  precision: 'day' | 'minute' | 'second';
}

/** A day that may exist, the time after it, and the offset after that. */
const pattern =
  /^((?!0000)\d{4})-(0[1-9]|1[0-2])-(\d{2})(?:(?:[Tt]|[ \t]+)([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?[ \t]*(\S.*)?)?$/;
const utc = /^(?:z|utc|gmt|[+-]00?(?::?00)?[ \t]*(?:utc|gmt))$/i;
const offsetPattern =
  /^(?:(?:utc|gmt)[ \t]*)?([+-])((?:[01]\d|2[0-3])(?=\d{2}$)|(?:[01]?\d|2[0-3])(?=$|:))(?::?([0-5]\d))?$/i;

/**
 * The date that a text is; undefined if it is not valid.
 * A date without an offset is in `timeZone` (IANA); a day without a time begins at 00:00.
 */
export function parseDate(text: string, timeZone: string): PostDate | undefined {
  const match = pattern.exec(text.trim());
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  // JavaScript takes 30 February for 2 March.
  if (date.getUTCDate() !== Number(day)) return undefined;
  const local = date.setUTCHours(Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0));
  const offset = zone === undefined ? zoneOffset(local, timeZone) : parseOffset(zone);
  if (offset === undefined) return undefined;
  const milliseconds = fraction ? Number(fraction.slice(0, 3).padEnd(3, '0')) : 0;
  return {
    instant: local + milliseconds - offset * 60_000,
    offset,
    text: text.trim(),
    precision: hour === undefined ? 'day' : second === undefined ? 'minute' : 'second',
  };
}

/** The minutes of `Z`, `UTC`, `GMT`, `+1`, `+01`, `+0100`, `+01:00`, `UTC+01:00` or Go’s `+0000 UTC`; otherwise undefined. */
export function parseOffset(zone: string): number | undefined {
  if (utc.test(zone)) return 0;
  const [, sign, hours, minutes = 0] = offsetPattern.exec(zone) ?? [];
  if (sign === undefined) return undefined;
  const offset = Number(hours) * 60 + Number(minutes);
  return sign === '-' ? 0 - offset : offset;
}

const load = createRequire(import.meta.url);

/**
 * The offset (minutes) of a time zone at the local time `local` (ms, as if UTC). Of a time that occurs twice, the first
 * counts; one that clocks skip has the offset before the change.
 */
export function zoneOffset(local: number, timeZone: string): number {
  if (timeZone === 'UTC') return 0;
  const before = offsetAt(local - 86_400_000, timeZone);
  const after = offsetAt(local + 86_400_000, timeZone);
  for (const offset of [before, after]) {
    if (offsetAt(local - offset * 60_000, timeZone) === offset) return offset;
  }
  return before;
}

/** The offset of a time zone at an instant (ms), in whole minutes: before 1972 some had seconds, which no format has. */
export function offsetAt(instant: number, timeZone: string): number {
  if (timeZone === 'UTC') return 0;
  // Loaded only for a site with a time zone.
  const { tzOffset }: typeof import('@date-fns/tz/tzOffset') = load('@date-fns/tz/tzOffset');
  const offset = tzOffset(timeZone, new Date(instant));
  // The library loses the sign of an offset like -00:01:15, because its hours are 0.
  const isMisread = offset > 0 && offset < 60 && isWestOfUtc(instant, timeZone);
  return Math.round(isMisread ? -offset : offset);
}

function isWestOfUtc(instant: number, timeZone: string): boolean {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  return format.formatToParts(instant).some(({ type, value }) => type === 'timeZoneName' && value.startsWith('GMT-'));
}

/** Whether a name is an IANA time zone that this machine knows. */
export function isTimeZone(name: string): boolean {
  // Newer Nodes take offsets, too: a config must mean the same on each.
  if (/^[+-]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The calendar day of a date in its own offset, `2018-07-05`. */
export function dayOf(date: Pick<PostDate, 'text'>): string {
  return date.text.slice(0, 10);
}

/** The calendar day of a date in a time zone, whatever its own offset. */
export function dayIn(date: Pick<PostDate, 'instant'>, timeZone: string): string {
  return new Date(date.instant + offsetAt(date.instant, timeZone) * 60_000).toISOString().slice(0, 10);
}

/** ISO 8601 with offset, `2018-07-05T14:48:16+01:00`, and with milliseconds if it has any; UTC is `+00:00`. Also RFC 3339. */
export function formatIso(date: Pick<PostDate, 'instant' | 'offset'>): string {
  const wall = new Date(date.instant + date.offset * 60_000).toISOString();
  return `${wall.replace(/(?:\.000)?Z$/, '')}${formatOffset(date.offset, ':')}`;
}

/** `+01:00` or `+0100`. */
export function formatOffset(offset: number, separator: ':' | ''): string {
  const minutes = Math.abs(offset);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${separator}${two(minutes % 60)}`;
}
