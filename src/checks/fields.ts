/** Checks the fields of one post, apart from their types, which are checked where they are read. */
import { type Config, createCategoryFinder } from '../blog/config/config.ts';
import type { Fault, RuleId } from '../diagnostic.ts';
import { dayOf } from '../post/fields/date.ts';
import type { Fields } from '../post/fields/fields.ts';
import { type FieldName, fieldOf, isDateKey } from '../post/fields/names.ts';
import { readFileName } from '../post/fields/slug.ts';
import type { Mapping } from '../post/frontmatter/mapping.ts';
import { listOf } from '../post/frontmatter/yamlText.ts';
import { type PostReading, publicFrom } from '../post/post.ts';
import { abridge, codePoints } from '../post/text.ts';
import { checkFieldText } from './fieldText.ts';
import { copyMark } from './names/copyName.ts';
import { type UnknownField, unknownFields } from './unknownFields.ts';

/** The recommended length of a title, in characters. */
export const longestTitle = 120;
/** The recommended length of a summary, in characters. */
export const longestSummary = 500;
const year = 365.25 * 86_400_000;

/**
 * All faults of a post’s fields that reading them has not found already. `now` is in ms; categories are expected if the
 * config lists them or other posts have some; a translation shares its file name with others, which have dates of their own.
 */
export function checkFields(
  reading: PostReading,
  context: {
    config: Pick<Config, 'extraFields'>;
    now: number;
    expected: readonly ExpectedField[];
    sharesName?: boolean;
  },
): Fault[] {
  const { config, now, expected, sharesName } = context;
  const { data, fields, keys } = reading;
  if (!data || !fields || !keys) return [];
  const at: At = (name) => ({ path: [keys[name] ?? name] });
  const unknown = unknownFields(reading, config.extraFields);
  return [
    ...unknown.map(({ fault }) => fault),
    ...checkDates(fields, data, sharesName ? undefined : readFileName(reading.path ?? reading.file).day, now, at),
    ...checkName(reading),
    ...checkLengths(fields, at),
    ...checkFieldText(reading),
    ...checkPresence(reading, unknown, expected),
  ];
}

type At = (name: FieldName) => Fault['place'];

/** `day` is that of the file name. */
function checkDates(fields: Fields, data: Mapping, day: string | undefined, now: number, at: At): Fault[] {
  const { date, updated, expires } = fields;
  const faults: Fault[] = [];
  if (!date) return faults;
  if (day !== undefined && day !== dayOf(date)) {
    const message = `date is ${dayOf(date)}, but the file name says ${day}`;
    const hint = 'rename the file, or correct the date';
    faults.push({ rule: 'date-filename-mismatch', message, hint, place: at('date') });
  }
  const from = publicFrom({ ...fields, date });
  if (from.instant > now + year) {
    const key = keyWith(data, from.text, isDateKey);
    const message = `date is more than a year in the future: the post is hidden until ${dayOf(from)}`;
    const place = key === undefined ? at('date') : { path: [key] };
    faults.push({ rule: 'date-future', message, hint: 'check the year', place });
  }
  // By whole days: a day without a time begins at 00:00, before a post of that morning.
  if (updated && updated.instant < date.instant && dayOf(updated) < dayOf(date)) {
    const message = `updated (${dayOf(updated)}) is before date (${dayOf(date)})`;
    const hint = 'correct one of them, or remove updated';
    faults.push({ rule: 'updated-before-date', message, hint, place: at('updated') });
  }
  if (expires && expires.instant <= from.instant) {
    const key = keyWith(data, expires.text, (name) => !isDateKey(name) && fieldOf(name) !== 'updated');
    const message = `expires (${expires.text}) is not after ${from.text}, when the post is published: nobody will see it`;
    const hint = 'correct one of them, or remove expires';
    faults.push({
      rule: 'expires-before-date',
      message,
      hint,
      place: key === undefined ? at('expires') : { path: [key] },
    });
  }
  return faults;
}

/** The key of a date, which may be one that only counts as its field: by its text. */
function keyWith(data: Mapping, text: string, isOne: (name: string) => boolean): string | undefined {
  return Object.keys(data).find((name) => isOne(name) && String(data[name]).trim() === text);
}

function checkName({ path, file }: PostReading): Fault[] {
  const own = path ?? file;
  const mark = copyMark(readFileName(own).slug);
  if (mark === undefined) return [];
  const what = own.includes(`${mark}/`) ? 'folder' : 'file';
  const message = `${what} name has “${mark}”, so it may be a copy of a post`;
  const hint = 'compare it with the original and delete one, or rename it if it is another post';
  return [{ rule: 'file-copy', message, hint, place: { line: 1, column: 1 } }];
}

