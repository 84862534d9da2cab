/** Files that are there already: images beside posts, and feeds written before. Reading changes nothing. */
import { closeSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { describeSystemError, errorCode, UserError } from '../errors.ts';
import { fill } from './read.ts';

/** Looks files up below a folder, each once: their size in bytes; undefined for what is no file, or lies outside. */
export function fileLookup(folder: string): (inFolder: string) => { size: number } | undefined {
  const known = new Map<string, { size: number } | undefined>();
  let real: string | undefined;
  const lookUp = (inFolder: string): { size: number } | undefined => {
    try {
      real ??= realpathSync(folder);
      const path = realpathSync(join(folder, inFolder));
      const stats = path.startsWith(real + sep) ? statSync(path) : undefined;
      return stats?.isFile() ? { size: stats.size } : undefined;
    } catch (error) {
      // A name too long, or with a NUL, is no file either.
      if (errorCode(error) !== undefined) return undefined;
      throw error;
    }
  };
  return (inFolder) => {
    if (!known.has(inFolder)) known.set(inFolder, lookUp(inFolder));
    return known.get(inFolder);
  };
}

const pieceSize = 256 * 1024;

/** The text of a regular file in pieces; undefined where there is none. Throws UserError where it cannot be read. */
export function readPieces(path: string, shown: string): Iterable<string> | undefined {
  return explained(shown, () => hasContent(path, shown)) ? piecesOf(path, shown) : undefined;
}

/** Whether a regular file holds these pieces, byte for byte. Throws UserError where it cannot be read. */
export function holdsExactly(path: string, pieces: Iterable<string>, shown: string): boolean {
  if (!explained(shown, () => hasContent(path, shown))) return false;
  const fd = explained(shown, () => openSync(path, 'r'));
  const read = (bytes: Buffer, length: number): number => explained(shown, () => fill(fd, bytes, length, 'here'));
  try {
    // One buffer for all of it, which is a feed of ten thousand posts perhaps.
    let there = Buffer.allocUnsafe(pieceSize);
    for (const piece of pieces) {
      const wanted = Buffer.from(piece);
      if (wanted.length > there.length) there = Buffer.allocUnsafe(wanted.length * 2);
      if (read(there, wanted.length) < wanted.length) return false;
      if (wanted.compare(there, 0, wanted.length) !== 0) return false;
    }
    return read(there, 1) === 0;
  } finally {
    explained(shown, () => closeSync(fd));
  }
}

function hasContent(path: string, shown: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory()) throw new UserError(`${shown} is a folder: name a file`);
  return Boolean(stats?.isFile() && stats.size > 0);
}

function explained<T>(shown: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    throw new UserError(`cannot read ${shown}: ${describeSystemError(error)}`);
  }
}

function* piecesOf(path: string, shown: string): Generator<string> {
  const fd = explained(shown, () => openSync(path, 'r'));
  const decoder = new StringDecoder('utf8');
  const bytes = Buffer.allocUnsafe(pieceSize);
  const read = (): number => explained(shown, () => readSync(fd, bytes));
  try {
    for (let count = read(); count > 0; count = read()) yield decoder.write(bytes.subarray(0, count));
    yield decoder.end();
  } finally {
    explained(shown, () => closeSync(fd));
  }
}
