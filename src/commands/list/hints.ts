/** Hints about names that no post has. */
import type { Selection } from '../../blog/query.ts';
import { suggest } from '../../post/nearest.ts';
import { visible } from '../../report/escape.ts';

/** A line for each unknown name, with the nearest name that a post has. */
export function unknownNameHints(unknown: Selection['unknown']): string[] {
  return unknown.map(({ kind, name, nearest }) => {
    const hint = nearest === undefined ? '' : `; ${suggest(visible(nearest))}`;
    return `no post has the ${kind} “${visible(name)}”${hint}`;
  });
}
