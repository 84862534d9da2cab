/** What is said of names that no post has. */
import type { Selection } from '../../blog/query.ts';
import { visible } from '../../report/escape.ts';

/** A line each, with the nearest name that a post has. */
export function hintsOf(unknown: Selection['unknown']): string[] {
  return unknown.map(({ kind, name, nearest }) => {
    const meant = nearest === undefined ? '' : `; did you mean “${visible(nearest)}”?`;
    return `no post has the ${kind} “${visible(name)}”${meant}`;
  });
}
