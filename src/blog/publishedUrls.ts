/** The addresses of all posts together, present and former. */

import { readFileName, slugKey } from '../post/fields/slug.ts';
import type { Post } from '../post/post.ts';
import { decodePath } from '../post/relativePath.ts';
import type { Config } from './config/config.ts';
import { createUrlMaker, encodeUrl, joinUrl, urlKey } from './url.ts';

/** A post and its file, from the posts folder. */
export interface PlacedPost {
  inPosts: string;
  post: Post;
}

/** Paths are from the site's origin: `/blog/2018/07/x/`. */
export interface PublishedUrls {
  /** Of the post in a file. */
  pathOf(inPosts: string): string | undefined;
  /** Whether a post has this path, or had it. */
  isKnown(path: string): boolean;
  /** The path from the blog's own root; undefined where it is outside. */
  inSite(path: string): string | undefined;
  /** The one post whose file has this name, whatever its date, folder and ending. */
  withSlug(path: string): string | undefined;
}

/** Where posts are published. */
export function publishedUrls(posts: readonly PlacedPost[], config: Config): PublishedUrls {
  const root = pathOfUrl(config.siteUrl ?? '');
  const paths = new Map<string, string>();
  const known = new Set<string>();
  const slugs = new Map<string, string | undefined>();
  const address = createUrlMaker(config);
  for (const { inPosts, post } of posts) {
    const path = pathOfUrl(address(post));
    paths.set(inPosts, path);
    known.add(urlKey(path));
    for (const alias of post.aliases) known.add(urlKey(pathOfUrl(joinUrl(config.siteUrl, encodeUrl(alias)))));
    const slug = slugKey(readFileName(inPosts).slug);
    slugs.set(slug, slugs.has(slug) ? undefined : inPosts);
  }
  for (const own of ['/', config.feed.path]) known.add(urlKey(root + own));
  return {
    pathOf: (inPosts) => paths.get(inPosts),
    isKnown: (path) => known.has(urlKey(path)),
    inSite(path) {
      if (path !== root && !path.startsWith(`${root}/`)) return undefined;
      return path.slice(root.length) || '/';
    },
    withSlug: (path) => slugs.get(slugKey(readFileName(decodePath(path)).slug)),
  };
}

function pathOfUrl(url: string): string {
  return url.replace(/^https?:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '');
}
