/** Other posts' relative links to a post that gets another name. Spec section 4, `blog rename`. */
import { ExitCode, UserError } from '../../errors.ts';
import type { PostFile } from '../../files/posts.ts';
import { redirectLinks, renameInUrl } from '../../post/edit/links.ts';
import { setField } from '../../post/edit/patch.ts';
import { applyPatch } from '../../post/edit/patchText.ts';
import { imageSourcePath } from '../../post/fields/mappings.ts';
import { createMarkdown } from '../../post/markdown/markdown.ts';
import { readPost } from '../../post/post.ts';
import { joinPath } from '../../post/relativePath.ts';
import { visible } from '../../report/escape.ts';
import type { SiteContext } from '../site.ts';
import type { PostFolder } from './choose.ts';
import type { Rewriting } from './diff.ts';
import type { Move } from './move.ts';
import { textOf, unsafeToPatch } from './rewrite.ts';

export interface MovedLinks {
  /** The posts whose text or image leads into what is renamed, with their links led to the new name. */
  rewritings: Rewriting[];
  /** Broken posts that may lead there, too. */
  unread: PostFile[];
}

/** Finds the posts that lead into what is renamed. Throws UserError where some of them may be out of sight. */
export function movedLinks({ files }: PostFolder, renamed: PostFile, move: Move, site: SiteContext): MovedLinks {
  const [oldName = '', newName = ''] = [move.pathFrom, move.pathTo].map((path) => path.split(/[/\\]/).at(-1));
  const found: MovedLinks = { rewritings: [], unread: [] };
  if (oldName === newName) return found;
  const markdown = createMarkdown();
  // The file itself, or the folder that it lies in with its images.
  const isFolder = move.pathFrom !== renamed.path;
  const old = isFolder ? renamed.inPosts.slice(0, renamed.inPosts.lastIndexOf('/')) : renamed.inPosts;
  const settings = { timeZone: site.config.timeZone, authors: site.config.authors };
  for (const file of files.values()) {
    if (file.hides) throw hidden(file);
    if (file.fault || file.file === renamed.file) continue;
    const before = textOf(file);
    if (!mayLead(before, oldName)) continue;
    const redirect = (address: string): string | undefined =>
      renameInUrl(address, (path) => joinPath(file.inPosts, path) === old, newName);
    const { body, data, fields, keys } = readPost(file.file, before, settings);
    if (!body) {
      found.unread.push(file);
      continue;
    }
    const bodyStart = before.length - body.text.length;
    const edits = redirectLinks(body.text, redirect, markdown);
    let after = applyPatch(
      before,
      edits.map(({ start, end, text }) => ({ start: start + bodyStart, end: end + bodyStart, text })),
    );
    const image = fields?.image && redirect(fields.image.src);
    if (image !== undefined && data && keys?.image !== undefined) {
      const patched = setField(after, imageSourcePath(data, keys.image), image);
      if (!patched) throw unsafeToPatch(file, 'change where its image is');
      after = patched.text;
    }
    if (after !== before) found.rewritings.push({ file, before, after });
  }
  return found;
}

function hidden({ file, fault }: PostFile): UserError {
  return new UserError(
    `${visible(file)}: ${fault?.message}; posts in it may link to this one, so nothing was changed`,
    ExitCode.found,
  );
}

/** What is said of a broken post that may lead to the old name. */
export function unreadNote({ file }: PostFile): string {
  return `${visible(file)} is broken, so that links in it were left as they are: mend it, and look for them`;
}

/** A quick look, before the text is taken apart; the name may be percent-encoded. */
function mayLead(text: string, name: string): boolean {
  return text.includes(name) || text.includes(encodeURIComponent(name));
}
