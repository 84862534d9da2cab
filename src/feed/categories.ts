/** The categories of a blog, each of which has a feed in a folder of its own. */
import { type Category, type Config, findCategory } from '../blog/config/config.ts';
import { isDeviceName, longestSlug, shortenSlug } from '../post/draft/slug.ts';
import { foldName, slugKey } from '../post/fields/slug.ts';
import type { FeedEntry } from './feed.ts';

export interface CategoryPosts {
  /** The name of the folder of its feed. */
  slug: string;
  name: string;
  entries: FeedEntry[];
}

/** The posts of each category, in order; the categories of the config come first, even those without posts. */
export function groupByCategory(entries: readonly FeedEntry[], { categories }: Pick<Config, 'categories'>) {
  const groups = new Map<string, CategoryPosts>();
  const groupOf = (name: string): CategoryPosts => {
    const key = foldName(name);
    const group = groups.get(key) ?? { slug: categorySlug(name, categories), name, entries: [] };
    groups.set(key, group);
    return group;
  };
  for (const { name } of categories ?? []) groupOf(name);
  for (const entry of entries) {
    const own = new Set(entry.post.categories.map((name) => groupOf(configuredName(name, categories))));
    for (const group of own) group.entries.push(entry);
  }
  return [...groups.values()];
}

/**
 * Pairs of categories whose feeds would share a folder, on disks that ignore case, too. They are not numbered apart: the
 * numbers would depend on the order of the posts, and subscribers of one category would get another.
 */
export function findSlugClashes(categories: readonly CategoryPosts[]): [CategoryPosts, CategoryPosts][] {
  const taken = new Map<string, CategoryPosts>();
  const clashes: [CategoryPosts, CategoryPosts][] = [];
  for (const category of categories) {
    const key = foldName(category.slug);
    const other = taken.get(key);
    if (other) clashes.push([other, category]);
    else taken.set(key, category);
  }
  return clashes;
}

/**
 * The slug of a category as a folder name that every system allows; `category` if nothing is left of it. It depends only
 * on the name and the config, because subscribers have the URL.
 */
export function categorySlug(name: string, categories: readonly Category[] = []): string {
  const configured = findCategory(name, categories)?.slug;
  const slug = shortenSlug(configured || slugKey(name) || 'category', longestSlug);
  return isDeviceName(slug) ? `${slug}-category` : slug;
}

/** The name that the config gives a category; the name itself if the config does not have it. */
export function configuredName(name: string, categories: readonly Category[] = []): string {
  return findCategory(name, categories)?.name ?? name;
}
