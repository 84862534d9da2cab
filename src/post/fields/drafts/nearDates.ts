/** Dates under names that are not read, but plainly say from when, or until when, readers may see the post. */
import type { Fault } from '../../../diagnostic.ts';
import type { Mapping } from '../../frontmatter/mapping.ts';
import { isTypo } from '../../nearest.ts';
import { abridge } from '../../text.ts';
import { type PostDate, parseDate } from '../date.ts';
import { inferDate } from '../dates/dateHint.ts';
import type { FieldReading, Fields } from '../fields.ts';
import { isKnownField, keyNamed, namesOf } from '../names.ts';
import { wordsOfKey } from './keyWords.ts';

/** With “until” they say when that ends. */
const shownWords = ['publish', 'published', 'live', 'golive', 'available', 'visible', 'show', 'shown'];
const fromWords = ['embargo', 'embargoed', 'publication', 'scheduled', ...shownWords];
const untilWords = ['expire', 'expires', 'expired', 'expiry', 'expiration', 'unpublish'];
/** Words beside those that do not change what they say. */
const fillers = ['date', 'datetime', 'time', 'on', 'at', 'from', 'until', 'for', 'after', 'is', 'post', 'go'];

/** A quick look at a key; one with a typo begins as its field does. */
const maybe = /^[eup]|embargo|publ|sched|expir|live|avail|visib|show|release/i;

/** The name of the field whose date a key gives in other words, or with a typo. */
function nameFor(key: string): 'publishDate' | 'expires' | undefined {
  const all = wordsOfKey(key);
  const [word = '', ...others] = all.filter((one) => !fillers.includes(one));
  if (others.length === 0 && shownWords.includes(word) && all.includes('until')) return 'expires';
  // The `release_date` of a film is another date.
  if (all.length === 1 && word === 'release') return 'publishDate';
  if (others.length === 0 && fromWords.includes(word)) return 'publishDate';
  if (others.length === 0 && untilWords.includes(word)) return 'expires';
  // What is nearly `date` may be anything.
  if (namesOf('date').some((name) => name !== 'date' && isTypo(key, name))) return 'publishDate';
  return namesOf('expires').some((name) => isTypo(key, name)) ? 'expires' : undefined;
}

/**
 * Adds to a post of a date what other fields that nobody else knows say, so that in doubt nothing is public too early or too
 * long. The faults of their names.
 */
export function addNearDates(
  fields: Pick<Fields, 'heldUntil' | 'expires'>,
  { data, unknown }: { data: Mapping } & Pick<FieldReading, 'unknown'>,
  date: PostDate,
  timeZone: string,
  extraFields: readonly string[],
): Fault[] {
  const isGiven = fields.expires !== undefined;
  const faults: Fault[] = [];
  for (const key of unknown) {
    const value = data[key];
    if (typeof value !== 'string' || !maybe.test(key) || !/\d{4}/.test(value) || isKnownField(key, extraFields))
      continue;
    const name = nameFor(key);
    const near = name && (parseDate(value, timeZone) ?? parseDate(inferDate(value) ?? '', timeZone));
    if (!name || !near) continue;
    if (name === 'expires' ? isGiven : near.instant <= (fields.heldUntil ?? date).instant) continue;
    if (name === 'expires') fields.expires = near;
    else fields.heldUntil = near;
    const other = keyNamed(data, name);
    faults.push({
      rule: 'draft-unclear',
      level: 'warn',
      message: `unknown field “${abridge(key)}” counts as “${name}”: ${effects[name]}`,
      hint: other === undefined ? `write ${name}: ${near.text}` : `remove it, and correct ${other}`,
      place: { path: [key], on: 'key' },
    });
  }
  return faults;
}

const effects = { publishDate: 'the post is held back until then', expires: 'the post expires then' } as const;
