/** Renames posts and their folders. */
import { lstatSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from '../../errors.ts';
import { explain } from '../explain.ts';
import { checkInside, isSameFile } from '../outside.ts';
import { renamePatiently, wordsForOpen } from '../windows.ts';

/**
 * Renames a file or folder atomically. Returns false if the new name is taken, except by the same file: on some disks
 * names that differ only in case are one. Messages call it `shown`. Throws UserError if the system refuses, or if a link
 * in `root` leads outside.
 */
export function renamePath(from: string, to: string, shown: string, root: string): boolean {
  if (from === to) return true;
  const rename = (): boolean => {
    // Windows numbers files with more digits than a number has.
    const old = lstatSync(from, { bigint: true });
    const taken = lstatSync(to, { throwIfNoEntry: false, bigint: true });
    if (taken && !isSameFile(taken, old)) return false;
    checkInside(root, dirname(to), shown);
    try {
      renamePatiently(() => renameSync(from, to));
      return true;
    } catch (error) {
      if (['EEXIST', 'ENOTEMPTY'].includes(errorCode(error) ?? '')) return false;
      throw error;
    }
  };
  return explain(`rename ${shown}`, rename, wordsForOpen);
}
