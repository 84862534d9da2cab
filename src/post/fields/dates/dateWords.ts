/** The day and the time of a text that is no ISO date: in the forms of people, mail programs and programming languages. */
import { formatOffset, isTimeZone, parseDate, zoneOffset } from '../date.ts';

export const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
export const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

interface FoundDay {
  /** The days, valid or not, that the text may mean, in ISO form. */
  candidates: string[];
  /** What follows the day. */
  rest: string;
  /** The day of the week that the text names, Sunday as 0. */
  weekday?: number;
}

/** Finds the day at the beginning of a text, in figures or with an English month. */
export function findDay(text: string): FoundDay {
  const named = /^([a-z]{3,9})\.?,? +(?:the +)?(?=[a-z\d])/i.exec(text);
  const weekday = named ? indexIn(weekdays, named[1] ?? '') : -1;
  const plain = inOrder(weekday === -1 ? text : text.slice(named?.[0].length));
  const figures =
    /^(\d{1,4}) ?[./-] ?(\d{1,2}) ?[./-] ?(\d{1,4})(?!\d)/.exec(plain) ?? /^(\d{4})(\d\d)(\d\d)(?![\d.])/.exec(plain);
  const [day, ...numbers] = figures ?? wordedDay(plain);
  const [first = '', second = '', third = ''] = numbers;
  const orders = [
    [first, second, third],
    [third, second, first],
    [third, first, second],
  ];
  const candidates = orders
    .filter(([year = '']) => Number(year) > 1000)
    .map((parts) => parts.map((part) => part.padStart(2, '0')).join('-'));
  const rest = plain.slice(day?.length ?? 0);
  return { candidates: [...new Set(candidates)], rest, ...(weekday !== -1 && { weekday }) };
}

/** The text with the day and year first: `Jan 15 09:30:00 UTC 2017`, as C and Unix print it, and `9:30, 15 January 2017`. */
function inOrder(text: string): string {
  return text
    .replace(/^([a-z]{3,9}\.? +\d{1,2}) +(\d{1,2}:\d\d(?::\d\d)?(?: *[a-z]{1,5}| *[+-]\d{4})?) +(\d{4})$/i, '$1 $3 $2')
    .replace(/^(\d{1,2}(?:[:.]\d\d){1,2}(?: *[ap]\.?m\.?)?|\d{1,2} *[ap]\.?m\.?)(?:,| on)? +(\w.*\d{4}.*)$/i, '$2 $1');
}

const wordedDays: readonly [pattern: RegExp, year: number, month: number, day: number][] = [
  [/^(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ ./-]*([a-z]{3,9})\.?,?[ ./-]*(\d{4})(?!\d)/i, 3, 2, 1],
  [/^([a-z]{3,9})\.?[ ./-]*(\d{1,2})(?:st|nd|rd|th)?,?[ ./-]+(\d{4})(?!\d)/i, 3, 1, 2],
  [/^(\d{4}),?[ ./-]*([a-z]{3,9})\.?[ ./-]*(\d{1,2})(?:st|nd|rd|th)?(?!\d)/i, 1, 2, 3],
];

/** “25 July 2018”, “15-Jan-2017”, “July 25th, 2018”: the text, year, month and day. */
function wordedDay(text: string): string[] {
  for (const [pattern, year, month, day] of wordedDays) {
    const match = pattern.exec(text);
    const number = indexIn(months, match?.[month] ?? '') + 1;
    if (match && number > 0) return [match[0], match[year] ?? '', String(number), match[day] ?? ''];
  }
  return [];
}

/** The index of a name, in full or in three letters (“Sept”, “Tues”, “Weds” and “Thurs” are usual, too); otherwise -1. */
export function indexIn(names: readonly string[], written: string): number {
  const word = written.toLowerCase().replace(/^(?:sept|tues|weds|thurs?)$/, (one) => one.slice(0, 3));
  return names.findIndex((name) => [name, name.slice(0, 3)].some((one) => one.toLowerCase() === word));
}

interface FoundTime {
  /** The time in ISO form, with a `T` or space before it. */
  written?: string;
  /** The end of the hint, where more has to be said. */
  why?: string;
  /** The hint, if that time does not exist. */
  problem?: string;
  /** Whether it may not be that time, or no time at all. */
  unsure?: boolean;
}

