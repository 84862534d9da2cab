/** Commands that write wait for one another. */
import { setTimeout } from 'node:timers/promises';
import { UserError } from '../errors.ts';
import { printedPath } from '../files/posts.ts';
import { createLock } from '../files/write/lock.ts';
import type { Rival, Sweep } from '../files/write/temporary.ts';
import { visible } from '../report/escape.ts';
import type { Context } from './context.ts';
import type { SiteContext } from './site.ts';

export interface LockOptions {
  /** Make the folder where there is none. */
  make?: boolean;
  /** How long to wait for another command, ms. */
  patience?: number;
}

const interval = 50;
/** A command that ends sooner (ms) is not worth a word. */
const unnoticed = 500;

/**
 * Does `work` while no other command writes in the folder; `sweep` is for what `work` writes. Throws UserError where
 * another command does not end in time.
 */
export async function locked<T>(
  folder: string,
  { shell, globals }: Context,
  work: (sweep: Sweep) => T | Promise<T>,
  { make = false, patience = 5000 }: LockOptions = {},
): Promise<T> {
  const lock = createLock(folder, make);
  try {
    const start = performance.now();
    let quiet = globals.quiet || shell.stderr.width === undefined;
    for (let rival = lock.attempt(); rival; rival = lock.attempt()) {
      const waited = performance.now() - start;
      if (waited >= patience) throw inUse(rival, printedPath(shell.cwd, rival.path));
      if (waited >= unnoticed && !quiet) {
        shell.err(`waiting for another blog command (${nameOf(rival)}) …\n`);
        quiet = true;
      }
      await setTimeout(interval);
    }
    return await work(lock.sweep);
  } finally {
    await lock.release();
  }
}

/** Does `work` while no other command writes posts. */
export function lockedPosts<T>(
  { root, folder }: SiteContext,
  context: Context,
  work: (sweep: Sweep) => T | Promise<T>,
  options: LockOptions = {},
): Promise<T> {
  return locked(
    folder.path,
    context,
    (sweep) => {
      // `init` writes here, and perhaps nobody does after it.
      sweep(root);
      return work(sweep);
    },
    options,
  );
}

function inUse(rival: Rival, file: string): UserError {
  return new UserError(
    `another blog command is writing here (${nameOf(rival)}): run this again when it has ended; if there is none, delete ${visible(file)}`,
  );
}

function nameOf({ pid, here }: Rival): string {
  return `process ${pid}${here ? '' : ' on another machine'}`;
}
