/** A new name that may be meant for one that posts or the config have. */
import { findPeople } from '../../blog/select/names.ts';
import { isTypoFor } from '../../checks/names/nearNames.ts';
import { shortestCategory, shortestPerson } from '../../checks/names/similarNames.ts';
import type { Person } from '../../post/fields/authors.ts';
import { foldName, isSlugOf } from '../../post/fields/slug.ts';
import { suggest } from '../../post/nearest.ts';
import { visible } from '../../report/escape.ts';

/**
 * What to say of a name that is not `known`, if it is nearly one that is: its slug, a typo, or of a person, for whom
 * `people` are those of the config, a key or a part of the name.
 */
export function newNameHint(
  name: string,
  known: readonly string[],
  people?: Readonly<Record<string, Person>>,
): string | undefined {
  const key = foldName(name);
  if (known.some((one) => foldName(one) === key)) return undefined;
  const shortest = people ? shortestPerson : shortestCategory;
  const same = people ? findPeople(name, known, people).found : known.filter((one) => isSlugOf(key, one));
  const near = same.length === 1 ? same[0] : known.find((one) => isTypoFor(name, one, shortest));
  return near === undefined ? undefined : `“${visible(name)}” is new; ${suggest(visible(near))}`;
}
