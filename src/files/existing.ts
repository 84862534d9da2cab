/** Reads existing files: images beside posts, feeds, and what is changed by `blog init`. */
import { closeSync, lstatSync, openSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { UserError } from '../errors.ts';
import { decodeText } from '../post/text.ts';
import { explain, tried } from './explain.ts';
import { isInside, kindOf } from './posts.ts';
import { readFully } from './read.ts';
import { createSpeller, storedPath } from './spelling.ts';

/** A file in a folder: its path there as the disk has it, and its size (bytes). */
export interface FoundFile {
  path: string;
  size: number;
}

/** Returns a function that finds a file in a folder, in any Unicode form; undefined if outside or not a file. Cached. */
export function fileLookup(folder: string): (inFolder: string) => FoundFile | undefined {
  const known = new Map<string, FoundFile | undefined>();
  const spell = createSpeller(folder);
  let root: string | undefined;
  const lookUp = (inFolder: string): FoundFile | undefined => {
    root ??= storedPath(folder);
    const direct = join(root, inFolder);
    // Most are found by the very name that the disk has, without a link, and need no list of the folder.
    const isDirect = isInside(root, direct) && tried(() => realpathSync.native(direct)) === direct;
    const path = isDirect ? inFolder : spell(inFolder);
    if (path === undefined) return undefined;
    const real = isDirect ? direct : storedPath(join(root, path));
    const stats = isInside(root, real) ? statSync(real) : undefined;
    return stats?.isFile() ? { path, size: stats.size } : undefined;
  };
  return (inFolder) => {
    // The system refuses a name that is too long, and Node one that contains a NUL.
    const found = known.has(inFolder) ? known.get(inFolder) : tried(() => lookUp(inFolder));
    known.set(inFolder, found);
    return found;
  };
}

/** Returns a function that says what is at a path in a folder where a link or an image finds no file; undefined for a folder, or nothing. */
export function otherLookup(folder: string): (inFolder: string) => string | undefined {
  const describe = (path: string): string | undefined => {
    const isLink = lstatSync(path).isSymbolicLink();
    const target = isLink ? tried(() => realpathSync(path)) : path;
    if (target === undefined) return 'a link to nothing';
    if (isLink && !isInside(realpathSync(folder), target)) return 'a link that leads outside the posts folder';
    const stats = statSync(target);
    return stats.isFile() || stats.isDirectory() ? undefined : kindOf(stats);
  };
  return (inFolder) => tried(() => describe(join(folder, inFolder)));
}

const pieceSize = 256 * 1024;

/** The text of a file in pieces; undefined if it does not exist or is empty. Throws UserError if it cannot be read. */
export function readPieces(path: string, shown: string): Iterable<string> | undefined {
  return hasContent(path, shown) ? piecesOf(path, shown) : undefined;
}

/** Whether the content of a file is exactly these pieces. Throws UserError if it cannot be read. */
export function holdsExactly(path: string, pieces: Iterable<string | Uint8Array>, shown: string): boolean {
  if (!hasContent(path, shown)) return false;
  const action = `read ${shown}`;
  const fd = explain(action, () => openSync(path, 'r'));
  const read = (bytes: Buffer, length: number): number =>
    explain(action, () => readFully(fd, bytes, length, 'current'));
  try {
    // One buffer for all pieces: a feed may have thousands.
    let there = Buffer.allocUnsafe(pieceSize);
    for (const piece of pieces) {
      const wanted = Buffer.from(piece);
      if (wanted.length > there.length) there = Buffer.allocUnsafe(wanted.length * 2);
      if (read(there, wanted.length) < wanted.length) return false;
      if (wanted.compare(there, 0, wanted.length) !== 0) return false;
    }
    return read(there, 1) === 0;
  } finally {
    explain(action, () => closeSync(fd));
  }
}

function hasContent(path: string, shown: string): boolean {
  const stats = explain(`read ${shown}`, () => statSync(path, { throwIfNoEntry: false }));
  if (stats?.isDirectory()) throw new UserError(`${shown} is a folder; name a file`);
  return Boolean(stats?.isFile() && stats.size > 0);
}

function* piecesOf(path: string, shown: string): Generator<string> {
  const action = `read ${shown}`;
  const fd = explain(action, () => openSync(path, 'r'));
  const decoder = new StringDecoder('utf8');
  const bytes = Buffer.allocUnsafe(pieceSize);
  const read = (): number => explain(action, () => readSync(fd, bytes));
  try {
    for (let count = read(); count > 0; count = read()) yield decoder.write(bytes.subarray(0, count));
    yield decoder.end();
  } finally {
    explain(action, () => closeSync(fd));
  }
}

/** The text of a file that we have written; empty if there is something else, undefined if nothing. Throws UserError. */
export function readOwnText(path: string, shown: string): string | undefined {
  return explain(`read ${shown}`, () => {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return undefined;
    return stats.isFile() ? readFileSync(path, 'utf8') : '';
  });
}

/**
 * The text of a small file, before it is changed; empty if it does not exist. Undefined if it must not be changed: a link,
 * a folder, or a text that is not UTF-8 or has a byte order mark.
 */
export function readPlainText(path: string): string | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return '';
  if (!stats.isFile()) return undefined;
  const bytes = readFileSync(path);
  const decoded = decodeText(bytes);
  return 'text' in decoded && Buffer.byteLength(decoded.text) === bytes.length ? decoded.text : undefined;
}
