/**
 * Files are written whole or not at all: first to a temporary file in the same folder, synced, then put in place by one
 * call of the system. Whatever happens in between, the old file is still there.
 */
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { describeSystemError, errorCode, UserError } from '../../errors.ts';
import { checkInside } from '../outside.ts';
import { makeFolder, removeEmpty, syncFolder } from './makeFolder.ts';
import { type Content, writePieces } from './pieces.ts';
import { holdSignals, remove, removeStale, type Sweep, temporaryPath } from './temporary.ts';

export interface WriteOptions {
  /** The folder out of which no link in it may lead; undefined: any may. */
  root: string | undefined;
  /** What removes a dead process's files from the folder first. A command that writes more than once hands one in. */
  sweep?: Sweep | undefined;
  /** Asked directly before the file is put in place, which it is not where the answer is no. */
  isStill?: (() => boolean) | undefined;
}

/**
 * Makes a file, and the folders it lies in. Returns false, having changed nothing, where anything has that name already,
 * even if it came there this very moment. `shown` names the file in messages. Throws UserError where it cannot be written,
 * or where a link in `root` leads out of it (undefined: it may).
 */
export function createFile(
  path: string,
  text: Content,
  shown: string,
  { root, sweep = removeStale }: WriteOptions,
): boolean {
  return explained(shown, () => {
    const folder = dirname(path);
    checkInside(root, folder, shown);
    // Also where there is nothing to make: this may be all that is left to do for a command that was killed.
    sweep(folder);
    if (lstatSync(path, { throwIfNoEntry: false })) return false;
    const firstMade = makeFolder(folder);
    try {
      return throughTemporary(folder, text, undefined, (temporary) => {
        checkInside(root, folder, shown);
        return putNew(temporary, path);
      });
    } catch (error) {
      if (firstMade !== undefined) removeEmpty(folder, firstMade);
      throw error;
    }
  });
}

/**
 * Writes a file in place of the one that is there, or a new one in a folder that exists. Mode and owner stay as they
 * were; a symbolic link stays, and what it leads to is replaced; what is no file (/dev/stdout, a pipe) is written into.
 * Returns false, having changed nothing, where `isStill` says no. Throws UserError where that cannot be done, or where a
 * link in `root` leads out of it (undefined: it may); then the old file is untouched.
 */
export function replaceFile(
  path: string,
  text: Content,
  shown: string,
  { root, sweep = removeStale, isStill = () => true }: WriteOptions,
): boolean {
  return explained(shown, () => {
    checkInside(root, path, shown);
    const old = statSync(path, { throwIfNoEntry: false });
    if (old && !old.isFile() && !old.isDirectory()) {
      writeInto(path, text);
      return true;
    }
    const target = old ? realpathSync(path) : linkTarget(path);
    // A rename would not ask whether the old file may be written.
    if (old?.isFile()) accessSync(target, constants.W_OK);
    sweep(dirname(target));
    return throughTemporary(dirname(target), text, old, (temporary) => {
      // A folder may have become a link while the text was made.
      checkInside(root, target, shown);
      if (!isStill()) return false;
      renameSync(temporary, target);
      return true;
    });
  });
}

/**
 * Makes a folder and those above it, where they are not there. `shown` is the file that will lie in it. Throws UserError
 * where that cannot be done, or where a link in `root` leads out of it (undefined: it may).
 */
export function createFolder(path: string, shown: string, root: string | undefined): void {
  explained(shown, () => {
    checkInside(root, path, shown);
    makeFolder(path);
  });
}

function explained<T>(shown: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    const words: Record<string, string> = {
      ENOENT: 'its folder does not exist',
      EEXIST: 'a part of its path is not a folder',
    };
    throw new UserError(`cannot write ${shown}: ${words[code] ?? describeSystemError(error)}`);
  }
}

/** Where a link leads whose target is not there yet; any other path is itself. */
function linkTarget(path: string, steps = 40): string {
  if (steps === 0 || !lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return path;
  return linkTarget(resolve(dirname(path), readlinkSync(path)), steps - 1);
}

/** Writes a temporary file, lets `put` bring it in place, and leaves none behind where it can be removed. */
function throughTemporary<T>(folder: string, text: Content, old: Stats | undefined, put: (temporary: string) => T): T {
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

function writeInto(path: string, text: Content): void {
  // A pipe that nobody reads would be waited for, for ever; with this flag the system says so at once. It stays open until
  // the end: without a writer, even for a moment, the reader would take the text for finished.
  const held = statSync(path).isFIFO() ? openSync(path, constants.O_WRONLY | constants.O_NONBLOCK) : undefined;
  try {
    const fd = openSync(path, 'w');
    try {
      writePieces(fd, text);
    } finally {
      closeSync(fd);
    }
  } finally {
    if (held !== undefined) closeSync(held);
  }
}

function keepOwner(fd: number, old: Stats): void {
  try {
    fchownSync(fd, old.uid, old.gid);
  } catch (error) {
    // Only root may give a file away; the mode matters more.
    if (errorCode(error) === undefined) throw error;
  }
  fchmodSync(fd, old.mode & 0o7777);
}

/** Gives the temporary file its name, unless there is one of that name: false. */
function putNew(temporary: string, path: string): boolean {
  try {
    linkSync(temporary, path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
  }
  // No hard links here (FAT, some network folders): take the name first, then put the file there.
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
