/** Finds the posts that the arguments of `blog validate` name. */
import { join, resolve, sep } from 'node:path';
import { createMatcher } from '../../blog/glob.ts';
import { UserError } from '../../errors.ts';
import { isMissing } from '../../files/folder.ts';
import { isInside, type PostFile, printedPath } from '../../files/posts.ts';
import { wasDeleted } from '../../files/programs/git.ts';
import { storedIn } from '../../files/spelling.ts';
import { foldName, readFileName } from '../../post/fields/slug.ts';
import { nearest, suggestAny } from '../../post/nearest.ts';
import { pathKey } from '../../post/relativePath.ts';
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
    const named = filesBelow(wanted, files, site);
    for (const file of named) chosen.set(file.file, file);
    if (named.length > 0) continue;
    const isGone = isMissing(wanted);
    if (isGone && !wasDeleted(wanted, site.base, context.shell.env)) throw notFound(path, files);
    printHint(`${visible(path)}: ${isGone ? 'deleted' : 'no posts found'}, skipped`, context);
  }
  return chosen;
}

/** The posts at or below a path: by its own spelling, else in another Unicode form, else as the disk understands it. */
function filesBelow(wanted: string, files: readonly PostFile[], { folder }: SiteContext): PostFile[] {
  const below = (path: string, inForm = (name: string): string => name): PostFile[] =>
    files.filter((file) => isInside(inForm(path), inForm(file.path)));
  const named = [below(wanted), below(wanted, pathKey)].find((some) => some.length > 0);
  if (named || isMissing(wanted)) return named ?? [];
  const inPosts = storedIn(folder.path, wanted);
  return inPosts === undefined ? [] : below(join(folder.path, inPosts));
}

function notFound(path: string, files: readonly PostFile[]): UserError {
  if (/[*?[]/.test(path)) {
    // A shell passes on a pattern that no file matches as it does a quoted one.
    const matches = createMatcher([path.replace(/\[[^\]/]*\]/g, '?')]);
    if (!files.some(({ file }) => matches(file))) return new UserError(`no posts match “${visible(path)}”`);
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
 * The absolute path of an argument, in the posts folder or above it, even if it is reached through a symbolic link or, where
 * the disk allows that, by another spelling;
 * undefined if it is outside.
 */
function pathInPosts(path: string, { base, folder }: SiteContext): string | undefined {
  const absolute = resolve(base, path);
  if (isInside(folder.path, absolute) || isInside(absolute, folder.path)) return absolute;
  const inPosts = storedIn(folder.path, absolute);
  if (inPosts !== undefined) return join(folder.path, inPosts);
  return storedIn(absolute, folder.path) === undefined ? undefined : folder.path;
}
