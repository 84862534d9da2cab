/** What exists at a path, before something is written there. */
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { tried } from './explain.ts';

/** Whether nothing exists at a path. */
export function isMissing(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) === undefined;
}

/** Whether a path exists and is neither a file nor a folder, such as a pipe. */
export function isDevice(path: string): boolean {
  // Opening it will report an error.
  const stats = tried(() => statSync(path, { throwIfNoEntry: false }));
  return stats !== undefined && !stats.isFile() && !stats.isDirectory();
}

/** The root of the git repository that contains a folder; undefined if there is none, or it is the folder itself. */
export function repositoryAbove(root: string): string | undefined {
  for (let folder = root; isMissing(join(folder, '.git')); folder = dirname(folder)) {
    if (dirname(folder) === folder) return undefined;
    if (!isMissing(join(dirname(folder), '.git'))) return dirname(folder);
  }
  return undefined;
}
