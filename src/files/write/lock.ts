/**
 * One command at a time writes in a folder. A lock is an empty file whose name says which process it is of: so it is
 * there whole at once, and removing a dead process's lock can never remove a living one's. Whoever finds no lock but
 * its own has the folder.
 */
import { closeSync, openSync } from 'node:fs';
import { compareText } from '../../diagnostic.ts';
import { errorCode } from '../../errors.ts';
import { makeFolder, removeEmpty } from './makeFolder.ts';
import { beforeSignalsEnd, createSweep, lockPath, type Rival, remove, removeStale, type Sweep } from './temporary.ts';

export interface Lock {
  /** Tries to get the folder: undefined when it is ours, else who has it. */
  attempt(): Rival | undefined;
  /** For what is written in the folder meanwhile. */
  sweep: Sweep;
  /** To be called in the end, whether the folder was got or not. A signal that ends the process does the same. */
  release(): Promise<void>;
}

/** A lock on a folder, not yet got. With `make` the folder is made where there is none, and removed if it stays empty. */
export function createLock(folder: string, make = false): Lock {
  const path = lockPath(folder);
  let firstMade: string | undefined;
  const takeBack = (): void => {
    remove(path);
    if (firstMade !== undefined) removeEmpty(folder, firstMade);
  };
  const stopListening = beforeSignalsEnd(takeBack);
  return {
    attempt: () => {
      if (make) firstMade = tried(() => makeFolder(folder)) ?? firstMade;
      // Where no lock can be made no post can be written: that will say so, and why.
      // One that is there is ours, from the last attempt; a link that somebody else put there is not followed.
      tried(() => closeSync(openSync(path, 'wx')));
      const [rival] = removeStale(folder);
      // Of several that wait one keeps its lock, so that they do not give way to one another for ever.
      if (rival && compareText(rival.path, path) < 0) remove(path);
      return rival;
    },
    sweep: createSweep([folder]),
    release: () => {
      takeBack();
      return stopListening();
    },
  };
}

/** What a call of the system gives; undefined where the system refuses it. */
function tried<T>(call: () => T): T | undefined {
  try {
    return call();
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return undefined;
  }
}
