/** A draft's text → the published post's, and back. */
import type { PostDate } from '../fields/date.ts';
import { isDraftStatus } from '../fields/draftWords.ts';
import type { FieldName } from '../fields/names.ts';
import type { Mapping } from '../frontmatter/mapping.ts';
import type { PostReading } from '../post.ts';
import { insertField, removeField, setField } from './patch.ts';

type Keys = NonNullable<PostReading['keys']>;

/** The text with every field that makes it a draft reversed; undefined if that is impossible. */
export function publishText(text: string, keys: Keys, data: Mapping): string | undefined {
  const changes: [FieldName, (value: unknown) => boolean | undefined, boolean | string][] = [
    ['draft', (value) => value === true, false],
    ['published', (value) => value === false, true],
    ['private', (value) => value === true, false],
    ['status', isDraftStatus, 'publish'],
  ];
  let after: string | undefined = text;
  for (const [field, makesDraft, opposite] of changes) {
    const key = keys[field];
    if (after !== undefined && key !== undefined && makesDraft(data[key]))
      after = setField(after, [key], opposite)?.text;
  }
  return after;
}

/** The text as a draft, by a field that it has or a new one; undefined if that is impossible. */
export function unpublishText(text: string, keys: Keys, data: Mapping): string | undefined {
  const { draft, published, status } = keys;
  if (draft !== undefined) return setField(text, [draft], true)?.text;
  if (published !== undefined && data[published] === true) return setField(text, [published], false)?.text;
  if (status !== undefined) return setField(text, [status], 'draft')?.text;
  return addField(text, data, 'draft', true);
}

/** The text with another date, in the field that has it or a new one below the title; undefined if that is impossible. */
export function dateText(text: string, keys: Keys, data: Mapping, date: Pick<PostDate, 'text'>): string | undefined {
  const { published } = keys;
  const key = keys.date ?? (published !== undefined && typeof data[published] === 'string' ? published : undefined);
  if (key !== undefined) return setField(text, [key], date.text)?.text;
  return addField(text, data, 'date', date.text, keys.title);
}

/** Adds a field in place of an empty one, which would be its duplicate. */
function addField(
  text: string,
  data: Mapping,
  key: string,
  value: string | boolean,
  after?: string,
): string | undefined {
  const cleared = Object.hasOwn(data, key) ? removeField(text, key)?.text : text;
  return cleared === undefined ? undefined : insertField(cleared, key, value, after)?.text;
}
