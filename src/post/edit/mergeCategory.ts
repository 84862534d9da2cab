/** One category renamed into another in a post's text. */
import { foldName } from '../fields/slug.ts';
import { setField } from './patch.ts';
import { removeItem } from './patchList.ts';
import { openPost, valueAt } from './patchText.ts';

/**
 * The text with the categories that `isFrom` recognises renamed to `target`, which is listed once; undefined if it is not
 * safe to change.
 */
export function mergeCategory(text: string, isFrom: (name: unknown) => boolean, target: string): string | undefined {
  const post = openPost(text);
  const key = ['categories', 'category'].find((name) => post && valueAt(post.data, [name]));
  const value = post && key !== undefined ? valueAt(post.data, [key]) : undefined;
  if (key === undefined) return undefined;
  if (!Array.isArray(value)) return isFrom(value) ? setField(text, [key], target)?.text : undefined;
  const index = value.findIndex(isFrom);
  if (index === -1) return text;
  const hasTarget = value.some(
    (name) => typeof name === 'string' && foldName(name) === foldName(target) && !isFrom(name),
  );
  const changed = hasTarget ? removeItem(text, [key], index)?.text : setField(text, [key, index], target)?.text;
  return changed === undefined ? undefined : mergeCategory(changed, isFrom, target);
}
