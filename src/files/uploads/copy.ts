/** Copies files out of WordPress’ uploads folder. */
import { lstatSync } from 'node:fs';
import { holdsExactly } from '../existing.ts';
import { explain } from '../explain.ts';
import { type Original, withOriginal } from '../outside.ts';
import { pathBelow } from '../windows.ts';
import { createFile, type WriteOptions } from '../write/write.ts';

/** A file in the uploads folder `root`, a real path; messages call it `shown`. */
export interface Upload {
  root: string;
  path: string;
  shown: string;
}

/**
 * Copies a file to a path where there is nothing yet. Returns false, having changed nothing, if the path is taken. Throws
 * UserError if it cannot be read or written, or if a link leads one of them outside.
 */
export function copyUpload(upload: Upload, to: string, shown: string, options: WriteOptions): boolean {
  return withOriginal(originalOf(upload), ({ pieces }) => createFile(to, pieces(), shown, options));
}

/** Whether nothing is at a path, or a file with the very bytes of an upload. Throws UserError if one cannot be read. */
export function isFreeFor(upload: Upload, to: string, shown: string): boolean {
  const stats = explain(`read ${shown}`, () => lstatSync(to, { throwIfNoEntry: false }));
  if (stats === undefined) return true;
  if (!stats.isFile()) return false;
  return withOriginal(
    originalOf(upload),
    ({ size, pieces }) => size === stats.size && (size === 0 || holdsExactly(to, pieces(), shown)),
  );
}

function originalOf({ root, path, shown }: Upload): Original {
  return { root, path: pathBelow(root, path), shown };
}
