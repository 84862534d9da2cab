import { describe, expect, test } from '@jest/globals';
import { type Choices, type Period, parsePeriod } from '../../../src/blog/period/period.ts';
import { offsetAt } from '../../../src/post/fields/date.ts';
import { runs } from '../../support/effort.ts';
import fc from '../../support/fastCheck.ts';
import { phrases } from './phrases.ts';

/** A Wednesday. */
const now = Date.parse('2024-05-15T10:30:20.500Z');
const iso = (moment: number): string => new Date(moment).toISOString();

/** The first and last moments in UTC. */
function bounds(text: string, timeZone = 'UTC', at = now): string[] | undefined {
  const period = parsePeriod(text, at, timeZone);
  return period && 'first' in period ? [iso(period.first), iso(period.last)] : undefined;
}

describe('moments', () => {
  test.each<[string, string, string]>([
    ['now', '2024-05-15T10:30:20.500Z', '2024-05-15T10:30:20.500Z'],
    ['now UTC', '2024-05-15T10:30:20.500Z', '2024-05-15T10:30:20.500Z'],
    ['2 hours ago', '2024-05-15T08:30:00.000Z', '2024-05-15T08:30:59.999Z'],
    ['an hour ago', '2024-05-15T09:30:00.000Z', '2024-05-15T09:30:59.999Z'],
    ['five minutes from now', '2024-05-15T10:35:00.000Z', '2024-05-15T10:35:59.999Z'],
    ['last 24 hours', '2024-05-14T10:30:20.500Z', '2024-05-15T10:30:20.500Z'],
    ['the past hour', '2024-05-15T09:30:20.500Z', '2024-05-15T10:30:20.500Z'],
    ['2024-05-14T10:00:05.250Z', '2024-05-14T10:00:05.250Z', '2024-05-14T10:00:05.250Z'],
    ['0099', '0099-01-01T00:00:00.000Z', '0099-12-31T23:59:59.999Z'],
    ['0001-01-01', '0001-01-01T00:00:00.000Z', '0001-01-01T23:59:59.999Z'],
    ['9999', '9999-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'],
    ['2023 years ago', '0001-05-15T00:00:00.000Z', '0001-05-15T23:59:59.999Z'],
  ])('%s', (text, first, last) => {
    expect(bounds(text)).toEqual([first, last]);
  });

  test('years beyond four digits are none', () => {
    expect(['2024 years ago', 'in 7976 years', 'last 2024 years'].map((text) => parsePeriod(text, now, 'UTC'))).toEqual(
      [undefined, undefined, undefined],
    );
  });
});

