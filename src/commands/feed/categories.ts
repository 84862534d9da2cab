/** The categories that have a feed each under `--all`, and its folder. */
import { findCategory } from '../../blog/config/config.ts';
import { feedSlug } from '../../blog/feedSlug.ts';
import { ExitCode, UserError } from '../../errors.ts';
import type { FeedEntry } from '../../feed/feed.ts';
import { foldName } from '../../post/fields/slug.ts';
import { readablyQuoted } from '../../post/frontmatter/yamlText.ts';
import { visible } from '../../report/escape.ts';
import type { FeedSite } from './options.ts';

export interface CategoryPosts {
  slug: string;
  name: string;
  posts: FeedEntry[];
}

/**
 * The posts of each category, the config's first. Throws UserError where two would have one feed: a number would depend
 * on which post is newer, and subscribers of one would get the other.
 */
export function byCategory(entries: readonly FeedEntry[], { config }: FeedSite): CategoryPosts[] {
  const found = new Map<string, CategoryPosts>();
  const add = (name: string): CategoryPosts => {
    const known = found.get(foldName(name));
    if (known) return known;
    const posts: CategoryPosts = { slug: feedSlug(name, config.categories), name, posts: [] };
    found.set(foldName(name), posts);
    return posts;
  };
  for (const { name } of config.categories ?? []) add(name);
  for (const entry of entries) {
    for (const { posts } of new Set(entry.post.categories.map((one) => add(properName(one, config)))))
      posts.push(entry);
  }
  const categories = [...found.values()];
  refuseClashes(categories);
  return categories;
}

function refuseClashes(categories: readonly CategoryPosts[]): void {
  const taken = new Map<string, CategoryPosts>();
  const clashes: string[] = [];
  for (const category of categories) {
    // On some disks “News” and “news” are one folder.
    const key = foldName(category.slug);
    const other = taken.get(key);
    if (other) clashes.push(clash(other, category));
    else taken.set(key, category);
  }
  if (clashes.length > 0) throw new UserError(clashes.join('\n'), ExitCode.found);
}

function clash(one: CategoryPosts, other: CategoryPosts): string {
  const line = `- { name: ${readablyQuoted(other.name)}, slug: ${shortExample(other.slug)} }`;
  const names = `categories “${visible(one.name)}” and “${visible(other.name)}”`;
  return `${names} have the same feed, category/${one.slug}/feed.xml: give one its own slug in blog.config.yaml, under categories: ${visible(line)}`;
}

/** A slug to begin with, for a line that can be pasted. */
function shortExample(slug: string): string {
  return `${slug.length > 40 ? 'another-category' : slug}-2`;
}

/** A category's name as the config spells it. */
export function properName(name: string, { categories = [] }: Pick<FeedSite['config'], 'categories'>): string {
  return findCategory(name, categories)?.name ?? name;
}
