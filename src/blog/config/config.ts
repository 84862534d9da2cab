/** The settings of a blog. Spec section 3. */
import type { Levels } from '../../diagnostic.ts';
import type { Person } from '../../post/fields/authors.ts';
import { foldName } from '../../post/fields/slug.ts';

export interface Category {
  name: string;
  slug: string;
  aliases: readonly string[];
}

export interface Config {
  title?: string;
  description?: string;
  /** Without a slash at its end; may have a path. */
  siteUrl?: string;
  language?: string;
  timeZone: string;
  posts: string;
  ignore: readonly string[];
  filename: string;
  permalink: string;
  static?: string;
  /** With a slash at its end. */
  assetsUrl?: string;
  /** Undefined when the config names none: then any category will do. */
  categories?: readonly Category[];
  authors: Readonly<Record<string, Person>>;
  rules: Levels;
  extraFields: readonly string[];
  feed: { path: string; limit: number; content: 'full' | 'summary'; hub?: string; ttl?: number };
  templates?: string;
}

/** What holds where nothing is configured. */
export function defaultConfig(): Config {
  return {
    timeZone: 'UTC',
    posts: 'posts',
    ignore: [],
    filename: '{date}-{slug}',
    permalink: '/{year}/{month}/{slug}/',
    authors: {},
    rules: {},
    extraFields: [],
    feed: { path: '/feed.xml', limit: 20, content: 'full' },
  };
}

export type CategoryFinder = (name: string) => Category | undefined;

/** Finds the configured category that a name means: by its name, its slug or an alias. For many names. */
export function createCategoryFinder(categories: readonly Category[] = []): CategoryFinder {
  let known: Map<string, Category> | undefined;
  return (name) => {
    known ??= indexCategories(categories);
    return known.get(foldName(name));
  };
}

/** The first of several with one spelling has it. */
function indexCategories(categories: readonly Category[]): Map<string, Category> {
  const known = new Map<string, Category>();
  for (const one of categories) {
    for (const spelling of [one.name, one.slug, ...one.aliases]) {
      const folded = foldName(spelling);
      if (!known.has(folded)) known.set(folded, one);
    }
  }
  return known;
}

/** See `createCategoryFinder`, which is for many names. */
export function findCategory(name: string, categories: readonly Category[]): Category | undefined {
  return createCategoryFinder(categories)(name);
}
