/** The text of posts on the disk. Reading changes nothing. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Fault, RuleId } from '../diagnostic.ts';
import { describeSystemError } from '../errors.ts';
import { decodeText } from '../post/text.ts';
import type { PostFile } from './posts.ts';

/** A larger file is no post. */
const maxSize = 32 * 1024 * 1024;

// What was a file when the folder was looked at may be a link or a pipe a moment later. Windows has neither flag.
const { O_RDONLY, O_NOFOLLOW: followsNothing = 0, O_NONBLOCK: waitsForNobody = 0 } = constants;

export type ReadText = { text: string } | { fault: Fault };

/** Reads a whole post. */
export function readWhole(file: PostFile): ReadText {
  return read(file, (fd) => readBytes(fd, sizeOf(fd)));
}

/** Reads of a file what `readContent` takes of it; `decode` makes a text of that, or says what is wrong. */
export function read(file: PostFile, readContent: (fd: number) => Buffer, decode = decodeText): ReadText {
  if (file.fault) return { fault: file.fault };
  try {
    const fd = openSync(file.path, O_RDONLY | waitsForNobody | (file.isLink ? 0 : followsNothing));
    try {
      return decode(readContent(fd));
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    if (error instanceof NoPost) return { fault: error.fault };
    return { fault: faultOf('not-a-file', `it cannot be read: ${describeSystemError(error)}`) };
  }
}

/** A file that cannot be a post. */
class NoPost extends Error {
  readonly fault: Fault;
  constructor(rule: RuleId, message: string) {
    super(message);
    this.fault = faultOf(rule, message);
  }
}

/** The size of an open file, bytes. Throws NoPost, which `read` makes a fault, where it is none, or too large. */
export function sizeOf(fd: number): number {
  const stats = fstatSync(fd);
  if (!stats.isFile()) throw new NoPost('not-a-file', 'it is no file any more');
  if (stats.size > maxSize) throw new NoPost('too-large', 'the file is larger than 32 MiB: that is no post');
  return stats.size;
}

function faultOf(rule: RuleId, message: string): Fault {
  return { rule, message, place: { line: 1, column: 1 } };
}

/** The first `length` bytes of a file, fewer where it has become shorter. */
export function readBytes(fd: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  return bytes.subarray(0, fill(fd, bytes, length, 'beginning'));
}

/**
 * Reads a file into a buffer, from its beginning or from where it was left; returns how many bytes there were, at most
 * `length`.
 */
export function fill(fd: number, bytes: Buffer, length: number, from: 'beginning' | 'here'): number {
  let done = 0;
  while (done < length) {
    const count = readSync(fd, bytes, done, length - done, from === 'here' ? null : done);
    if (count === 0) break;
    done += count;
  }
  return done;
}
