/** Which feeds a blog has, and where each is published. */
import type { Config } from '../blog/config/config.ts';
import { createLanguages, feedLanguages, languageTest, pathLanguages } from '../blog/languages.ts';
import type { Entry } from '../blog/postIndex.ts';
import { withoutTranslations } from '../blog/translations.ts';
import { languageKey } from '../post/fields/language.ts';
import { foldName } from '../post/fields/slug.ts';
import { decodePath } from '../post/relativePath.ts';
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
  /** The language it is limited to. */
  lang?: string;
}

const fileNames: Readonly<Record<FeedType, string>> = { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' };

type FeedConfig = Pick<Config, 'feed' | 'language' | 'languages'>;

/** The feed of all posts in one format. */
function planFeed(entries: readonly FeedEntry[], type: FeedType, { feed }: FeedConfig): FeedPlan {
  const file = fileNames[type];
  return { type, path: type === 'rss' ? feed.path : `/${file}`, file, entries, only: [] };
}

/** All feeds of a blog: one in each format, and one in RSS for each category and each language that `known` posts have. */
export function planAllFeeds(
  entries: readonly FeedEntry[],
  categories: readonly NamedPosts<FeedEntry>[],
  config: FeedConfig,
  known: readonly Entry[] = entries,
): FeedPlan[] {
  const carried = withoutTranslations(entries, config);
  const posts = known.map(({ post }) => post);
  return [
    { ...planFeed(carried, 'rss', config), file: fileOf(config.feed.path) },
    ...(['atom', 'json'] as const).map((type) => planFeed(carried, type, config)),
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

/** The file that a server would find at the path of a feed. */
function fileOf(path: string): string {
  const parts = path.slice(1).split('/');
  return parts.some((part) => /^\.{0,2}$|[?#\\%]/.test(part)) ? fileNames.rss : parts.join('/');
}

/**
 * The feeds once more, each at the former path that the config names for it: hosts show `index.xml` in place of a folder.
 * `unknown` are the lines of the config whose feed is not among `plans`.
 */
export function planAliases(
  plans: readonly FeedPlan[],
  { aliases = {} }: Pick<Config['feed'], 'aliases'>,
): { copies: FeedPlan[]; unknown: [path: string, feed: string][] } {
  const byPath = new Map(plans.map((plan) => [decodePath(plan.path), plan]));
  const files = new Set(plans.map(({ file }) => foldName(file)));
  const unknown: [string, string][] = [];
  const copies = Object.entries(aliases).flatMap(([path, feed]): FeedPlan[] => {
    const plan = byPath.get(decodePath(feed));
    if (!plan) unknown.push([path, feed]);
    const file = `${decodePath(path).slice(1)}index.${plan?.type === 'json' ? 'json' : 'xml'}`;
    return plan && !files.has(foldName(file)) ? [{ ...plan, file }] : [];
  });
  return { copies, unknown };
}

/** In the order in which a URL names them. */
export const kinds = ['category', 'tag', 'author'] as const satisfies readonly NameKind[];

/** The names, and the language, that `blog feed` selects posts by. */
export type FeedFilter = Readonly<Record<NameKind, readonly NamedPosts[]>> & { lang?: string | undefined };

/**
 * One feed of these posts, which were selected by `filter`. Each selection has a URL of its own, because Atom identifies a
 * feed by its URL: `/category/news/feed.xml`, `/cy/category/a+b/tag/c/author/jo/feed.xml`.
 */
export function planFilteredFeed(
  entries: readonly FeedEntry[],
  type: FeedType,
  filter: FeedFilter,
  config: FeedConfig,
): FeedPlan {
  const plan = planFeed(entries, type, config);
  const lang = filter.lang === undefined ? undefined : (createLanguages(config).find(filter.lang) ?? filter.lang);
  const language = lang === undefined ? '' : `/${languageKey(lang)}`;
  const folder = language + kinds.map((kind) => folderOf(kind, filter[kind])).join('');
  if (folder === '') return plan;
  const names = kinds.flatMap((kind) => filter[kind].map(({ name }) => name));
  return { ...plan, path: `${folder}/${plan.file}`, only: [...new Set(names)], ...(lang !== undefined && { lang }) };
}

/** `/category/a+b`; empty without names. */
export function folderOf(kind: NameKind, names: readonly NamedPosts[]): string {
  const slugs = names.map(({ slug }) => slug);
  return slugs.length === 0 ? '' : `/${kind}/${[...new Set(slugs)].sort().join('+')}`;
}
