/** Files that are no longer part of a site: which may be removed, and which somebody has changed or copied since. */
import { lstatSync, readdirSync, type Stats } from 'node:fs';
import { posix } from 'node:path';
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
 * removed, `kept` were changed since, or are what somebody made of one beside it, such as `index.html.gz`, which a server would
 * still send, and `listed` are the paths to remember for these. Throws UserError if a folder cannot be read: what is in it must
 * not be forgotten.
 */
export function findGone(
  folder: string,
  { shown, before, hashes, force }: Leaving,
): { gone: string[]; kept: string[]; listed: string[] } {
  const gone: string[] = [];
  const kept: string[] = [];
  const listed: string[] = [];
  const left = [...before].filter(([path]) => !hashes.has(path));
  if (left.length === 0) return { gone, kept, listed };
  const statsOf = (path: string): Stats | undefined =>
    explain(`read ${shown}/${path}`, () => statsAt(pathBelow(folder, path)));
  const successors = new Map([...hashes.keys()].map((path) => [foldName(path), path]));
  const copiesOf = createCopyFinder(folder, shown);
  for (const [path, old] of left) {
    const stats = statsOf(path);
    const successor = successors.get(foldName(path));
    // A disk that ignores case finds the file by its new name, too, under which it is about to be replaced.
    const isReplaced = stats !== undefined && successor !== undefined && isSameFile(stats, statsOf(successor));
    const isThere = stats !== undefined && !stats.isDirectory();
    const isKept = isThere && !force && !isReplaced && !isOurs(pathBelow(folder, path), old);
    if (isThere) (isKept ? kept : gone).push(path);
    const copies = isReplaced ? [] : copiesOf(path).filter((copy) => !before.has(copy) && !hashes.has(copy));
    (force ? gone : kept).push(...copies);
    if (isKept || (!force && copies.length > 0)) listed.push(path);
  }
  return { gone, kept, listed };
}

/** Returns what finds the files beside one that have its name and one more extension. It reads each folder once. */
function createCopyFinder(folder: string, shown: string): (path: string) => string[] {
  const known = new Map<string, string[]>();
  return (path) => {
    const at = posix.dirname(path);
    const names = known.get(at) ?? explain(`read ${shown}/${at}`, () => filesIn(pathBelow(folder, at)));
    known.set(at, names);
    const start = `${posix.basename(path)}.`;
    return names
      .filter((name) => name.startsWith(start) && /^[a-z\d]+$/i.test(name.slice(start.length)))
      .map((name) => posix.join(at, name));
  };
}

/** The names of the files in a folder; none if it is gone. */
function filesIn(folder: string): string[] {
  if (!statsAt(folder)?.isDirectory()) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((found) => (found.isDirectory() ? [] : [found.name]));
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
