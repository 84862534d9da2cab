import { describe, expect, test } from '@jest/globals';
import { createOffsetFinder, readDates } from '../../../src/import/fields/dates.ts';
import { formatIso } from '../../../src/post/fields/date.ts';

const none = '0000-00-00 00:00:00';
const head = {
  date: '2018-07-05 14:48:16',
  dateGmt: '2018-07-05 13:48:16',
  modified: '',
  modifiedGmt: '',
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

  test('are never those of the feed: without any, it is a draft', () => {
    expect(dates({ date: none, dateGmt: none })).toEqual([
      '1970-01-02T00:00:00+00:00',
      undefined,
      true,
      'no date at all: imported as a draft of 1970-01-02',
    ]);
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
