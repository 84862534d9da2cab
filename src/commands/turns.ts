/** Long work that Ctrl-C can stop. Only for commands that write: for the others, a signal ends the process at once anyway. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { beforeSignalsEnd } from '../files/write/temporary.ts';
import type { Shell } from '../shell.ts';
import type { Progress } from './progress.ts';

/** ms; nobody waits noticeably longer for the end after Ctrl-C. */
const interval = 100;

/**
 * The items one by one, with progress. A command that holds a lock hears signals only between turns of the event loop: here
 * they arrive ten times a second, and never while it is at work with an item. `report` says, after so many items, what is done
 * and what is not.
 */
export async function* inTurns<T>(
  items: readonly T[],
  { shell, progress }: { shell: Pick<Shell, 'err' | 'stderr'>; progress?: Progress | undefined },
  report?: (done: number) => string,
): AsyncGenerator<T> {
  let done = 0;
  let next = performance.now() + interval;
  const stopListening = beforeSignalsEnd(() => {
    progress?.(1, 1);
    // The terminal has written ^C where the cursor was.
    if (report) shell.err(`${shell.stderr.width === undefined ? '' : '\n'}${report(done)}\n`);
  });
  try {
    for (const item of items) {
      progress?.(done, items.length);
      if (performance.now() >= next) {
        // Pending signals are delivered before the next turn.
        await nextTurn();
        next = performance.now() + interval;
      }
      yield item;
      done++;
    }
  } finally {
    progress?.(1, 1);
    await stopListening();
  }
}
