/** Planned feeds → texts, each for a file or stdout. */
import { join, resolve } from 'node:path';
import type { Entry } from '../../blog/postIndex.ts';
import { translationKey } from '../../blog/translations.ts';
import { joinUrl, normaliseUrl } from '../../blog/url.ts';
import { ExitCode, UserError } from '../../errors.ts';
import { type CategoryPosts, findSlugClashes, groupByCategory } from '../../feed/categories.ts';
import type { Renderer } from '../../feed/content.ts';
import { type Feed, type FeedType, feedGuid, toFeed } from '../../feed/feed.ts';
import { type FeedPlan, planAllFeeds, planFilteredFeed } from '../../feed/plan.ts';
import type { Surroundings } from '../../feed/urls.ts';
import { readablyQuoted } from '../../post/frontmatter/yamlText.ts';
import { createMarkdown, type Markdown } from '../../post/markdown/markdown.ts';
import { visible } from '../../report/escape.ts';
import type { Progress } from '../progress.ts';
import type { FeedOptions, FeedSite } from './options.ts';
import { changed, type FeedPosts } from './source.ts';

export interface FeedTarget {
  /** Its file, absolute; without meaning if the feed is printed. */
  path: string;
  /** The file in messages. */
  shown: string;
  feed: Feed;
  /** The text of the feed, rendered anew on each call. */
  pieces(): Iterable<string>;
  /** The post with this guid. */
  entryOf(guid: string): Entry | undefined;
  /** The guids of all published posts. */
  published(): string[];
  /** Whether these guids are those of one post in two languages; also of drafts. */
  areTranslations(guid: string, other: string): boolean;
}

/** Each loads only its own format. */
const writers: Record<FeedType, () => Promise<(feed: Feed) => Iterable<string>>> = {
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

/** The HTML sanitiser takes longer to load than the newest posts take to render, so it is loaded only for posts with markup. */
async function createRenderer(hasMarkup: boolean): Promise<Renderer> {
  const markdown = lazyMarkdown();
  const refuse = (): never => {
    throw changed('a post');
  };
  if (!hasMarkup) return { markdown, makeSafe: refuse, findDanger: refuse };
  const { makeSafe } = await import('../../feed/html/sanitise.ts');
  const { findDanger } = await import('../../feed/html/danger.ts');
  return { markdown, makeSafe, findDanger };
}

/** The posts of a feed; of all valid posts, those that are published. */
type TargetPosts = FeedPosts & { published: Entry[]; valid: Entry[]; surroundings: Surroundings };

/** The feed that the options ask for, or with `--all` every feed. Throws UserError if categories would share a feed. */
export async function createTargets(
  { entries, hasMarkup, published, valid, surroundings }: TargetPosts,
  options: FeedOptions,
  site: FeedSite,
  limit: number,
): Promise<FeedTarget[]> {
  const { all, summary, full, selfUrl, output = '', type = 'rss' } = options;
  const { config } = site;
  const content = summary ? 'summary' : full ? 'full' : config.feed.content;
  const renderer = await createRenderer(hasMarkup);
  const createTarget = async ({ type, path, file, only, lang, entries: planned }: FeedPlan): Promise<FeedTarget> => {
    const write = await writers[type]();
    const self = selfUrl ?? joinUrl(site.siteUrl, normaliseUrl(path));
    const posts = planned.slice(0, limit || undefined);
    const feed = toFeed(posts, { type, config, selfUrl: self, content, only, lang }, surroundings, renderer);
    const shown = all ? join(output, file) : output;
    let keys: Map<string, string> | undefined;
    const guidOf = (entry: Entry): string => feedGuid(entry, site.siteUrl, type).value;
    let byGuid: Map<string, Entry> | undefined;
    return {
      path: resolve(site.base, shown),
      shown: visible(shown),
      feed,
      pieces: () => withProgress(write(feed), feed.items.length, site.progress),
      entryOf: (guid) => {
        byGuid ??= new Map(posts.map((entry) => [guidOf(entry), entry]));
        return byGuid.get(guid);
      },
      published: () => published.map(guidOf),
      areTranslations: (guid, other) => {
        keys ??= new Map(valid.map((entry) => [guidOf(entry), translationKey(entry.post)]));
        const key = keys.get(guid);
        return key !== undefined && key === keys.get(other);
      },
    };
  };
  if (!all) return [await createTarget(planFilteredFeed(entries, type, options, config))];
  const categories = groupByCategory(entries, config);
  refuseClashes(categories);
  return Promise.all(planAllFeeds(entries, categories, config).map(createTarget));
}

function refuseClashes(categories: readonly CategoryPosts[]): void {
  const clashes = findSlugClashes(categories).map(([one, other]) => {
    const slug = `${other.slug.length > 40 ? 'another-category' : other.slug}-2`;
    const names = `categories “${visible(one.name)}” and “${visible(other.name)}”`;
    const line = visible(`- { name: ${readablyQuoted(other.name)}, slug: ${slug} }`);
    return `${names} share the feed category/${one.slug}/feed.xml; add to categories in blog.config.yaml: ${line}`;
  });
  if (clashes.length > 0) throw new UserError(clashes.join('\n'), ExitCode.found);
}

/** The pieces of a feed, about one a post, reporting how many of `total` are done. */
function* withProgress(pieces: Iterable<string>, total: number, progress: Progress | undefined): Generator<string> {
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
