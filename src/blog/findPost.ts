/** The post that somebody means. Spec section 4, `<post>`. */
import { parseId } from '../post/fields/id.ts';
import { foldName } from '../post/fields/slug.ts';
import { nearest } from '../post/nearest.ts';
import type { Entry } from './postIndex.ts';
import { encodeUrl, joinUrl, urlKey } from './url.ts';

/** `isBeginning`: what is wanted is only the beginning of its slug. */
export type Found = { entry: Entry; isBeginning: boolean } | { several: Entry[] } | { none: true; nearest?: string };

/**
 * Finds a post by its path, id, slug, address or former address, else by the beginning of its slug: the first of these
 * that fits any post decides. `file` is what is wanted as a path, as posts' files are given.
 */
export function findPost(wanted: string, file: string, entries: readonly Entry[], siteUrl: string | undefined): Found {
  const id = parseId(wanted);
  const slug = foldName(wanted);
  const keyOf = (address: string): string => urlKey(joinUrl(siteUrl, encodeUrl(address)));
  const address = /^https?:|\//i.test(wanted) ? keyOf(wanted) : undefined;
  const isBeginning = ({ post }: Entry): boolean => slug !== '' && foldName(post.slug).startsWith(slug);
  const tests: ((entry: Entry) => boolean)[] = [
    ({ post }) => post.file === file || (/\.(?:md|markdown)$/i.test(wanted) && post.file.endsWith(`/${wanted}`)),
    ({ post }) => id !== undefined && post.id === id,
    ({ post }) => foldName(post.slug) === slug,
    // An id that is no URI looks like a slug, which is what people mean.
    ({ post }) => post.id !== undefined && post.id === wanted.trim(),
    ({ url }) => address !== undefined && urlKey(url) === address,
    ({ post }) => address !== undefined && post.aliases.some((alias) => keyOf(alias) === address),
    isBeginning,
  ];
  for (const test of tests) {
    const [first, ...others] = entries.filter(test);
    if (first && others.length > 0) return { several: [first, ...others] };
    if (first) return { entry: first, isBeginning: test === isBeginning };
  }
  const near = nearest(
    wanted,
    entries.map(({ post }) => post.slug),
  );
  return { none: true, ...(near !== undefined && { nearest: near }) };
}
