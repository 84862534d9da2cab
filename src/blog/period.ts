/** Periods in everyday words: `2024-05`, `last month`, `3 weeks ago`, `monday`. */
import { createRequire } from 'node:module';
import { offsetAt, type PostDate, parseDate, zoneOffset } from '../post/fields/date.ts';

/** The first and the last instant, in ms. */
export interface Period {
  first: number;
  last: number;
}

type Unit = 'year' | 'month' | 'week' | 'day' | 'minute';

/** Local time in the site’s time zone, as if it were UTC; ms. */
type Local = number;

const day = 86_400_000;
const load = createRequire(import.meta.url);

/** The period that a text describes in a time zone; undefined if it cannot be parsed. `now` is in ms. */
export function parsePeriod(text: string, now: number, timeZone: string): Period | undefined {
  const plain = text.trim().replace(/\s+/g, ' ');
  const date = parseDate(plain, timeZone);
  if (date) return periodOfDate(date, timeZone);
  const [, year, month = '1', half] = /^(\d{4})(?:-(\d{2}))?(-)?$/.exec(plain) ?? [];
  if (year !== undefined && half === undefined && Number(month) >= 1 && Number(month) <= 12) {
    const unit = plain.includes('-') ? 'month' : 'year';
    return toPeriod(Date.UTC(Number(year), Number(month) - 1, 1), unit, timeZone);
  }
  const today = now + offsetAt(now, timeZone) * 60_000;
  return parseNamedUnit(plain.toLowerCase(), today, timeZone) ?? parsePhrase(plain, now, today, timeZone);
}

function periodOfDate(date: PostDate, timeZone: string): Period {
  const { instant, offset, precision } = date;
  if (precision === 'day') return toPeriod(instant + offset * 60_000, 'day', timeZone);
  return { first: instant, last: instant + (precision === 'minute' ? 60_000 : 1000) - 1 };
}

/** The unit that contains `local`, up to its last millisecond. */
function toPeriod(local: Local, unit: Unit, timeZone: string): Period {
  const start = startOf(local, unit);
  const end = startOf(addUnits(start, unit, 1), unit);
  const toInstant = (moment: Local): number => moment - zoneOffset(moment, timeZone) * 60_000;
  return { first: toInstant(start), last: toInstant(end) - 1 };
}

/** Weeks begin on Monday (ISO 8601). */
function startOf(local: Local, unit: Unit): Local {
  const date = new Date(local);
  const year = date.getUTCFullYear();
  if (unit === 'year') return Date.UTC(year, 0, 1);
  if (unit === 'month') return Date.UTC(year, date.getUTCMonth(), 1);
  const midnight = Date.UTC(year, date.getUTCMonth(), date.getUTCDate());
  if (unit === 'week') return midnight - ((date.getUTCDay() + 6) % 7) * day;
  if (unit === 'day') return midnight;
  return Math.floor(local / 60_000) * 60_000;
}

function addUnits(local: Local, unit: Unit, count: number): Local {
  const date = new Date(local);
  if (unit === 'year') return date.setUTCFullYear(date.getUTCFullYear() + count);
  if (unit === 'month') return date.setUTCMonth(date.getUTCMonth() + count);
  return local + count * { week: 7 * day, day, minute: 60_000 }[unit];
}

const steps: Record<string, number> = { last: -1, previous: -1, this: 0, next: 1 };
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** `today`, `last month`, `this week`, `monday`, `last 3 weeks`: whole units relative to today. */
function parseNamedUnit(text: string, today: Local, timeZone: string): Period | undefined {
  const days = { today: 0, yesterday: -1, tomorrow: 1 }[text];
  if (days !== undefined) return toPeriod(today + days * day, 'day', timeZone);
  const [, step, unit] = /^(last|previous|this|next) (week|month|year)$/.exec(text) ?? [];
  if (step !== undefined) {
    const start = startOf(today, unit as Unit);
    return toPeriod(addUnits(start, unit as Unit, steps[step] ?? 0), unit as Unit, timeZone);
  }
  const [, count, length] = /^(?:the )?(?:last|past) (\d{1,4}) (day|week|month|year)s?$/.exec(text) ?? [];
  if (count !== undefined) {
    const { first } = toPeriod(addUnits(today, length as Unit, -Number(count)), 'day', timeZone);
    return { first, last: toPeriod(today, 'day', timeZone).last };
  }
  const [, which, name = ''] = /^(?:(last|this|next) )?(\w+)$/.exec(text) ?? [];
  const weekday = weekdays.findIndex((one) => one === name || one.slice(0, 3) === name);
  if (weekday === -1) return undefined;
  // A weekday alone is the most recent one, today included, since most posts are in the past; “last” excludes today.
  const since = (new Date(today).getUTCDay() - weekday + 7) % 7;
  const back = which === 'next' ? since - 7 : which === 'last' && since === 0 ? 7 : since;
  return toPeriod(today - back * day, 'day', timeZone);
}

/** Phrases that chrono parses: `3 weeks ago`, `5 May`, `January 2024`, `2 hours ago`. */
function parsePhrase(text: string, now: number, today: Local, timeZone: string): Period | undefined {
  // 05/07/2024 is ambiguous, and chrono gives “quarter” and “past” meanings that people do not expect.
  if (/\d[/.]\d|quarter|past/i.test(text)) return undefined;
  const chrono: typeof import('chrono-node') = load('chrono-node');
  const [result] = chrono.en.GB.parse(text, { instant: new Date(now), timezone: offsetAt(now, timeZone) });
  // A phrase that is parsed only in part may mean anything.
  if (!result || result.end || result.text.length !== text.length) return undefined;
  const { start } = result;
  const get = (part: 'year' | 'month' | 'day' | 'hour' | 'minute'): number => start.get(part) ?? 0;
  const hasDay = start.isCertain('day') || start.isCertain('weekday') || /\bago$|^in /i.test(text);
  const unit: Unit = start.isCertain('hour') ? 'minute' : hasDay ? 'day' : 'month';
  let year = get('year');
  // A month or day without a year is the most recent one.
  if (!start.isCertain('year') && Date.UTC(year, get('month') - 1, hasDay ? get('day') : 1) > today) year--;
  const local = Date.UTC(year, get('month') - 1, unit === 'month' ? 1 : get('day'), get('hour'), get('minute'));
  return toPeriod(local, unit, timeZone);
}
