/** What exists at a path before something is written there, and the folders of a new file. */
import { accessSync, constants, lstatSync, mkdirSync, rmdirSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { describeSystemError, errorCode } from '../errors.ts';
import { tried } from './explain.ts';
import { nameProblem } from './windows.ts';

/** Whether nothing exists at a path. */
export function isMissing(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) === undefined;
}

/** Whether a new file can have a path: nothing exists there, not even a broken link. */
export function isFree(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) === undefined;
}

/** Whether a path is that of a file. */
export function isFile(path: string): boolean {
  return tried(() => statSync(path, { throwIfNoEntry: false }))?.isFile() ?? false;
}

/** Whether a path exists and is neither a file nor a folder, such as a pipe. */
export function isDevice(path: string): boolean {
  // Opening it will report an error.
  const stats = tried(() => statSync(path, { throwIfNoEntry: false }));
  return stats !== undefined && !stats.isFile() && !stats.isDirectory();
}

/** The root of the git repository that contains a folder; undefined if there is none, or it is the folder itself. */
export function repositoryAbove(root: string): string | undefined {
  for (let folder = root; isMissing(join(folder, '.git')); folder = dirname(folder)) {
    if (dirname(folder) === folder) return undefined;
    if (!isMissing(join(dirname(folder), '.git'))) return dirname(folder);
  }
  return undefined;
}

/** The longest file name on Linux, macOS and Windows; in bytes, as Linux counts. */
const longestName = 255;

/** Why no file can be written at an absolute path, for the end of a message; undefined if it can. */
export function whyUnwritable(path: string): string | undefined {
  if (path.split(sep).some((name) => Buffer.byteLength(name) > longestName)) return 'its name is too long';
  const problem = nameProblem(path);
  if (problem !== undefined) return problem;
  try {
    let there = path;
    let stats = statSync(there, { throwIfNoEntry: false });
    while (!stats && there !== dirname(there)) {
      there = dirname(there);
      stats = statSync(there, { throwIfNoEntry: false });
    }
    if (there !== path && !stats?.isDirectory()) return 'a part of its path is not a folder';
    if (there !== path) accessSync(there, constants.W_OK | constants.X_OK);
    else if (stats?.isFile()) accessSync(path, constants.W_OK);
    return undefined;
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return describeSystemError(error);
  }
}

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
