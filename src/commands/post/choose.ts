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

/** The folder as commands on one post need it. */
export interface PostFolder {
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
export function openPostFolder(site: SiteContext): PostFolder {
  const files = findPosts(site.folder);
  const postIndex = readPostIndex(site, files);
  return { files: new Map(files.map((file) => [file.file, file])), postIndex };
}

/**
 * The post with this path, slug, id, or current or former URL, or the only one whose slug begins with it. Throws UserError
 * if there is none or more than one. An invalid post is found by its path or file name, which takes precedence over the
 * beginning of another post's slug.
 */
export function choosePost(wanted: string, { files, postIndex }: PostFolder, site: SiteContext): Chosen {
  const path = printedPath(site.base, resolve(site.base, wanted));
  const found = findPost(wanted, path, postIndex.entries, site.config.siteUrl);
  const [invalid, ...others] = findInvalid(wanted, path, postIndex.invalid);
  if ('entry' in found && !(found.isBeginning && invalid)) {
    const file = files.get(found.entry.post.file);
    if (file) return { file, entry: found.entry };
  }
  const file = invalid && files.get(invalid.file);
  if (invalid && file && others.length === 0) return { file, reading: invalid };
  const several = invalid ? [invalid, ...others] : 'several' in found ? found.several.map(({ post }) => post) : [];
  if (several.length > 0) {
    const paths = several.map((post) => `  ${visible(post.file)}`);
    throw new UserError(`“${visible(wanted)}” is ambiguous; use one of these paths:\n${paths.join('\n')}`);
  }
  // A path that is out of date because its day has changed.
  const undated = (one: string): string => one.replace(/(^|\/)\d{4}-\d{2}-\d{2}-(?=[^/])/g, '$1');
  const moved = postIndex.entries.filter(({ post }) => undated(post.file) === undated(path));
  const there = moved[0] && files.get(moved[0].post.file);
  if (moved[0] && there && moved.length === 1) return { file: there, entry: moved[0] };
  const hint = 'nearest' in found && found.nearest !== undefined ? `; ${suggest(visible(found.nearest))}` : '';
  throw new UserError(`post “${visible(wanted)}” not found${hint}`);
}

/** The invalid post with this path, else those with this file name apart from its date. */
function findInvalid(wanted: string, path: string, invalid: readonly PostReading[]): PostReading[] {
  const there = invalid.find(({ file }) => file === path || file.endsWith(`/${wanted}`));
  if (there) return [there];
  const slug = foldName(wanted);
  return invalid.filter(({ file }) => foldName(readFileName(file).slug) === slug);
}
