/** Work that takes longer than half a second shows how far it is, to a person at a terminal. Spec section 4. */
import { formatCount } from '../report/diagnostics/summary.ts';
import type { Context } from './context.ts';

/** Called after each of `total` steps. */
export type Progress = (done: number, total: number) => void;

const patience = 500;
const interval = 100;

/** A line on stderr that is written over and taken away at the end; undefined where nobody would see it. */
export function createProgress({ shell, globals }: Context): Progress | undefined {
  if (shell.stderr.width === undefined || globals.quiet || shell.env['TERM'] === 'dumb') return undefined;
  const start = performance.now();
  let next = start + patience;
  let shown = false;
  return (done, total) => {
    // The clock is not worth asking for each of a hundred thousand posts.
    if (done < total && done % 64 !== 0) return;
    const now = performance.now();
    if (done < total && now >= next) {
      shell.err(`\r${formatCount(done)} of ${formatCount(total)} posts …`);
      next = now + interval;
      shown = true;
    } else if (done === total && shown) {
      shell.err('\r\u001b[K');
      shown = false;
    }
  };
}