const timePattern =
  /^(?:(t)|[ ,]+(?:(?:at|@|[–—|-]) +)?)(\d{1,2})(?:[:.h](\d\d)(?:[:.](\d\d)(?:[.,](\d{1,9}))?)?)?(?: ?h(?:rs?)?)?(?: *([ap])\.?m\.?)?(?: *((?:utc|gmt)? *[+-][\d:]{1,6}|[a-z]{1,5}|\[?[a-z_]+(?:\/[a-z_+-]+)+\]?))?$/i;

/** Finds the time that follows a day in ISO form, and what to say if it is not a time, or not certainly one. */
export function findTime(rest: string, day: string): FoundTime {
  const text = expanded(withoutComment(rest.trimEnd()));
  if (text.trim() === '') return {};
  const match = timePattern.exec(text);
  const [, t, hour = '', minute, second, fraction, half = '', zone = ''] = match ?? [];
  if (!match || (minute === undefined && half === '')) return suggestTime(text, day);
  const hours = half === '' ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  if (hours > 23 || (half !== '' && (Number(hour) < 1 || Number(hour) > 12))) return hourProblem(text, day);
  if (Number(minute ?? 0) > 59 || Number(second ?? 0) > 59) return { problem: 'use minutes and seconds from 00 to 59' };
  const clock = `${String(hours).padStart(2, '0')}:${minute ?? '00'}${second ? `:${second}` : ''}`;
  return withZone(`${t ? 'T' : ' '}${clock}${fraction ? `.${fraction}` : ''}`, zone, day);
}

/** Without the name of a zone whose offset is there: `+0100 CET` (Go), `GMT+0100 (Central European Standard Time)`. */
function withoutComment(rest: string): string {
  return rest
    .replace(/ m=[+-][\d.]+$/, '')
    .replace(/((?:[+-]\d\d:?\d\d|\dZ)) *(?:\([^()\d]*\)|\[[\w/+-]+\])$/, '$1')
    .replace(/([+-]\d\d:?\d\d) +(?!UTC|GMT)[A-Z]{2,5}$/, '$1');
}

/** `T093000` as `T09:30:00`; ` 2019` is rather a year. */
function expanded(rest: string): string {
  return rest.replace(/^(t| +(?!(?:19|20)\d\d(?!\d)))(\d\d)(\d\d)(\d\d)?(?![\d:])/i, (written, start: string) => {
    const digits = written.slice(start.length).match(/\d\d/g) ?? [];
    return start + digits.join(':');
  });
}

function withZone(time: string, zone: string, day: string): FoundTime {
  if (zone === '') return { written: time };
  if (/^z$/i.test(zone)) return { written: `${time}Z` };
  const offset = parseDate(`${day}${time}${zone}`, 'UTC')?.offset;
  if (offset !== undefined) return { written: `${time}${formatOffset(offset, ':')}` };
  if (/[+-]/.test(zone)) return { problem: `use a valid UTC offset such as +01:00 in place of ${zone}` };
  const local = parseDate(`${day}${time}Z`, 'UTC')?.instant;
  const place = zone.replace(/[[\]]/g, '');
  if (place.includes('/') && local !== undefined && isTimeZone(place)) {
    return { written: `${time}${formatOffset(zoneOffset(local, place), ':')}` };
  }
  if (/^bst$/i.test(zone)) return { written: `${time}+01:00`, why: ', if BST is British Summer Time', unsure: true };
  return { written: `${time}+00:00`, why: `, with the UTC offset of ${zone} in place of +00:00`, unsure: true };
}

/** Text that is not a time, but may contain one. */
function suggestTime(rest: string, day: string): FoundTime {
  const [, hour = '', minute = ''] = /(?<![\d:.])(\d{1,2})[:.h]([0-5]\d)(?!\d)/.exec(rest) ?? [];
  if (hour === '' || Number(hour) > 23) return { why: `, or with a time: ${day} 14:30`, unsure: true };
  const why = ', if that is the time: the rest cannot be read as one';
  return { written: ` ${hour.padStart(2, '0')}:${minute}`, why, unsure: true };
}

/** 24:00 is the end of a day; 25:00 does not exist. */
function hourProblem(rest: string, day: string): FoundTime {
  const isHalf = /[ap]\.?m\b/i.test(rest);
  const problem = `use an hour from 00 to 23${isHalf ? ' without am or pm' : ''}`;
  if (!/^\D*24[:.]00(?::00)?$/.test(rest.trim())) return { problem };
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return { problem: `${problem}; that day ends at ${next} 00:00` };
}
