import { expect, test } from '@jest/globals';
import { formatRfc822, formatRfc3339, later, parseFeedDate } from '../../src/feed/dates.ts';
import { parseDate } from '../../src/post/fields/date.ts';

const read = (text: string, zone = 'UTC') => {
  const date = parseDate(text, zone);
  if (!date) throw new Error(text);
  return date;
};

test.each([
  ['2018-07-05T14:48:16+01:00', 'UTC', 'Thu, 05 Jul 2018 14:48:16 +0100', '2018-07-05T14:48:16+01:00'],
  ['2018-07-05', 'Pacific/Auckland', 'Thu, 05 Jul 2018 00:00:00 +1200', '2018-07-05T00:00:00+12:00'],
  ['2018-07-05', 'America/Los_Angeles', 'Thu, 05 Jul 2018 00:00:00 -0700', '2018-07-05T00:00:00-07:00'],
  ['2018-07-05T01:00-03:30', 'UTC', 'Thu, 05 Jul 2018 01:00:00 -0330', '2018-07-05T01:00:00-03:30'],
  // An offset that is no half hour is a “problematical” date for the W3C's validator.
  ['2018-07-05T01:00+05:45', 'UTC', 'Wed, 04 Jul 2018 19:15:00 +0000', '2018-07-05T01:00:00+05:45'],
  ['2018-07-05', 'Asia/Kathmandu', 'Wed, 04 Jul 2018 18:15:00 +0000', '2018-07-05T00:00:00+05:45'],
  // Local mean time: the day and the time stay as they are written, with the offset in whole minutes.
  ['1800-01-01', 'Europe/London', 'Wed, 01 Jan 1800 00:00:00 -0001', '1800-01-01T00:00:00-00:01'],
  ['1800-01-01T23:59:59', 'Europe/London', 'Wed, 01 Jan 1800 23:59:59 -0001', '1800-01-01T23:59:59-00:01'],
  ['1800-01-01', 'Europe/Dublin', 'Wed, 01 Jan 1800 00:00:00 -0025', '1800-01-01T00:00:00-00:25'],
  ['1971-06-01', 'Africa/Monrovia', 'Tue, 01 Jun 1971 00:00:00 -0044', '1971-06-01T00:00:00-00:44'],
  ['1850-03-01 12:30', 'Europe/Lisbon', 'Fri, 01 Mar 1850 12:30:00 -0037', '1850-03-01T12:30:00-00:37'],
  ['1800-01-01', 'Europe/Amsterdam', 'Wed, 01 Jan 1800 00:00:00 +0018', '1800-01-01T00:00:00+00:18'],
  ['1800-01-01', 'Asia/Kolkata', 'Wed, 01 Jan 1800 00:00:00 +0553', '1800-01-01T00:00:00+05:53'],
  ['1947-08-15', 'Asia/Kolkata', 'Fri, 15 Aug 1947 00:00:00 +0530', '1947-08-15T00:00:00+05:30'],
  ['1800-01-01', 'America/New_York', 'Wed, 01 Jan 1800 00:00:00 -0456', '1800-01-01T00:00:00-04:56'],
  ['1930-06-01T09:00+00:20', 'UTC', 'Sun, 01 Jun 1930 09:00:00 +0020', '1930-06-01T09:00:00+00:20'],
  ['1989-12-31', 'Asia/Kathmandu', 'Sun, 31 Dec 1989 00:00:00 +0545', '1989-12-31T00:00:00+05:45'],
  ['0001-01-01', 'Europe/London', 'Mon, 01 Jan 0001 00:00:00 -0001', '0001-01-01T00:00:00-00:01'],
  ['0001-01-01T00:00:00Z', 'UTC', 'Mon, 01 Jan 0001 00:00:00 +0000', '0001-01-01T00:00:00+00:00'],
  ['9999-12-31T23:59:59Z', 'UTC', 'Fri, 31 Dec 9999 23:59:59 +0000', '9999-12-31T23:59:59+00:00'],
])('%s in %s', (text, zone, rfc822, rfc3339) => {
  const date = read(text, zone);
  expect(formatRfc822(date)).toBe(rfc822);
  expect(formatRfc3339(date)).toBe(rfc3339);
  expect(parseFeedDate(rfc822)).toBe(date.instant);
  expect(parseFeedDate(rfc3339)).toBe(date.instant);
});

test.each([
  ['2018-07-05T14:48:16.123+01:00', 'Thu, 05 Jul 2018 14:48:16 +0100', '2018-07-05T14:48:16.123+01:00'],
  ['2018-07-05T14:48:16.5', 'Thu, 05 Jul 2018 14:48:16 +0000', '2018-07-05T14:48:16.500+00:00'],
  ['1960-07-05T14:48:16.9', 'Tue, 05 Jul 1960 14:48:16 +0000', '1960-07-05T14:48:16.900+00:00'],
])('%s keeps its milliseconds where a format has them, and is compared by its second', (text, rfc822, rfc3339) => {
  const date = read(text);
  expect(formatRfc822(date)).toBe(rfc822);
  expect(formatRfc3339(date)).toBe(rfc3339);
  expect(parseFeedDate(rfc3339)).toBe(parseFeedDate(rfc822));
});

test('in every zone a day of any century is the day that feeds name', () => {
  const zones = [...Intl.supportedValuesOf('timeZone'), 'Europe/Dublin', 'Europe/Lisbon'];
  for (const zone of zones) {
    for (const day of ['1700-02-28', '1883-11-18', '1912-01-01', '1937-07-01', '1971-12-31']) {
      const date = read(day, zone);
      expect([zone, formatRfc3339(date).slice(0, 19)]).toEqual([zone, `${day}T00:00:00`]);
      expect([zone, formatRfc822(date)]).toEqual([zone, expect.stringContaining(` ${day.slice(0, 4)} 00:00:00 `)]);
      expect([zone, formatRfc822(date).slice(5, 7)]).toEqual([zone, day.slice(8)]);
    }
  }
});

test('an offset of local mean time is told in UTC', () => {
  expect(formatRfc3339({ instant: 0, offset: -1.25 })).toBe('1970-01-01T00:00:00+00:00');
});

test.each([
  ['Thu, 05 Jul 18 14:48 GMT', Date.UTC(2018, 6, 5, 14, 48)],
  ['5 July 2018 14:48:16 +0100', Date.UTC(2018, 6, 5, 13, 48, 16)],
  ['2018-07-05', Date.UTC(2018, 6, 5)],
  ['some day', undefined],
  ['Thu, 35 Jul 2018 14:48:00 GMT', undefined],
  ['', undefined],
])('other feeds’ date %j', (text, expected) => {
  expect(parseFeedDate(text)).toBe(expected);
});

test('of two dates the later', () => {
  const early = { instant: 1, offset: 0 };
  const late = { instant: 2, offset: 60 };
  expect(later(early, late)).toBe(late);
  expect(later(late, early)).toBe(late);
  expect(later(early, undefined)).toBe(early);
});
