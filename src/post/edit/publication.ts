/** A draft's text → the published post's, and back. Spec section 4, `blog publish`. */
import type { PostDate } from '../fields/date.ts';
import { isDraftStatus } from '../fields/draftWords.ts';
import type { FieldName } from '../fields/names.ts';
import type { PostReading } from '../post.ts';
import { insertField, removeField, setField } from './patch.ts';
import type { Change } from './patchText.ts';

type Keys = NonNullable<PostReading['keys']>;

/** The text with every sign of a draft turned round, in the words that are there; undefined where that cannot be done. */
export function publishText(text: string, keys: Keys, data: Readonly<Record<string, unknown>>): string | undefined {
  const changes: [FieldName, (value: unknown) => boolean | string | undefined][] = [
    ['draft', (value) => (value === true ? false : undefined)],
    ['published', (value) => (value === false ? true : undefined)],
    ['private', (value) => (value === true ? false : undefined)],
    ['status', (value) => (isDraftStatus(value) ? 'publish' : undefined)],
  ];
  return changes.reduce<string | undefined>((before, [field, turn]) => {
    const key = keys[field];
    const value = key === undefined ? undefined : turn(data[key]);
    if (before === undefined || key === undefined || value === undefined) return before;
    return setField(before, [key], value)?.text;
  }, text);
}

/** The text as a draft: by the key that is there, else by a new one; undefined where that cannot be done. */
export function unpublishText(text: string, keys: Keys, data: Readonly<Record<string, unknown>>): string | undefined {
  const { draft, published, status } = keys;
  if (draft !== undefined) return setField(text, [draft], true)?.text;
  if (published !== undefined && data[published] === true) return setField(text, [published], false)?.text;
  if (status !== undefined) return setField(text, [status], 'draft')?.text;
  // An empty one is in the way of a new one.
  const cleared = Object.hasOwn(data, 'draft') ? removeField(text, 'draft')?.text : text;
  return cleared === undefined ? undefined : insertField(cleared, 'draft', true)?.text;
}

/** The text with another date, in the field that gives it now, else in a new one below the title. */
export function dateText(
  text: string,
  keys: Keys,
  data: Readonly<Record<string, unknown>>,
  date: Pick<PostDate, 'text'>,
): string | undefined {
  const written = date.text;
  const published = keys.published;
  const key = keys.date ?? (published !== undefined && typeof data[published] === 'string' ? published : undefined);
  let change: Change | undefined;
  if (key !== undefined) change = setField(text, [key], written);
  else {
    const cleared = Object.hasOwn(data, 'date') ? removeField(text, 'date')?.text : text;
    change = cleared === undefined ? undefined : insertField(cleared, 'date', written, keys.title);
  }
  return change?.text;
}
