/** Whether a file can be made, before the first of several is. */
import { accessSync, constants, statSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import { describeSystemError, errorCode } from '../../errors.ts';

/** What Linux, macOS and Windows all take for one name; Linux counts bytes. */
const longestName = 255;

/** Why there can be no regular file at an absolute path, in words; undefined where there can. Nothing is changed. */
export function whyUnwritable(path: string): string | undefined {
  if (path.split(sep).some((name) => Buffer.byteLength(name) > longestName)) return 'its name is too long';
  try {
    const there = statSync(path, { throwIfNoEntry: false });
    // Into what is no file it is written directly.
    if (there) {
      if (there.isFile()) accessSync(path, constants.W_OK);
      return undefined;
    }
    let folder = dirname(path);
    let stats = statSync(folder, { throwIfNoEntry: false });
    while (!stats && folder !== dirname(folder)) {
      folder = dirname(folder);
      stats = statSync(folder, { throwIfNoEntry: false });
    }
    if (!stats?.isDirectory()) return 'a part of its path is not a folder';
    accessSync(folder, constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return describeSystemError(error);
  }
}
