/** Folders that a file is to lie in: made, made to last, and removed where they were made in vain. */
import { closeSync, fsyncSync, mkdirSync, openSync, rmdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from '../../errors.ts';

/**
 * Makes a folder and those above it; returns the outermost that was made. Node's own way up says of a disk that is
 * read-only, fails or has no quota left that the folder does not exist.
 */
export function makeFolder(path: string): string | undefined {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return undefined;
  const parent = dirname(path);
  const firstMade = parent === path ? undefined : makeFolder(parent);
  try {
    mkdirSync(path);
    return firstMade ?? path;
  } catch (error) {
    // Another process may have made it just now.
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return firstMade;
    if (firstMade !== undefined) removeEmpty(parent, firstMade);
    throw error;
  }
}

/** Makes the new name last through a power cut, where the system can do that with folders. */
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

/** Removes folders that were made in vain, from the innermost to the first; one with something in it stays. */
export function removeEmpty(folder: string, first: string): void {
  try {
    for (let path = folder; path.length >= first.length; path = dirname(path)) rmdirSync(path);
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
  }
}
