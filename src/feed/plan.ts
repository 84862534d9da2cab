/** Which feeds a blog has, and where each is published. */
import type { Config } from '../blog/config/config.ts';
import type { NamedPosts, NameKind } from './categories.ts';
import type { FeedEntry, FeedType } from './feed.ts';

export interface FeedPlan {
  type: FeedType;
  /** Where it is published, relative to the site URL, with a leading `/`. */
  path: string;
  /** Its file in the folder of all feeds, with `/`. */
  file: string;
  /** Its posts, in order and before any limit. */
  entries: readonly FeedEntry[];
  /** The categories, tags or authors it is limited to, for its title. */
  only: readonly string[];
}

const fileNames: Readonly<Record<FeedType, string>> = { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' };

type FeedConfig = Pick<Config, 'feed'>;

/** The feed of all posts in one format. */
function planFeed(entries: readonly FeedEntry[], type: FeedType, { feed }: FeedConfig): FeedPlan {
  const file = fileNames[type];
  return { type, path: type === 'rss' ? feed.path : `/${file}`, file, entries, only: [] };
}

/** All feeds of a blog: one in each format, and one in RSS for each category. */
export function planAllFeeds(
  entries: readonly FeedEntry[],
  categories: readonly NamedPosts<FeedEntry>[],
  config: FeedConfig,
): FeedPlan[] {
  return [
    { ...planFeed(entries, 'rss', config), file: fileOf(config.feed.path) },
    ...(['atom', 'json'] as const).map((type) => planFeed(entries, type, config)),
    ...categories.map(({ slug, name, entries: own }): FeedPlan => {
      const file = `category/${slug}/feed.xml`;
      return { type: 'rss', path: `/${file}`, file, entries: own, only: [name] };
    }),
  ];
}

/** The file that a server would find at the path of a feed. */
function fileOf(path: string): string {
  const parts = path.slice(1).split('/');
  return parts.some((part) => /^\.{0,2}$|[?#\\%]/.test(part)) ? fileNames.rss : parts.join('/');
}

/** The names that `blog feed` selects posts by. */
export type FeedFilter = Readonly<Record<NameKind, readonly NamedPosts[]>>;

/**
 * One feed of these posts, which were selected by `filter`. Each selection has a URL of its own, because Atom identifies a
 * feed by its URL: `/category/news/feed.xml`, `/category/a+b/tag/c/author/jo/feed.xml`.
 */
export function planFilteredFeed(
  entries: readonly FeedEntry[],
  type: FeedType,
  filter: FeedFilter,
  config: FeedConfig,
): FeedPlan {
  const plan = planFeed(entries, type, config);
  const kinds = ['category', 'tag', 'author'] as const;
  const folder = kinds.map((kind) => folderOf(kind, filter[kind])).join('');
  if (folder === '') return plan;
  const names = kinds.flatMap((kind) => filter[kind].map(({ name }) => name));
  return { ...plan, path: `${folder}/${plan.file}`, only: [...new Set(names)] };
}

/** `/category/a+b`; empty without names. */
export function folderOf(kind: NameKind, names: readonly NamedPosts[]): string {
  const slugs = names.map(({ slug }) => slug);
  return slugs.length === 0 ? '' : `/${kind}/${[...new Set(slugs)].sort().join('+')}`;
}
