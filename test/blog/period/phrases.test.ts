/** What phrases name, from tables that were written from a calendar; and phrases that are not surely understood. */
import { describe, expect, test } from '@jest/globals';
import { parsePeriod } from '../../../src/blog/period/period.ts';
import { rows } from './phrases.ts';
import refused from './refused.ts';

/** The middle of a week; Sunday 23:30 in UTC; and the last evening of a year, which is over in UTC. */
const times = [
  { title: 'on a Wednesday in London', now: '2024-05-15T10:30:00Z', timeZone: 'Europe/London' },
  { title: 'after midnight on a Monday in London', now: '2024-05-19T23:30:00Z', timeZone: 'Europe/London' },
  { title: 'on 31 December in Los Angeles', now: '2025-01-01T04:00:00Z', timeZone: 'America/Los_Angeles' },
];

/** The first and the last moment of `2024-05-15+01` or of `2024-05-15T09:00+01`. */
function bounds(cell: string): [number, number] {
  const [, day = '', time = '', offset = ''] = /^(\d{4}-\d\d-\d\d)(?:T([\d:]+))?([+-]\d\d)$/.exec(cell) ?? [];
  const [from, to] =
    { 0: ['00:00:00', '23:59:59'], 5: [`${time}:00`, `${time}:59`], 8: [time, time] }[time.length] ?? [];
  return [Date.parse(`${day}T${from}.000${offset}:00`), Date.parse(`${day}T${to}.999${offset}:00`)];
}

function expected(cell: string): unknown {
  if (cell === 'refused') return undefined;
  if (cell.includes(' or ')) return { choices: cell.split(' or ') };
  const parts = cell.split(' ').map(bounds);
  return { first: parts[0]?.[0], last: parts.at(-1)?.[1] };
}

describe.each(times.map((time, index) => ({ ...time, index })))('$title', ({ index, now, timeZone }) => {
  const parse = (phrase: string): unknown => {
    const period = parsePeriod(phrase, Date.parse(now), timeZone);
    return period && 'first' in period ? { first: period.first, last: period.last } : period;
  };

  test.each(rows)('%s', (phrase, ...cells) => {
    expect(parse(phrase.slice(1, -1))).toEqual(expected(cells[index] ?? ''));
  });

  test.each(refused)('“%s” is refused', (phrase) => {
    expect(parse(phrase)).toBeUndefined();
  });
});

test('the tables are long enough', () => {
  expect(rows.length).toBeGreaterThan(240);
  expect(rows.every((row) => row.length === times.length + 1)).toBe(true);
  expect(refused.length).toBeGreaterThan(150);
});
