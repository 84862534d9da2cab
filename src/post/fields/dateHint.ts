/** What to type in place of an invalid date, inferred from what it resembles. */
import { parseDate } from './date.ts';

const months = 'January February March April May June July August September October November December'.split(' ');

/** What can be inferred from a text. */
interface Inference {
  /** The dates that it may stand for, in ISO form. */
  dates: string[];
  /** The end of the hint: what is wrong with the text, if that is hard to see. */
  why?: string;
  /** The hint, if no such day or time exists. */
  problem?: string;
  /** Whether the date is only a suggestion, whatever the order of day and month. */
  unsure?: boolean;
}

/** The hint for an invalid date: the ISO form of what it may mean, or why there is no such date. */
export function dateHint(text: string): string {
  const { dates, why, problem } = infer(text);
  const [one, other] = dates;
  if (problem !== undefined) return problem;
  if (one === undefined) return 'write it as YYYY-MM-DD, or with a time: YYYY-MM-DDTHH:MM:SS+00:00';
  if (other !== undefined) return `write ${one}, or ${other} if that is the day you mean`;
  return `write ${one}${why ?? ''}`;
}

/** The ISO form of a text that can only mean one date: 25/07/2018, 25 July 2018, 2018-7-5 9:30 am. */
export function inferDate(text: string): string | undefined {
  const { dates, problem, unsure } = infer(text);
  const [date, other] = dates;
  return problem === undefined && other === undefined && !unsure ? date : undefined;
}

function infer(text: string): Inference {
  const quoted = /^\s*[“”„‘’«»]([^“”„‘’«»]*)[“”„‘’«»]\s*$/.exec(text)?.[1];
  const written = (quoted ?? text).replace(/[\u00a0\u202f]/g, ' ').trim();
  const plain = written.replace(/(?<=\d)[‐‑‒–—−](?=\d)/g, '-');
  const dashes = plain === written ? undefined : ' with hyphens, not dashes';
  const why = quoted === undefined ? dashes : ' without the curly quotes, or with straight ones';
  if (why !== undefined && parseDate(plain, 'UTC')) return { dates: [plain], why };
  const { candidates, rest } = daysIn(plain);
  const days = candidates.filter((day) => parseDate(day, 'UTC'));
  if (days.length === 0) return { dates: [], ...problemOf(candidates[0]) };
  const { written: time = '', ...problems } = timeIn(rest, days[0] ?? '');
  const dates = days.map((day) => day + time).filter((date) => date !== text && parseDate(date, 'UTC'));
  return { dates, ...(why !== undefined && { why }), ...problems };
}

function problemOf(day: string | undefined): { problem?: string } {
  const [, year = '', month = '', date = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day ?? '') ?? [];
  if (year === '') return {};
  const name = months[Number(month) - 1];
  if (name === undefined) return { problem: `use a month from 01 to 12, not ${month}` };
  const count = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const reason = date === '00' ? 'days begin at 01' : `${name} ${year} has ${count} days`;
  return { problem: `use a day from ${year}-${month}-01 to ${year}-${month}-${count}: ${reason}` };
}

/** The days, valid or not, that a text may begin with, in ISO form; and the rest of the text. */
function daysIn(text: string): { candidates: string[]; rest: string } {
  const match = /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})(?!\d)/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)(?![\d.])/.exec(text);
  const [day, ...numbers] = match ?? wordedDate(text);
  const [first = '', second = '', third = ''] = numbers;
  const orders = [
    [first, second, third],
    [third, second, first],
    [third, first, second],
  ];
  const candidates = orders
    .filter(([year = '']) => Number(year) > 1000)
    .map((parts) => parts.map((part) => part.padStart(2, '0')).join('-'));
  return { candidates: [...new Set(candidates)], rest: text.slice(day?.length ?? 0) };
}

/** “25 July 2018”, “July 25th, 2018”: the text, year, month and day. */
function wordedDate(text: string): string[] {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?(?: of)? +([a-z]{3,9})\.?,? +(\d{4})\b/i.exec(text);
  const monthFirst = /^([a-z]{3,9})\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})\b/i.exec(text);
  const [matched, day, name, year] = dayFirst ?? [monthFirst?.[0], monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  if (matched === undefined || day === undefined || name === undefined || year === undefined) return [];
  const word = name.toLowerCase().replace(/^sept$/, 'sep');
  const month = months.findIndex((full) => [full, full.slice(0, 3)].some((one) => one.toLowerCase() === word)) + 1;
  return month > 0 ? [matched, year, String(month), day] : [];
}

/** The time after a day in ISO form; and what to say if it is not a time, or not certainly one. */
function timeIn(rest: string, day: string): Omit<Inference, 'dates'> & { written?: string } {
  if (rest.trim() === '') return {};
  const match =
    /^(?:(t)|,? +(?:at +)?)(\d{1,2})(?:[:.h](\d\d)(:\d\d(?:[.,]\d{1,9})?)?)?(?: *([ap])\.?m\.?)?(?: *([a-z]{1,5}|[+-][\d:]{1,5}))?$/i.exec(
      rest.trimEnd(),
    );
  const [, t, hour = '', minute, second = '', half = '', zone = ''] = match ?? [];
  if (!match || (minute === undefined && half === '')) {
    return { why: `, or with a time: ${day} 14:30`, unsure: true };
  }
  const hours = half === '' ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  if (hours > 23 || (half !== '' && (Number(hour) < 1 || Number(hour) > 12))) return hourProblem(rest, day);
  if (Number(minute ?? 0) > 59 || Number(second.slice(1, 3)) > 59) {
    return { problem: 'use minutes and seconds from 00 to 59' };
  }
  const time = `${t ? 'T' : ' '}${String(hours).padStart(2, '0')}:${minute ?? '00'}${second}`;
  if (zone === '') return { written: time };
  if (/^z$/i.test(zone)) return { written: `${time}Z` };
  if (/^(?:utc|gmt)$/i.test(zone)) return { written: `${time}+00:00` };
  if (/^[+-]/.test(zone)) {
    if (parseDate(day + time + zone, 'UTC')) return { written: time + zone };
    return { problem: `use a valid UTC offset such as +01:00 in place of ${zone}` };
  }
  if (/^bst$/i.test(zone)) return { written: `${time}+01:00`, why: ', if BST is British Summer Time', unsure: true };
  return { written: `${time}+00:00`, why: `, with the UTC offset of ${zone} in place of +00:00`, unsure: true };
}

/** 24:00 is the end of a day; 25:00 does not exist. */
function hourProblem(rest: string, day: string): { problem: string } {
  const problem = 'use an hour from 00 to 23';
  if (!/^\D*24[:.]00(?::00)?$/.test(rest.trim())) return { problem };
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return { problem: `${problem}; that day ends at ${next} 00:00` };
}
