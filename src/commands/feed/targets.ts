/** Which feeds are made of the posts, and where each goes. Spec section 6. */
import { join } from 'node:path';
import { feedSlug } from '../../blog/feedSlug.ts';
import { ExitCode, UserError } from '../../errors.ts';
import type { Renderer } from '../../feed/content.ts';
import { type Feed, type FeedEntry, type FeedSettings, type FeedType, feedGuid, toFeed } from '../../feed/feed.ts';
import type { Surroundings } from '../../feed/urls.ts';
import { holdsExactly } from '../../files/existing.ts';
import { foldName, slugKey } from '../../post/fields/slug.ts';
import { createMarkdown, type Markdown } from '../../post/markdown/markdown.ts';
import type { Post } from '../../post/post.ts';
import type { Progress } from '../progress.ts';
import { byCategory, properName } from './categories.ts';
import { type FeedOptions, type FeedSite, publishedAt } from './options.ts';
import type { FeedPosts } from './source.ts';

export interface FeedTarget {
  /** As the options name it; empty for stdout. */
  path: string;
  type: FeedType;
  feed: Feed;
  /** The feed's text, made anew at each call. */
  pieces(): Iterable<string>;
  /** The post that has an identity, by its printed path. */
  fileOf(guid: string): string | undefined;
}

type Writer = (feed: Feed) => Iterable<string>;

/** Only the format that is asked for is loaded. */
const writers: Record<FeedType, () => Promise<Writer>> = {
  rss: async () => (await import('../../feed/rss.ts')).writeRss,
  atom: async () => (await import('../../feed/atom.ts')).writeAtom,
  json: async () => (await import('../../feed/jsonFeed.ts')).writeJsonFeed,
};

/** A Markdown parser that is loaded for the first text: a feed of summaries may need none. */
function lazyMarkdown(): Markdown {
  let made: Markdown | undefined;
  const markdown = (): Markdown => {
    made ??= createMarkdown();
    return made;
  };
  return { parse: (body, place) => markdown().parse(body, place), render: (text) => markdown().render(text) };
}

/** What sanitises HTML is loaded only where a text may need it: that takes longer than the feed of the newest posts. */
async function createRenderer(hasMarkup: boolean): Promise<Renderer> {
  const changed = (): never => {
    throw new UserError('a post changed while the feed was made: run the command again', ExitCode.found);
  };
  const markdown = lazyMarkdown();
  if (!hasMarkup) return { markdown, makeSafe: changed, findDanger: changed };
  const { makeSafe } = await import('../../feed/html/sanitise.ts');
  const { findDanger } = await import('../../feed/html/danger.ts');
  return { markdown, makeSafe, findDanger };
}

/** The one feed that the options ask for, or all of the blog's. */
export async function planFeeds(
  { entries, hasMarkup }: FeedPosts,
  options: FeedOptions,
  site: FeedSite,
  limit: number,
  surroundings: Surroundings,
): Promise<FeedTarget[]> {
  const content = options.summary ? 'summary' : options.full ? 'full' : site.config.feed.content;
  const renderer = await createRenderer(hasMarkup);
  const plan = async (
    path: string,
    type: FeedType,
    published: string,
    posts: readonly FeedEntry[],
    only: readonly string[],
  ): Promise<FeedTarget> => {
    const write = await writers[type]();
    const selfUrl = options.selfUrl ?? publishedAt(site, published);
    const settings: FeedSettings = { type, config: site.config, selfUrl, content, only };
    const fed = limit > 0 ? posts.slice(0, limit) : posts;
    const feed = toFeed(fed, settings, surroundings, renderer);
    const fileOf = (guid: string): string | undefined =>
      fed.find((entry) => feedGuid(entry, site.siteUrl, type).value === guid)?.post.file;
    return { path, type, feed, pieces: () => told(write(feed), feed.items.length, site.progress), fileOf };
  };
  const names: Record<FeedType, string> = { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' };
  const urlOf = (type: FeedType): string => (type === 'rss' ? site.config.feed.path : `/${names[type]}`);
  const { output = '', type = 'rss', category = [], author = [] } = options;
  if (!options.all) {
    const categories = category.map((name) =>
      properName(
        spelling(name, entries, (post) => post.categories),
        site.config,
      ),
    );
    const authors = author.map((name) => spelling(name, entries, (post) => post.authors.map((person) => person.name)));
    const filtered = filteredPath({
      category: categories.map((name) => feedSlug(name, site.config.categories)),
      author: authors.map((name) => slugKey(name) || 'author'),
    });
    const published = filtered === '' ? urlOf(type) : `${filtered}/${names[type]}`;
    return [await plan(output, type, published, entries, [...new Set([...categories, ...authors])])];
  }
  return Promise.all([
    plan(join(output, 'feed.xml'), 'rss', urlOf('rss'), entries, []),
    plan(join(output, 'atom.xml'), 'atom', urlOf('atom'), entries, []),
    plan(join(output, 'feed.json'), 'json', urlOf('json'), entries, []),
    ...byCategory(entries, site).map(({ slug, name, posts }) => {
      const path = `category/${slug}/feed.xml`;
      return plan(join(output, path), 'rss', `/${path}`, posts, [name]);
    }),
  ]);
}

/**
 * The folder where a feed of some categories or authors is published, unless `--self-url` says otherwise: another than
 * the whole feed's, for in Atom a feed is known by its address. `/category/news`, `/category/a+b/author/jo`.
 */
function filteredPath(slugs: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(slugs)
    .filter(([, names]) => names.length > 0)
    .map(([kind, names]) => `/${kind}/${[...new Set(names)].sort().join('+')}`)
    .join('');
}

/** A name that was asked for, as the newest post that has it spells it. */
function spelling(asked: string, entries: readonly FeedEntry[], namesOf: (post: Post) => readonly string[]): string {
  const names = entries.flatMap(({ post }) => namesOf(post));
  const wanted = foldName(asked);
  return names.find((name) => foldName(name) === wanted) ?? names.find((name) => slugKey(name) === wanted) ?? asked;
}

/** The pieces of a feed, a piece a post or so; whoever waits is told how far it is. */
function* told(pieces: Iterable<string>, total: number, progress: Progress | undefined): Generator<string> {
  let done = 0;
  try {
    for (const piece of pieces) {
      progress?.(Math.min(++done, total - 1), total);
      yield piece;
    }
  } finally {
    progress?.(total, total);
  }
}

/** A planned feed and the file it goes to; `shown` names it in messages. */
export interface FeedFile {
  target: FeedTarget;
  path: string;
  shown: string;
}

/** Whether the file holds just what would be written. */
export function isCurrent({ target, path, shown }: FeedFile): boolean {
  return holdsExactly(path, target.pieces(), shown);
}
