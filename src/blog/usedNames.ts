/** The names used in the posts, and how often. */
import { compareText } from '../diagnostic.ts';
import type { Person } from '../post/fields/authors.ts';
import { foldName } from '../post/fields/slug.ts';
import { groupPosts } from './groups.ts';
import type { Entry } from './postIndex.ts';

export interface UsedName {
  /** In its most frequent form. */
  name: string;
  /** The number of posts. */
  count: number;
}

/** The categories or tags of the posts, the most frequent first. */
export function usedNames(entries: readonly Entry[], kind: 'category' | 'tag'): UsedName[] {
  return groupPosts(entries, kind, 0).flatMap(({ name, count }) => (name === null ? [] : [{ name, count }]));
}

export interface UsedPerson extends UsedName {
  /** With the details of the newest post. */
  person: Person;
}

/** The authors of the posts, the most frequent first. `entries` are sorted by path, so that later ones are newer. */
export function usedPeople(entries: readonly Entry[]): UsedPerson[] {
  const people = new Map<string, UsedPerson>();
  for (const { post } of entries) {
    for (const person of post.authors) {
      const key = foldName(person.name);
      const before = people.get(key);
      const role = person.role ?? before?.person.role;
      people.set(key, {
        name: person.name,
        count: (before?.count ?? 0) + 1,
        person: { ...before?.person, ...person, ...(role && { role }) },
      });
    }
  }
  return [...people.values()].sort((a, b) => b.count - a.count || compareText(a.name, b.name));
}

/** The name in use that differs from `name` at most in case, Unicode form or spaces; undefined where there is none. */
export function nameInUse(name: string, used: readonly UsedName[]): string | undefined {
  const folded = foldName(name);
  return used.find((one) => foldName(one.name) === folded)?.name;
}
