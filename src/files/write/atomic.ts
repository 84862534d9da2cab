/** Atomic writing: a temporary file in the same folder is synced, and then put in place by one system call. */
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  renameSync,
  type Stats,
  writeSync,
} from 'node:fs';
import { errorCode } from '../../errors.ts';
import { tried, withFile } from '../explain.ts';
import { isSameFile } from '../outside.ts';
import { renamePatiently } from '../windows.ts';
import { holdSignals, remove, temporaryPath } from './temporary.ts';

/** A text, or its pieces or bytes in order, so that a large one is never in memory as a whole. */
export type Content = string | Iterable<string | Uint8Array>;

export interface AtomicWrite<T> {
  folder: string;
  text: Content;
  /** The file whose mode and owner the new one gets. */
  old: Stats | undefined;
  /** Throws an error if the folder is not the one that was checked. */
  guard: () => void;
  /** Moves the temporary file into place. */
  put: (temporary: string) => T;
}

/**
 * Writes a temporary file and returns the result of `put`. A folder that is replaced by a link does no harm: nothing is
 * written before the new file is known to be in the right one, and moving it fails anywhere else, where it is not. The
 * temporary file is removed in any case. Throws the errors of the system, and of `guard`.
 */
export function writeAtomically<T>({ folder, text, old, guard, put }: AtomicWrite<T>): T {
  const temporary = temporaryPath(folder);
  const release = holdSignals();
  try {
    const written = withFile(temporary, 'wx', (fd) => {
      const opened = fstatSync(fd);
      checkPlace(opened, temporary, guard);
      writePieces(fd, text);
      if (old) {
        // Only root may change the owner; the mode matters more.
        tried(() => fchownSync(fd, old.uid, old.gid));
        fchmodSync(fd, old.mode & 0o7777);
      }
      fsyncSync(fd);
      return opened;
    });
    checkPlace(written, temporary, guard);
    const result = put(temporary);
    // The names in a folder can be synced on some systems only.
    tried(() => withFile(folder, 'r', fsyncSync));
    return result;
  } finally {
    remove(temporary);
    release();
  }
}

function checkPlace(file: Stats, path: string, guard: () => void): void {
  guard();
  // The folder may have been another one when the file was made.
  if (isSameFile(file, lstatSync(path, { throwIfNoEntry: false }))) return;
  throw Object.assign(new Error(`${path} is gone`), { code: 'ENOENT' });
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
    writeBytes(fd, bytes, length);
    waiting = '';
  };
  for (const piece of typeof text === 'string' ? [text] : text) {
    if (typeof piece === 'string') waiting += piece;
    if (waiting.length >= pieceSize || typeof piece !== 'string') flush();
    if (typeof piece !== 'string') writeBytes(fd, piece);
  }
  flush();
}

/** Writes bytes to an open file, all of them or the first `length`. */
export function writeBytes(fd: number, bytes: Uint8Array, length = bytes.length): void {
  for (let done = 0; done < length; ) done += writeSync(fd, bytes, done, length - done);
}

/** Moves a temporary file to a path; returns false if the path is taken. Throws the errors of the system. */
export function putNew(temporary: string, path: string): boolean {
  try {
    linkSync(temporary, path);
    return true;
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EEXIST') return false;
    // The temporary file is not there: neither is the folder that was checked.
    if (code === 'ENOENT') throw error;
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
