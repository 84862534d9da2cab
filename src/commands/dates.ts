/** The dates of options: ISO dates, and the phrases of docs/dates.md. Loaded only by commands that are given one. */
import { type Choices, type Period, parsePeriod } from '../blog/period/period.ts';
import { UserError } from '../errors.ts';
import { formatIso, offsetAt, type PostDate, parseDate } from '../post/fields/date.ts';
import { dateHint } from '../post/fields/dates/dateHint.ts';
import { visible } from '../report/escape.ts';

/** The date of `--date`, else now in the site's time zone, to the second. Throws UserError for an invalid date. */
export function readDateOption(given: string | undefined, now: number, timeZone: string): PostDate {
  const text = given ?? formatIso({ instant: Math.floor(now / 1000) * 1000, offset: offsetAt(now, timeZone) });
  const read = readDate(text, now, timeZone);
  if ('instant' in read) return read;
  throw invalidDate('--date', text, read, 'use 2024-05-14, "14 May 2024", tomorrow or "tomorrow at 9am"');
}

/** What is wrong with a date that was typed at a prompt; undefined for one that `readDate` reads. */
export function typedDateProblem(text: string, now: number, timeZone: string): string | undefined {
  const read = readDate(text, now, timeZone);
  if ('instant' in read) return undefined;
  const { problem, hint } = describeProblem(text, read, 'write 2024-05-14, 14 May 2024 or tomorrow at 9am');
  return `${problem} date; ${hint}`;
}

/** What a text names instead of one date: several, or a time of more than a day. */
interface Unclear extends Choices {
  days?: string;
}

/** A date in figures or in words, or else the dates that it may be. */
function readDate(text: string, now: number, timeZone: string): PostDate | Unclear {
  const date = parseDate(text, timeZone);
  if (date) return date;
  // A date that is going to be written must be the one that is meant: neither the past nor the future is more likely.
  const period = parsePeriod(text, now, timeZone, 'either way');
  if (!period) return { choices: [] };
  if ('choices' in period) {
    const { choices } = period;
    // “June” may be that of two years, but is more than a day in either.
    return choices.every((one) => parseDate(one, timeZone))
      ? period
      : { choices: [], days: `in ${choices.join(' or ')}` };
  }
  const found = period.date === undefined ? undefined : parseDate(period.date, timeZone);
  if (found) return found;
  const [first, last] = [period.first, period.last].map((instant) => dayAt(instant, timeZone));
  return { choices: [], days: `from ${first} to ${last}` };
}

function dayAt(instant: number, timeZone: string): string {
  return formatIso({ instant, offset: offsetAt(instant, timeZone) }).slice(0, 10);
}

/** The period of an option such as `--since`. Throws UserError if it is not certain. */
export function readPeriodOption(option: string, text: string, now: number, timeZone: string): Period {
  const period = parsePeriod(text, now, timeZone);
  if (period && 'first' in period) return period;
  const forms = 'use 2024-05-14, "May 2024", monday, "last month" or "3 weeks ago"';
  throw invalidDate(option, text, period, forms);
}

interface Bound {
  text: string;
  /** ms */
  instant: number;
}

/**
 * The error for a range that ends before it begins. Days in words are named: on a Wednesday, `monday` is after `friday`,
 * and whoever wrote so does not mean to swap them.
 */
export function reversedRange(since: Bound, until: Bound, timeZone: string): UserError {
  const [from, to] = [since, until].map(({ text, instant }) => {
    const day = dayAt(instant, timeZone);
    return { shown: `“${visible(text)}”`, day, isWords: !/^\s*\d{4}(?:-|\s*$)/.test(text) };
  }) as [ShownBound, ShownBound];
  if (from.day === to.day || !(from.isWords || to.isWords))
    return new UserError(`--since ${from.shown} is after --until ${to.shown}; swap them`);
  const [first, last] = [from, to].map(({ shown, day, isWords }) => (isWords ? `${shown} (${day})` : shown));
  return new UserError(`--since ${first} is after --until ${last}; write both as dates`);
}

interface ShownBound {
  shown: string;
  day: string;
  isWords: boolean;
}

function invalidDate(option: string, text: string, read: Period | Unclear | undefined, forms: string): UserError {
  const { problem, hint } = describeProblem(text, read, forms);
  return new UserError(`${problem} date for ${option}: “${visible(text)}”; ${hint}`);
}

function describeProblem(text: string, read: Period | Unclear | undefined, forms: string) {
  const { choices, days }: Unclear = read && 'choices' in read ? read : { choices: [] };
  if (days !== undefined) return { problem: 'ambiguous', hint: `use a day ${days}` };
  return choices.length > 0
    ? { problem: 'ambiguous', hint: `use ${choices.join(' or ')}` }
    : { problem: 'invalid', hint: dateHint(text, forms) };
}
