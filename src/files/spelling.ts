/** Names as the disk has them. Some disks find a file by other spellings: macOS whatever the case and Unicode form. */
import { readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathKey } from '../post/relativePath.ts';
import { tried } from './explain.ts';
import { isInside, printedPath } from './posts.ts';

/** A path as the disk has it, with all links resolved; parts that do not exist stay as they are. */
export function storedPath(path: string): string {
  const stored = tried(() => realpathSync.native(path));
  if (stored !== undefined || dirname(path) === path) return stored ?? path;
  return join(storedPath(dirname(path)), basename(path));
}

/** The path in a folder, with `/`, of what is there under any spelling; undefined if it is outside. Both are absolute. */
export function storedIn(folder: string, path: string): string | undefined {
  const [stored, storedFolder] = [storedPath(path), storedPath(folder)];
  return isInside(storedFolder, stored) ? printedPath(storedFolder, stored) : undefined;
}

/** Whether two paths are those of one file, whether or not it exists. */
export function namesSameFile(path: string, other: string): boolean {
  return storedPath(path) === storedPath(other);
}

/**
 * Returns a function that gives a path in a folder with its names as the disk has them, in whatever Unicode form; undefined
 * if there are none such. Their case must be right even on a disk that ignores it, because the server may not. Cached.
 */
export function createSpeller(folder: string): (inFolder: string) => string | undefined {
  const known = new Map<string, Map<string, string>>();
  let root: string | undefined;
  const namesIn = (path: string): Map<string, string> => {
    const cached = known.get(path);
    if (cached) return cached;
    const names = listInside(root ?? folder, path);
    const spelt = new Map(names.map((name) => [pathKey(name), name]));
    // Where both forms exist, each is found by its own.
    for (const name of names) spelt.set(name, name);
    known.set(path, spelt);
    return spelt;
  };
  return (inFolder) => {
    root ??= realpathSync(folder);
    let stored = '';
    for (const name of inFolder.split('/').filter((part) => part !== '')) {
      const names = namesIn(stored);
      const found = names.get(name) ?? names.get(pathKey(name));
      if (found === undefined) return undefined;
      stored = stored === '' ? found : `${stored}/${found}`;
    }
    return stored;
  };
}

/** The names in a folder below a real one; none if it cannot be read, or a link leads outside. */
function listInside(root: string, path: string): string[] {
  const list = (): string[] => {
    const real = realpathSync(join(root, path));
    return isInside(root, real) ? readdirSync(real) : [];
  };
  return tried(list) ?? [];
}
