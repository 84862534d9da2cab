/** The date that an export has in `pubDate`, as feeds write it (RFC 822, RFC 2822). */
import { formatIso, type PostDate, parseDate, parseOffset } from '../../post/fields/date.ts';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** WordPress writes years before 1900 only where it has no date: `-0001`. */
const pattern =
  /^(?:[a-z]{3,9},?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*\s+((?:19|[2-9]\d)\d\d|\d\d)\s+(\d{1,2}:\d\d)(:\d\d)?(?:\s+([a-z]{1,3}|[+-]\d{4}))?(?:\s*\([^()]*\))?$/i;

/** The hours of the zones that RFC 822 names; others are UTC, as RFC 2822 says. */
const zones: ReadonlyMap<string, string> = new Map(
  Object.entries({ edt: '-04', est: '-05', cdt: '-05', cst: '-06', mdt: '-06', mst: '-07', pdt: '-07', pst: '-08' }),
);

/** The date; undefined if it is not valid, and on 1 January 1970, which WordPress writes for drafts. In UTC, `offsetAt` says the site's offset. */
export function readFeedDate(text: string, offsetAt: (local: number) => number): PostDate | undefined {
  const [, day = '', name = '', year = '', time = '', seconds = ':00', zone = ''] = pattern.exec(text.trim()) ?? [];
  const month = months.indexOf(name.toLowerCase()) + 1;
  if (month === 0) return undefined;
  const century = year.length === 4 ? '' : Number(year) < 50 ? '20' : '19';
  const date = [century + year, String(month).padStart(2, '0'), day.padStart(2, '0')].join('-');
  const offset = zones.get(zone.toLowerCase()) ?? (/^[+-]/.test(zone) ? zone : 'Z');
  if (date === '1970-01-01') return undefined;
  const read = parseDate(`${date}T${time}${seconds} ${offset}`, 'UTC');
  if (read === undefined) return undefined;
  const own = parseOffset(offset) === 0 ? offsetAt(read.instant) : read.offset;
  return parseDate(formatIso({ instant: read.instant, offset: own }), 'UTC');
}
