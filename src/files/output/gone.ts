/** Files that are no longer part of a site: which may be removed, and which somebody has changed since. */
import { lstatSync, type Stats } from 'node:fs';
import { errorCode } from '../../errors.ts';
import { foldName } from '../../post/fields/slug.ts';
import { explain } from '../explain.ts';
import { isSameFile } from '../outside.ts';
import { pathBelow } from '../windows.ts';
import { isOurs } from './content.ts';
import type { Manifest } from './manifest.ts';

export interface Leaving {
  /** The folder in messages. */
  shown: string;
  before: Manifest;
  /** The files of the site. */
  hashes: ReadonlyMap<string, string>;
  /** Whether those that were changed are removed, too. */
  force: boolean;
}

/**
 * Of the files that were written before and are not part of the site any more, those that are still there: `gone` are to be
 * removed, `kept` were changed since. Throws UserError if a folder cannot be read: what is in it must not be forgotten.
 */
export function findGone(
  folder: string,
  { shown, before, hashes, force }: Leaving,
): { gone: string[]; kept: string[] } {
  const gone: string[] = [];
  const kept: string[] = [];
  const left = [...before].filter(([path]) => !hashes.has(path));
  if (left.length === 0) return { gone, kept };
  const statsOf = (path: string): Stats | undefined =>
    explain(`read ${shown}/${path}`, () => statsAt(pathBelow(folder, path)));
  const successors = new Map([...hashes.keys()].map((path) => [foldName(path), path]));
  for (const [path, old] of left) {
    const stats = statsOf(path);
    if (stats === undefined || stats.isDirectory()) continue;
    const successor = successors.get(foldName(path));
    // A disk that ignores case finds the file by its new name, too, under which it is about to be replaced.
    const isReplaced = successor !== undefined && isSameFile(stats, statsOf(successor));
    (force || isReplaced || isOurs(pathBelow(folder, path), old) ? gone : kept).push(path);
  }
  return { gone, kept };
}

/** What is at a path; undefined if nothing is, as where its folder is a file now. */
function statsAt(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (errorCode(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}
