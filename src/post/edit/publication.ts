/** A draft's text → the published post's, and back. */
import type { PostDate } from '../fields/date.ts';
import { isDraftStatus } from '../fields/draftWords.ts';
import type { FieldName } from '../fields/names.ts';
import type { PostReading } from '../post.ts';
import { insertField, removeField, setField } from './patch.ts';
import type { Change } from './patchText.ts';

type Keys = NonNullable<PostReading['keys']>;

/** The text with every field that makes it a draft reversed; undefined if that is impossible. */
export function publishText(text: string, keys: Keys, data: Readonly<Record<string, unknown>>): string | undefined {
  const changes: [FieldName, (value: unknown) => boolean | string | undefined][] = [
    ['draft', (value) => (value === true ? false : undefined)],
    ['published', (value) => (value === false ? true : undefined)],
    ['private', (value) => (value === true ? false : undefined)],
    ['status', (value) => (isDraftStatus(value) ? 'publish' : undefined)],
  ];
  return changes.reduce<string | undefined>((before, [field, reverse]) => {
    const key = keys[field];
    const value = key === undefined ? undefined : reverse(data[key]);
    if (before === undefined || key === undefined || value === undefined) return before;
    return setField(before, [key], value)?.text;
  }, text);
}

/** The text as a draft, by a field that it has or a new one; undefined if that is impossible. */
export function unpublishText(text: string, keys: Keys, data: Readonly<Record<string, unknown>>): string | undefined {
  const { draft, published, status } = keys;
  if (draft !== undefined) return setField(text, [draft], true)?.text;
  if (published !== undefined && data[published] === true) return setField(text, [published], false)?.text;
  if (status !== undefined) return setField(text, [status], 'draft')?.text;
  // An empty field would be a duplicate of the new one.
  const cleared = Object.hasOwn(data, 'draft') ? removeField(text, 'draft')?.text : text;
  return cleared === undefined ? undefined : insertField(cleared, 'draft', true)?.text;
}

/** The text with another date, in the field that has it or a new one below the title; undefined if that is impossible. */
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
