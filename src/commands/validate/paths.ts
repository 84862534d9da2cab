/** Finds the posts that the arguments of `blog validate` name. */
import { join, relative, resolve, sep } from 'node:path';
import { UserError } from '../../errors.ts';
import { isMissing } from '../../files/folder.ts';
import { wasDeleted } from '../../files/git.ts';
import { realPath } from '../../files/outside.ts';
import { isInside, type PostFile, printedPath } from '../../files/posts.ts';
import { foldName, readFileName } from '../../post/fields/slug.ts';
import { nearest, suggestAny } from '../../post/nearest.ts';
import { visible } from '../../report/escape.ts';
import { type Context, printHint } from '../context.ts';
import type { SiteContext } from '../site.ts';

/**
 * The posts that the arguments name, by their printed paths; all posts if there are no arguments. Warns of a path
 * without posts, and of one that was deleted in git, as hooks may pass. Throws UserError for a path that does not exist or
 * is outside the posts folder.
 */
export function chooseFiles(
  paths: readonly string[],
  files: readonly PostFile[],
  site: SiteContext,
  context: Context,
): Map<string, PostFile> {
  if (paths.length === 0) return new Map(files.map((file) => [file.file, file]));
  const chosen = new Map<string, PostFile>();
  for (const path of paths) {
    const wanted = pathInPosts(path, site);
    if (wanted === undefined) throw isMissing(resolve(site.base, path)) ? notFound(path, files) : outside(path, site);
    const named = files.filter((file) => isInside(wanted, file.path));
    for (const file of named) chosen.set(file.file, file);
    if (named.length > 0) continue;
    const isGone = isMissing(wanted);
    if (isGone && !wasDeleted(wanted, site.base, context.shell.env)) throw notFound(path, files);
    printHint(`${visible(path)}: ${isGone ? 'deleted' : 'no posts found'}, skipped`, context);
  }
  return chosen;
}

function notFound(path: string, files: readonly PostFile[]): UserError {
  if (/[*?[]/.test(path)) {
    return new UserError(`“${visible(path)}” not found; remove the quotes so that the shell expands it`);
  }
  const slug = slugOf(path);
  // Elsewhere a slug names a post, and a file name does.
  const named = files.filter(({ file }) => slugOf(file) === slug).map(({ file }) => file);
  const near = nearest(
    path,
    files.map(({ file }) => file),
  );
  const hint = suggestAny((near === undefined ? named : [near]).map(visible));
  return new UserError(`“${visible(path)}” not found${hint === undefined ? '' : `; ${hint}`}`);
}

function slugOf(path: string): string {
  return foldName(readFileName(path.split(sep).join('/')).slug);
}

function outside(path: string, { base, folder }: SiteContext): UserError {
  return new UserError(`“${visible(path)}” is outside the posts folder “${printedPath(base, folder.path) || '.'}”`);
}

/**
 * The absolute path of an argument, in the posts folder or above it, even if it is reached through a symbolic link;
 * undefined if it is outside.
 */
function pathInPosts(path: string, { base, folder }: SiteContext): string | undefined {
  const absolute = resolve(base, path);
  if (isInside(folder.path, absolute) || isInside(absolute, folder.path)) return absolute;
  const [real, realPosts] = [realPath(absolute), realPath(folder.path)];
  if (isInside(real, realPosts)) return folder.path;
  return isInside(realPosts, real) ? join(folder.path, relative(realPosts, real)) : undefined;
}
