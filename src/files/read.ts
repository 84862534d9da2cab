/** The text of posts on the disk. Reading changes nothing. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Fault, RuleId } from '../diagnostic.ts';
import { describeSystemError } from '../errors.ts';
import { frontMatterEnd, maxFrontMatter } from '../post/frontMatter.ts';
import { decodeText } from '../post/text.ts';
import type { PostFile } from './posts.ts';

/** A larger file is no post. */
const maxSize = 32 * 1024 * 1024;
/** Nearly every front matter ends within this. */
const headSize = 4096;

// What was a file when the folder was looked at may be a link or a pipe a moment later. Windows has neither flag.
const { O_RDONLY, O_NOFOLLOW: followsNothing = 0, O_NONBLOCK: waitsForNobody = 0 } = constants;

export type ReadText = { text: string } | { fault: Fault };

/** A reader of as much of a post as holds its front matter. It may be used for many posts, one after the other. */
export function createHeadReader(): (file: PostFile) => ReadText {
  const buffer = Buffer.alloc(maxFrontMatter + headSize);
  return (file) =>
    read(file, (fd, size) => {
      for (const length of [headSize, buffer.length]) {
        const head = buffer.subarray(0, fill(fd, buffer, Math.min(length, size), 'beginning'));
        const end = size <= length ? head.length : frontMatterEnd(head);
        if (end !== undefined) return head.subarray(0, end);
      }
      return readBytes(fd, size);
    });
}

/** Reads a whole post. */
export function readWhole(file: PostFile): ReadText {
  return read(file, readBytes);
}

function read(file: PostFile, readContent: (fd: number, size: number) => Buffer): ReadText {
  if (file.fault) return { fault: file.fault };
  try {
    const fd = openSync(file.path, O_RDONLY | waitsForNobody | (file.isLink ? 0 : followsNothing));
    try {
      const stats = fstatSync(fd);
      if (!stats.isFile()) return { fault: faultOf('not-a-file', 'it is no file any more') };
      const { size } = stats;
      if (size > maxSize) return { fault: faultOf('too-large', 'the file is larger than 32 MiB: that is no post') };
      return decodeText(readContent(fd, size));
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    return { fault: faultOf('not-a-file', `it cannot be read: ${describeSystemError(error)}`) };
  }
}

function faultOf(rule: RuleId, message: string): Fault {
  return { rule, message, place: { line: 1, column: 1 } };
}

/** The first `length` bytes of a file, fewer where it has become shorter. */
function readBytes(fd: number, length: number): Buffer {
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
