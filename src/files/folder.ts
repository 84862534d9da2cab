/** What a folder of posts is on the disk, before something is written into it. */
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode } from '../errors.ts';

/** Whether there is nothing at all at a path. */
export function isMissing(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) === undefined;
}

/** Whether there is something at a path that is neither a file nor a folder, such as a pipe. */
export function isDevice(path: string): boolean {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats !== undefined && !stats.isFile() && !stats.isDirectory();
  } catch (error) {
    // Whoever opens it says why it cannot be used.
    if (errorCode(error) === undefined) throw error;
    return false;
  }
}

/** The git repository that a folder lies in, where it is not the folder itself. */
export function repositoryAbove(root: string): string | undefined {
  for (let folder = root; isMissing(join(folder, '.git')); folder = dirname(folder)) {
    if (dirname(folder) === folder) return undefined;
    if (!isMissing(join(dirname(folder), '.git'))) return dirname(folder);
  }
  return undefined;
}
