/** The folder of a category's feed. Other programs have its URL: it depends on the category's name and the config alone. */
import { isDeviceName, longestSlug, shortenSlug } from '../post/draft/slug.ts';
import { slugKey } from '../post/fields/slug.ts';
import { type Category, findCategory } from './config/config.ts';

/** The slug of a category as the name of a folder that every system can make: `category` where no letter is left of it. */
export function feedSlug(name: string, categories: readonly Category[] = []): string {
  const configured = findCategory(name, categories)?.slug;
  const slug = shortenSlug(configured || slugKey(name) || 'category', longestSlug);
  return isDeviceName(slug) ? `${slug}-category` : slug;
}
