/** The post that an argument means. Spec section 4, `<post>`. */
import { resolve } from 'node:path';
import { findPost } from '../../blog/findPost.ts';
import type { Entry, PostIndex } from '../../blog/postIndex.ts';
import { UserError } from '../../errors.ts';
import { findPosts, type PostFile, printedPath } from '../../files/posts.ts';
import { foldName, readFileName } from '../../post/fields/slug.ts';
import type { PostReading } from '../../post/post.ts';
import { visible } from '../../report/escape.ts';
import { readPostIndex, type SiteContext } from '../site.ts';

/** The folder as commands on one post need it. */
export interface PostFolder {
  files: ReadonlyMap<string, PostFile>;
  postIndex: PostIndex;
}

export interface Chosen {
  file: PostFile;
  /** Undefined when the post is invalid; then `reading` says why. */
  entry?: Entry;
  reading?: PostReading;
}

/** Reads the front matter of all posts, to find one among them. */
export function openPostFolder(site: SiteContext): PostFolder {
  const files = findPosts(site.folder);
  const postIndex = readPostIndex(site, files);
  return { files: new Map(files.map((file) => [file.file, file])), postIndex };
}

/**
 * The post of a path, a slug, an id, an address now or before, or the only one whose slug begins so. Throws UserError
 * where there is none, or are several. A broken post is found by its path, or by the name of its file; no other whose
 * slug only begins so is taken for it.
 */
export function choosePost(wanted: string, { files, postIndex }: PostFolder, site: SiteContext): Chosen {
  const path = printedPath(site.base, resolve(site.base, wanted));
  const found = findPost(wanted, path, postIndex.entries, site.config.siteUrl);
  const [broken, ...others] = findBroken(wanted, path, postIndex.invalid);
  if ('entry' in found && !(found.isBeginning && broken)) {
    const file = files.get(found.entry.post.file);
    if (file) return { file, entry: found.entry };
  }
  const file = broken && files.get(broken.file);
  if (broken && file && others.length === 0) return { file, reading: broken };
  const several = broken ? [broken, ...others] : 'several' in found ? found.several.map(({ post }) => post) : [];
  if (several.length > 0) {
    const paths = several.map((post) => `  ${visible(post.file)}`);
    throw new UserError(`“${visible(wanted)}” may mean any of these:\n${paths.join('\n')}`);
  }
  // A path that is no more, because a day in it has changed.
  const undated = (one: string): string => one.replace(/(^|\/)\d{4}-\d{2}-\d{2}-(?=[^/])/g, '$1');
  const moved = postIndex.entries.filter(({ post }) => undated(post.file) === undated(path));
  const there = moved[0] && files.get(moved[0].post.file);
  if (moved[0] && there && moved.length === 1) return { file: there, entry: moved[0] };
  const meant = 'nearest' in found && found.nearest !== undefined ? `; did you mean “${visible(found.nearest)}”?` : '';
  throw new UserError(`there is no post “${visible(wanted)}”${meant}`);
}

/** The broken post of a path, else those whose files have this name without its date. */
function findBroken(wanted: string, path: string, invalid: readonly PostReading[]): PostReading[] {
  const there = invalid.find(({ file }) => file === path || file.endsWith(`/${wanted}`));
  if (there) return [there];
  const slug = foldName(wanted);
  return invalid.filter(({ file }) => foldName(readFileName(file).slug) === slug);
}
