/** Reads the text of posts. */
import { constants, fstatSync, readSync } from 'node:fs';
import type { Fault, RuleId } from '../diagnostic.ts';
import { describeSystemError } from '../errors.ts';
import { decodeText } from '../post/text.ts';
import { withFile } from './explain.ts';
import type { PostFile } from './posts.ts';

/** Bytes. */
const maxSize = 32 * 1024 * 1024;

const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;

/** Opens a file to be read, and a pipe without waiting for a writer. Windows does not have the flag. */
export const toRead = O_RDONLY | O_NONBLOCK;

/** Added, it opens no link: the file may have been replaced by one since it was found. Windows does not have the flag. */
export const noFollow = O_NOFOLLOW;

export type ReadText = { text: string } | { fault: Fault };

/** The whole text of a post, or the problem that prevents reading it. */
export function readWhole(file: PostFile): ReadText {
  return read(file, (fd) => readBytes(fd, sizeOf(fd)));
}

/**
 * Opens a file, reads some of it with `readContent`, and decodes that. `readContent` may throw an UnreadablePost, which
 * becomes the fault of the result, as do errors of the system.
 */
export function read(file: PostFile, readContent: (fd: number) => Buffer, decode = decodeText): ReadText {
  if (file.fault) return { fault: file.fault };
  try {
    const flags = toRead | (file.isLink ? 0 : noFollow);
    return withFile(file.path, flags, (fd) => decode(readContent(fd)));
  } catch (error) {
    if (error instanceof UnreadablePost) return { fault: error.fault };
    return { fault: faultOf('not-a-file', `cannot read the file: ${describeSystemError(error)}`) };
  }
}

class UnreadablePost extends Error {
  readonly fault: Fault;
  constructor(rule: RuleId, message: string) {
    super(message);
    this.fault = faultOf(rule, message);
  }
}

/** The size of an open file in bytes. Throws UnreadablePost if it is not a file, or larger than 32 MiB. */
export function sizeOf(fd: number): number {
  const stats = fstatSync(fd);
  if (!stats.isFile()) throw new UnreadablePost('not-a-file', 'no longer a file');
  if (stats.size > maxSize) throw new UnreadablePost('too-large', 'file is larger than 32 MiB');
  return stats.size;
}

function faultOf(rule: RuleId, message: string): Fault {
  return { rule, message, place: { line: 1, column: 1 } };
}

/** The first `length` bytes of a file, or fewer if it is shorter. */
export function readBytes(fd: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  return bytes.subarray(0, readFully(fd, bytes, length, 'start'));
}

/** Fills a buffer from the start or the current position of a file. Returns the number of bytes, at most `length`. */
export function readFully(fd: number, bytes: Buffer, length: number, from: 'start' | 'current'): number {
  for (let done = 0; done < length; ) {
    const count = readSync(fd, bytes, done, length - done, from === 'current' ? null : done);
    if (count === 0) return done;
    done += count;
  }
  return length;
}
