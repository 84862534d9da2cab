/** Days, months, quarters and years by name: `24 May 2026`, `May 24`, `May`, `Q2 2026`, `2026-05`. Everything is in lower case. */
import { indexIn, months, weekdays } from '../../post/fields/dates/dateWords.ts';
import {
  certain,
  type Days,
  daysFrom,
  type Local,
  latest,
  midnight,
  monthsFrom,
  type Reading,
  weekdayOf,
} from './days.ts';

const isoPattern = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;
const quarterPattern = /^(?:q([1-4])(?: (\d{4}))?|(\d{4})[- ]q([1-4]))$/;
const monthPattern = /^([a-z]{3,9})\.?(?:,? (\d{4}))?$/;
const dayFirst = /^(?:the )?(\d{1,2})([a-z]{2})?(?: of)? ([a-z]{3,9})\.?(?:,? (\d{4}))?$/;
const monthFirst = /^([a-z]{3,9})\.? (\d{1,2})([a-z]{2})?(?:,? (\d{4}))?$/;

/** The days that a text names; undefined if it is none of these forms, or there is no such day. */
export function readCalendar(text: string, today: Local): Reading | undefined {
  return readNumeric(text) ?? readQuarter(text, today) ?? readMonth(text, today) ?? readDay(text, today);
}

function readNumeric(text: string): Reading | undefined {
  const [, year, month, day] = isoPattern.exec(text) ?? [];
  if (year === undefined) return undefined;
  if (month === undefined) return certain(monthsFrom(Number(year), 1, 12));
  if (day === undefined) return certain(monthsFrom(Number(year), Number(month), 1));
  return certain(dayOf(Number(year), Number(month), Number(day)));
}

function readQuarter(text: string, today: Local): Reading | undefined {
  const [, first, after, before, second] = quarterPattern.exec(text) ?? [];
  const quarter = Number(first ?? second);
  if (Number.isNaN(quarter)) return undefined;
  return inYear(after ?? before, today, (year) => monthsFrom(year, 3 * quarter - 2, 3));
}

function readMonth(text: string, today: Local): Reading | undefined {
  const [, name = '', year] = monthPattern.exec(text) ?? [];
  const month = indexIn(months, name) + 1;
  return month === 0 ? undefined : inYear(year, today, (one) => monthsFrom(one, month, 1));
}

/** A day and its month, in either order, after the day of the week, with the year or without. */
function readDay(written: string, today: Local): Reading | undefined {
  const text = written.replace(/^on /, '');
  const [prefix = '', first = ''] = /^([a-z]+)\.?,? (?=[a-z\d])/.exec(text) ?? [];
  const weekday = indexIn(weekdays, first);
  const rest = weekday === -1 ? text : text.slice(prefix.length);
  const [, day, dayEnding, dayMonth, dayYear] = dayFirst.exec(rest) ?? [];
  const [, monthName, monthDay, monthEnding, monthYear] = monthFirst.exec(rest) ?? [];
  const number = Number(day ?? monthDay);
  const month = indexIn(months, dayMonth ?? monthName ?? '') + 1;
  const ending = dayEnding ?? monthEnding;
  if (month === 0 || (ending !== undefined && ending !== ordinalEnding(number))) return undefined;
  const fits = (one: Days): boolean => weekday === -1 || weekdayOf(one.start) === weekday;
  return inYear(dayYear ?? monthYear, today, (year) => dayOf(year, month, number), fits);
}

/** The days in the given year; without one, the latest that have begun, or the next ones if only these fit. */
function inYear(
  year: string | undefined,
  today: Local,
  daysIn: (year: number) => Days | undefined,
  fits: (days: Days) => boolean = () => true,
): Reading | undefined {
  if (year !== undefined) {
    const days = daysIn(Number(year));
    return days && fits(days) ? certain(days) : undefined;
  }
  const thisYear = new Date(today).getUTCFullYear();
  // 29 February may be eight years away.
  const around = Array.from({ length: 17 }, (_, index) => daysIn(thisYear - 8 + index)).filter(
    (days) => days !== undefined,
  );
  const next = around.find(({ start }) => start > today);
  const past = around.findLast(({ start }) => start <= today);
  const [one, other] = [past, next].filter((days) => days !== undefined && fits(days));
  return one && other ? latest(one, other, today) : certain(one);
}

function dayOf(year: number, month: number, day: number): Days | undefined {
  const start = midnight(year, month, day);
  return start === undefined ? undefined : daysFrom(start, 0);
}

function ordinalEnding(day: number): string {
  if (day >= 11 && day <= 13) return 'th';
  return { 1: 'st', 2: 'nd', 3: 'rd' }[day % 10] ?? 'th';
}
