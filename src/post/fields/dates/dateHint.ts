/** What to type in place of an invalid date, inferred from what it resembles. */
import { parseDate } from '../date.ts';
import { findDay, findTime, months, weekdays } from './dateWords.ts';

/** What can be inferred from a text. */
interface Inference {
  /** The dates that it may stand for, in ISO form. */
  dates: string[];
  /** The end of the hint: what is wrong with the text, if that is hard to see. */
  why?: string;
  /** The hint, if that day or time does not exist. */
  problem?: string;
  /** Whether the date is only a suggestion, whatever the order of day and month. */
  unsure?: boolean;
}

/** Without an offset, which changes with the season: such a time is that of the site. */
const isoForms = 'write, for example, 2024-05-14, or with a time: 2024-05-14 09:30';

/** The hint for an invalid date: the ISO form of what it may mean, or why it does not exist; if that is unclear, the `forms`. */
export function dateHint(text: string, forms = isoForms): string {
  const { dates, why = '', problem } = infer(text);
  const [one, other] = dates;
  if (problem !== undefined) return problem;
  if (one === undefined) return forms;
  if (other !== undefined) return `write ${one}, or ${other} if that is the day you mean`;
  return `write ${one}${why}`;
}

/** The ISO form of a text that can only mean one date: 25/07/2018, 25 July 2018, 2018-7-5 9:30 am. */
export function inferDate(text: string): string | undefined {
  const { dates, problem, unsure } = infer(text);
  const [date, other] = dates;
  return problem === undefined && other === undefined && !unsure ? date : undefined;
}

function infer(text: string): Inference {
  const quoted = /^\s*[“”„‘’«»]([^“”„‘’«»]*)[“”„‘’«»]\s*$/.exec(text)?.[1];
  const written = (quoted ?? text)
    .replace(/\p{Zs}/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim();
  const plain = written.replace(/(?<=\d)[‐‑‒–—−](?=\d)/g, '-');
  const dashes = plain === written ? undefined : ' with hyphens, not dashes';
  const why = quoted === undefined ? dashes : ' without the curly quotes, or with straight ones';
  if (why !== undefined && parseDate(plain, 'UTC')) return { dates: [plain], why };
  if (/^1?\d{9}(?:\d{3})?$/.test(plain)) return fromEpoch(plain);
  const { candidates, rest, weekday } = findDay(plain);
  const days = candidates.filter((day) => parseDate(day, 'UTC'));
  if (days.length === 0) return { dates: [], ...problemOf(candidates[0]) };
  const { written: time = '', ...problems } = findTime(rest, days[0] ?? '');
  const dates = days.map((day) => day + time).filter((date) => date !== text && parseDate(date, 'UTC'));
  return { ...(why !== undefined && { why }), ...ofWeekday(dates, weekday), ...problems };
}

/** Seconds or milliseconds since 1970, which only a program would write. */
function fromEpoch(digits: string): Inference {
  const [unit, factor] = digits.length > 10 ? (['milliseconds', 1] as const) : (['seconds', 1000] as const);
  const date = new Date(Number(digits) * factor).toISOString().replace('.000', '');
  return { dates: [date], why: `, if these are ${unit} since 1970`, unsure: true };
}

/** The dates that are on that day of the week; if none is, all of them, as a suggestion. */
function ofWeekday(dates: string[], weekday: number | undefined): Inference {
  const dayOfWeek = (date: string): number => new Date(`${date.slice(0, 10)}T00:00:00Z`).getUTCDay();
  const agreeing = dates.filter((date) => weekday === undefined || dayOfWeek(date) === weekday);
  const [date] = dates;
  if (date === undefined || agreeing.length > 0) return { dates: agreeing };
  return { dates, why: `, if that is the day you mean: it is a ${weekdays[dayOfWeek(date)]}`, unsure: true };
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
