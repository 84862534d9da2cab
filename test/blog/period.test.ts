import { describe, expect, test } from '@jest/globals';
import { parsePeriod } from '../../src/blog/period.ts';

/** A Wednesday. */
const now = Date.parse('2024-05-15T10:30:00Z');
const iso = (moment: number): string => new Date(moment).toISOString();

describe('parsePeriod', () => {
  test.each<[string, string, string]>([
    ['2024-05-14', '2024-05-14T00:00:00.000Z', '2024-05-14T23:59:59.999Z'],
    ['2024-02', '2024-02-01T00:00:00.000Z', '2024-02-29T23:59:59.999Z'],
    ['2023', '2023-01-01T00:00:00.000Z', '2023-12-31T23:59:59.999Z'],
    ['2024-05-14T10:00', '2024-05-14T10:00:00.000Z', '2024-05-14T10:00:59.999Z'],
    ['2024-05-14T10:00:05+02:00', '2024-05-14T08:00:05.000Z', '2024-05-14T08:00:05.999Z'],
    ['today', '2024-05-15T00:00:00.000Z', '2024-05-15T23:59:59.999Z'],
    ['Yesterday', '2024-05-14T00:00:00.000Z', '2024-05-14T23:59:59.999Z'],
    ['this week', '2024-05-13T00:00:00.000Z', '2024-05-19T23:59:59.999Z'],
    ['last week', '2024-05-06T00:00:00.000Z', '2024-05-12T23:59:59.999Z'],
    ['last month', '2024-04-01T00:00:00.000Z', '2024-04-30T23:59:59.999Z'],
    ['next month', '2024-06-01T00:00:00.000Z', '2024-06-30T23:59:59.999Z'],
    ['last  year', '2023-01-01T00:00:00.000Z', '2023-12-31T23:59:59.999Z'],
    ['monday', '2024-05-13T00:00:00.000Z', '2024-05-13T23:59:59.999Z'],
    ['wed', '2024-05-15T00:00:00.000Z', '2024-05-15T23:59:59.999Z'],
    ['last wednesday', '2024-05-08T00:00:00.000Z', '2024-05-08T23:59:59.999Z'],
    ['next wednesday', '2024-05-22T00:00:00.000Z', '2024-05-22T23:59:59.999Z'],
    ['thursday', '2024-05-09T00:00:00.000Z', '2024-05-09T23:59:59.999Z'],
    ['last 3 weeks', '2024-04-24T00:00:00.000Z', '2024-05-15T23:59:59.999Z'],
    ['past 2 days', '2024-05-13T00:00:00.000Z', '2024-05-15T23:59:59.999Z'],
    ['3 weeks ago', '2024-04-24T00:00:00.000Z', '2024-04-24T23:59:59.999Z'],
    ['two days ago', '2024-05-13T00:00:00.000Z', '2024-05-13T23:59:59.999Z'],
    ['3 months ago', '2024-02-15T00:00:00.000Z', '2024-02-15T23:59:59.999Z'],
    ['in 3 days', '2024-05-18T00:00:00.000Z', '2024-05-18T23:59:59.999Z'],
    ['5 March', '2024-03-05T00:00:00.000Z', '2024-03-05T23:59:59.999Z'],
    ['5 December', '2023-12-05T00:00:00.000Z', '2023-12-05T23:59:59.999Z'],
    ['January 2022', '2022-01-01T00:00:00.000Z', '2022-01-31T23:59:59.999Z'],
    ['march', '2024-03-01T00:00:00.000Z', '2024-03-31T23:59:59.999Z'],
    ['2 hours ago', '2024-05-15T08:30:00.000Z', '2024-05-15T08:30:59.999Z'],
  ])('%s', (text, first, last) => {
    const period = parsePeriod(text, now, 'UTC');
    expect(period && [iso(period.first), iso(period.last)]).toEqual([first, last]);
  });

  test.each(['', 'soon', 'mondey', '2024-13', '2024-02-30', 'the day that was', 'monday to friday', '31/12'])(
    '“%s” is none',
    (text) => {
      expect(parsePeriod(text, now, 'UTC')).toBeUndefined();
    },
  );

  test('days are those of the site’s zone, also where the clocks change', () => {
    const auckland = Date.parse('2024-05-15T13:00:00Z');
    expect(iso(parsePeriod('today', auckland, 'Pacific/Auckland')?.first ?? 0)).toBe('2024-05-15T12:00:00.000Z');
    const day = parsePeriod('2024-03-31', now, 'Europe/London');
    expect(day && [iso(day.first), iso(day.last)]).toEqual(['2024-03-31T00:00:00.000Z', '2024-03-31T22:59:59.999Z']);
  });
});
