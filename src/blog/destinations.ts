/** Free places for new posts: a file name and a URL that no other post has. */
import type { Post } from '../post/post.ts';
import type { Config } from './config/config.ts';
import { aliasKey, createUrlMaker, urlKey } from './url.ts';

/**
 * Returns a function that gives the file that takes a place, as it is printed; undefined where the place is free. A place is
 * taken by a post's path, URL or alias in any case and Unicode form, since a file system or a reader may not tell them
 * apart. `files` are all post files, also those that cannot be read; `inPosts` is a path from the posts folder, with `/`.
 */
export function takenDestinations(
  files: Iterable<{ file: string; inPosts: string }>,
  posts: Iterable<Post>,
  config: Config,
): (destination: { inPosts: string; url: string }) => string | undefined {
  const names = new Map<string, string>();
  for (const { file, inPosts } of files) names.set(nameKey(inPosts), file);
  const urls = new Map<string, string>();
  const urlOf = createUrlMaker(config);
  for (const post of posts) {
    for (const alias of post.aliases) urls.set(aliasKey(alias, config.siteUrl), post.file);
    urls.set(urlKey(urlOf(post)), post.file);
  }
  return ({ inPosts, url }) => names.get(nameKey(inPosts)) ?? urls.get(urlKey(url));
}

function nameKey(file: string): string {
  return file.normalize('NFC').toLowerCase();
}
