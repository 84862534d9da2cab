/** Where values are after a fix of another: it may have renamed their key, or removed or added items above them. */
import { isDeepStrictEqual } from 'node:util';
import type { Fault, Path, Place } from '../../diagnostic.ts';
import type { Mapping } from '../frontmatter/mapping.ts';
import { openPost, valueAt } from './patchText.ts';

/** Returns a function that gives a place in the text `after` the fix of a fault for one in the text `before` it. */
export function moveOf({ place, correction }: Fault, before: string, after: string): (place: Place) => Place {
  if (!('path' in place) || !correction) return (one) => one;
  const parent = place.path.slice(0, -1);
  const last = place.path.at(-1);
  const isBeside = (path: Path): boolean =>
    path.length > parent.length && parent.every((step, at) => step === path[at]);
  const replaced = (one: Place, move: (step: string | number) => string | number): Place => {
    if (!('path' in one) || !isBeside(one.path)) return one;
    return { ...one, path: one.path.map((step, at) => (at === parent.length ? move(step) : step)) };
  };
  if ('key' in correction) return (one) => replaced(one, (step) => (step === last ? correction.key : step));
  const added = typeof last === 'number' ? lengthAt(after, parent) - lengthAt(before, parent) : 0;
  if (added === 0) return (one) => one;
  return (one) => replaced(one, (step) => (typeof step === 'number' && step > Number(last) ? step + added : step));
}

function lengthAt(text: string, path: Path): number {
  const list = valueAt(openPost(text)?.data, path);
  return Array.isArray(list) ? list.length : 0;
}

/** Whether a place has the value that was checked at another in `data`: it may have been fixed together with a third. */
export function isUnchanged(text: string, place: Place, data: Mapping | undefined, checked: Place): boolean {
  if (!('path' in place) || !('path' in checked)) return true;
  return isDeepStrictEqual(valueAt(openPost(text)?.data, place.path), valueAt(data, checked.path));
}
