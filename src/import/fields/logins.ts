/** People of whom an export says no more than the login. */
import type { Loss } from '../types.ts';

/** The login that a loss of `readPeopleOf` says is all that there is of a name; undefined for others. */
export function loginOf({ kind, what }: Pick<Loss, 'kind' | 'what'>): string | undefined {
  return kind === 'author' ? /the login(?: is the name)?: “(.+)”$/s.exec(what)?.[1] : undefined;
}
