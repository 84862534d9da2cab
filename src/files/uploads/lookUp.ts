/** Finds files in a copy of WordPress’ uploads folder, and nothing outside of it. */
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../../diagnostic.ts';
import { errorCode, UserError } from '../../errors.ts';
import { shellWord } from '../../shellWord.ts';
import { explain } from '../explain.ts';
import { isInside } from '../posts.ts';
import { pathBelow } from '../windows.ts';

/** The real path of the folder that a user calls `shown`. Throws UserError if it is none, or the one above. */
export function openUploads(path: string, shown: string): string {
  const stats = explain(`read ${shown}`, () => statSync(path));
  if (!stats.isDirectory()) throw new UserError(`${shown} is not a folder; name a copy of wp-content/uploads`);
  const isDated = explain(`read ${shown}`, () => readdirSync(path)).some((name) => /^\d{4}$/.test(name));
  const below = ['wp-content/uploads', 'uploads'].find((name) => !isDated && isFolder(join(path, name)));
  if (below !== undefined) {
    throw new UserError(`${shown} is not the uploads folder itself; pass --uploads ${shellWord(join(shown, below))}`);
  }
  return explain(`read ${shown}`, () => realpathSync(path));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/**
 * Returns a function that finds a file in the folder `root`, a real path, by its path there in any case and Unicode form: its
 * path as the disk has it, or why it must not be read. It throws UserError if the system refuses to look. Messages call the
 * folder `shown`.
 */
export function createUploadFinder(root: string, shown: string) {
  const known = new Map<string, ReadonlyMap<string, string>>();
  const namesIn = (folder: string, real: string): ReadonlyMap<string, string> => {
    const cached = known.get(folder);
    if (cached) return cached;
    const names = spellings(readdirSync(real));
    known.set(folder, names);
    return names;
  };
  const find = (path: string): { path: string } | { problem: string } | undefined => {
    let stored = '';
    for (const part of path.split('/').filter((one) => one !== '')) {
      const real = realpathSync(pathBelow(root, stored));
      if (!isInside(root, real)) return { problem: 'a link leads out of the uploads folder' };
      const names = namesIn(stored, real);
      const name = names.get(part) ?? names.get(part.normalize('NFC')) ?? names.get(folded(part));
      if (name === undefined) return undefined;
      stored = stored === '' ? name : `${stored}/${name}`;
    }
    const real = realpathSync(pathBelow(root, stored));
    if (!isInside(root, real)) return { problem: 'a link leads out of the uploads folder' };
    return statSync(real).isFile() ? { path: stored } : undefined;
  };
  return (path: string): { path: string } | { problem: string } | undefined => {
    try {
      return find(path);
    } catch (error) {
      if (['ENOENT', 'ENOTDIR', 'ELOOP'].includes(errorCode(error) ?? '')) return undefined;
      return explain(`read ${shown}/${path}`, () => {
        throw error;
      });
    }
  };
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Names by themselves, by their composed form, and by that in lower case; each as itself where several are alike. */
function spellings(names: readonly string[]): ReadonlyMap<string, string> {
  const spelt = new Map<string, string>();
  const sorted = [...names].sort((a, b) => compareText(b, a));
  for (const form of [folded, (name: string) => name.normalize('NFC'), (name: string) => name]) {
    for (const name of sorted) spelt.set(form(name), name);
  }
  return spelt;
}
