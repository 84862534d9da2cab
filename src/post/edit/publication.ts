/** A draft's text → the published post's, and back. */
import { type PostDate, parseDate } from '../fields/date.ts';
import { draftFields, draftKeysOf, isDraftField, readsAsBoolean, signOf, valueOfSign } from '../fields/draftWords.ts';
import { fieldOf, isDateKey, keyNamed } from '../fields/names.ts';
import { isAbsent } from '../fields/texts.ts';
import type { Mapping } from '../frontmatter/mapping.ts';
import type { PostReading } from '../post.ts';
import { insertField, removeField, setField } from './patch.ts';

type Keys = NonNullable<PostReading['keys']>;

/** The text with every sign of a draft reversed; undefined if that is impossible. */
export function publishText(text: string, data: Mapping): string | undefined {
  let after: string | undefined = text;
  for (const key of draftKeysOf(data)) {
    const field = fieldOf(key);
    if (!isDraftField(field) || isAbsent(data[key]) || after === undefined) continue;
    const sign = signOf(field, data[key]);
    // A word that only its author understands makes a draft, too; a list is not a word.
    const isWord = (field === 'status' || field === 'visibility') && typeof data[key] !== 'object';
    const isDraft = sign === undefined ? isWord : sign !== 'public';
    if (isDraft) after = setField(after, [key], valueOfSign(field, 'public'))?.text;
  }
  return after;
}

/** The text with a field that says that the post is public; undefined if that is impossible. */
export function insertPublic(text: string, data: Mapping): string | undefined {
  return addField(text, data, 'draft', false);
}

/** The text as a draft, by a field that it has or a new one; undefined if that is impossible. */
export function unpublishText(text: string, data: Mapping): string | undefined {
  for (const field of draftFields) {
    const key = draftKeysOf(data).find((one) => fieldOf(one) === field && signOf(field, data[one]) !== undefined);
    if (key !== undefined) return setField(text, [key], valueOfSign(field, 'draft'))?.text;
  }
  return addField(text, data, 'draft', true);
}

/**
 * The text with another date, in the field that has it or a new one below the title. Later dates of publication follow, since
 * they would hold the post back. Undefined if that is impossible.
 */
export function dateText(
  text: string,
  keys: Keys,
  data: Mapping,
  date: Pick<PostDate, 'instant' | 'text'>,
  timeZone: string,
): string | undefined {
  const isGiven = (key: string): boolean =>
    isDateKey(key) && typeof data[key] === 'string' && !isAbsent(data[key]) && readsAsBoolean(data[key]) === undefined;
  const others = Object.keys(data).filter(isGiven);
  const key = keys.date ?? others[0];
  let after =
    key === undefined ? addField(text, data, 'date', date.text, keys.title) : setField(text, [key], date.text)?.text;
  for (const other of others) {
    const isLater = other !== key && (parseDate(String(data[other]), timeZone)?.instant ?? 0) > date.instant;
    if (after !== undefined && isLater) after = setField(after, [other], date.text)?.text;
  }
  return after;
}

/** Adds a field in place of an empty one, which would be its duplicate. */
function addField(
  text: string,
  data: Mapping,
  key: string,
  value: string | boolean,
  after?: string,
): string | undefined {
  const empty = keyNamed(data, key);
  const cleared = empty === undefined ? text : removeField(text, empty)?.text;
  return cleared === undefined ? undefined : insertField(cleared, key, value, after)?.text;
}