describe('where the clocks change', () => {
  test.each<[string, string, string, string]>([
    ['2024-03-31', 'Europe/London', '2024-03-31T00:00:00.000Z', '2024-03-31T22:59:59.999Z'],
    ['2024-10-27', 'Europe/London', '2024-10-26T23:00:00.000Z', '2024-10-27T23:59:59.999Z'],
    ['March 2024', 'Europe/London', '2024-03-01T00:00:00.000Z', '2024-03-31T22:59:59.999Z'],
    ['7 April 2024', 'Pacific/Auckland', '2024-04-06T11:00:00.000Z', '2024-04-07T11:59:59.999Z'],
    ['29 September 2024', 'Pacific/Auckland', '2024-09-28T12:00:00.000Z', '2024-09-29T10:59:59.999Z'],
    // Midnight is skipped, or comes twice, or is at half past.
    ['4 November 2018', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z', '2018-11-05T01:59:59.999Z'],
    ['17 February 2018', 'America/Sao_Paulo', '2018-02-17T02:00:00.000Z', '2018-02-18T02:59:59.999Z'],
    ['3 November 2024', 'America/Havana', '2024-11-03T04:00:00.000Z', '2024-11-04T04:59:59.999Z'],
    ['5 July 2018', 'Asia/Kolkata', '2018-07-04T18:30:00.000Z', '2018-07-05T18:29:59.999Z'],
    // A time that is skipped is read with the offset before; of one that comes twice, the first counts.
    ['31 March 2024 01:30', 'Europe/London', '2024-03-31T01:30:00.000Z', '2024-03-31T01:30:59.999Z'],
    ['27 October 2024 01:30', 'Europe/London', '2024-10-27T00:30:00.000Z', '2024-10-27T00:30:59.999Z'],
  ])('%s in %s', (text, timeZone, first, last) => {
    expect(bounds(text, timeZone)).toEqual([first, last]);
  });

  test.each<[string, string, string, string, string]>([
    // Monday, the day after the change: yesterday had 23 hours, and 25 in October.
    ['yesterday', 'Europe/London', '2024-04-01T08:00:00Z', '2024-03-31T00:00:00.000Z', '2024-03-31T22:59:59.999Z'],
    ['last week', 'Europe/London', '2024-04-01T08:00:00Z', '2024-03-25T00:00:00.000Z', '2024-03-31T22:59:59.999Z'],
    ['yesterday', 'Europe/London', '2024-10-28T08:00:00Z', '2024-10-26T23:00:00.000Z', '2024-10-27T23:59:59.999Z'],
    ['a week ago', 'Europe/London', '2024-10-28T00:10:00Z', '2024-10-20T23:00:00.000Z', '2024-10-21T22:59:59.999Z'],
    ['today', 'Pacific/Auckland', '2024-12-30T11:30:00Z', '2024-12-30T11:00:00.000Z', '2024-12-31T10:59:59.999Z'],
    ['next year', 'Pacific/Auckland', '2024-12-31T10:59:00Z', '2024-12-31T11:00:00.000Z', '2025-12-31T10:59:59.999Z'],
    ['this year', 'Pacific/Auckland', '2024-12-31T11:00:00Z', '2024-12-31T11:00:00.000Z', '2025-12-31T10:59:59.999Z'],
    ['a month ago', 'UTC', '2024-03-31T08:00:00Z', '2024-02-29T00:00:00.000Z', '2024-02-29T23:59:59.999Z'],
    ['a year ago', 'UTC', '2024-02-29T08:00:00Z', '2023-02-28T00:00:00.000Z', '2023-02-28T23:59:59.999Z'],
    ['29 Feb', 'UTC', '2103-06-01T08:00:00Z', '2096-02-29T00:00:00.000Z', '2096-02-29T23:59:59.999Z'],
  ])('%s in %s at %s', (text, timeZone, at, first, last) => {
    expect(bounds(text, timeZone, Date.parse(at))).toEqual([first, last]);
  });
});

describe('looking neither back nor ahead', () => {
  test.each<[string, string | string[] | undefined]>([
    ['now', '2024-05-15T11:30:20+01:00'],
    ['today', '2024-05-15'],
    ['tomorrow', '2024-05-16'],
    ['tomorrow at 9am', '2024-05-16T09:00:00+01:00'],
    ['9am tomorrow', '2024-05-16T09:00:00+01:00'],
    ['14:30', '2024-05-15T14:30:00+01:00'],
    ['in 2 hours', '2024-05-15T13:30:00+01:00'],
    ['in 3 weeks', '2024-06-05'],
    ['5 July 2018', '2018-07-05'],
    ['5 July 2018 at 14:30', '2018-07-05T14:30:00+01:00'],
    ['Thu, 05 Jul 2018 14:48:16 +0100', '2018-07-05T14:48:16+01:00'],
    ['1 December 2024 9am', '2024-12-01T09:00:00+00:00'],
    ['24 May 2026 9am America/New_York', '2026-05-24T09:00:00-04:00'],
    // A day elsewhere does not begin with the site's.
    ['tomorrow Asia/Tokyo', '2024-05-16T00:00:00+09:00'],
    ['last friday', '2024-05-10'],
    ['this friday', '2024-05-17'],
    ['friday next week', '2024-05-24'],
    ['next wednesday', '2024-05-22'],
    ['Friday 24 May', '2024-05-24'],
    ['friday', ['2024-05-10', '2024-05-17']],
    ['wednesday', ['2024-05-15', '2024-05-22']],
    ['this monday', ['2024-05-13', '2024-05-20']],
    ['next friday', ['2024-05-17', '2024-05-24']],
    ['friday at 9am', ['2024-05-10T09:00:00+01:00', '2024-05-17T09:00:00+01:00']],
    ['24 May', ['2023-05-24', '2024-05-24']],
    ['5 December', ['2023-12-05', '2024-12-05']],
    // These name more than a day.
    ['May 2024', undefined],
    ['2024', undefined],
    ['last week', undefined],
    ['last 3 weeks', undefined],
    ['last 24 hours', undefined],
  ])('%s', (text, expected) => {
    const period = parsePeriod(text, now, 'Europe/London', 'either way') as Partial<Period & Choices>;
    expect(period.choices ?? period.date).toEqual(expected);
  });
});

test('nothing is left over: a phrase with one more word is refused', () => {
  const read = phrases.flatMap((phrase) => {
    const words = phrase.trim().split(/\s+/);
    return [...words, ''].flatMap((_, at) => {
      const more = ['zz', 'not', '7.5', 'ish', '(?)'].map((word) => words.toSpliced(at, 0, word).join(' '));
      return more.filter((text) => parsePeriod(text, now, 'Europe/London') !== undefined);
    });
  });
  expect(phrases.length).toBeGreaterThan(240);
  expect(read).toEqual([]);
});

test('the choices of a phrase are certain', () => {
  for (const phrase of phrases) {
    const read = parsePeriod(phrase, now, 'Europe/London', 'either way');
    for (const choice of read && 'choices' in read ? read.choices : []) {
      expect(parsePeriod(choice, now, 'Europe/London', 'either way')).toHaveProperty('first');
    }
  }
});

test('words in any order are read as a period, as choices or not at all', () => {
  const words = [...new Set(phrases.flatMap((phrase) => phrase.trim().split(/\s+/)))];
  const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }).map((some) => some.join(' '));
  fc.assert(
    fc.property(text, (some) => {
      const read = parsePeriod(some, now, 'Europe/London');
      if (read && 'first' in read) expect(read.first).toBeLessThanOrEqual(read.last);
      else if (read)
        expect(read.choices.map((choice) => parsePeriod(choice, now, 'Europe/London'))).not.toContain(undefined);
    }),
    runs(5000),
  );
});

test('a long text is refused at once', () => {
  for (const part of ['1', '9:', 'a ', '+', 'today ', 'at 9am ', 'last ', 'europe/']) {
    expect(parsePeriod(part.repeat(50_000), now, 'UTC')).toBeUndefined();
  }
});

test('a day has 23 to 25 hours, and follows the one before, in every zone and whatever the time', () => {
  for (const timeZone of ['Europe/London', 'America/Los_Angeles', 'Pacific/Auckland', 'Australia/Lord_Howe', 'UTC']) {
    let before: number | undefined;
    for (let hour = 0; hour < 366; hour++) {
      const at =
        Date.UTC(2024, 0, 1, 12) +
        hour * 86_400_000 -
        offsetAt(Date.UTC(2024, 0, 1) + hour * 86_400_000, timeZone) * 60_000;
      const today = parsePeriod('today', at, timeZone) as Period;
      if (before !== undefined) expect(today.first).toBe(before + 1);
      expect((today.last + 1 - today.first) / 3_600_000).toBeGreaterThanOrEqual(23);
      before = today.last;
    }
  }
});
