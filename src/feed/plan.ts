/** Which feeds a blog has, and where each is published. */
import type { Config } from '../blog/config/config.ts';
import { createLanguages, feedLanguages, languageTest, pathLanguages } from '../blog/languages.ts';
import { withoutTranslations } from '../blog/translations.ts';
import { languageKey } from '../post/fields/language.ts';
import { foldName, slugKey } from '../post/fields/slug.ts';
import type { Post } from '../post/post.ts';
import { type CategoryPosts, categorySlug, configuredName } from './categories.ts';
import type { FeedEntry, FeedType } from './feed.ts';

export interface FeedPlan {
  type: FeedType;
  /** Where it is published, relative to the site URL, with a leading `/`. */
  path: string;
  /** Its file in the folder of all feeds, with `/`. */
  file: string;
  /** Its posts, in order and before any limit. */
  entries: readonly FeedEntry[];
  /** The categories or authors it is limited to, for its title. */
  only: readonly string[];
  /** The language it is limited to. */
  lang?: string;
}

const fileNames: Readonly<Record<FeedType, string>> = { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' };

type FeedConfig = Pick<Config, 'categories' | 'feed' | 'language' | 'languages'>;

/** The feed of all posts in one format. */
function planFeed(entries: readonly FeedEntry[], type: FeedType, { feed }: FeedConfig): FeedPlan {
  const file = fileNames[type];
  return { type, path: type === 'rss' ? feed.path : `/${file}`, file, entries, only: [] };
}

/** All feeds of a blog: one in each format, and one in RSS for each category and each language. */
export function planAllFeeds(
  entries: readonly FeedEntry[],
  categories: readonly CategoryPosts[],
  config: FeedConfig,
): FeedPlan[] {
  const carried = withoutTranslations(entries, config);
  const posts = entries.map(({ post }) => post);
  return [
    ...(['rss', 'atom', 'json'] as const).map((type) => planFeed(carried, type, config)),
    ...categories.map(({ slug, name, entries: own }): FeedPlan => {
      const file = `category/${slug}/feed.xml`;
      return { type: 'rss', path: `/${file}`, file, entries: withoutTranslations(own, config), only: [name] };
    }),
    ...feedLanguages(pathLanguages(posts), config).map((lang): FeedPlan => {
      const isInLanguage = languageTest([lang], config);
      const file = `${languageKey(lang)}/feed.xml`;
      return {
        type: 'rss',
        path: `/${file}`,
        file,
        entries: entries.filter(({ post }) => isInLanguage(post)),
        only: [],
        lang,
      };
    }),
  ];
}

/** What `blog feed` selects posts by; names in any form that `selectPosts` accepts. */
export interface FeedFilter {
  category?: readonly string[];
  author?: readonly string[];
  lang?: string;
}

/**
 * One feed of these posts, which were selected by `filter`. Each selection has a URL of its own, because Atom identifies a
 * feed by its URL: `/category/news/feed.xml`, `/cy/category/a+b/author/jo/feed.xml`.
 */
export function planFilteredFeed(
  entries: readonly FeedEntry[],
  type: FeedType,
  { category = [], author = [], lang: wanted }: FeedFilter,
  config: FeedConfig,
): FeedPlan {
  const plan = planFeed(entries, type, config);
  const inUse = namesInUse(category, entries, (post) => post.categories);
  const categories = inUse.map((name) => configuredName(name, config.categories));
  const authors = namesInUse(author, entries, (post) => post.authors.map(({ name }) => name));
  const categorySlugs = categories.map((name) => categorySlug(name, config.categories));
  const authorSlugs = authors.map((name) => slugKey(name) || 'author');
  const lang = wanted === undefined ? undefined : (createLanguages(config).find(wanted) ?? wanted);
  const language = lang === undefined ? '' : `/${languageKey(lang)}`;
  const folder = language + folderOf('category', categorySlugs) + folderOf('author', authorSlugs);
  if (folder === '') return plan;
  const only = [...new Set([...categories, ...authors])];
  return { ...plan, path: `${folder}/${plan.file}`, only, ...(lang !== undefined && { lang }) };
}

function folderOf(kind: string, slugs: readonly string[]): string {
  return slugs.length === 0 ? '' : `/${kind}/${[...new Set(slugs)].sort().join('+')}`;
}

/** The names as the newest post writes them; they may be given in any case, or as slugs. */
function namesInUse(
  wanted: readonly string[],
  entries: readonly FeedEntry[],
  namesOf: (post: Post) => readonly string[],
): string[] {
  const names = entries.flatMap(({ post }) => namesOf(post));
  return wanted.map((one) => {
    const key = foldName(one);
    return names.find((name) => foldName(name) === key) ?? names.find((name) => slugKey(name) === key) ?? one;
  });
}
