/** Days and times in everyday words, by the rules of docs/dates.md: `2024-05`, `last month`, `24 May at 9am`. No guesses. */
import { formatIso, parseDate } from '../../post/fields/date.ts';
import { readCalendar } from './calendar.ts';
import { type Clock, offsetOf, splitTime, splitZone, toInstant, toLocal, type Zone } from './clock.ts';
import { type Days, isInCalendar, isOneDay } from './days.ts';
import { readDistance, readLastCount, readRelative } from './relative.ts';

/** The first and the last instant, in ms. */
export interface Period {
  first: number;
  last: number;
  /** The ISO form of a single day, or of a time. */
  date?: string;
}

/** What to write instead of a phrase that may mean several days, in ISO form. */
export interface Choices {
  choices: string[];
}

const longest = 100;
const units = new Map([
  ['minute', 60_000],
  ['hour', 3_600_000],
]);

/**
 * What a phrase names at the time `now` (ms) in a time zone; undefined if that is not certain. Where it leaves open which
 * week or year, as `monday` and `24 May` do, `looking` back takes the latest, most posts being in the past; otherwise there
 * are choices.
 */
export function parsePeriod(
  text: string,
  now: number,
  timeZone: string,
  looking: 'back' | 'either way' = 'back',
): Period | Choices | undefined {
  const plain = text.trim().replace(/\s+/g, ' ');
  if (plain.length > longest) return undefined;
  const date = parseDate(plain, timeZone);
  if (date && date.precision !== 'day') {
    const length = date.instant % 1000 !== 0 ? 1 : date.precision === 'minute' ? 60_000 : 1000;
    return { first: date.instant, last: date.instant + length - 1, date: plain };
  }
  const { rest, zone } = splitZone(plain.toLowerCase().replace(/^(\d{4}-\d\d-\d\d)t(?=\d)/, '$1 '));
  const moment = readMoment(rest, now, zone ?? timeZone);
  if (moment) return moment;
  const split = splitTime(rest);
  if (!split) return undefined;
  const local = toLocal(now, zone ?? timeZone);
  const today = local - mod(local, 86_400_000);
  const phrase = split.rest === '' && split.clock ? 'today' : split.rest;
  const reading = readRelative(phrase, today) ?? readCalendar(phrase, today);
  if (!reading?.choices.every((days) => isInCalendar(days) && (!split.clock || isOneDay(days)))) return undefined;
  const toPeriod = (days: Days): Period => periodOf(days, split.clock, zone, timeZone);
  const days = looking === 'back' || reading.choices.length === 1 ? reading.past : undefined;
  if (days) return toPeriod(days);
  return { choices: reading.choices.map((one) => toPeriod(one).date ?? one.name ?? '') };
}

/** `now`, `2 hours ago`, `in 10 minutes`, `the last 24 hours`. */
function readMoment(text: string, now: number, zone: Zone): Period | undefined {
  const iso = (instant: number): string =>
    formatIso({ instant: instant - mod(instant, 1000), offset: offsetOf(instant, zone) });
  if (text === 'now') return { first: now, last: now, date: iso(now) };
  const distance = readDistance(text);
  const length = units.get(distance?.unit ?? '');
  if (distance && length !== undefined) {
    const instant = now + distance.count * length;
    const first = instant - mod(instant, 60_000);
    return { first, last: first + 59_999, date: iso(first) };
  }
  const past = readLastCount(text);
  const unit = units.get(past?.unit ?? '');
  return past && unit !== undefined ? { first: now - past.count * unit, last: now } : undefined;
}

function periodOf(days: Days, clock: Clock | undefined, zone: Zone | undefined, timeZone: string): Period {
  const place = zone ?? timeZone;
  const iso = (instant: number): string => formatIso({ instant, offset: offsetOf(instant, place) });
  const first = toInstant(days.start + (clock?.time ?? 0), place);
  if (clock) return { first, last: first + (clock.precision === 'minute' ? 60_000 : 1000) - 1, date: iso(first) };
  const last = toInstant(days.end, place) - 1;
  if (!isOneDay(days)) return { first, last };
  // A day without a time would be one of the site's zone.
  return { first, last, date: zone === undefined ? (days.name ?? '') : iso(first) };
}

/** The remainder, never negative. */
function mod(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
