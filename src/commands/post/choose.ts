/** The post that an argument names. */
import { relative, resolve, sep } from 'node:path';
import { findPost } from '../../blog/findPost.ts';
import type { Entry, PostIndex } from '../../blog/postIndex.ts';
import { UserError } from '../../errors.ts';
import { tried } from '../../files/explain.ts';
import { isFile, isMissing } from '../../files/folder.ts';
import { realPath } from '../../files/outside.ts';
import { isIgnored } from '../../files/postNames.ts';
import { findPosts, isInside, type PostFile, printedPath } from '../../files/posts.ts';
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
  const { base, config, files, postIndex } = site;
  // The index was made from these files.
  const fileOf = ({ file }: { file: string }): PostFile => files.get(file) as PostFile;
  const path = printedFile(wanted, site);
  const found = findPost(wanted, path, postIndex.entries, postIndex.invalid, config.siteUrl);
  if ('post' in found) {
    const { entry, reading } = found.post;
    return { file: fileOf(found.post), ...(entry ? { entry } : reading && { reading }) };
  }
  if ('several' in found) {
    const paths = found.several.map(({ file }) => `  ${file}`).sort();
    throw new UserError([`“${wanted}” is ambiguous; use one of these paths:`, ...paths]);
  }
  // A path that is out of date because its day has changed.
  const undated = (one: string): string => one.replace(/(^|\/)\d{4}-\d{1,2}-\d{1,2}-(?=[^/])/g, '$1');
  const [moved, ...alsoMoved] = postIndex.entries.filter(
    ({ post }) => undated(pathKey(post.file)) === undated(pathKey(path)),
  );
  if (moved && alsoMoved.length === 0) return { file: fileOf(moved.post), entry: moved };
  const problem = [path, printedPath(base, resolve(site.folder.path, wanted))]
    .map((one) => whyNoPost(resolve(base, one), site))
    .find((one) => one !== undefined);
  if (problem !== undefined) throw new UserError(`“${visible(wanted)}” ${problem}`);
  const hint = suggestAny(found.nearest.map(visible)) ?? 'to see all posts, run: blog list';
  throw new UserError(`post “${visible(wanted)}” not found; ${hint}`);
}

/** Why a file that exists is none of the posts. */
function whyNoPost(path: string, { base, folder }: SiteContext): string | undefined {
  if (!isFile(path)) return undefined;
  const [root, real] = isInside(folder.path, path) ? [folder.path, path] : [realPath(folder.path), realPath(path)];
  if (!isInside(root, real)) return `is outside the posts folder “${visible(printedPath(base, folder.path) || '.')}”`;
  const names = relative(root, real).split(sep);
  const belows = names.map((_, at) => names.slice(0, at + 1).join('/'));
  if (belows.some((below) => folder.ignores?.(below))) return 'is ignored; to change that, edit “ignore” in the config';
  const ignored = names.find((name, at) => isIgnored(name, belows[at] ?? '', folder));
  return ignored === undefined
    ? 'is not a post; to see all posts, run: blog list'
    : `is ignored because of the name “${visible(ignored)}”; move or rename it`;
}

/** An argument as a printed path: with the names that the disk has, if it finds a file there by another spelling. */
function printedFile(wanted: string, { base, folder, files }: SitePosts): string {
  const path = resolve(base, wanted);
  const printed = printedPath(base, path);
  if (files.has(printed) || tried(() => isMissing(path)) !== false) return printed;
  const inPosts = storedIn(folder.path, path);
  return inPosts === undefined ? printed : folder.printed + inPosts;
}
