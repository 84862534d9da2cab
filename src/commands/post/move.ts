/** The rename of a post's file, or of the folder that it has to itself, and other posts' relative links to it. */
import { basename, dirname, join } from 'node:path';
import { ExitCode, refusal } from '../../errors.ts';
import type { PostFile } from '../../files/posts.ts';
import { redirectPost, renameInUrl } from '../../post/edit/links.ts';
import { createMarkdown } from '../../post/markdown/markdown.ts';
import { readPost } from '../../post/post.ts';
import { decodePath, pathKey, pathsOf } from '../../post/relativePath.ts';
import { visible } from '../../report/escape.ts';
import type { Context } from '../context.ts';
import type { SitePosts } from './choose.ts';
import type { Rewriting } from './diff.ts';
import { readPostText, unsafeToPatch } from './rewrite.ts';

export interface Move {
  /** The renamed post, before and after. */
  from: PostFile;
  to: PostFile;
  /** The file or folder itself, absolute. */
  pathFrom: string;
  pathTo: string;
}

/**
 * Plans a move. `rename` is given the name of the file or folder, and the file's extension with the language before it (`''`
 * for a folder).
 */
export function planMove(file: PostFile, rename: (name: string, extension: string) => string): Move {
  const name = basename(file.path);
  const [stem = ''] = /^.*(?=\.)/.exec(basename(file.language?.path ?? file.path)) ?? [];
  const inFolder = stem.toLowerCase() === 'index' && file.inPosts.includes('/');
  const pathFrom = inFolder ? dirname(file.path) : file.path;
  const part = rename(basename(pathFrom), inFolder ? '' : name.slice(stem.length));
  const pathTo = join(dirname(pathFrom), part);
  const renamed = (path: string): string =>
    path
      .split('/')
      .with(inFolder ? -2 : -1, part)
      .join('/');
  const path = inFolder ? join(pathTo, name) : pathTo;
  return { from: file, to: { path, file: renamed(file.file), inPosts: renamed(file.inPosts) }, pathFrom, pathTo };
}

interface MovedLinks {
  /** Those that were given, with their links to one another and to themselves. */
  own: Rewriting[];
  /** The other posts that link to what is renamed, with their links to its new name. */
  rewritings: Rewriting[];
  /** Invalid posts that may link to it, too. */
  unread: PostFile[];
}

interface Renaming {
  from: PostFile;
  oldName: string;
  newName: string;
  /** The file itself, or the folder that holds it and its images; in the posts folder. */
  old: string;
}

function toRenaming({ from, pathFrom, pathTo }: Move): Renaming {
  const isFolder = pathFrom !== from.path;
  const old = isFolder ? from.inPosts.slice(0, from.inPosts.lastIndexOf('/')) : from.inPosts;
  return { from, oldName: basename(pathFrom), newName: basename(pathTo), old };
}

/**
 * Finds the posts that link to what is renamed. `own` are the renamed posts, with what else changes in them. Throws UserError
 * if some posts cannot be read or changed.
 */
export function movedLinks(
  { files, config }: SitePosts,
  moves: readonly Move[],
  own: readonly Rewriting[],
): MovedLinks {
  const renamings = moves.map(toRenaming).filter(({ oldName, newName }) => oldName !== newName);
  const found: MovedLinks = { own: [...own], rewritings: [], unread: [] };
  if (renamings.length === 0) return found;
  const markdown = createMarkdown();
  for (const file of files.values()) {
    if (file.hides) {
      const unreadable = `${visible(file.file)}: ${file.fault?.message}`;
      throw refusal(`${unreadable}; posts in it may link to this one, so nothing was changed`);
    }
    if (file.fault) continue;
    const mine = found.own.find((one) => one.file.file === file.file);
    const before = mine?.after ?? readPostText(file);
    // A quick test before the text is parsed.
    const decoded = pathKey(decodeNames(before));
    if (!renamings.some(({ oldName }) => before.includes(oldName) || decoded.includes(pathKey(oldName)))) continue;
    const reading = readPost(file.file, before, config);
    if (!reading.body) {
      found.unread.push(file);
      continue;
    }
    const redirect = (url: string): string | undefined =>
      renamings
        .map(({ old, newName }) => {
          const isOld = (path: string): boolean => pathsOf(file.inPosts, path).map(pathKey).includes(pathKey(old));
          return renameInUrl(url, isOld, newName);
        })
        .find((to) => to !== undefined);
    const after = redirectPost(before, reading, redirect, markdown);
    if (after === undefined) throw unsafeToPatch(file, 'change the path of its image');
    if (mine) found.own = found.own.map((one) => (one === mine ? { ...one, after } : one));
    else if (after !== before) found.rewritings.push({ file, before, after });
  }
  return found;
}

/** A text with what is percent-encoded in it decoded, as the names of files in URLs may be. */
function decodeNames(text: string): string {
  return text.includes('%') ? text.replace(/(?:%[\da-f]{2})+/gi, (code) => decodePath(code)) : text;
}

/** Warns about invalid posts that may link to the old name. Returns the exit status. */
export function reportUnread(unread: readonly PostFile[], { shell }: Context): number {
  for (const { file } of unread) {
    shell.err(`${visible(file)} is invalid, so its links were not updated; fix it, then check its links\n`);
  }
  return unread.length > 0 ? ExitCode.found : ExitCode.done;
}
