/** The post that an argument names. */
import { resolve } from 'node:path';
import { findPost } from '../../blog/findPost.ts';
import type { Entry, PostIndex } from '../../blog/postIndex.ts';
import { UserError } from '../../errors.ts';
import { findPosts, type PostFile, printedPath } from '../../files/posts.ts';
import { foldName, readFileName } from '../../post/fields/slug.ts';
import { suggest } from '../../post/nearest.ts';
import type { PostReading } from '../../post/post.ts';
import { visible } from '../../report/escape.ts';
import { readPostIndex, type SiteContext } from '../site.ts';

/** The name and description of that argument, for commander. */
export const postArgument = ['<post>', 'path, slug, id or URL of the post, or the start of its slug'] as const;

/** The site with all its posts. */
export interface SitePosts extends SiteContext {
  files: ReadonlyMap<string, PostFile>;
  postIndex: PostIndex;
}

export interface Chosen {
  file: PostFile;
  /** Undefined if the post is invalid; then `reading` has its faults. */
  entry?: Entry;
  reading?: PostReading;
}

/** Reads the front matter of all posts. */
export function readPosts(site: SiteContext): SitePosts {
  const files = findPosts(site.folder);
  return { ...site, files: new Map(files.map((file) => [file.file, file])), postIndex: readPostIndex(site, files) };
}

/**
 * The post with this path, slug, id, or current or former URL, or the only one whose slug begins with it. Throws UserError
 * if there is none or more than one. An invalid post is found by its path or file name, which takes precedence over the
 * beginning of another post's slug.
 */
export function choosePost(wanted: string, { base, config, files, postIndex }: SitePosts): Chosen {
  // The index was made from these files.
  const fileOf = ({ file }: { file: string }): PostFile => files.get(file) as PostFile;
  const path = printedPath(base, resolve(base, wanted));
  const found = findPost(wanted, path, postIndex.entries, config.siteUrl);
  const [reading, ...others] = findInvalid(wanted, path, postIndex.invalid);
  if ('entry' in found && !(found.isBeginning && reading))
    return { file: fileOf(found.entry.post), entry: found.entry };
  if (reading && others.length === 0) return { file: fileOf(reading), reading };
  const several = reading ? [reading, ...others] : 'several' in found ? found.several.map(({ post }) => post) : [];
  if (several.length > 0) {
    const paths = several.map((post) => `  ${visible(post.file)}`);
    throw new UserError(`“${visible(wanted)}” is ambiguous; use one of these paths:\n${paths.join('\n')}`);
  }
  // A path that is out of date because its day has changed.
  const undated = (one: string): string => one.replace(/(^|\/)\d{4}-\d{1,2}-\d{1,2}-(?=[^/])/g, '$1');
  const [moved, ...alsoMoved] = postIndex.entries.filter(({ post }) => undated(post.file) === undated(path));
  if (moved && alsoMoved.length === 0) return { file: fileOf(moved.post), entry: moved };
  const hint = 'nearest' in found && found.nearest !== undefined ? `; ${suggest(visible(found.nearest))}` : '';
  throw new UserError(`post “${visible(wanted)}” not found${hint}`);
}

/** The invalid post with this path, else those with this file name apart from its date. */
function findInvalid(wanted: string, path: string, invalid: readonly PostReading[]): PostReading[] {
  const there = invalid.find(({ file }) => file === path || file.endsWith(`/${wanted}`));
  if (there) return [there];
  const slug = foldName(wanted);
  return invalid.filter(({ file, path = file }) => foldName(readFileName(path).slug) === slug);
}
