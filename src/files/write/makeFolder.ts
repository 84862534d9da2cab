/** Makes the folders of a new file, and removes them if it is not written. */
import { mkdirSync, rmdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { tried } from '../explain.ts';

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

/** Removes empty folders, from `folder` up to `first`. */
export function removeEmpty(folder: string, first: string): void {
  tried(() => {
    for (let path = folder; path.length >= first.length; path = dirname(path)) rmdirSync(path);
  });
}
