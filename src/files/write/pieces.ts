/** Text that is written piece by piece, so that a large one is never in memory whole. */
import { writeSync } from 'node:fs';

/** What is written: a text, or its pieces one after the other. */
export type Content = string | Iterable<string>;

const pieceSize = 256 * 1024;

/**
 * Writes a text into an open file. Small pieces are written together: a call of the system for each would take longer than
 * making them.
 */
export function writePieces(fd: number, text: Content): void {
  let waiting = '';
  let bytes = Buffer.alloc(0);
  const flush = (): void => {
    // A character takes three bytes at most; one buffer serves for all pieces of a size.
    if (bytes.length < waiting.length * 3) bytes = Buffer.allocUnsafe(waiting.length * 3);
    const length = bytes.write(waiting);
    for (let done = 0; done < length; ) done += writeSync(fd, bytes, done, length - done);
    waiting = '';
  };
  for (const piece of typeof text === 'string' ? [text] : text) {
    waiting += piece;
    if (waiting.length >= pieceSize) flush();
  }
  flush();
}
