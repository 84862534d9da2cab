/** A post's text with another title, slug or URL. */
import type { PostReading } from '../post.ts';
import { appendItem, insertField, removeField, removeItem, setField } from './patch.ts';
import { openPost } from './patchText.ts';

type Keys = NonNullable<PostReading['keys']>;

/** The text with another title, if it gets one, and with the slug if it has a field for it: otherwise its file name gives it. */
export function renameText(
  text: string,
  keys: Keys,
  { title, slug }: { title: string | undefined; slug: string },
): string | undefined {
  const titled = title === undefined ? text : setField(text, [keys.title ?? 'title'], title)?.text;
  return titled === undefined || keys.slug === undefined ? titled : setField(titled, [keys.slug], slug)?.text;
}

/**
 * The text of a post whose URL changes: with the id if it has none, and with the former URL as an alias, in place of the
 * one that `isUrl` recognises as its new URL, which would lead readers in a circle. Undefined if it is not safe to change.
 */
export function movedText(
  text: string,
  keys: Keys,
  { id, alias, isUrl }: { id: string | undefined; alias: string | undefined; isUrl: (alias: string) => boolean },
): string | undefined {
  const identified =
    id === undefined || keys.id !== undefined ? text : insertField(text, 'id', id, keys.date ?? keys.title)?.text;
  if (identified === undefined) return undefined;
  const key = keys.aliases ?? 'aliases';
  const value = openPost(identified)?.data[key];
  const isTaken = (one: unknown): boolean => typeof one === 'string' && isUrl(one);
  const at = Array.isArray(value) ? value.findIndex(isTaken) : -1;
  const path = at !== -1 ? [key, at] : isTaken(value) ? [key] : undefined;
  if (alias !== undefined && path) return setField(identified, path, alias)?.text;
  if (alias !== undefined) return appendItem(identified, key, alias)?.text;
  // The only one stays: an alias that is the URL itself is no redirect.
  return !Array.isArray(value) || at === -1 || value.length === 1
    ? identified
    : removeItem(identified, [key], at)?.text;
}

/** The text without the aliases that `isUrl` recognises as the post’s own URL. Undefined if it is not safe to change. */
export function withoutAlias(text: string, keys: Keys, isUrl: (alias: string) => boolean): string | undefined {
  const key = keys.aliases ?? 'aliases';
  const value = openPost(text)?.data[key];
  const all: unknown[] = Array.isArray(value) ? value : [value];
  const at = all.findIndex((one) => typeof one === 'string' && isUrl(one));
  if (at === -1) return text;
  if (all.length === 1) return removeField(text, key)?.text;
  const rest = removeItem(text, [key], at)?.text;
  return rest === undefined ? undefined : withoutAlias(rest, keys, isUrl);
}
