/** A post's text with another title and slug, or with another name of a category. */

import type { Path } from '../../diagnostic.ts';
import { keyNamed, namesOf } from '../fields/names.ts';
import { foldName } from '../fields/slug.ts';
import type { PostReading } from '../post.ts';
import { appendItem, insertField, removeItem, setField } from './patch.ts';
import { openPost } from './patchText.ts';

/**
 * The text with another title, if it gets one; with the slug if it has a field for it, since otherwise its file name gives it; with the id
 * if it has none; and with a former URL as an alias. Undefined if it is not safe to change.
 */
export function renameText(
  text: string,
  keys: NonNullable<PostReading['keys']>,
  {
    title,
    slug,
    id,
    alias,
  }: { title: string | undefined; slug: string; id: string | undefined; alias: string | undefined },
): string | undefined {
  let after = title === undefined ? text : setField(text, [keys.title ?? 'title'], title)?.text;
  if (after !== undefined && keys.slug !== undefined) after = setField(after, [keys.slug], slug)?.text;
  if (after !== undefined && id !== undefined && keys.id === undefined) {
    after = insertField(after, 'id', id, keys.date ?? keys.title)?.text;
  }
  if (after !== undefined && alias !== undefined) after = appendItem(after, keys.aliases ?? 'aliases', alias)?.text;
  return after;
}

/**
 * The text with the categories that `isFrom` recognises renamed to `target`, which is listed once; undefined if it is not
 * safe to change.
 */
export function mergeCategory(text: string, isFrom: (name: unknown) => boolean, target: string): string | undefined {
  const data = openPost(text)?.data ?? {};
  const key = namesOf('categories')
    .map((name) => keyNamed(data, name))
    .find((name) => name !== undefined && data[name]);
  if (key === undefined) return undefined;
  const value = data[key];
  if (!Array.isArray(value)) return isFrom(value) ? setField(text, [key], target)?.text : undefined;
  // Hexo has lists within the list.
  const lists: readonly [Path, unknown[]][] = [
    [[key], value],
    ...value.flatMap((one, at): [Path, unknown[]][] => (Array.isArray(one) ? [[[key, at], one]] : [])),
  ];
  const found = lists.find(([, names]) => names.some(isFrom));
  if (!found) return text;
  const [path, names] = found;
  const index = names.findIndex(isFrom);
  const isTarget = (name: unknown): boolean =>
    typeof name === 'string' && foldName(name) === foldName(target) && !isFrom(name);
  const hasTarget = names.some(isTarget);
  const changed = hasTarget ? removeItem(text, path, index)?.text : setField(text, [...path, index], target)?.text;
  return changed === undefined ? undefined : mergeCategory(changed, isFrom, target);
}
