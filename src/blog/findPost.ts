/** Finds the post that a `<post>` argument names. */
import { guidOf, parseId } from '../post/fields/id.ts';
import { foldName } from '../post/fields/slug.ts';
import { nearest } from '../post/nearest.ts';
import type { Post } from '../post/post.ts';
import type { Entry } from './postIndex.ts';
import { aliasKey, urlKey } from './url.ts';

/** `isBeginning`: the argument is only the beginning of the slug. `several`: it is ambiguous. */
export type Found = { entry: Entry; isBeginning: boolean } | { several: Entry[] } | { none: true; nearest?: string };

/** What names one of several translations: the slug, with the language where the path has one. */
export function ownName({ slug, pathLang }: Post): string {
  return foldName(pathLang === undefined ? slug : `${slug}.${pathLang}`);
}

/** The folder that a post has to itself, which shells complete. */
function folderOf({ file }: Post): string | undefined {
  return /^(.*)\/index\.(?:md|markdown)$/is.exec(file)?.[1];
}

/**
 * Finds a post by its path, id, slug (a translation’s with its language: `visit.cy`), URL or former URL, or else by the beginning of its slug; the first of these that
 * matches any post decides. `file` is `wanted` as a path in the form of `post.file`.
 */
export function findPost(wanted: string, file: string, entries: readonly Entry[], siteUrl: string | undefined): Found {
  const id = parseId(wanted);
  const slug = foldName(wanted);
  const key = /^https?:|\//i.test(wanted) ? aliasKey(wanted, siteUrl) : undefined;
  const isBeginning = ({ post }: Entry): boolean => slug !== '' && foldName(post.slug).startsWith(slug);
  const tests: ((entry: Entry) => boolean)[] = [
    ({ post }) =>
      post.file === file ||
      folderOf(post) === file ||
      (/\.(?:md|markdown)$/i.test(wanted) && post.file.endsWith(`/${wanted}`)),
    ({ post }) =>
      id !== undefined && post.id !== undefined && guidOf(post.id, siteUrl ?? '') === guidOf(id, siteUrl ?? ''),
    ({ post }) => ownName(post) === slug,
    ({ post }) => foldName(post.slug) === slug,
    // After the slug, because an id that is not a URI may look like one.
    ({ post }) => post.id !== undefined && post.id === wanted.trim(),
    ({ url }) => key !== undefined && urlKey(url) === key,
    ({ post }) => key !== undefined && post.aliases.some((alias) => aliasKey(alias, siteUrl) === key),
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
