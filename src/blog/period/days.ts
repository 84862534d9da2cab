/** Days in a row, and arithmetic with the calendar: without a time zone, as if every place were in UTC. */

/** Local time, as if it were UTC; ms. */
export type Local = number;

/** Whole days, from midnight to midnight. */
export interface Days {
  start: Local;
  /** The midnight after the last day. */
  end: Local;
  /** In ISO form: `2024-05-24`, `2024-05`, `2024-Q2`; absent where the days have no such name. */
  name?: string;
}

/** What a phrase names: one row of days, or two that it may mean, the earlier first. */
export interface Reading {
  choices: Days[];
  /** The one to take where the past is looked at; absent where even that would be a guess. */
  past?: Days | undefined;
}

const dayLength = 86_400_000;
/** A day or month without its year is doubtful if the next one comes within so many days. */
const soon = 31;

/** Midnight at the beginning of a day; undefined if there is no such day, or its year has not four digits. */
export function midnight(year: number, month: number, day: number): Local | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCDate() === day && date.getUTCMonth() === month - 1;
  return exists && isYear(date.getUTCFullYear()) ? date.getTime() : undefined;
}

function isYear(year: number): boolean {
  return year >= 1 && year <= 9999;
}

/** The day that begins so many days after `start`, or that number of days. */
export function daysFrom(start: Local, offset: number, count = 1): Days {
  const first = start + offset * dayLength;
  const days: Days = { start: first, end: first + count * dayLength };
  return count === 1 ? { ...days, name: isoDay(first) } : days;
}

/** `count` months from the first day of a month. */
export function monthsFrom(year: number, month: number, count: number): Days | undefined {
  const start = midnight(year, month, 1);
  if (start === undefined) return undefined;
  const iso = isoDay(start);
  const name = { 1: iso.slice(0, 7), 3: `${iso.slice(0, 4)}-Q${(month + 2) / 3}`, 12: iso.slice(0, 4) }[count];
  return { start, end: addMonths(start, count), ...(name !== undefined && { name }) };
}

/** The same day of another month, or the last one of a month that is shorter. */
export function addMonths(day: Local, count: number): Local {
  const date = new Date(day);
  const last = new Date(day);
  last.setUTCMonth(date.getUTCMonth() + count + 1, 0);
  return date.setUTCMonth(date.getUTCMonth() + count, Math.min(date.getUTCDate(), last.getUTCDate()));
}

/** The Monday of the week of a day (ISO 8601). */
export function mondayOf(day: Local): Local {
  return day - ((weekdayOf(day) + 6) % 7) * dayLength;
}

/** The day of the week, Sunday as 0. */
export function weekdayOf(day: Local): number {
  return new Date(day).getUTCDay();
}

/** The days are certain. */
export function certain(days: Days | undefined): Reading | undefined {
  return days && { choices: [days], past: days };
}

/** Days of which the phrase does not say whether the latest or the next ones are meant: usually the latest. */
export function latest(past: Days, next: Days, today: Local): Reading {
  const isDoubtful = next.start - today <= soon * dayLength;
  return { choices: [past, next], past: isDoubtful ? undefined : past };
}

/** Whether days are just one. */
export function isOneDay({ start, end }: Days): boolean {
  return end - start === dayLength;
}

/** Whether all of the days have a year of four digits. */
export function isInCalendar({ start, end }: Days): boolean {
  return [start, end - 1].every((local) => isYear(new Date(local).getUTCFullYear()));
}

function isoDay(day: Local): string {
  return new Date(day).toISOString().slice(0, 10);
}
