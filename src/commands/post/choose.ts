/** The post that an argument names. */
import { resolve } from 'node:path';
import { findPost } from '../../blog/findPost.ts';
import type { Entry, PostIndex } from '../../blog/postIndex.ts';
import { UserError } from '../../errors.ts';
import { tried } from '../../files/explain.ts';
import { isMissing } from '../../files/folder.ts';
import { findPosts, type PostFile, printedPath } from '../../files/posts.ts';
import { storedIn } from '../../files/spelling.ts';
import { suggestAny } from '../../post/nearest.ts';
import type { PostReading } from '../../post/post.ts';
import { pathKey } from '../../post/relativePath.ts';
import { visible } from '../../report/escape.ts';
import { readPostIndex, type SiteContext } from '../site.ts';

/** The name and description of that argument, for commander. */
export const postArgument = [
  '[post]',
  'path, slug, title, id or URL, or its start; choose from a list if left out',
] as const;

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

/** The post with this name, in whatever way it is named. Throws UserError if there is none or more than one. */
export function choosePost(wanted: string, site: SitePosts): Chosen {
  const { config, files, postIndex } = site;
  // The index was made from these files.
  const fileOf = ({ file }: { file: string }): PostFile => files.get(file) as PostFile;
  const path = printedFile(wanted, site);
  const found = findPost(wanted, path, postIndex.entries, postIndex.invalid, config.siteUrl);
  if ('post' in found) {
    const { entry, reading } = found.post;
    return { file: fileOf(found.post), ...(entry ? { entry } : reading && { reading }) };
  }
  if ('several' in found) {
    const paths = found.several.map(({ file }) => `  ${visible(file)}\n`).sort();
    throw new UserError(`“${visible(wanted)}” is ambiguous; use one of these paths:\n${paths.join('').trimEnd()}`);
  }
  // A path that is out of date because its day has changed.
  const undated = (one: string): string => one.replace(/(^|\/)\d{4}-\d{1,2}-\d{1,2}-(?=[^/])/g, '$1');
  const [moved, ...alsoMoved] = postIndex.entries.filter(
    ({ post }) => undated(pathKey(post.file)) === undated(pathKey(path)),
  );
  if (moved && alsoMoved.length === 0) return { file: fileOf(moved.post), entry: moved };
  const hint = suggestAny(found.nearest.map(visible)) ?? 'to see all posts, run: blog list';
  throw new UserError(`post “${visible(wanted)}” not found; ${hint}`);
}

/** An argument as a printed path: with the names that the disk has, if it finds a file there by another spelling. */
function printedFile(wanted: string, { base, folder, files }: SitePosts): string {
  const path = resolve(base, wanted);
  const printed = printedPath(base, path);
  if (files.has(printed) || tried(() => isMissing(path)) !== false) return printed;
  const inPosts = storedIn(folder.path, path);
  return inPosts === undefined ? printed : folder.printed + inPosts;
}
