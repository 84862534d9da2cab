/** Free places for new posts: a file's name and an address that no other post has. Spec section 4, `blog new`. */
import type { Post } from '../post/post.ts';
import type { Config } from './config/config.ts';
import { createUrlMaker, encodeUrl, joinUrl, urlKey } from './url.ts';

/** Where a new post would be. */
export interface Destination {
  /** With `/`, from the posts folder. */
  inPosts: string;
  url: string;
}

/**
 * Tells which file takes a place already, or undefined where it is free: a post's file, address or former address,
 * whatever its case or Unicode form, for a disk or a reader may not tell them apart. `files` are all files that are or
 * should be posts, so that one that cannot be read holds its name, too.
 */
export function takenDestinations(
  files: Iterable<{ file: string; inPosts: string }>,
  posts: Iterable<Post>,
  config: Config,
): (place: Destination) => string | undefined {
  const names = new Map<string, string>();
  for (const { file, inPosts } of files) names.set(nameKey(inPosts), file);
  const addresses = new Map<string, string>();
  const address = createUrlMaker(config);
  for (const post of posts) {
    for (const alias of post.aliases) {
      addresses.set(urlKey(joinUrl(config.siteUrl, encodeUrl(alias))), post.file);
    }
    addresses.set(urlKey(address(post)), post.file);
  }
  return ({ inPosts, url }) => names.get(nameKey(inPosts)) ?? addresses.get(urlKey(url));
}

function nameKey(file: string): string {
  return file.normalize('NFC').toLowerCase();
}
