/** The names that the posts of a folder use, and how often. */
import { compareText } from '../diagnostic.ts';
import type { Person } from '../post/authors.ts';
import { foldName } from '../post/slug.ts';
import type { Entry } from './library.ts';

export interface UsedName {
  /** The commonest spelling. */
  name: string;
  /** In how many posts. */
  count: number;
}

/** The categories or tags of posts, the commonest first. */
export function usedNames(entries: readonly Entry[], kind: 'categories' | 'tags'): UsedName[] {
  const spellings = new Map<string, Map<string, number>>();
  for (const { post } of entries) for (const name of post[kind]) count(spellings, foldName(name), name);
  return [...spellings.values()].map(summed).sort(byCount);
}

export interface UsedPerson extends UsedName {
  /** As the newest of the posts gives this person. */
  person: Person;
}

/** The people who wrote posts, the most frequent first. `entries` are by path, so that a later one is the newer. */
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
  return [...people.values()].sort(byCount);
}

/** The name that posts use for one that differs only in case, Unicode form or blanks. */
export function usedSpelling(name: string, used: readonly UsedName[]): string | undefined {
  const folded = foldName(name);
  return used.find((one) => foldName(one.name) === folded)?.name;
}

function count(spellings: Map<string, Map<string, number>>, key: string, name: string): void {
  const counts = spellings.get(key) ?? new Map<string, number>();
  counts.set(name, (counts.get(name) ?? 0) + 1);
  spellings.set(key, counts);
}

function summed(counts: ReadonlyMap<string, number>): UsedName {
  const sorted = [...counts].sort(([a, first], [b, second]) => second - first || compareText(a, b));
  return { name: sorted[0]?.[0] ?? '', count: sorted.reduce((sum, [, times]) => sum + times, 0) };
}

function byCount(a: UsedName, b: UsedName): number {
  return b.count - a.count || compareText(a.name, b.name);
}
