/** Progress of work that takes longer than half a second, on a terminal. */
import { formatCount } from '../report/diagnostics/summary.ts';
import type { Context } from './context.ts';

/** To be called after each of `total` steps; it clears its line after the last, and before other output with `(1, 1)`. */
export type Progress = (done: number, total: number) => void;

const patience = 500;
const interval = 100;

/** A line on stderr that is overwritten, and cleared at the end; undefined if it is not to be shown. */
export function createProgress(
  { shell, globals }: Context,
  describe = (done: number, total: number) => `${formatCount(done)} of ${formatCount(total)} posts …`,
): Progress | undefined {
  if (shell.stderr.width === undefined || globals.quiet || shell.env['TERM'] === 'dumb') return undefined;
  let next = performance.now() + patience;
  let shown = false;
  return (done, total) => {
    // Reading the clock for each of a hundred thousand posts would cost more than it shows.
    if (done < total && done % 64 !== 0) return;
    const now = performance.now();
    if (done < total && now >= next) {
      shell.err(`\r${describe(done, total)}`);
      next = now + interval;
      shown = true;
    } else if (done === total && shown) {
      shell.err('\r\u001b[K');
      shown = false;
    }
  };
}
