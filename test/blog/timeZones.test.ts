/** Names of time zones: those that are refused, and the zone that is meant. */
import { describe, expect, test } from '@jest/globals';
import { newTimeZoneProblem, timeZoneProblem } from '../../src/blog/config/timeZones.ts';
import { isTimeZone } from '../../src/post/fields/date.ts';

const meant = (name: string): string | undefined => /“(.*)”/.exec(newTimeZoneProblem(name) ?? 'none')?.[1];

describe('for a new blog, a zone of a place is suggested for', () => {
  test.each<[name: string, zone: string]>([
    ...['UK', 'uk', 'U.K.', 'GB', 'Great Britain', 'United Kingdom', 'England', 'Wales', 'Cymru', 'Scotland'].map(
      (name): [string, string] => [name, 'Europe/London'],
    ),
    ...['Northern Ireland', 'BST', 'GMT', 'London', 'Cardiff', 'GB-Eire', 'europe/londn', 'Europe-London'].map(
      (name): [string, string] => [name, 'Europe/London'],
    ),
    ['Ireland', 'Europe/Dublin'],
    ['Eire', 'Europe/Dublin'],
    ['CET', 'Europe/Paris'],
    ['CEST', 'Europe/Paris'],
    ['Germany', 'Europe/Berlin'],
    ['España', 'Europe/Madrid'],
    ['WET', 'Europe/Lisbon'],
    ['EET', 'Europe/Athens'],
    ['EST', 'America/New_York'],
    ['EDT', 'America/New_York'],
    ['PST', 'America/Los_Angeles'],
    ['New York', 'America/New_York'],
    ['new_york', 'America/New_York'],
    ['IST', 'Asia/Kolkata'],
    ['Japan', 'Asia/Tokyo'],
    ['Singapore', 'Asia/Singapore'],
    ['NZ', 'Pacific/Auckland'],
    ['Sydney', 'Australia/Sydney'],
    ['Zulu', 'UTC'],
    ['Z', 'UTC'],
  ])('%s: %s', (name, zone) => {
    expect(meant(name)).toBe(zone);
    expect(isTimeZone(zone)).toBe(true);
    expect(newTimeZoneProblem(zone)).toBeUndefined();
  });

  test.each(['+01:00', '-05', '+0100'])('%s is none, although Node 22 takes it', (name) => {
    expect(isTimeZone(name)).toBe(false);
    expect(timeZoneProblem(name)).toBe('must be a time zone such as Europe/London');
  });

  test.each(['nosuch-place', '', '+01:00', 'UTC+1', 'x', '\u001b'])('but none for %j', (name) => {
    expect(newTimeZoneProblem(name)).toBe('must be a time zone such as Europe/London');
  });
});

describe('a config may have', () => {
  test.each(['Europe/London', 'UTC', 'GMT', 'GB', 'EST', 'CET', 'US/Eastern', 'Etc/GMT+1'])('%s', (name) => {
    expect(timeZoneProblem(name)).toBeUndefined();
  });

  // The system’s BST is in Bangladesh.
  test.each(['UK', 'BST', 'IST', 'PST', 'Londn'])('but not %s', (name) => {
    expect(timeZoneProblem(name)).toMatch(/^must be a time zone such as Europe\/London; did you mean “\w+\/\w+”\?$/);
  });
});
