/**
 * Locks, by which one command at a time writes in a folder. A lock is an empty file named after its process, so that it
 * is created at once, and removing a stale one never removes that of a running process. A process that finds no lock but
 * its own has the folder.
 */
import { closeSync, openSync } from 'node:fs';
import { compareText } from '../../diagnostic.ts';
import { tried } from '../explain.ts';
import { makeFolder, removeEmpty } from '../folder.ts';
import { beforeSignalsEnd, createSweep, lockPath, type Rival, remove, removeStale } from './temporary.ts';

/** Prepares to lock a folder. With `make` a missing folder is made, and removed if it stays empty. */
export function createLock(folder: string, make = false) {
  const path = lockPath(folder);
  let firstMade: string | undefined;
  const undo = (): void => {
    remove(path);
    if (firstMade !== undefined) removeEmpty(folder, firstMade);
  };
  const stopListening = beforeSignalsEnd(undo);
  return {
    /** Tries to lock the folder: returns undefined if that succeeds, otherwise the process that has it. */
    attempt: (): Rival | undefined => {
      if (make) firstMade = tried(() => makeFolder(folder)) ?? firstMade;
      // If this fails, so will writing, which reports why. An existing lock is from the last attempt; a link put in its
      // place is not followed.
      tried(() => closeSync(openSync(path, 'wx')));
      const [rival] = removeStale(folder);
      // One of several waiting processes keeps its lock, or they would give way to one another for ever.
      if (rival && compareText(rival.path, path) < 0) remove(path);
      return rival;
    },
    /** For files written under this lock. */
    sweep: createSweep([folder]),
    /** To be called at the end, even if the folder was not locked. A signal that ends the process does the same. */
    release: (): Promise<void> => {
      undo();
      return stopListening();
    },
  };
}
