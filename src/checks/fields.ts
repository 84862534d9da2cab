/** Rules about the fields of one post. Spec section 5, group “fields”; the types are judged where they are read. */

import type { Config } from '../blog/config/config.ts';
import type { Fault, RuleId } from '../diagnostic.ts';
import { dayOf } from '../post/fields/date.ts';
import type { Fields } from '../post/fields/fields.ts';
import { allFieldNames, type FieldName, fieldOf, isKnownField } from '../post/fields/names.ts';
import { readFileName } from '../post/fields/slug.ts';
import type { Mapping } from '../post/frontmatter/mapping.ts';
import { inferFieldNames } from '../post/misspelt.ts';
import { nearest } from '../post/nearest.ts';
import type { PostReading } from '../post/post.ts';
import { abridge, codePoints } from '../post/text.ts';
import { checkFieldText } from './fieldText.ts';

/** What the rules need to know beside the post. */
export interface FieldCheckContext {
  config: Pick<Config, 'extraFields'>;
  /** The clock, ms. */
  now: number;
  /** Whether a post without categories stands out: the config lists some, or other posts have them. */
  categoriesExpected: boolean;
}

/** Characters. */
export const longestTitle = 120;
export const longestSummary = 500;
const year = 365.25 * 86_400_000;

/** All faults of one post's fields that reading them did not find already. */
export function checkFields(reading: PostReading, context: FieldCheckContext): Fault[] {
  const { data, fields, keys } = reading;
  if (!data || !fields || !keys) return [];
  const at = (name: FieldName, ...rest: (string | number)[]): Fault['place'] => ({
    path: [keys[name] ?? name, ...rest],
  });
  const unknown = unknownFields(data, keys, context.config.extraFields);
  return [
    ...unknown.map(({ fault }) => fault),
    ...checkDates(fields, reading.file, context.now, at),
    ...checkLengths(fields, at),
    ...checkFieldText(reading),
    ...checkPresence(reading, unknown, context.categoriesExpected),
  ];
}

type At = (name: FieldName, ...rest: (string | number)[]) => Fault['place'];

/** A field that nobody reads, and the name that was meant. */
interface UnknownField {
  key: string;
  /** Only where it can be no other. */
  meant: string | undefined;
  fault: Fault;
}

/** Fields that nobody reads, with the one that was meant. A name that is only written otherwise is surely meant. */
function unknownFields(data: Mapping, keys: PostReading['keys'], extraFields: readonly string[]): UnknownField[] {
  const odd = Object.keys(data).filter((key) => !isKnownField(key, extraFields));
  if (odd.length === 0) return [];
  const meaningOf = inferFieldNames(data, extraFields);
  return odd.map((key) => {
    const meant = nearest(key, [...allFieldNames(), ...extraFields]);
    const used = meant !== undefined && Object.values(keys ?? {}).includes(meant);
    const hint =
      meant === undefined || used ? 'take it out, or name it in the config’s extra_fields' : `did you mean “${meant}”?`;
    const sure = meaningOf(key);
    const fault: Fault = {
      rule: 'field-unknown',
      message: `“${abridge(key)}” is not a field of posts`,
      hint,
      place: { path: [key], on: 'key' },
      ...(sure !== undefined && { correction: { key: sure } }),
    };
    return { key, meant: sure, fault };
  });
}

function checkDates(fields: Fields, file: string, now: number, at: At): Fault[] {
  const { date, updated } = fields;
  const faults: Fault[] = [];
  if (!date) return faults;
  const { day } = readFileName(file);
  if (day !== undefined && day !== dayOf(date)) {
    faults.push({
      rule: 'date-filename-mismatch',
      message: `the date is ${dayOf(date)}, and the file’s name says ${day}`,
      hint: 'rename the file, or mend the date',
      place: at('date'),
    });
  }
  if (date.instant > now + year) {
    faults.push({
      rule: 'date-future',
      message: `the date is more than a year ahead: until ${dayOf(date)} nobody will see the post`,
      hint: 'check the year',
      place: at('date'),
    });
  }
  if (updated && updated.instant < date.instant) {
    faults.push({
      rule: 'updated-before-date',
      message: `updated (${dayOf(updated)}) is before the date (${dayOf(date)})`,
      hint: 'mend one of them, or take updated out',
      place: at('updated'),
    });
  }
  return faults;
}

function checkLengths(fields: Fields, at: At): Fault[] {
  const tooLong = (name: 'title' | 'summary', rule: RuleId, most: number, hint: string): Fault[] => {
    const length = codePoints(fields[name] ?? '');
    if (length <= most) return [];
    return [
      {
        rule,
        message: `the ${name} has ${length} characters; ${most} is as much as reads well`,
        hint,
        place: at(name),
      },
    ];
  };
  return [
    ...tooLong('title', 'title-too-long', longestTitle, 'shorten it, and say the rest in the summary'),
    ...tooLong('summary', 'summary-too-long', longestSummary, 'keep it to one or two sentences'),
  ];
}

/** Fields that a post should have. One that is there under a misspelt name, or empty, is pointed at. */
function checkPresence(
  { data, fields, keys }: PostReading,
  unknown: readonly UnknownField[],
  categoriesExpected: boolean,
): Fault[] {
  const missing = (rule: RuleId, name: FieldName, example: string): Fault => {
    const message = `the post has no ${name}`;
    const slip = unknown.find(({ meant = '' }) => fieldOf(meant) === name);
    if (slip) {
      const { place, correction } = slip.fault;
      const written = abridge(slip.key);
      const meant = `; did you mean \`${slip.meant}\` by \`${written}\`?`;
      const hint = `write ${slip.meant}: instead of ${written}:`;
      return { rule, message: message + meant, hint, place, ...(correction && { correction }) };
    }
    const key = Object.keys(data ?? {}).find((one) => fieldOf(one) === name && data?.[one] !== false);
    if (key === undefined) return { rule, message, hint: `add a line like ${example}`, place: { line: 1, column: 1 } };
    return { rule, message: `${key} is empty`, hint: `make it a line like ${example}`, place: { path: [key] } };
  };
  const faults: Fault[] = [];
  if (!keys?.authors && !keys?.byline) {
    faults.push(missing('authors-missing', 'authors', 'authors: Ada Example (student)'));
  }
  if (!keys?.summary) faults.push(missing('summary-missing', 'summary', 'summary: "What one would like to read."'));
  if (categoriesExpected && !keys?.categories) {
    faults.push(missing('categories-missing', 'categories', 'categories: [Announcements]'));
  }
  if (!keys?.id && fields?.id === undefined) {
    faults.push({
      rule: 'id-missing',
      message: 'the post has no id',
      hint: '“blog new” gives one to every new post; an old post’s address is its identity',
      place: { line: 1, column: 1 },
    });
  }
  return faults;
}
