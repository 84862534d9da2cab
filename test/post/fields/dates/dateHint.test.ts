/** Texts that are no dates, and what is said of them: what it says to write is a date, and the one that was meant. */
import { expect, test } from '@jest/globals';
import { parseDate } from '../../../../src/post/fields/date.ts';
import { dateHint, inferDate } from '../../../../src/post/fields/dates/dateHint.ts';

test.each<[string, string]>([
  ['2018-7-5 9:30', '2018-07-05 09:30'],
  ['31/12/1999 23:59', '1999-12-31 23:59'],
  ['2018-07-25 9.30', '2018-07-25 09:30'],
  ['2018-07-25 9:30 am', '2018-07-25 09:30'],
  ['2018-07-25 9:30 p.m.', '2018-07-25 21:30'],
  ['2018-07-25 12:05am', '2018-07-25 00:05'],
  ['2018-07-25 12pm', '2018-07-25 12:00'],
  ['25 July 2018 at 9:30', '2018-07-25 09:30'],
  ['2018-7-5T9:30:00Z', '2018-07-05T09:30:00Z'],
  ['2018/7/5 9:30:15.5 +01:00', '2018-07-05 09:30:15.5+01:00'],
  ['2018-07-25 9:30 p.m. UTC', '2018-07-25 21:30+00:00'],
  ['Wed, 25 Jul 2018 09:30:15 -0700', '2018-07-25 09:30:15-07:00'],
  ['Wed, 25 Jul 2018 09:30:15 GMT', '2018-07-25 09:30:15+00:00'],
  ['Wed Jul 25 2018 09:30:15 GMT+0100 (British Summer Time)', '2018-07-25 09:30:15+01:00'],
  ['2018-07-25 09:30:15.5 +0200 CEST', '2018-07-25 09:30:15.5+02:00'],
  ['2018-07-25 09:30:15.5 +0200 CEST m=+0.000012', '2018-07-25 09:30:15.5+02:00'],
  ['Wed Jul 25 09:30:15 UTC 2018', '2018-07-25 09:30:15+00:00'],
  ['Sun Jul  1 09:30:15 2018', '2018-07-01 09:30:15'],
  ['25-Jul-2018 9:30 PM', '2018-07-25 21:30'],
  ['25Jul2018', '2018-07-25'],
  ['2018-Jul-25', '2018-07-25'],
  ['Sept 5, 2018', '2018-09-05'],
  ['Thursday 05/07/2018', '2018-07-05'],
  ['Monday, the 7th of May 2018', '2018-05-07'],
  ['9:30 am, 25 July 2018', '2018-07-25 09:30'],
  ['25 July 2018 - 14.30', '2018-07-25 14:30'],
  ['20180725T093015Z', '2018-07-25T09:30:15Z'],
  ['2018-07-25T09:30:15,123Z', '2018-07-25T09:30:15.123Z'],
  ['2018-07-25T09:30+01:00[Europe/London]', '2018-07-25T09:30+01:00'],
  ['2018-07-25 09:30 Europe/London', '2018-07-25 09:30+01:00'],
  ['2018-12-25 09:30 Europe/London', '2018-12-25 09:30+00:00'],
])('%s is %s, and nothing else', (text, meant) => {
  expect(parseDate(meant, 'UTC')).toBeDefined();
  expect(inferDate(text)).toBe(meant);
  expect(dateHint(text)).toBe(`write ${meant}`);
});

test.each<[string, string]>([
  ['2018–07–25', 'write 2018-07-25 with hyphens, not dashes'],
  ['2018\u201107\u201125', 'write 2018-07-25 with hyphens, not dashes'],
  ['“2018-07-05”', 'write 2018-07-05 without the curly quotes, or with straight ones'],
])('%s: %s', (text, hint) => {
  expect(dateHint(text)).toBe(hint);
  expect(inferDate(text)).toBe(hint.slice(6, 16));
});

test.each<[string, string]>([
  ['2018-02-30', 'use a day from 2018-02-01 to 2018-02-28: February 2018 has 28 days'],
  ['30/02/2020', 'use a day from 2020-02-01 to 2020-02-29: February 2020 has 29 days'],
  ['2018-07-00', 'use a day from 2018-07-01 to 2018-07-31: days begin at 01'],
  ['2018-13-01', 'use a month from 01 to 12, not 13'],
  ['2018-07-05T25:00', 'use an hour from 00 to 23'],
  ['2018-07-25 24:00', 'use an hour from 00 to 23; that day ends at 2018-07-26 00:00'],
  ['2018-07-25 13:00 pm', 'use an hour from 00 to 23 without am or pm'],
  ['2018-07-25 0am', 'use an hour from 00 to 23 without am or pm'],
  ['2018-07-05T10:61', 'use minutes and seconds from 00 to 59'],
  ['2018-07-05T10:00+25:00', 'use a valid UTC offset such as +01:00 in place of +25:00'],
  ['2018-07-25 9:30 BST', 'write 2018-07-25 09:30+01:00, if BST is British Summer Time'],
  ['2018-07-25 9:30 CET', 'write 2018-07-25 09:30+00:00, with the UTC offset of CET in place of +00:00'],
  ['2018-07-25 in the evening', 'write 2018-07-25, or with a time: 2018-07-25 14:30'],
  ['05/07/2018 9:30', 'write 2018-07-05 09:30, or 2018-05-07 09:30 if that is the day you mean'],
  ['2018-07-25 from 9:30 to 10', 'write 2018-07-25 09:30, if that is the time: the rest cannot be read as one'],
  ['Monday 25 July 2018 9:30', 'write 2018-07-25 09:30, if that is the day you mean: it is a Wednesday'],
  ['Friday 05/07/2018', 'write 2018-07-05, or 2018-05-07 if that is the day you mean'],
  ['1532511015', 'write 2018-07-25T09:30:15Z, if these are seconds since 1970'],
  ['1532511015500', 'write 2018-07-25T09:30:15.500Z, if these are milliseconds since 1970'],
  ['25/07/18', 'write, for example, 2024-05-14, or with a time: 2024-05-14 09:30'],
  ['2018-W30-3', 'write, for example, 2024-05-14, or with a time: 2024-05-14 09:30'],
  ['YYYY-MM-DD', 'write, for example, 2024-05-14, or with a time: 2024-05-14 09:30'],
  ['July 2018', 'write, for example, 2024-05-14, or with a time: 2024-05-14 09:30'],
  ['tomorrow', 'write, for example, 2024-05-14, or with a time: 2024-05-14 09:30'],
])('%s is for a person to say: %s', (text, hint) => {
  expect(dateHint(text)).toBe(hint);
  expect(inferDate(text)).toBeUndefined();
});
