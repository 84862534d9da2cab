/** Whether a file can be written, checked before the first of several is. */
import { accessSync, constants, statSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import { describeSystemError, errorCode } from '../../errors.ts';

/** The longest file name on Linux, macOS and Windows; in bytes, as Linux counts. */
const longestName = 255;

/** Why no file can be written at an absolute path, for the end of a message; undefined if it can. */
export function whyUnwritable(path: string): string | undefined {
  if (path.split(sep).some((name) => Buffer.byteLength(name) > longestName)) return 'its name is too long';
  try {
    let there = path;
    let stats = statSync(there, { throwIfNoEntry: false });
    while (!stats && there !== dirname(there)) {
      there = dirname(there);
      stats = statSync(there, { throwIfNoEntry: false });
    }
    if (there !== path && !stats?.isDirectory()) return 'a part of its path is not a folder';
    if (there !== path) accessSync(there, constants.W_OK | constants.X_OK);
    else if (stats?.isFile()) accessSync(path, constants.W_OK);
    return undefined;
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return describeSystemError(error);
  }
}
