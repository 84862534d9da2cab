/** Other posts' relative links to a post that gets another name. Spec section 4, `blog rename`. */
import type { PostFile } from '../files/posts.ts';
import { redirectLinks, renameInAddress } from '../post/bodyLinks.ts';
import { imageSourcePath } from '../post/mappingReaders.ts';
import { createMarkdown } from '../post/markdown.ts';
import { setField } from '../post/patch.ts';
import { applyPatch } from '../post/patchText.ts';
import { readPost } from '../post/post.ts';
import { joinPath } from '../post/relativePath.ts';
import type { Shelf } from './choosePost.ts';
import type { Move } from './move.ts';
import { textOf, unsafeToPatch } from './rewriting.ts';
import type { Rewriting } from './showDiff.ts';
import type { Site } from './site.ts';

/** The posts whose text or image leads into what is renamed, with their links led to the new name. */
export function movedLinks({ files }: Shelf, renamed: PostFile, move: Move, site: Site): Rewriting[] {
  const [oldName = '', newName = ''] = [move.pathFrom, move.pathTo].map((path) => path.split(/[/\\]/).at(-1));
  if (oldName === newName) return [];
  const markdown = createMarkdown();
  // The file itself, or the folder that it lies in with its images.
  const isFolder = move.pathFrom !== renamed.path;
  const old = isFolder ? renamed.inPosts.slice(0, renamed.inPosts.lastIndexOf('/')) : renamed.inPosts;
  const settings = { timeZone: site.config.timeZone, authors: site.config.authors };
  return [...files.values()].flatMap((file): Rewriting[] => {
    if (file.fault || file.file === renamed.file || !mayLead(textOf(file), oldName)) return [];
    const before = textOf(file);
    const redirect = (address: string): string | undefined =>
      renameInAddress(address, (path) => joinPath(file.inPosts, path) === old, newName);
    const { body, data, fields, keys } = readPost(file.file, before, settings);
    const bodyStart = before.length - (body?.text.length ?? 0);
    const edits = body ? redirectLinks(body.text, redirect, markdown) : [];
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
    return after === before ? [] : [{ file, before, after }];
  });
}

/** A quick look, before the text is taken apart; the name may be percent-encoded. */
function mayLead(text: string, name: string): boolean {
  return text.includes(name) || text.includes(encodeURIComponent(name));
}
