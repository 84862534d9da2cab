/** Replaces the text of a post, unless it has changed in the meantime. */
import { readFileSync } from 'node:fs';
import { explain } from '../explain.ts';
import { folderOf, type PostFile } from '../posts.ts';
import type { Sweep } from './temporary.ts';
import { replaceFile } from './write.ts';

const mark = '\ufeff';

/**
 * Replaces `before`, the text that was read, by `after`; a byte order mark is kept. Returns false, having changed nothing,
 * if the file no longer has that text, as an editor may save it at any time. Throws UserError if it cannot be written.
 */
export function replaceText(post: PostFile, before: string, after: string, sweep?: Sweep): boolean {
  const { path, file } = post;
  const bytes = readBytes(path, file);
  const lead = [mark, ''].find((one) => bytes.equals(Buffer.from(one + before)));
  if (lead === undefined) return false;
  // Checked again at the end, because syncing the new text takes long enough for a save.
  const isStill = (): boolean => readBytes(path, file).equals(bytes);
  return replaceFile(path, lead + after, file, { root: folderOf(post), sweep, isStill });
}

/** The byte order mark of a post, or an empty string. Throws UserError if it cannot be read. */
export function markOf({ path, file }: PostFile): string {
  return readBytes(path, file).subarray(0, 3).equals(Buffer.from(mark)) ? mark : '';
}

function readBytes(path: string, shown: string): Buffer {
  return explain(`read ${shown}`, () => readFileSync(path));
}
