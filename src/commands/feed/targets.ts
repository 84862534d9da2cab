/** Planned feeds → texts, each for a file or stdout. */
import { join, resolve } from 'node:path';
import type { Entry } from '../../blog/postIndex.ts';
import { translationKey } from '../../blog/translations.ts';
import { joinUrl, normaliseUrl } from '../../blog/url.ts';
import { UserError } from '../../errors.ts';
import { findUnused, groupByName } from '../../feed/categories.ts';
import { type Feed, type FeedType, feedGuid, toFeed } from '../../feed/feed.ts';
import { type FeedFilter, type FeedPlan, planAliases, planAllFeeds, planFilteredFeed } from '../../feed/plan.ts';
import { createRenderer } from '../../feed/renderer.ts';
import type { Surroundings } from '../../feed/urls.ts';
import { withSlashes } from '../../files/windows.ts';
import { foldName } from '../../post/fields/slug.ts';
import { visible } from '../../report/escape.ts';
import { printHint } from '../context.ts';
import type { Progress } from '../progress.ts';
import { isOwnFeed } from './left.ts';
import { refuseClashes } from './names.ts';
import { type FeedOptions, type FeedSite, typeOfName } from './options.ts';
import { changed, type FeedPosts } from './source.ts';

export interface FeedTarget {
  /** Its file, absolute; without meaning if the feed is printed. */
  path: string;
  /** Its file in the folder of all feeds, with `/`. */
  file: string;
  /** The file in messages. */
  shown: string;
  type: FeedType;
  feed: Feed;
  /** The text of the feed, rendered anew on each call. */
  pieces(): Iterable<string>;
  /** The files of its posts. */
  files: readonly string[];
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

/** The posts of a feed; of all valid posts, those that are published. */
type TargetPosts = FeedPosts & { published: Entry[]; valid: Entry[]; filter: FeedFilter; surroundings: Surroundings };

/** The feed that the options ask for, or with `--all` every feed. Throws UserError if names would share a feed. */
export async function createTargets(
  posts: TargetPosts,
  options: FeedOptions,
  site: FeedSite,
  limit: number,
): Promise<FeedTarget[]> {
  const { entries, hasMarkup, published, valid, filter, surroundings } = posts;
  const { all, summary, full, selfUrl, output = '' } = options;
  const type = options.type ?? typeOfName(output);
  const { config } = site;
  const content = summary ? 'summary' : full ? 'full' : config.feed.content;
  const renderer = await createRenderer(hasMarkup, () => changed('a post'));
  const createTarget = async ({ type, path, file, only, lang, entries: planned }: FeedPlan): Promise<FeedTarget> => {
    const write = await writers[type]();
    const self = selfUrl ?? joinUrl(site.siteUrl, normaliseUrl(path));
    const fed = planned.slice(0, limit || undefined);
    const feed = toFeed(fed, { type, config, selfUrl: self, content, only, lang }, surroundings, renderer);
    const shown = withSlashes(all ? join(output, file) : output);
    let keys: Map<string, string> | undefined;
    const guidOf = (entry: Entry): string => feedGuid(entry, site.siteUrl, type).value;
    let byGuid: Map<string, Entry> | undefined;
    return {
      path: resolve(site.base, shown),
      file,
      shown: visible(shown),
      type,
      feed,
      pieces: () => withProgress(write(feed), feed.items.length, site.progress),
      files: fed.map(({ post }) => post.file),
      entryOf: (guid) => {
        byGuid ??= new Map(fed.map((entry) => [guidOf(entry), entry]));
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
  if (!all) return [await createTarget(planFilteredFeed(entries, type, filter, config))];
  const categories = groupByName(entries, 'category', config);
  refuseClashes('category', categories, site);
  const plans = planAllFeeds(entries, categories, config);
  refuseSharedFile(plans, config.feed.path);
  // Whoever subscribed to the feed of a name whose posts are all drafts now must not go on seeing them.
  const unused = findUnused(categories, valid, 'category', config);
  const files = new Set(plans.map(({ file }) => foldName(file)));
  const left = planAllFeeds(entries, unused, config, valid).filter(
    ({ file }) => !files.has(foldName(file)) && isOwnFeed(resolve(site.base, output, file), options, site),
  );
  const { copies, unknown } = planAliases([...plans, ...left], config.feed);
  for (const [path, feed] of unknown) {
    const why = `feed.aliases in the config names ${feed}, which is none of the feeds`;
    printHint(visible(`no feed at ${path}: ${why}`), site);
  }
  return Promise.all([...plans, ...left, ...copies].map(createTarget));
}

/** Throws UserError if `feed.path`, which names the file of the first feed, is that of another, too. */
function refuseSharedFile([first, ...others]: readonly FeedPlan[], path: string): void {
  if (!others.some(({ file }) => foldName(file) === foldName(first?.file ?? ''))) return;
  throw new UserError(`--all writes another feed to feed.path, ${visible(path)}; set another path in the config`);
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
