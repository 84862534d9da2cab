/** The names that a new post takes over from another post or a template. */
import { type Config, findCategory } from '../../blog/config/config.ts';
import type { Proposal } from '../../post/draft/templateFields.ts';
import type { Person } from '../../post/fields/authors.ts';
import { visible } from '../../report/escape.ts';
import { distinct, isClosed } from './categories.ts';

/** Names as another post or a template has them. */
export type Names = Pick<Proposal, 'authors' | 'photos_by' | 'categories' | 'tags'>;

/** The names in another post or a template, less categories that this blog does not allow and what the config says of people. */
export function allowedNames(from: Names, config: Config, hint: (text: string) => void): Names {
  return {
    authors: distinct(withoutRegistered(from.authors, config)),
    photos_by: distinct(withoutRegistered(from.photos_by, config)),
    categories: distinct(allowedCategories(from.categories, config, hint)),
    tags: distinct(from.tags),
  };
}

function withoutRegistered(people: readonly Person[], config: Config): Person[] {
  const registered = Object.values(config.authors).map(({ name }) => name);
  return people.map(({ name, role, ...rest }) => ({
    name,
    ...(role && { role }),
    ...(registered.includes(name) ? {} : rest),
  }));
}

function allowedCategories(names: readonly string[], config: Config, hint: (text: string) => void): string[] {
  if (!isClosed(config)) return [...names];
  return names.flatMap((name) => {
    const configured = findCategory(name, config.categories ?? []);
    if (!configured) hint(`category “${visible(name)}” left out: it is not in the config`);
    return configured ? [configured.name] : [];
  });
}
