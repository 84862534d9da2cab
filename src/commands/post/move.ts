/** The rename of a post's file, or of the folder that it has to itself, and other posts' relative links to it. */
import { basename, dirname, join } from 'node:path';
import { ExitCode, refusal } from '../../errors.ts';
import type { PostFile } from '../../files/posts.ts';
import { redirectPost, renameInUrl } from '../../post/edit/links.ts';
import { createMarkdown } from '../../post/markdown/markdown.ts';
import { readPost } from '../../post/post.ts';
import { pathsOf } from '../../post/relativePath.ts';
import { visible } from '../../report/escape.ts';
import type { Context } from '../context.ts';
import type { SitePosts } from './choose.ts';
import type { Rewriting } from './diff.ts';
import { textOf, unsafeToPatch } from './rewrite.ts';

interface Move {
  /** The renamed post. */
  to: PostFile;
  /** The file or folder itself, absolute. */
  pathFrom: string;
  pathTo: string;
}

/** Plans a move. `rename` is given the name of the file or folder, and the file's extension (`''` for a folder). */
export function planMove(file: PostFile, rename: (name: string, extension: string) => string): Move {
  const name = basename(file.path);
  const inFolder = /^index\.(?:md|markdown)$/i.test(name) && file.inPosts.includes('/');
  const pathFrom = inFolder ? dirname(file.path) : file.path;
  const part = rename(basename(pathFrom), inFolder ? '' : (/\.[^.]+$/.exec(name)?.[0] ?? ''));
  const pathTo = join(dirname(pathFrom), part);
  const renamed = (path: string): string =>
    path
      .split('/')
      .with(inFolder ? -2 : -1, part)
      .join('/');
  const path = inFolder ? join(pathTo, name) : pathTo;
  return { to: { path, file: renamed(file.file), inPosts: renamed(file.inPosts) }, pathFrom, pathTo };
}

interface MovedLinks {
  /** The posts that link to what is renamed, with their links to its new name. */
  rewritings: Rewriting[];
  /** Invalid posts that may link to it, too. */
  unread: PostFile[];
}

/** Finds the posts that link to what is renamed. Throws UserError if some posts cannot be read or changed. */
export function movedLinks({ files, config }: SitePosts, renamed: PostFile, move: Move): MovedLinks {
  const [oldName = '', newName = ''] = [move.pathFrom, move.pathTo].map((path) => path.split(/[/\\]/).at(-1));
  const found: MovedLinks = { rewritings: [], unread: [] };
  if (oldName === newName) return found;
  const markdown = createMarkdown();
  const isEncodable = encodeURIComponent(oldName) !== oldName;
  // The file itself, or the folder that holds it and its images.
  const isFolder = move.pathFrom !== renamed.path;
  const old = isFolder ? renamed.inPosts.slice(0, renamed.inPosts.lastIndexOf('/')) : renamed.inPosts;
  for (const file of files.values()) {
    if (file.hides) {
      const unreadable = `${visible(file.file)}: ${file.fault?.message}`;
      throw refusal(`${unreadable}; posts in it may link to this one, so nothing was changed`);
    }
    if (file.fault || file.file === renamed.file) continue;
    const before = textOf(file);
    // A quick test before the text is parsed; the name may be percent-encoded, in either case.
    if (!before.includes(oldName) && !(isEncodable && /%[\da-f]{2}/i.test(before))) continue;
    const reading = readPost(file.file, before, config);
    if (!reading.body) {
      found.unread.push(file);
      continue;
    }
    const redirect = (url: string): string | undefined =>
      renameInUrl(url, (path) => pathsOf(file.inPosts, path).includes(old), newName);
    const after = redirectPost(before, reading, redirect, markdown);
    if (after === undefined) throw unsafeToPatch(file, 'change the path of its image');
    if (after !== before) found.rewritings.push({ file, before, after });
  }
  return found;
}

/** Warns about invalid posts that may link to the old name. Returns the exit status. */
export function reportUnread(unread: readonly PostFile[], { shell }: Context): number {
  for (const { file } of unread) {
    shell.err(`${visible(file)} is invalid, so its links were not updated; fix it, then check its links\n`);
  }
  return unread.length > 0 ? ExitCode.found : ExitCode.done;
}
