/** Long output, written in pieces: neither a system call for each line nor all of it in memory. */
import { UserError } from '../errors.ts';
import type { OutputKind } from '../report/workflowCommands.ts';
import type { Shell } from '../shell.ts';

/** UTF-16 units. */
const pieceSize = 64 * 1024;
/** On a terminal nobody waits longer for what is known already; ms. */
const longestWait = 100;

type Output = Pick<Shell, 'out' | 'stdout'>;

/** Prints pieces one after the other. */
export function printPieces(pieces: Iterable<string>, shell: Output, kind?: OutputKind): void {
  printEach(pieces, (piece) => piece, shell, kind);
}

/** Prints a text for each item. */
export function printEach<T>(
  items: Iterable<T>,
  textOf: (item: T) => string,
  { out, stdout }: Output,
  kind?: OutputKind,
): void {
  let waiting = '';
  const isWatched = stdout.width !== undefined;
  let last = isWatched ? performance.now() : 0;
  for (const item of items) {
    waiting += textOf(item);
    const isDue = waiting.length >= pieceSize || (isWatched && performance.now() - last > longestWait);
    if (!isDue) continue;
    out(waiting, kind);
    waiting = '';
    if (isWatched) last = performance.now();
  }
  if (waiting !== '') out(waiting, kind);
}

/** Prints a result; if that fails, the UserError thrown also says what was `done` anyway. */
export function printDone(done: string | undefined, print: () => void): void {
  try {
    print();
  } catch (error) {
    if (done === undefined || !(error instanceof UserError)) throw error;
    throw new UserError([...error.lines.slice(0, -1), `${error.lines.at(-1)}; ${done}`], error.status);
  }
}
