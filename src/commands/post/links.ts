/** Other posts' relative links to a post that is renamed. */
import { ExitCode, UserError } from '../../errors.ts';
import type { PostFile } from '../../files/posts.ts';
import { redirectPost, renameInUrl } from '../../post/edit/links.ts';
import { createMarkdown } from '../../post/markdown/markdown.ts';
import { readPost } from '../../post/post.ts';
import { joinPath } from '../../post/relativePath.ts';
import { visible } from '../../report/escape.ts';
import type { Context } from '../context.ts';
import type { SiteContext } from '../site.ts';
import type { PostFolder } from './choose.ts';
import type { Rewriting } from './diff.ts';
import type { Move } from './move.ts';
import { textOf, unsafeToPatch } from './rewrite.ts';

export interface MovedLinks {
  /** The posts that link to what is renamed, with their links to its new name. */
  rewritings: Rewriting[];
  /** Invalid posts that may link to it, too. */
  unread: PostFile[];
}

/** Finds the posts that link to what is renamed. Throws UserError if some posts cannot be read or changed. */
export function movedLinks({ files }: PostFolder, renamed: PostFile, move: Move, { config }: SiteContext): MovedLinks {
  const [oldName = '', newName = ''] = [move.pathFrom, move.pathTo].map((path) => path.split(/[/\\]/).at(-1));
  const found: MovedLinks = { rewritings: [], unread: [] };
  if (oldName === newName) return found;
  const markdown = createMarkdown();
  // The file itself, or the folder that holds it and its images.
  const isFolder = move.pathFrom !== renamed.path;
  const old = isFolder ? renamed.inPosts.slice(0, renamed.inPosts.lastIndexOf('/')) : renamed.inPosts;
  for (const file of files.values()) {
    if (file.hides) throw unreadableFolder(file);
    if (file.fault || file.file === renamed.file) continue;
    const before = textOf(file);
    if (!mayLink(before, oldName)) continue;
    const reading = readPost(file.file, before, config);
    if (!reading.body) {
      found.unread.push(file);
      continue;
    }
    const redirect = (url: string): string | undefined =>
      renameInUrl(url, (path) => joinPath(file.inPosts, path) === old, newName);
    const after = redirectPost(before, reading, redirect, markdown);
    if (after === undefined) throw unsafeToPatch(file, 'change the path of its image');
    if (after !== before) found.rewritings.push({ file, before, after });
  }
  return found;
}

function unreadableFolder({ file, fault }: PostFile): UserError {
  return new UserError(
    `${visible(file)}: ${fault?.message}; posts in it may link to this one, so nothing was changed`,
    ExitCode.found,
  );
}

/** Warns about invalid posts that may link to the old name. Returns the exit status. */
export function reportUnread(unread: readonly PostFile[], { shell }: Context): number {
  for (const { file } of unread) {
    shell.err(`${visible(file)} is invalid, so its links were not updated; fix it, then check its links\n`);
  }
  return unread.length > 0 ? ExitCode.found : ExitCode.done;
}

/** A quick test before the text is parsed; the name may be percent-encoded. */
function mayLink(text: string, name: string): boolean {
  return text.includes(name) || text.includes(encodeURIComponent(name));
}
