/** Commands that write wait for one another. */
import { setTimeout } from 'node:timers/promises';
import { UserError } from '../errors.ts';
import { printedPath } from '../files/posts.ts';
import { createLock } from '../files/write/lock.ts';
import type { Sweep } from '../files/write/temporary.ts';
import { visible } from '../report/escape.ts';
import type { Context } from './context.ts';
import type { SiteContext } from './site.ts';

const interval = 50;
/** ms; a shorter wait is not worth mentioning. */
const unnoticed = 500;

/**
 * Does `work` while no other command writes in the folder, and returns its result; `sweep` is for what `work` writes.
 * `make` creates the folder if it does not exist. Throws UserError if another command does not finish within `patience`, ms.
 */
export async function locked<T>(
  folder: string,
  { shell, globals }: Context,
  work: (sweep: Sweep) => T | Promise<T>,
  { make = false, patience = 5000 }: { make?: boolean; patience?: number } = {},
): Promise<T> {
  const lock = createLock(folder, make);
  try {
    const start = performance.now();
    let quiet = globals.quiet || shell.stderr.width === undefined;
    for (let rival = lock.attempt(); rival; rival = lock.attempt()) {
      const waited = performance.now() - start;
      const who = `process ${rival.pid}${rival.here ? '' : ' on another machine'}`;
      if (waited >= patience) {
        const file = visible(printedPath(shell.cwd, rival.path));
        throw new UserError(
          `another blog command is running here (${who}); wait for it to finish, or delete ${file} if it has crashed`,
        );
      }
      if (waited >= unnoticed && !quiet) {
        shell.err(`waiting for another blog command (${who}) …\n`);
        quiet = true;
      }
      await setTimeout(interval);
    }
    return await work(lock.sweep);
  } finally {
    await lock.release();
  }
}

/** Does `work` while no other command writes posts, and returns its result. Throws as `locked` does. */
export function lockedPosts<T>(
  site: SiteContext,
  work: (sweep: Sweep) => T | Promise<T>,
  options?: { make?: boolean },
): Promise<T> {
  const sweepRoot = (sweep: Sweep): T | Promise<T> => {
    // `init` writes in the root, and perhaps no other command ever does.
    sweep(site.root);
    return work(sweep);
  };
  return locked(site.folder.path, site, sweepRoot, options);
}
