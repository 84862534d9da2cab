/** Days that are counted from today: `yesterday`, `3 weeks ago`, `last month`. Everything is in lower case. */
import { addMonths, certain, type Days, daysFrom, type Local, mondayOf, monthsFrom, type Reading } from './days.ts';
import { readWeekday, steps } from './weekday.ts';

const near = new Map([
  ['today', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
  ['day before yesterday', -2],
  ['day after tomorrow', 2],
]);
const numbers =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const dayCounts = new Map([
  ['day', 1],
  ['week', 7],
  ['fortnight', 14],
]);
const monthCounts = new Map([
  ['month', 1],
  ['quarter', 3],
  ['year', 12],
]);

/** The days that a phrase names from `today` (midnight) on; undefined if it is none of these phrases. */
export function readRelative(text: string, today: Local): Reading | undefined {
  const offset = near.get(text.replace(/^the (?=day )/, ''));
  if (offset !== undefined) return certain(daysFrom(today, offset));
  return (
    certain(readCount(text, today) ?? readLast(text, today) ?? readCalendarUnit(text, today)) ??
    readWeekday(text, today)
  );
}

/** The value of `3`, `three` or `a`; otherwise undefined. */
function readNumber(word: string): number | undefined {
  if (word === 'a' || word === 'an') return 1;
  const index = numbers.indexOf(word);
  if (index !== -1) return index + 1;
  return /^\d{1,4}$/.test(word) ? Number(word) : undefined;
}

/** How many, of what, and in which direction, in `3 weeks ago`, `in 3 weeks` or `3 weeks from now`. */
export function readDistance(text: string): { count: number; unit: string } | undefined {
  const [, past, unit = ''] = /^(\w+) ([a-z]+?)s? ago$/.exec(text) ?? [];
  const [, future, other = ''] =
    /^in (\w+) ([a-z]+?)s?$/.exec(text) ?? /^(\w+) ([a-z]+?)s? from (?:now|today)$/.exec(text) ?? [];
  const count = readNumber(past ?? future ?? '');
  if (count === undefined) return undefined;
  return past === undefined ? { count, unit: other } : { count: 0 - count, unit };
}

/** How many, and of what, in `last 3 weeks` or `the past week`. */
export function readLastCount(text: string): { count: number; unit: string } | undefined {
  const [, single] = /^(?:(?:in )?the )?past ([a-z]+)$/.exec(text) ?? [];
  if (single !== undefined) return { count: 1, unit: single };
  const [, word = '', unit = ''] = /^(?:(?:in )?the )?(?:last|past) (\w+) ([a-z]+?)s?$/.exec(text) ?? [];
  const count = /^an?$/.test(word) ? undefined : readNumber(word);
  return count === undefined ? undefined : { count, unit };
}

/** The day that is so many units from today; undefined for units that are not counted. */
function countFrom(today: Local, count: number, unit: string): Local | undefined {
  const days = dayCounts.get(unit);
  if (days !== undefined) return daysFrom(today, count * days).start;
  const months = unit === 'quarter' ? undefined : monthCounts.get(unit);
  return months === undefined ? undefined : addMonths(today, count * months);
}

function readCount(text: string, today: Local): Days | undefined {
  const distance = readDistance(text);
  const day = distance && countFrom(today, distance.count, distance.unit);
  return day === undefined ? undefined : daysFrom(day, 0);
}

/** From the day that is so many units ago to today. */
function readLast(text: string, today: Local): Days | undefined {
  const last = readLastCount(text);
  const start = last && countFrom(today, -last.count, last.unit);
  return start === undefined ? undefined : { start, end: daysFrom(today, 1).start };
}

/** `last week`, `this weekend`, `next quarter`. */
function readCalendarUnit(text: string, today: Local): Days | undefined {
  const [, word = '', unit = ''] = /^([a-z]+) ([a-z]+)$/.exec(text) ?? [];
  const step = steps.get(word);
  if (step === undefined) return undefined;
  if (unit === 'week') return daysFrom(mondayOf(today), 7 * step, 7);
  if (unit === 'weekend') return daysFrom(mondayOf(today), 7 * step + 5, 2);
  const count = monthCounts.get(unit);
  if (count === undefined) return undefined;
  const date = new Date(today);
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth();
  const first = (Math.floor(months / count) + step) * count;
  return monthsFrom(Math.floor(first / 12), (first % 12) + 1, count);
}
