/** What a file of a site consists of: a text, or a copy of another file. Its hash, and whether a file has it already. */
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { tried, withFile } from '../explain.ts';
import { type Original, withOriginal } from '../outside.ts';
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

/** A copy whose original is open. */
export interface OpenCopy {
  /** Bytes. */
  size: number;
  /** Reads the original and returns its hash; `to` is an open file that gets its bytes. */
  hash(to?: number): string;
}

/** The result of `use` with a copy. Throws UserError if its original is no file, cannot be read, or a link leads it outside. */
export function withCopy<T>(copy: Copy, use: (open: OpenCopy) => T): T {
  return withOriginal(originalOf(copy), ({ size, pieces }) => {
    const hash = (to?: number): string => {
      const sum = createHash('sha256');
      for (const piece of pieces()) {
        sum.update(piece);
        if (to !== undefined) writeBytes(to, piece);
      }
      return sum.digest('hex');
    };
    return use({ size, hash });
  });
}

/** The text of the original of a copy, of which each byte is kept; undefined if it is not UTF-8. Throws as `withCopy`. */
export function readCopy(copy: Copy): string | undefined {
  const bytes = withOriginal(originalOf(copy), ({ pieces }) =>
    Buffer.concat(Array.from(pieces(), (piece) => Buffer.from(piece))),
  );
  const text = bytes.toString();
  return Buffer.from(text).equals(bytes) ? text : undefined;
}

function originalOf({ copyOf, root, shown }: Copy): Original {
  return { root, path: copyOf, shown };
}

function eachPiece(fd: number, use: (piece: Buffer) => void): void {
  const buffer = Buffer.allocUnsafe(pieceSize);
  for (;;) {
    const count = readFully(fd, buffer, pieceSize, 'current');
    if (count > 0) use(buffer.subarray(0, count));
    if (count < pieceSize) return;
  }
}
