/** Atomic writing: a temporary file in the same folder is synced, and then put in place by one system call. */
import { closeSync, fchmodSync, fchownSync, fsyncSync, linkSync, openSync, renameSync, type Stats } from 'node:fs';
import { errorCode } from '../../errors.ts';
import { syncFolder } from './makeFolder.ts';
import { type Content, writePieces } from './pieces.ts';
import { holdSignals, remove, temporaryPath } from './temporary.ts';

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
    writeSynced(temporary, text, old);
    const result = put(temporary);
    syncFolder(folder);
    return result;
  } finally {
    remove(temporary);
    release();
  }
}

function writeSynced(path: string, text: Content, old: Stats | undefined): void {
  const fd = openSync(path, 'wx');
  try {
    writePieces(fd, text);
    if (old) keepOwner(fd, old);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

function keepOwner(fd: number, old: Stats): void {
  try {
    fchownSync(fd, old.uid, old.gid);
  } catch (error) {
    // Only root may change the owner; the mode matters more.
    if (errorCode(error) === undefined) throw error;
  }
  fchmodSync(fd, old.mode & 0o7777);
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
    renameSync(temporary, path);
    return true;
  } catch (error) {
    remove(path);
    throw error;
  }
}
