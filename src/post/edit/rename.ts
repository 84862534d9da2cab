/** A post's text with another title and slug. */
import type { PostReading } from '../post.ts';
import { insertField, setField } from './patch.ts';
import { appendItem } from './patchList.ts';

/** The fields that a rename writes. */
export interface Renaming {
  title: string;
  /** Written only if the post has a slug field: otherwise its file name gives the slug. */
  slug: string;
  /** Written only if the post has no id. */
  id?: string | undefined;
  /** A former URL to add to the aliases. */
  alias?: string | undefined;
}

/** The text with these fields written; undefined if it is not safe to change. */
export function renameText(
  text: string,
  keys: NonNullable<PostReading['keys']>,
  { title, slug, id, alias }: Renaming,
): string | undefined {
  let after = setField(text, [keys.title ?? 'title'], title)?.text;
  if (after !== undefined && keys.slug !== undefined) after = setField(after, [keys.slug], slug)?.text;
  if (after !== undefined && id !== undefined && keys.id === undefined) {
    after = insertField(after, 'id', id, keys.date ?? keys.title)?.text;
  }
  if (after !== undefined && alias !== undefined) after = appendItem(after, [keys.aliases ?? 'aliases'], alias)?.text;
  return after;
}
