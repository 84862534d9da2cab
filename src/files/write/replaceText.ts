/** A post on the disk gets another text where it is still the one that was read; its byte order mark stays. */
import { readFileSync } from 'node:fs';
import { describeSystemError, errorCode, UserError } from '../../errors.ts';
import { folderOf, type PostFile } from '../posts.ts';
import type { Sweep } from './temporary.ts';
import { replaceFile } from './write.ts';

const mark = '\ufeff';

/**
 * Writes `after` in place of `before`, the text that was read; false, having changed nothing, where the file does not hold
 * that any more: an editor may save it at any moment. Throws UserError where it cannot be written.
 */
export function replaceText(post: PostFile, before: string, after: string, sweep?: Sweep): boolean {
  const { path, file } = post;
  const bytes = readBytes(path, file);
  const lead = [mark, ''].find((one) => bytes.equals(Buffer.from(one + before)));
  if (lead === undefined) return false;
  // Syncing the new text takes long enough for a save in between.
  const isStill = (): boolean => readBytes(path, file).equals(bytes);
  return replaceFile(path, lead + after, file, { root: folderOf(post), sweep, isStill });
}

/** The byte order mark of a post, or nothing. */
export function markOf({ path, file }: PostFile): string {
  return readBytes(path, file).subarray(0, 3).equals(Buffer.from(mark)) ? mark : '';
}

function readBytes(path: string, shown: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    throw new UserError(`cannot read ${shown}: ${describeSystemError(error)}`);
  }
}
