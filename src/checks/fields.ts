/** Checks the fields of one post, apart from their types, which are checked where they are read. */
import type { Config } from '../blog/config/config.ts';
import type { Fault, RuleId } from '../diagnostic.ts';
import { dayOf } from '../post/fields/date.ts';
import { isDraftField, nearDraftSign } from '../post/fields/draftWords.ts';
import type { Fields } from '../post/fields/fields.ts';
import { allFieldNames, type FieldName, fieldOf, isDateKey, isKnownField, keyNamed } from '../post/fields/names.ts';
import { readFileName } from '../post/fields/slug.ts';
import type { Mapping } from '../post/frontmatter/mapping.ts';
import { inferFieldNames } from '../post/misspelt.ts';
import { nearest, suggest } from '../post/nearest.ts';
import { type PostReading, publicFrom } from '../post/post.ts';
import { abridge, codePoints } from '../post/text.ts';
import { checkFieldText } from './fieldText.ts';

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
  context: { config: Pick<Config, 'extraFields'>; now: number; categoriesExpected: boolean; sharesName?: boolean },
): Fault[] {
  const { config, now, categoriesExpected, sharesName } = context;
  const { data, fields, keys } = reading;
  if (!data || !fields || !keys) return [];
  const at: At = (name) => ({ path: [keys[name] ?? name] });
  const unknown = unknownFields(data, config.extraFields);
  return [
    ...unknown.map(({ fault }) => fault),
    ...checkDates(fields, data, sharesName ? undefined : readFileName(reading.path ?? reading.file).day, now, at),
    ...checkLengths(fields, at),
    ...checkFieldText(reading),
    ...checkPresence(reading, unknown, categoriesExpected),
  ];
}

type At = (name: FieldName) => Fault['place'];

type UnknownField = ReturnType<typeof unknownFields>[number];

/** The unknown fields with their faults, and the name that was meant if it can be no other. */
function unknownFields(data: Mapping, extraFields: readonly string[]) {
  // Those that may be meant to make the post a draft were reported where they were read.
  const unknown = Object.keys(data).filter(
    (key) => !isKnownField(key, extraFields) && nearDraftSign(key, data, extraFields) === undefined,
  );
  if (unknown.length === 0) return [];
  const meaningOf = inferFieldNames(data, extraFields);
  // No value left here could be a sign of a draft.
  const isPublic = (name: string | undefined): boolean => name === undefined || !isDraftField(fieldOf(name));
  const candidates = [...allFieldNames().filter(isPublic), ...extraFields];
  return unknown.map((key) => {
    const meant = nearest(key, candidates);
    const used = meant !== undefined && keyNamed(data, meant) !== undefined;
    const hint = meant === undefined || used ? 'remove it, or add it to extra_fields in the config' : suggest(meant);
    const inferred = meaningOf(key);
    const correction = isPublic(inferred) ? inferred : undefined;
    const fault: Fault = {
      rule: 'field-unknown',
      message: `unknown field “${abridge(key)}”`,
      hint,
      place: { path: [key], on: 'key' },
      ...(correction !== undefined && { correction: { key: correction } }),
    };
    return { key, meant: correction, fault };
  });
}

/** `day` is that of the file name. */
function checkDates(fields: Fields, data: Mapping, day: string | undefined, now: number, at: At): Fault[] {
  const { date, updated } = fields;
  const faults: Fault[] = [];
  if (!date) return faults;
  if (day !== undefined && day !== dayOf(date)) {
    const message = `date is ${dayOf(date)}, but the file name says ${day}`;
    const hint = 'rename the file, or correct the date';
    faults.push({ rule: 'date-filename-mismatch', message, hint, place: at('date') });
  }
  const from = publicFrom({ ...fields, date });
  if (from.instant > now + year) {
    const key = Object.keys(data).find((name) => isDateKey(name) && String(data[name]).trim() === from.text);
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
  return faults;
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

/** Faults of fields that a post should have. The place is a misspelt or empty field if there is one. */
function checkPresence(
  { data, fields, keys }: PostReading,
  unknown: readonly UnknownField[],
  categoriesExpected: boolean,
): Fault[] {
  const missing = (name: 'authors' | 'summary' | 'categories', example: string): Fault => {
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
  const faults: Fault[] = [];
  if (!keys?.authors && !keys?.byline) faults.push(missing('authors', 'authors: Ada Example (student)'));
  if (!keys?.summary) faults.push(missing('summary', 'summary: "What happened, and why it matters."'));
  if (categoriesExpected && !keys?.categories) faults.push(missing('categories', 'categories: [Announcements]'));
  if (!keys?.id && fields?.id === undefined) {
    const hint = 'create posts with “blog new”, which adds one; feeds know older posts by their URL';
    faults.push({ rule: 'id-missing', message: 'post has no id', hint, place: { line: 1, column: 1 } });
  }
  return faults;
}
