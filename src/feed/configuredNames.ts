/** Names of posts as the config writes them: subscribers see one spelling, whatever each post has. */
import { type Config, createCategoryFinder } from '../blog/config/config.ts';
import type { Person } from '../post/fields/authors.ts';
import { foldName, slugKey } from '../post/fields/slug.ts';
import type { Post } from '../post/post.ts';
import { plainLine } from './xml.ts';

/** Functions that replace another spelling of a configured name by that name, and leave all others. */
export interface NameFinder {
  category(name: string): string;
  person(person: Person): Person;
}

/** Finds names of the config by case, alias or slug; people without regard to case and accents. */
export function createNameFinder({ categories, authors }: Pick<Config, 'categories' | 'authors'>): NameFinder {
  const findCategory = createCategoryFinder(categories);
  // The posts of a blog share few names.
  const keys = new Map<string, string>();
  const keyOf = (name: string): string => {
    const key = keys.get(name) ?? (slugKey(name) || foldName(name));
    keys.set(name, key);
    return key;
  };
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

/** Returns a function that gives the categories of a post, and those of its tags that are none of them. */
export function createLabeller({ category }: NameFinder): (post: Post) => string[] {
  // The posts of a blog share few names.
  const known = new Map<string, { key: string; label: string }>();
  const read = (name: string): { key: string; label: string } => {
    const found = known.get(name) ?? { key: foldName(name), label: plainLine(name) };
    known.set(name, found);
    return found;
  };
  return ({ categories, tags }) => {
    const own = categories.map((name) => read(category(name)));
    const others = tags.map(read).filter(({ key }) => !own.some((one) => one.key === key));
    return [...new Set([...own, ...others].map(({ label }) => label))].filter((label) => label !== '');
  };
}
