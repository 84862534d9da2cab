/** What a folder of posts is on the disk, before something is written into it. */
import { statSync } from 'node:fs';

/** Whether there is nothing at all at a path. */
export function isMissing(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) === undefined;
}
