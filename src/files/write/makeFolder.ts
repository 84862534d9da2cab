/** Makes the folders of a new file, and removes them if it is not written. */
import { closeSync, fsyncSync, mkdirSync, openSync, rmdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from '../../errors.ts';

/**
 * Makes a folder and its parents; returns the outermost one that was made. Unlike `mkdir` with `recursive`, it throws the
 * right error for a disk that is read-only, fails or is full.
 */
export function makeFolder(path: string): string | undefined {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return undefined;
  const parent = dirname(path);
  const firstMade = parent === path ? undefined : makeFolder(parent);
  try {
    mkdirSync(path);
    return firstMade ?? path;
  } catch (error) {
    // Another process may have made it in the meantime.
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return firstMade;
    if (firstMade !== undefined) removeEmpty(parent, firstMade);
    throw error;
  }
}

/** Syncs the names in a folder to the disk, on systems that can. */
export function syncFolder(folder: string): void {
  try {
    const fd = openSync(folder, 'r');
    try {
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
  }
}

/** Removes empty folders, from `folder` up to `first`. */
export function removeEmpty(folder: string, first: string): void {
  try {
    for (let path = folder; path.length >= first.length; path = dirname(path)) rmdirSync(path);
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
  }
}
