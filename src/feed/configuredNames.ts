/** Names of posts as the config writes them: subscribers see one spelling, whatever each post has. */
import { type Config, createCategoryFinder } from '../blog/config/config.ts';
import type { Person } from '../post/fields/authors.ts';
import { foldName, slugKey } from '../post/fields/slug.ts';

/** Functions that replace another spelling of a configured name by that name, and leave all others. */
export interface NameFinder {
  category(name: string): string;
  person(person: Person): Person;
}

/** Finds names of the config by case, alias or slug; people without regard to case and accents. */
export function createNameFinder({ categories, authors }: Pick<Config, 'categories' | 'authors'>): NameFinder {
  const findCategory = createCategoryFinder(categories);
  const keyOf = (name: string): string => slugKey(name) || foldName(name);
  const written = Object.values(authors).map(({ name }) => name);
  // A name that the config has stays, even beside one that differs only in accents.
  const people = new Map([
    ...written.map((name) => [keyOf(name), name] as const),
    ...written.map((name) => [name, name] as const),
  ]);
  return {
    category: (name) => findCategory(name)?.name ?? name,
    person: (person) => ({ ...person, name: people.get(person.name) ?? people.get(keyOf(person.name)) ?? person.name }),
  };
}
