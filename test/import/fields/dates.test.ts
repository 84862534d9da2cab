import { describe, expect, test } from '@jest/globals';
import { createOffsetFinder, readDates } from '../../../src/import/fields/dates.ts';
import { formatIso } from '../../../src/post/fields/date.ts';

const none = '0000-00-00 00:00:00';
const head = {
  date: '2018-07-05 14:48:16',
  dateGmt: '2018-07-05 13:48:16',
  modified: '',
  modifiedGmt: '',
  pubDate: '',
  link: '',
  isDraft: false,
};
const dates = (given: Partial<typeof head>, zone: string | undefined = 'Europe/London') => {
  const read = readDates({ ...head, ...given }, createOffsetFinder([], zone));
  const { date, updated, isGuess, losses } = read;
  return [formatIso(date), updated && formatIso(updated), isGuess, losses.map(({ what }) => what).join()];
};

describe('the dates of an item', () => {
  test.each([
    ['both times', {}, '2018-07-05T14:48:16+01:00', ''],
    ['an offset of half an hour', { dateGmt: '2018-07-05 09:18:16' }, '2018-07-05T14:48:16+05:30', ''],
    [
      'another day in GMT',
      { date: '2018-07-06 01:00:00', dateGmt: '2018-07-05 12:00:00' },
      '2018-07-06T01:00:00+13:00',
      '',
    ],
    ['west', { date: '2018-07-05 01:00:00', dateGmt: '2018-07-05 05:00:00' }, '2018-07-05T01:00:00-04:00', ''],
    ['no GMT', { dateGmt: none }, '2018-07-05T14:48:16+01:00', 'no time in GMT; offset taken from the time zone'],
    [
      'no GMT in winter',
      { date: '2018-01-05 14:48:16', dateGmt: '' },
      '2018-01-05T14:48:16+00:00',
      'no time in GMT; offset taken from the time zone',
    ],
    ['no local time', { date: none }, '2018-07-05T14:48:16+01:00', 'time only in GMT; offset taken from the time zone'],
    [
      'times that contradict each other',
      { date: '2018-07-09 14:48:16' },
      '2018-07-05T14:48:16+01:00',
      'times on the site and in GMT that contradict each other; offset taken from the time zone',
    ],
    ['a draft', { dateGmt: none, isDraft: true }, '2018-07-05T14:48:16+01:00', ''],
    [
      'only a change',
      { date: none, dateGmt: none, modified: '2019-01-01 10:00:00', modifiedGmt: '2019-01-01 10:00:00' },
      '2019-01-01T10:00:00+00:00',
      'no valid date; that of the last change taken',
    ],
    [
      'only a link',
      { date: none, dateGmt: '', link: '/2018/07/05/a/' },
      '2018-07-05T00:00:00+01:00',
      'no valid date; that of the link taken',
    ],
    [
      'a day that does not exist',
      { date: '2018-02-30 10:00:00', dateGmt: '', link: '/2018/03/a/' },
      '2018-03-01T00:00:00+00:00',
      'no valid date; that of the link taken',
    ],
  ])('%s', (_, given, date, what) => {
    expect(dates(given)).toEqual([date, undefined, false, what]);
  });

  test('are never those of the feed where there are others', () => {
    const pubDate = 'Wed, 21 Mar 2012 17:41:27 +0000';
    expect(dates({ pubDate })).toEqual(['2018-07-05T14:48:16+01:00', undefined, false, '']);
    expect(dates({ pubDate, dateGmt: none, isDraft: true })[0]).toBe('2018-07-05T14:48:16+01:00');
  });

  test.each([
    ['Wed, 21 Mar 2012 17:41:27 +0000', '2012-03-21T17:41:27+00:00'],
    ['Wed, 20 Jun 2012 23:41:27 +0000', '2012-06-21T00:41:27+01:00'],
    ['Wed, 21 Mar 2012 17:41:27 -0700', '2012-03-21T17:41:27-07:00'],
    ['21 Mar 12 17:41 GMT', '2012-03-21T17:41:00+00:00'],
    ['Wed, 3 Mar 99 7:41 EST', '1999-03-03T07:41:00-05:00'],
    ['Wed, 21 March 2012 17:41:27 UT', '2012-03-21T17:41:27+00:00'],
    [' Wed, 21 Mar 2012 17:41:27 +0530 (IST)\n', '2012-03-21T17:41:27+05:30'],
    ['Wed, 21 Mar 2012 17:41:27', '2012-03-21T17:41:27+00:00'],
  ])('without any of WordPress, the one in the feed counts: %j', (pubDate, expected) => {
    const given = { date: none, dateGmt: '', link: '/2018/07/05/a/', pubDate };
    const what = 'no date but that of the feed (pubDate), which is taken';
    expect(dates(given)).toEqual([expected, undefined, false, what]);
    const modified = '2020-01-01 10:00:00';
    expect(dates({ ...given, modified, modifiedGmt: modified })).toEqual([
      expected,
      '2020-01-01T10:00:00+00:00',
      false,
      what,
    ]);
  });

  test.each([
    '',
    'Wed, 30 Nov -0001 00:00:00 +0000',
    'Mon, 30 Nov -001 00:00:00 +0000',
    'Thu, 01 Jan 1970 00:00:00 +0000',
    'Thu, 30 Feb 2012 10:00:00 +0000',
    'Thu, 01 Foo 2012 10:00:00 +0000',
    'Thu, 01 Mar 2012 25:00:00 +0000',
    'soon',
  ])('without any, and with %j in the feed, it is a draft', (pubDate) => {
    expect(dates({ date: none, dateGmt: none, pubDate })).toEqual([
      '1970-01-02T00:00:00+00:00',
      undefined,
      true,
      'no date at all: imported as a draft of 1970-01-02',
    ]);
  });

  test('are not missed where none is needed', () => {
    const offsetAt = createOffsetFinder([], 'Europe/London');
    const { isGuess, losses } = readDates({ ...head, date: none, dateGmt: none }, offsetAt, false);
    expect({ isGuess, losses }).toEqual({ isGuess: false, losses: [] });
  });

  test.each([
    ['2018-07-05 14:48:17', '2018-07-05 13:48:17', '2018-07-05T14:48:17+01:00'],
    ['2018-07-05 14:48:16', '2018-07-05 13:48:16', undefined],
    ['2018-07-01 10:00:00', '2018-07-01 09:00:00', undefined],
    ['2019-01-01 10:00:00', none, '2019-01-01T10:00:00+00:00'],
    [none, none, undefined],
    ['', '', undefined],
  ])('a change at %s is told if it is later', (modified, modifiedGmt, expected) => {
    expect(dates({ modified, modifiedGmt })[1]).toBe(expected);
  });
});

test('without a time zone, the offset is that of the item nearest in time', () => {
  const pair = (date: string, dateGmt: string) => ({ ...head, date, dateGmt });
  const finder = createOffsetFinder(
    [
      pair('2018-07-05 14:00:00', '2018-07-05 13:00:00'),
      pair('2018-01-05 14:00:00', '2018-01-05 14:00:00'),
      pair('2018-01-05 14:00:00', none),
    ],
    undefined,
  );
  const offsets = ['2017-01-01', '2018-02-01', '2018-06-01', '2030-01-01'].map((day) => finder(Date.parse(day)));
  expect(offsets).toEqual([0, 0, 60, 60]);
  expect(createOffsetFinder([], undefined)(0)).toBe(0);
});
