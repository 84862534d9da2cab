/** Copies files out of WordPress’ uploads folder. */
import { fstatSync, lstatSync, readSync, realpathSync } from 'node:fs';
import { UserError } from '../../errors.ts';
import { holdsExactly } from '../existing.ts';
import { explain, withFile } from '../explain.ts';
import { isSameFile } from '../outside.ts';
import { isInside } from '../posts.ts';
import { noFollow, toRead } from '../read.ts';
import { pathBelow } from '../windows.ts';
import { createFile, type WriteOptions } from '../write/write.ts';

const pieceSize = 256 * 1024;

/** A file in the uploads folder `root`, a real path; messages call it `shown`. */
export interface Upload {
  root: string;
  path: string;
  shown: string;
}

/**
 * Copies a file to a path where there is nothing yet. Returns false, having changed nothing, if the path is taken. Throws
 * UserError if it cannot be read or written, or if a link leads one of them outside.
 */
export function copyUpload(upload: Upload, to: string, shown: string, options: WriteOptions): boolean {
  return withUpload(upload, (pieces) => createFile(to, pieces, shown, options));
}

/** Whether nothing is at a path, or a file with the very bytes of an upload. Throws UserError if one cannot be read. */
export function isFreeFor(upload: Upload, to: string, shown: string): boolean {
  const stats = explain(`read ${shown}`, () => lstatSync(to, { throwIfNoEntry: false }));
  if (stats === undefined) return true;
  if (!stats.isFile()) return false;
  return withUpload(upload, (pieces, size) => size === stats.size && (size === 0 || holdsExactly(to, pieces, shown)));
}

/** The result of `use` with the bytes of a file in pieces, as many as it has at the beginning. */
function withUpload<T>({ root, path, shown }: Upload, use: (pieces: Iterable<Buffer>, size: number) => T): T {
  const read = `read ${shown}`;
  const real = explain(read, () => realpathSync(pathBelow(root, path)));
  return explain(read, () =>
    withFile(real, toRead | noFollow, (fd) => {
      const stats = fstatSync(fd);
      // Another program may have put a link in its place since it was found.
      const isStill = isInside(root, realpathSync(real)) && isSameFile(stats, lstatSync(real));
      if (!stats.isFile() || !isStill || !isInside(root, real)) {
        throw new UserError(`${shown} was replaced by another program; run the command again`);
      }
      return use(piecesOf(fd, stats.size, read), stats.size);
    }),
  );
}

function* piecesOf(fd: number, size: number, action: string): Generator<Buffer> {
  const bytes = Buffer.allocUnsafe(Math.min(size, pieceSize));
  for (let done = 0; done < size; ) {
    const count = explain(action, () => readSync(fd, bytes, 0, Math.min(bytes.length, size - done), done));
    if (count === 0) throw new UserError(`cannot ${action}: another program made it shorter; run the command again`);
    done += count;
    yield bytes.subarray(0, count);
  }
}
