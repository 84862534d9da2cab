/** Writes files atomically: if anything fails, the old file is still there. */
import {
  accessSync,
  closeSync,
  constants,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  statSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UserError } from '../../errors.ts';
import { explain, withFile } from '../explain.ts';
import { makeFolder, removeEmpty } from '../folder.ts';
import { checkInside, guardFolder } from '../outside.ts';
import { nameProblem, renamePatiently, wordsForOpen } from '../windows.ts';
import { type Content, putNew, writeAtomically, writePieces } from './atomic.ts';
import { removeStale, type Sweep } from './temporary.ts';

export interface WriteOptions {
  /** Whether to make a missing folder, which is removed again if the file cannot be written. Default: false. */
  make?: boolean;
  /** The folder out of which its links must not lead; undefined to allow that. */
  root: string | undefined;
  /** Removes stale files from the folder first. Commands that write several files share one. */
  sweep?: Sweep | undefined;
  /** Called directly before the file is put in place, which it is not if this returns false. */
  isStill?: (() => boolean) | undefined;
}

/**
 * Creates a file and its folders. Returns false, having changed nothing, if the path is taken, even if only just now.
 * Messages call the file `shown`. Throws UserError if it cannot be written, or if a link in `root` leads outside.
 */
export function createFile(
  path: string,
  text: Content,
  shown: string,
  { root, sweep = removeStale }: WriteOptions,
): boolean {
  return explainWrite(path, shown, () => {
    const folder = dirname(path);
    checkInside(root, folder, shown);
    // Even if the file exists: it may be all that is left to do after a command was killed.
    sweep(folder);
    if (lstatSync(path, { throwIfNoEntry: false })) return false;
    return inFolder(folder, true, () => {
      const guard = guardFolder(root, folder, shown);
      return writeAtomically({ folder, text, old: undefined, guard, put: (temporary) => putNew(temporary, path) });
    });
  });
}

/**
 * Replaces a file, or creates it, in a folder that exists unless `make` is set. Its mode and owner are kept; the target of a
 * symbolic link is replaced; a device or a pipe (/dev/stdout) is written to directly. Returns false, having changed nothing,
 * if `isStill` does. Throws UserError, and leaves the old file, if that fails, or if a link in `root` leads outside.
 */
export function replaceFile(
  path: string,
  text: Content,
  shown: string,
  { root, sweep = removeStale, isStill = () => true, make = false }: WriteOptions,
): boolean {
  return explainWrite(path, shown, () => {
    checkInside(root, path, shown);
    const old = statSync(path, { throwIfNoEntry: false });
    if (old && !old.isFile() && !old.isDirectory()) {
      writeDirectly(path, text);
      return true;
    }
    return inFolder(dirname(path), make, () => {
      const target = old ? realpathSync(path) : linkTarget(path);
      // Renaming does not check whether the old file is writable.
      if (old?.isFile()) accessSync(target, constants.W_OK);
      const folder = dirname(target);
      const guard = guardFolder(root, folder, shown);
      sweep(folder);
      const put = (temporary: string): boolean => {
        if (!isStill()) return false;
        renamePatiently(() => renameSync(temporary, target));
        return true;
      };
      return writeAtomically({ folder, text, old, guard, put });
    });
  });
}

/** Writes in a folder, which with `make` is made, and if that fails removed again. */
function inFolder<T>(folder: string, make: boolean, write: () => T): T {
  const firstMade = make ? makeFolder(folder) : undefined;
  try {
    return write();
  } catch (error) {
    if (firstMade !== undefined) removeEmpty(folder, firstMade);
    throw error;
  }
}

function explainWrite<T>(path: string, shown: string, write: () => T): T {
  const problem = nameProblem(path);
  if (problem !== undefined) throw new UserError(`cannot write ${shown}: ${problem}`);
  return explain(`write ${shown}`, write, {
    ...wordsForOpen,
    ENOENT: 'its folder does not exist',
    EEXIST: 'a part of its path is not a folder',
  });
}

/** The target of a link, which need not exist; any other path is returned as it is. */
function linkTarget(path: string, steps = 40): string {
  if (steps === 0 || !lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return path;
  return linkTarget(resolve(dirname(path), readlinkSync(path)), steps - 1);
}

function writeDirectly(path: string, text: Content): void {
  // Opening a pipe without a reader would block for ever; with this flag it fails. It stays open until the end: without a
  // writer, even for a moment, the reader would take the text for finished.
  const held = statSync(path).isFIFO() ? openSync(path, constants.O_WRONLY | constants.O_NONBLOCK) : undefined;
  try {
    withFile(path, 'w', (fd) => writePieces(fd, text));
  } finally {
    if (held !== undefined) closeSync(held);
  }
}
