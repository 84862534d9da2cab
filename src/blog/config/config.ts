/** The config of a blog. */
import type { Levels } from '../../diagnostic.ts';
import type { Person } from '../../post/fields/authors.ts';
import { foldName, nameSlug, withoutAnd } from '../../post/fields/slug.ts';

export interface Category {
  name: string;
  /** Undefined where the config gives none: then it follows from the name. */
  slug?: string;
  aliases: readonly string[];
}

export interface Config {
  title?: string;
  description?: string;
  /** Without a trailing slash; may have a path. */
  siteUrl?: string;
  language?: string;
  /** Those in which posts are written; undefined when the config lists none. */
  languages?: readonly string[];
  timeZone: string;
  posts: string;
  ignore: readonly string[];
  filename: string;
  permalink: string;
  static?: string;
  /** With a trailing slash. */
  assetsUrl?: string;
  /** Undefined when the config lists none: any category is then allowed. */
  categories?: readonly Category[];
  authors: Readonly<Record<string, Person>>;
  rules: Levels;
  extraFields: readonly string[];
  feed: FeedSettings;
  templates?: string;
  site: SiteSettings;
}

/** What feeds are like, and where they are. */
export interface FeedSettings {
  path: string;
  limit: number;
  content: 'full' | 'summary';
  /** A URL, or a path that begins with `/`. */
  icon?: string;
  hub?: string;
  ttl?: number;
  /** Former paths of feeds, and the paths that they have now. */
  aliases?: Readonly<Record<string, string>>;
}

/** How the pages look that `blog build` writes. */
export interface SiteSettings {
  /** A file of CSS and one of an image, relative to the config, or their URLs. */
  stylesheet?: string;
  logo?: string;
  /** URLs, or paths that begin with `/`. */
  footer?: readonly { label: string; url: string }[];
  description?: string;
}

/** The config of a blog without a config file. */
export function defaultConfig(): Config {
  return {
    timeZone: 'UTC',
    posts: 'posts',
    ignore: [],
    filename: '{date}-{slug}',
    permalink: '/{year}/{month}/{day}/{slug}/',
    authors: {},
    rules: {},
    extraFields: [],
    feed: { path: '/feed.xml', limit: 20, content: 'full' },
    site: {},
  };
}

export type CategoryFinder = (name: string) => Category | undefined;

/** Returns a function that looks up a configured category: by name, else by slug or alias; the first in the config wins. */
export function createCategoryFinder(categories: readonly Category[] = []): CategoryFinder {
  const known = new Map<string, Category>();
  const add = (category: Category, names: readonly string[]): void => {
    for (const name of names.map(foldName)) if (!known.has(name)) known.set(name, category);
  };
  // All names first: “C” must not be found as the slug of “C++”.
  for (const category of categories) add(category, [category.name]);
  for (const category of categories) {
    const { name, slug, aliases } = category;
    const own = slug === undefined ? [nameSlug(name), nameSlug(withoutAnd(name))] : [slug];
    add(category, [...own, ...aliases]);
  }
  return (name) => known.get(foldName(name));
}

/** Looks up one configured category; use `createCategoryFinder` for many names. */
export function findCategory(name: string, categories: readonly Category[]): Category | undefined {
  return createCategoryFinder(categories)(name);
}
