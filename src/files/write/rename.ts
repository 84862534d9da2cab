/** Other names for posts and their folders. */
import { lstatSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { describeSystemError, errorCode, UserError } from '../../errors.ts';
import { checkInside } from '../outside.ts';

/**
 * Gives a file or folder another name in the same folder, at one stroke. Never overwrites: false where there is
 * something of that name already. Names that differ only in case are one on some disks, and may be changed into one
 * another. `shown` names it in messages. Throws UserError where it cannot be done, or where a link in `root` leads out of
 * it.
 */
export function renamePath(from: string, to: string, shown: string, root: string): boolean {
  if (from === to) return true;
  try {
    const old = lstatSync(from);
    const taken = lstatSync(to, { throwIfNoEntry: false });
    if (taken && (taken.ino !== old.ino || taken.dev !== old.dev)) return false;
    checkInside(root, dirname(to), shown);
    renameSync(from, to);
    return true;
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    if (code === 'EEXIST' || code === 'ENOTEMPTY') return false;
    throw new UserError(`cannot rename ${shown}: ${describeSystemError(error)}`);
  }
}
