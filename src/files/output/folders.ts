/** The folders of a site. Most pages have one of their own, so that each is looked at as little as possible. */
import { lstatSync, mkdirSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { tried } from '../explain.ts';
import { makeFolder } from '../folder.ts';
import { checkInside } from '../outside.ts';
import { pathBelow } from '../windows.ts';

/** Returns a function that finds what is in the way of a file: another file where its path has a folder. */
export function createObstacleFinder(folder: string): (path: string) => string | undefined {
  const kinds = new Map<string, 'file' | 'folder' | 'nothing'>();
  const kindOf = (above: string): 'file' | 'folder' | 'nothing' => {
    const stats = tried(() => statSync(pathBelow(folder, above), { throwIfNoEntry: false }));
    return stats?.isFile() ? 'file' : stats ? 'folder' : 'nothing';
  };
  return (path) => {
    for (const above of foldersOf(path)) {
      const kind = kinds.get(above) ?? kindOf(above);
      kinds.set(above, kind);
      if (kind === 'file') return above;
      if (kind === 'nothing') return undefined;
    }
    return undefined;
  };
}

/** Returns a function that throws UserError if a link leads the folder of a file, as far as it exists, out of the site. */
export function createFolderCheck(folder: string, shown: string): (path: string) => void {
  const known = new Map<string, boolean>();
  /** Whether it exists. */
  const check = (above: string): boolean => {
    if (above === '.') return true;
    const found = known.get(above) ?? (check(posix.dirname(above)) && checkOne(folder, above, shown));
    known.set(above, found);
    return found;
  };
  return (path) => void check(posix.dirname(path));
}

/** Returns a function that makes the folder of a file. Throws UserError as the check does, and the errors of the system. */
export function createFolderMaker(folder: string, shown: string): (path: string) => void {
  const made = new Set<string>();
  const make = (above: string): void => {
    if (made.has(above)) return;
    if (above === '.') makeFolder(folder);
    else {
      make(posix.dirname(above));
      const path = pathBelow(folder, above);
      try {
        mkdirSync(path);
      } catch (error) {
        // What keeps the system from telling is the error then.
        if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw error;
        checkOne(folder, above, shown);
      }
    }
    made.add(above);
  };
  return (path) => make(posix.dirname(path));
}

/** Checks one folder in another that was checked. Returns whether it exists. */
function checkOne(folder: string, above: string, shown: string): boolean {
  const path = pathBelow(folder, above);
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats?.isSymbolicLink()) checkInside(folder, path, `${shown}/${above}`);
  return stats !== undefined;
}

/** The folders above a path in the site, outermost first. */
function foldersOf(path: string): string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}