function checkLengths(fields: Fields, at: At): Fault[] {
  const tooLong = (name: 'title' | 'summary', rule: RuleId, most: number, hint: string): Fault[] => {
    const length = codePoints(fields[name] ?? '');
    if (length <= most) return [];
    const message = `${name} has ${length} characters (recommended: at most ${most})`;
    return [{ rule, message, hint, place: at(name) }];
  };
  return [
    ...tooLong('title', 'title-too-long', longestTitle, 'shorten it, and move the rest to the summary'),
    ...tooLong('summary', 'summary-too-long', longestSummary, 'shorten it to one or two sentences'),
  ];
}

/** A field whose absence is reported, since the blog’s other posts, or its config, make it usual. */
export interface ExpectedField {
  name: 'authors' | 'summary' | 'categories';
  /** What to write, as a line of front matter. */
  example: string;
}

function isGiven(name: ExpectedField['name'], keys: NonNullable<PostReading['keys']>): boolean {
  return keys[name] !== undefined || (name === 'authors' && keys.byline !== undefined);
}

/** The fields that posts are expected to have: those that the config asks for, and those that at least half of them have. */
export function expectedFields(
  readings: readonly PostReading[],
  { categories, rules }: Pick<Config, 'categories' | 'rules'>,
): ExpectedField[] {
  const read = readings.flatMap(({ keys }) => (keys ? [keys] : []));
  const fields: ExpectedField[] = [
    { name: 'authors', example: 'authors: Ada Example (student)' },
    { name: 'summary', example: 'summary: "What happened, and why it matters."' },
    { name: 'categories', example: `categories: ${listOf([usualCategory(readings, categories)])}` },
  ];
  return fields.filter(({ name }) => {
    if (rules[`${name}-missing`] !== undefined || (name === 'categories' && categories !== undefined)) return true;
    return read.length > 0 && read.filter((keys) => isGiven(name, keys)).length * 2 >= read.length;
  });
}

/** The category that most posts have, of those that they may have. */
function usualCategory(readings: readonly PostReading[], categories: Config['categories']): string {
  const find = createCategoryFinder(categories);
  const counts = new Map((categories ?? []).map(({ name }): [string, number] => [name, 0]));
  for (const { fields } of readings) {
    for (const written of fields?.categories ?? []) {
      const name = categories ? find(written)?.name : written;
      if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const [first] = [...counts].sort(([, one], [, other]) => other - one);
  return first?.[0] ?? 'Announcements';
}

/** Faults of fields that a post should have. The place is a misspelt or empty field if there is one. */
function checkPresence(
  { data, fields, keys, source }: PostReading,
  unknown: readonly UnknownField[],
  expected: readonly ExpectedField[],
): Fault[] {
  const missing = ({ name, example }: ExpectedField): Fault => {
    const rule = `${name}-missing` as const;
    const typo = unknown.find(({ meant = '' }) => fieldOf(meant) === name);
    if (typo) {
      const message = `${typo.fault.message}; did you mean “${typo.meant}”?`;
      return { ...typo.fault, rule, message, hint: `write ${typo.meant}: instead of ${abridge(typo.key)}:` };
    }
    const key = Object.keys(data ?? {}).find((one) => fieldOf(one) === name && data?.[one] !== false);
    if (key === undefined) {
      const hint = `add a line such as ${example}`;
      return { rule, message: `post has no ${name}`, hint, place: { line: 1, column: 1 } };
    }
    return { rule, message: `${key} is empty`, hint: `write, for example, ${example}`, place: { path: [key] } };
  };
  // What a comment took is reported with the comment.
  const isCommented = (name: string): boolean =>
    [...(source?.yaml ?? '').matchAll(/^([a-z]\w*):[ \t]+#[^\s#]/gim)].some(([, key = '']) => fieldOf(key) === name);
  const faults = expected.filter(({ name }) => keys && !isGiven(name, keys) && !isCommented(name)).map(missing);
  if (!keys?.id && fields?.id === undefined) {
    const hint = 'create posts with “blog new”, which adds one; feeds know older posts by their URL';
    faults.push({ rule: 'id-missing', message: 'post has no id', hint, place: { line: 1, column: 1 } });
  }
  return faults;
}
