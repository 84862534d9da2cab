/** What a folder of posts is on the disk, before something is written into it. */
import { realpathSync, statSync } from 'node:fs';
import { dirname, sep } from 'node:path';

/** Whether there is nothing at all at a path. */
export function isMissing(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) === undefined;
}

/** Whether a file that is yet to be made would lie outside a folder, because of a link on the way to it. */
export function leadsOutside(folder: string, path: string): boolean {
  if (isMissing(folder)) return false;
  let nearest = dirname(path);
  while (isMissing(nearest) && nearest !== dirname(nearest)) nearest = dirname(nearest);
  const root = realpathSync(folder);
  const real = realpathSync(nearest);
  return real !== root && !real.startsWith(root.endsWith(sep) ? root : root + sep);
}
