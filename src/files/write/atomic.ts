/** Atomic writing: a temporary file in the same folder is synced, and then put in place by one system call. */
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  type Stats,
  writeSync,
} from 'node:fs';
import { errorCode } from '../../errors.ts';
import { tried, withFile } from '../explain.ts';
import { renamePatiently } from '../windows.ts';
import { holdSignals, remove, temporaryPath } from './temporary.ts';

/** A text, or its pieces in order, so that a large one is never in memory as a whole. */
export type Content = string | Iterable<string>;

/**
 * Writes a temporary file with the mode and owner of `old`, and returns the result of `put`, which moves it into place.
 * The temporary file is removed in any case. Throws the errors of the system.
 */
export function writeAtomically<T>(
  folder: string,
  text: Content,
  old: Stats | undefined,
  put: (temporary: string) => T,
): T {
  const temporary = temporaryPath(folder);
  const release = holdSignals();
  try {
    withFile(temporary, 'wx', (fd) => {
      writePieces(fd, text);
      if (old) {
        // Only root may change the owner; the mode matters more.
        tried(() => fchownSync(fd, old.uid, old.gid));
        fchmodSync(fd, old.mode & 0o7777);
      }
      fsyncSync(fd);
    });
    const result = put(temporary);
    // The names in a folder can be synced on some systems only.
    tried(() => withFile(folder, 'r', fsyncSync));
    return result;
  } finally {
    remove(temporary);
    release();
  }
}

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

/** Moves a temporary file to a path; returns false if the path is taken. Throws the errors of the system. */
export function putNew(temporary: string, path: string): boolean {
  try {
    linkSync(temporary, path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
  }
  // File systems without hard links (FAT, some network folders): claim the name first, then replace the empty file.
  let fd: number;
  try {
    fd = openSync(path, 'wx');
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    closeSync(fd);
    renamePatiently(() => renameSync(temporary, path));
    return true;
  } catch (error) {
    remove(path);
    throw error;
  }
}
