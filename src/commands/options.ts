/** Readers of option values that several commands share. */
import { InvalidArgumentError } from 'commander';
import { UserError } from '../errors.ts';
import { formatIso, offsetAt, type PostDate, parseDate } from '../post/fields/date.ts';
import { dateHint } from '../post/fields/dateHint.ts';
import { visible } from '../report/escape.ts';

/** For options that may be repeated. */
export function collect(value: string, before: string[] | undefined): string[] {
  return [...(before ?? []), value];
}

/** A whole number from 0. */
export function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('It must be a whole number, 0 or more.');
  return Number(value);
}

/** A year of four digits. */
export function year(value: string): number {
  if (!/^\d{4}$/.test(value)) throw new InvalidArgumentError('It must be a year of four digits, like 2024.');
  return Number(value);
}

/** The date as given, else now in the site's zone; seconds are enough. */
export function readDateOption(given: string | undefined, now: number, timeZone: string): PostDate {
  const text = given ?? formatIso({ instant: now, offset: offsetAt(now, timeZone) });
  const date = parseDate(text, timeZone);
  if (date) return date;
  throw new UserError(`--date “${visible(text)}” is no date: ${dateHint(text)}`);
}
