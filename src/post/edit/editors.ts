/** A post's text with the people who reviewed it. */
import { keyNamed, namesOf } from '../fields/names.ts';
import type { PostReading } from '../post.ts';
import { appendItem, insertField } from './patch.ts';

/**
 * The text with more editors, in the field that names them or in a new one below the other people; undefined if that is
 * impossible.
 */
export function addEditors(
  text: string,
  { keys = {}, data = {} }: Pick<PostReading, 'keys' | 'data'>,
  editors: readonly string[],
): string | undefined {
  const present = namesOf('editors').map((name) => keyNamed(data, name));
  const key = keys.editors ?? present.find((name) => name !== undefined);
  if (key === undefined && editors.length > 0)
    return insertField(text, 'editors', editors, keys.photos_by ?? keys.authors ?? keys.byline)?.text;
  return editors.reduce<string | undefined>(
    (after, editor) => (after === undefined ? undefined : appendItem(after, key ?? '', editor)?.text),
    text,
  );
}
