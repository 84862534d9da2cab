/** Writes text piece by piece, so that a large one is never in memory as a whole. */
import { writeSync } from 'node:fs';

/** A text, or its pieces in order. */
export type Content = string | Iterable<string>;

const pieceSize = 256 * 1024;

/** Writes a text to an open file. Small pieces are joined, because a system call for each would be slow. */
export function writePieces(fd: number, text: Content): void {
  let waiting = '';
  let bytes = Buffer.alloc(0);
  const flush = (): void => {
    // A UTF-16 unit takes at most three bytes.
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
