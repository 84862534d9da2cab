/** A draft's text → that of the post submitted for review or published, and back. */
import { type PostDate, parseDate } from '../fields/date.ts';
import {
  type DraftField,
  draftKeysOf,
  isDraftField,
  readsAsBoolean,
  type Sign,
  signOf,
  valueOfSign,
} from '../fields/draftWords.ts';
import { fieldOf, isDateKey } from '../fields/names.ts';
import { isAbsent } from '../fields/texts.ts';
import type { Mapping } from '../frontmatter/mapping.ts';
import type { PostReading } from '../post.ts';
import { insertField, setField } from './patch.ts';

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
export function insertPublic(text: string): string | undefined {
  return insertField(text, 'draft', false)?.text;
}

/**
 * The text as a draft, by every field that says otherwise or else a new one; undefined if that is impossible. A post that
 * waits for review no longer does.
 */
export function unpublishText(text: string, data: Mapping): string | undefined {
  const signs = signsOf(data);
  return signs.length === 0 ? insertField(text, 'draft', true)?.text : withSigns(text, signs, 'draft');
}

/**
 * The text as a draft that waits for review, in the words of WordPress; undefined if that is impossible. Other tools do not
 * know them, so whatever sign of a draft they read stays, and none says that the post is public.
 */
export function submitText(text: string, data: Mapping): string | undefined {
  const isStatus = (key: string): boolean => fieldOf(key) === 'status' && !isAbsent(data[key]);
  const words = draftKeysOf(data).filter(isStatus);
  const others = signsOf(data).filter(({ field, sign }) => /^(?:draft|published)$/.test(field) && sign === 'public');
  const hidden = withSigns(text, [...others, ...words.map((key) => ({ key, field: 'status' as const }))], 'pending');
  if (hidden === undefined || words.length > 0) return hidden;
  const last = draftKeysOf(data).findLast((key) => !isAbsent(data[key]));
  return insertField(hidden, 'status', 'pending', last)?.text;
}

interface KeyOfSign {
  key: string;
  field: DraftField;
}

/** The fields that say whether the post is public. A visibility decides nothing beside the others: WordPress' drafts are public, too. */
function signsOf(data: Mapping): (KeyOfSign & { sign: Sign })[] {
  const signs = draftKeysOf(data).flatMap((key) => {
    const field = fieldOf(key);
    const sign = isDraftField(field) && !isAbsent(data[key]) ? signOf(field, data[key]) : undefined;
    return isDraftField(field) && sign !== undefined ? [{ key, field, sign }] : [];
  });
  const deciding = signs.filter(({ field }) => field !== 'visibility');
  return deciding.length > 0 ? deciding : signs;
}

function withSigns(text: string, keys: readonly KeyOfSign[], sign: Sign): string | undefined {
  return keys.reduce<string | undefined>(
    (after, { key, field }) =>
      after === undefined ? undefined : setField(after, [key], valueOfSign(field, sign))?.text,
    text,
  );
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
    key === undefined ? insertField(text, 'date', date.text, keys.title)?.text : setField(text, [key], date.text)?.text;
  for (const other of others) {
    const isLater = other !== key && (parseDate(String(data[other]), timeZone)?.instant ?? 0) > date.instant;
    if (after !== undefined && isLater) after = setField(after, [other], date.text)?.text;
  }
  return after;
}
