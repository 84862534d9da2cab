/** Times and time zones in phrases: `at 9am`, `14:30`, `UTC`, `Europe/London`. Everything is in lower case. */
import { isTimeZone, offsetAt, parseOffset, zoneOffset } from '../../post/fields/date.ts';
import type { Local } from './days.ts';

/** An IANA name, or minutes east of UTC. */
export type Zone = string | number;

/** A time of day. */
export interface Clock {
  /** From midnight, in ms. */
  time: number;
  precision: 'minute' | 'second';
}

const time = String.raw`\d{1,2}(?:[:.]\d\d)? ?(?:[ap]m|[ap]\.m\.)|\d{1,2}:\d\d(?::\d\d)?|noon|midday`;
const timeLast = new RegExp(`^(?:(?!at )(.*?),? )?(?:at )?(${time})$`);
const timeFirst = new RegExp(`^(?:at )?(${time}),? (?:on )?(.+)$`);

/** The text without the time at its end or beginning, and that time; undefined for a time that does not exist. */
export function splitTime(text: string): { rest: string; clock?: Clock } | undefined {
  const [, before = '', last] = timeLast.exec(text) ?? [];
  const [, first, after = ''] = timeFirst.exec(text) ?? [];
  const written = last ?? first;
  if (written === undefined) return { rest: text };
  const clock = readTime(written);
  return clock && { rest: last === undefined ? after : before, clock };
}

function readTime(text: string): Clock | undefined {
  if (text === 'noon' || text === 'midday') return { time: 12 * 3_600_000, precision: 'minute' };
  const [, hour = '', minute = '0', second, half] =
    /^(\d+)(?:[:.](\d\d))?(?::(\d\d))?(?: ?([ap])\.?m\.?)?$/.exec(text) ?? [];
  const isTwelveHour = half !== undefined;
  const hours = isTwelveHour ? (Number(hour) % 12) + (half === 'p' ? 12 : 0) : Number(hour);
  const exists = isTwelveHour ? Number(hour) >= 1 && Number(hour) <= 12 : hours < 24;
  if (!exists || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined;
  const seconds = hours * 3600 + Number(minute) * 60 + Number(second ?? 0);
  return { time: seconds * 1000, precision: second === undefined ? 'minute' : 'second' };
}

/** The text without the time zone that it names at its end, or after a time, and that zone. */
export function splitZone(text: string): { rest: string; zone?: Zone } {
  const spaced = text.replace(/(:\d\d)(z|[+-]\d\d:?\d\d)$/, '$1 $2');
  const [, before = '', last = ''] = /^(.*) (\S+)$/.exec(spaced) ?? ['', '', spaced];
  const zone = readZone(last, /(?::\d\d|m\.?)$/.test(before));
  if (zone !== undefined) return { rest: before, zone };
  const [, start = '', name = '', rest = ''] =
    new RegExp(`^((?:at )?(?:${time}),?) (\\S+?)(,? .+)$`).exec(spaced) ?? [];
  const inner = readZone(name, true);
  return inner === undefined ? { rest: text } : { rest: start + rest, zone: inner };
}

/** The zone that a word names. Without a time before it, `+0100` or `-2024` is none. */
function readZone(word: string, isAfterTime: boolean): Zone | undefined {
  if (word === 'bst') return 60;
  if (/^(?:z|utc|gmt)$/.test(word) || /^(?:utc|gmt)[+-]/.test(word)) return parseOffset(word);
  if (/^[+-]\d\d:\d\d$/.test(word) || (isAfterTime && /^[+-]\d{4}$/.test(word))) return parseOffset(word);
  return /^[a-z_]+(?:\/[a-z\d_+-]+)+$/.test(word) && isTimeZone(word) ? word : undefined;
}

/** The local time in a zone at an instant. */
export function toLocal(instant: number, zone: Zone): Local {
  return instant + offsetOf(instant, zone) * 60_000;
}

/** The instant of a local time in a zone. */
export function toInstant(local: Local, zone: Zone): number {
  return local - (typeof zone === 'number' ? zone : zoneOffset(local, zone)) * 60_000;
}

/** The offset of a zone at an instant, in minutes. */
export function offsetOf(instant: number, zone: Zone): number {
  return typeof zone === 'number' ? zone : offsetAt(instant, zone);
}
