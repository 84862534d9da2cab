/** Long output, written in pieces: neither a system call for each line nor all of it in memory. */
import { UserError } from '../errors.ts';
import type { OutputKind } from '../report/workflowCommands.ts';
import type { Shell } from '../shell.ts';

/** UTF-16 units. */
const pieceSize = 64 * 1024;

/** Prints pieces one after the other. */
export function printPieces(pieces: Iterable<string>, shell: Pick<Shell, 'out'>, kind?: OutputKind): void {
  printEach(pieces, (piece) => piece, shell, kind);
}

/** Prints a text for each item. */
export function printEach<T>(
  items: Iterable<T>,
  textOf: (item: T) => string,
  { out }: Pick<Shell, 'out'>,
  kind?: OutputKind,
): void {
  let waiting = '';
  for (const item of items) {
    waiting += textOf(item);
    if (waiting.length < pieceSize) continue;
    out(waiting, kind);
    waiting = '';
  }
  if (waiting !== '') out(waiting, kind);
}

/** Prints a result; if that fails, the UserError thrown also says what was `done` anyway. */
export function printDone(done: string | undefined, print: () => void): void {
  try {
    print();
  } catch (error) {
    if (done === undefined || !(error instanceof UserError)) throw error;
    throw new UserError(`${error.message}; ${done}`, error.status);
  }
}
