/** The current and former URLs of all posts, and links to those that readers do not see. */
import { languageKey } from '../post/fields/language.ts';
import { readFileName, slugKey } from '../post/fields/slug.ts';
import { onlyTypo } from '../post/nearest.ts';
import { type Post, publicFrom, type Status, type StatusFields, statusOf } from '../post/post.ts';
import { decodePath, pathKey } from '../post/relativePath.ts';
import type { Config } from './config/config.ts';
import { createUrlMaker, encodeUrl, joinUrl, urlKey } from './url.ts';

/** A text may have thousands of broken links. */
const mostComparisons = 500_000;

export type PublishedUrls = ReturnType<typeof indexPublishedUrls>;

interface PlacedPost {
  /** Path of its file in the posts folder, with `/`. */
  inPosts: string;
  post: Post;
}

/**
 * Indexes the URLs at which posts are, and were, published. Their paths are relative to the origin of
 * the site: `/blog/2018/07/x/`.
 */
export function indexPublishedUrls(posts: readonly PlacedPost[], config: Config) {
  const root = pathOfUrl(config.siteUrl ?? '');
  const paths = new Map<string, string>();
  const known = new Set<string>();
  const slugs = new Map<string, string | undefined>();
  let byPath: Map<string, PlacedPost> | undefined;
  let byFile: Map<string, PlacedPost> | undefined;
  let left = mostComparisons;
  const urlOf = createUrlMaker(config);
  for (const { inPosts, post } of posts) {
    const path = pathOfUrl(urlOf(post));
    paths.set(inPosts, path);
    known.add(urlKey(path));
    for (const alias of post.aliases) known.add(urlKey(pathOfUrl(joinUrl(config.siteUrl, encodeUrl(alias)))));
    const slug = slugKey(readFileName(inPosts).slug);
    slugs.set(slug, slugs.has(slug) ? undefined : inPosts);
  }
  const inLanguages = (config.languages ?? []).flatMap((lang) => [
    `/${languageKey(lang)}/`,
    `/${languageKey(lang)}/feed.xml`,
  ]);
  for (const own of ['/', config.feed.path, ...inLanguages]) known.add(urlKey(root + own));
  return {
    /** The post in a file, whatever the Unicode form of its path. */
    in(inPosts: string) {
      byFile ??= new Map(posts.map((one) => [pathKey(one.inPosts), one]));
      return byFile.get(pathKey(inPosts));
    },
    /** The post at a path. */
    at(path: string) {
      byPath ??= new Map(posts.map((one) => [urlKey(paths.get(one.inPosts) ?? ''), one]));
      return byPath.get(urlKey(path));
    },
    /** The path of the post in a file. */
    pathOf: (inPosts: string) => paths.get(inPosts),
    /** Whether this is the current or former path of a post, or of a home page or a feed of all posts. */
    isKnown: (path: string) => known.has(urlKey(path)),
    /** The path relative to `site_url`; undefined outside the blog. */
    inSite(path: string) {
      if (path !== root && !path.startsWith(`${root}/`)) return undefined;
      return path.slice(root.length) || '/';
    },
    /** The file of the only post with this slug in its name, or one that differs by a typo, whatever its date and folder. */
    withSlug(path: string) {
      const slug = slugKey(readFileName(decodePath(path)).slug);
      if (slugs.has(slug)) return slugs.get(slug);
      left -= slugs.size;
      return left < 0 ? undefined : slugs.get(onlyTypo(slug, slugs.keys()) ?? '');
    },
  };
}

function pathOfUrl(url: string): string {
  return url.replace(/^https?:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '');
}

const statusWords: Readonly<Record<Status, string>> = {
  draft: 'a draft',
  pending: 'a draft',
  scheduled: 'not yet published',
  expired: 'expired',
  published: 'left out of the site',
};

/** A post that was to go, or that the site leaves out, is not waiting to be published. */
const unpublishable: readonly Status[] = ['expired', 'published'];

/** What is wrong with a link to a post without a page; `what` names the link. */
export function unpublishedLink(what: string, file: string, status: Status): { message: string; hint: string } {
  const remedy = unpublishable.includes(status) ? 'link to another page' : 'publish that post';
  return {
    message: `${what} leads to ${file}, which is ${statusWords[status]}`,
    hint: `${remedy}, or remove the link`,
  };
}

/** The status of a post that readers of another do not see; undefined if they do, or see neither. `now` is in ms. */
export function hiddenFrom(source: StatusFields, target: Post, now: number): Status | undefined {
  const [from, to] = [statusOf(source, now), statusOf(target, now)];
  if (to === 'published' || (from !== 'published' && from !== 'scheduled')) return undefined;
  const isThereInTime = to === 'scheduled' && publicFrom(target).instant <= publicFrom(source).instant;
  return from === 'scheduled' && isThereInTime ? undefined : to;
}
