/** What a file of a site consists of: a text, or a copy of another file. Its hash, and whether a file has it already. */
import { createHash } from 'node:crypto';
import { fstatSync, lstatSync, readFileSync, statSync } from 'node:fs';
import { refusal } from '../../errors.ts';
import { explain, tried, withFile } from '../explain.ts';
import { checkInside, isSameFile } from '../outside.ts';
import { readFully, toRead } from '../read.ts';
import { writeBytes } from '../write/atomic.ts';

/** A file to copy, absolute, and the folder out of which its links must not lead. */
export interface Copy {
  copyOf: string;
  root: string;
  /** The file in messages. */
  shown: string;
}

/** A text, its pieces in order, or a copy. */
export type OutputContent = string | Iterable<string> | Copy;

const pieceSize = 256 * 1024;

/** Whether a content is that of another file. */
export function isCopy(content: OutputContent): content is Copy {
  return typeof content === 'object' && 'copyOf' in content;
}

/** A text as it is written. */
export function toBytes(text: string | Iterable<string>): Buffer {
  return Buffer.from(typeof text === 'string' ? text : [...text].join(''));
}

/** Whether a regular file has exactly these bytes. */
export function hasBytes(path: string, bytes: Buffer): boolean {
  return tried(() => readFileSync(path))?.equals(bytes) ?? false;
}

/** The hash of the regular file at a path; undefined if it is none, or cannot be read. */
export function hashOf(path: string): string | undefined {
  return tried(() => {
    if (!lstatSync(path, { throwIfNoEntry: false })?.isFile()) return undefined;
    const hash = createHash('sha256');
    withFile(path, toRead, (fd) => eachPiece(fd, (piece) => hash.update(piece)));
    return hash.digest('hex');
  });
}

/** Whether a file has one of the contents with which it was written. */
export function isOurs(path: string, hashes: readonly string[]): boolean {
  const hash = hashOf(path);
  return hash !== undefined && hashes.includes(hash);
}

/**
 * Reads the original of a copy and returns its hash; `to` is an open file that gets its bytes. Throws UserError if it is no
 * file, cannot be read, or a link leads it outside.
 */
export function copyHash(copy: Copy, to?: number): string {
  const hash = createHash('sha256');
  readOriginal(copy, (piece) => {
    hash.update(piece);
    if (to !== undefined) writeBytes(to, piece);
  });
  return hash.digest('hex');
}

/** The text of the original of a copy, of which each byte is kept; undefined if it is not UTF-8. Throws as `copyHash`. */
export function readCopy(copy: Copy): string | undefined {
  const pieces: Buffer[] = [];
  readOriginal(copy, (piece) => void pieces.push(Buffer.from(piece)));
  const bytes = Buffer.concat(pieces);
  const text = bytes.toString();
  return Buffer.from(text).equals(bytes) ? text : undefined;
}

function readOriginal({ copyOf, root, shown }: Copy, use: (piece: Buffer) => void): void {
  checkInside(root, copyOf, shown);
  explain(`read ${shown}`, () =>
    withFile(copyOf, toRead, (fd) => {
      const opened = fstatSync(fd);
      if (!opened.isFile()) throw refusal(`${shown} is not a file`);
      // What was opened may be another file than the one that was checked.
      checkInside(root, copyOf, shown);
      if (!isSameFile(opened, statSync(copyOf))) throw refusal(`${shown} was replaced while it was read; try again`);
      eachPiece(fd, use);
    }),
  );
}

function eachPiece(fd: number, use: (piece: Buffer) => void): void {
  const buffer = Buffer.allocUnsafe(pieceSize);
  for (;;) {
    const count = readFully(fd, buffer, pieceSize, 'current');
    if (count > 0) use(buffer.subarray(0, count));
    if (count < pieceSize) return;
  }
}
