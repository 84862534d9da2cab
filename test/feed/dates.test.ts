import { expect, test } from '@jest/globals';
import { formatRfc822, formatRfc3339, later, parseFeedDate } from '../../src/feed/dates.ts';
import { parseDate } from '../../src/post/date.ts';

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
  ['0001-01-01T00:00:00Z', 'UTC', 'Mon, 01 Jan 0001 00:00:00 +0000', '0001-01-01T00:00:00+00:00'],
  ['9999-12-31T23:59:59Z', 'UTC', 'Fri, 31 Dec 9999 23:59:59 +0000', '9999-12-31T23:59:59+00:00'],
])('%s in %s', (text, zone, rfc822, rfc3339) => {
  const date = read(text, zone);
  expect(formatRfc822(date)).toBe(rfc822);
  expect(formatRfc3339(date)).toBe(rfc3339);
  expect(parseFeedDate(rfc822)).toBe(date.instant);
  expect(parseFeedDate(rfc3339)).toBe(date.instant);
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
