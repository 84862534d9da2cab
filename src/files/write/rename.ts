/** Renames posts and their folders. */
import { lstatSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from '../../errors.ts';
import { explain } from '../explain.ts';
import { checkInside, isSameFile } from '../outside.ts';

/**
 * Renames a file or folder atomically. Returns false if the new name is taken, except by the same file: on some disks
 * names that differ only in case are one. Messages call it `shown`. Throws UserError if the system refuses, or if a link
 * in `root` leads outside.
 */
export function renamePath(from: string, to: string, shown: string, root: string): boolean {
  if (from === to) return true;
  return explain(`rename ${shown}`, () => {
    const old = lstatSync(from);
    const taken = lstatSync(to, { throwIfNoEntry: false });
    if (taken && !isSameFile(taken, old)) return false;
    checkInside(root, dirname(to), shown);
    try {
      renameSync(from, to);
      return true;
    } catch (error) {
      if (['EEXIST', 'ENOTEMPTY'].includes(errorCode(error) ?? '')) return false;
      throw error;
    }
  });
}
