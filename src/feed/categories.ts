/** The categories, tags and authors of a blog: each has a feed with a URL of its own. */
import { type Category, type Config, findCategory } from '../blog/config/config.ts';
import type { Entry } from '../blog/postIndex.ts';
import { isDeviceName, longestSlug, shortenSlug } from '../post/draft/slug.ts';
import { foldName, isSlugOf, nameSlug } from '../post/fields/slug.ts';
import { createNameFinder } from './configuredNames.ts';

export type NameKind = 'category' | 'tag' | 'author';

/** A name, and the posts that have it. */
export interface NamedPosts<E extends Entry = Entry> {
  /** Its part of the URL of its feed; for a category also the name of a folder. */
  slug: string;
  name: string;
  entries: E[];
}

/** The posts of each name, in order; the categories of the config come first, even those without posts. */
export function groupByName<E extends Entry>(entries: readonly E[], kind: NameKind, config: Names): NamedPosts<E>[] {
  const groups = new Map<string, NamedPosts<E>>();
  const { categories } = config;
  const spell = createSpeller(kind, config);
  const groupOf = (name: string): NamedPosts<E> => {
    const key = foldName(name);
    const group = groups.get(key) ?? { slug: feedSlug(name, kind, categories), name, entries: [] };
    groups.set(key, group);
    return group;
  };
  // The posts of a blog share few names.
  const spelt = new Map<string, NamedPosts<E>>();
  const find = (name: string): NamedPosts<E> => {
    const group = spelt.get(name) ?? groupOf(spell(name));
    spelt.set(name, group);
    return group;
  };
  if (kind === 'category') for (const { name } of categories ?? []) groupOf(name);
  for (const entry of entries) {
    const names = kind === 'author' ? entry.post.authors.map(({ name }) => name) : entry.post[listOf[kind]];
    for (const group of new Set(names.map(find))) group.entries.push(entry);
  }
  return [...groups.values()];
}

/** The names that only other posts have, such as drafts, without posts: their feeds may be there already. */
export function findUnused<E extends Entry>(
  used: readonly NamedPosts<E>[],
  others: readonly Entry[],
  kind: NameKind,
  config: Names,
): NamedPosts<E>[] {
  const isUsed = new Set(used.map(({ name }) => foldName(name)));
  const names = groupByName(others, kind, config).filter(({ name }) => !isUsed.has(foldName(name)));
  return names.map(({ slug, name }) => ({ slug, name, entries: [] }));
}

type Names = Pick<Config, 'categories' | 'authors'>;

/** Returns a function that gives a name as the config writes it. */
function createSpeller(kind: NameKind, config: Names): (name: string) => string {
  const names = createNameFinder(config);
  if (kind === 'category') return names.category;
  return kind === 'author' ? (name) => names.person({ name }).name : (name) => name;
}

const listOf = { category: 'categories', tag: 'tags' } as const;

/** The names that a name on the command line stands for: itself, whatever its case, else those with this slug. */
export function findNamed<N extends NamedPosts>(
  wanted: string,
  groups: readonly N[],
  kind: NameKind,
  config: Names,
): N[] {
  const key = foldName(wanted);
  const byName = groups.filter(({ name }) => foldName(name) === key);
  if (byName.length > 0) return byName;
  const configured = foldName(createSpeller(kind, config)(wanted));
  return groups.filter(({ name }) => foldName(name) === configured || isSlugOf(key, name));
}

/**
 * The names whose feeds would share a URL, or a folder on disks that ignore case. They are not numbered apart: the numbers
 * would depend on the order of the posts, and subscribers of one name would get another. First is the name that should
 * keep the URL: one whose slug is in the config, else the one that was used first.
 */
export function findSlugClashes<N extends NamedPosts>(
  groups: readonly N[],
  categories: readonly Category[] = [],
): N[][] {
  const sharing = new Map<string, N[]>();
  for (const group of groups) {
    const key = foldName(group.slug);
    sharing.set(key, [...(sharing.get(key) ?? []), group]);
  }
  const since = ({ name, entries }: N): number => {
    if (findCategory(name, categories)?.slug !== undefined) return Number.NEGATIVE_INFINITY;
    return Math.min(...entries.map(({ post }) => post.date.instant));
  };
  return [...sharing.values()]
    .filter(({ length }) => length > 1)
    .map((names) => names.toSorted((a, b) => compareNumbers(since(a), since(b))));
}

/** Two infinities have no difference. */
function compareNumbers(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The slug of a name in the URL of its feed; the kind itself if nothing is left of it. It depends only on the name and the
 * config, because subscribers have the URL. That of a category is a folder name that every system allows.
 */
export function feedSlug(name: string, kind: NameKind, categories: readonly Category[] = []): string {
  const configured = kind === 'category' ? findCategory(name, categories) : undefined;
  const slug = shortenSlug(configured?.slug ?? (nameSlug(configured?.name ?? name) || kind), longestSlug);
  return kind === 'category' && isDeviceName(slug) ? `${slug}-category` : slug;
}
