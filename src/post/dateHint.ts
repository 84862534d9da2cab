/** Texts that are no dates to us, and the days that they may mean. */
import { parseDate } from './date.ts';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const monthNames = /^(?:january|february|march|april|may|june|july|august|september|october|november|december|sept)$/i;

/** What to type for a text that is no date: the ISO form of what it may mean. */
export function dateHint(text: string): string {
  const form = 'write it as YYYY-MM-DD, or with a time: YYYY-MM-DDTHH:MM:SS+00:00';
  const [one, other] = daysMeant(text).days;
  if (one === undefined) return form;
  return other === undefined ? `write ${one}` : `write ${one}, or ${other} if that is the day you mean`;
}

/** A date in ISO form, with its time, for a text that can mean only one day: 25/07/2018, 25 July 2018, 2018-7-5. */
export function dateMeant(text: string): string | undefined {
  const { days, rest } = daysMeant(text);
  const [day, other] = days;
  if (day === undefined || other !== undefined) return undefined;
  const meant = day + rest;
  return parseDate(meant, 'UTC') && meant !== text ? meant : undefined;
}

/** The days that a text may mean, in ISO form, and what stands behind the day: a time, if it is a date. */
function daysMeant(text: string): { days: string[]; rest: string } {
  const trimmed = text.trim();
  const match =
    /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})\b/.exec(trimmed) ?? /^(\d{4})(\d\d)(\d\d)(?![\d.])/.exec(trimmed);
  const [day, ...numbers] = match ?? wordedDate(trimmed);
  const [first = '', second = '', third = ''] = numbers;
  const orders = [
    [first, second, third],
    [third, second, first],
    [third, first, second],
  ];
  const days = orders
    .filter(([year = '']) => Number(year) > 1000)
    .map((parts) => parts.map((part) => part.padStart(2, '0')).join('-'))
    .filter((candidate) => candidate !== trimmed && parseDate(candidate, 'UTC'));
  return { days: [...new Set(days)], rest: trimmed.slice(day?.length ?? 0) };
}

/** “25 July 2018”, “July 25th, 2018”: the text, year, month and day. */
function wordedDate(text: string): string[] {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?(?: of)? +([a-z]{3,9})\.?,? +(\d{4})\b/i.exec(text);
  const monthFirst = /^([a-z]{3,9})\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})\b/i.exec(text);
  const [whole, day, name, year] = dayFirst ?? [monthFirst?.[0], monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  if (whole === undefined || day === undefined || name === undefined || year === undefined) return [];
  const month = months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return month > 0 && (name.length === 3 || monthNames.test(name)) ? [whole, year, String(month), day] : [];
}
