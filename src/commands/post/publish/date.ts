/** The date of publication that a user gives. */
import { parsePeriod } from '../../../blog/period.ts';
import { UserError } from '../../../errors.ts';
import { dayOf, formatIso, offsetAt, type PostDate, parseDate } from '../../../post/fields/date.ts';
import { visible } from '../../../report/escape.ts';
import { readDateOption } from '../../options.ts';
import type { SiteContext } from '../../site.ts';

const longestDay = 25 * 60 * 60_000;

/**
 * The date of `--date`: `now`, a date as posts have it, or a day or time in words, as `--since` reads them. Throws UserError
 * for any other text.
 */
export function readPublicationDate(given: string, { now, config }: SiteContext): PostDate {
  const text = given.trim();
  const { timeZone } = config;
  if (text.toLowerCase() === 'now') return readDateOption(undefined, now, timeZone);
  if (parseDate(text, timeZone)) return readDateOption(text, now, timeZone);
  const period = parsePeriod(text, now, timeZone);
  if (!period) return readDateOption(text, now, timeZone);
  const length = period.last + 1 - period.first;
  if (length > longestDay) throw new UserError(`“${visible(given)}” is more than a day; pass --date with a single day`);
  const moment = formatIso({ instant: period.first, offset: offsetAt(period.first, timeZone) });
  return readDateOption(length > longestDay - 2 * 60 * 60_000 - 1 ? dayOf({ text: moment }) : moment, now, timeZone);
}
