/** The text of posts on the disk. Reading changes nothing. */
import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Fault, RuleId } from '../diagnostic.ts';
import { describeSystemError } from '../errors.ts';
import { bodySizeFault, surelyShort } from '../post/bodySize.ts';
import { frontMatterEnd, maxFrontMatter, splitPost } from '../post/frontMatter.ts';
import { decodeText } from '../post/text.ts';
import type { PostFile } from './posts.ts';

/** A larger file is no post. */
const maxSize = 32 * 1024 * 1024;
/** Nearly every post ends within this. */
const headSize = 16 * 1024;

// What was a file when the folder was looked at may be a link or a pipe a moment later. Windows has neither flag.
const { O_RDONLY, O_NOFOLLOW: followsNothing = 0, O_NONBLOCK: waitsForNobody = 0 } = constants;

export type ReadText = { text: string } | { fault: Fault };

/** A reader of as much of a post as holds its front matter. It may be used for many posts, one after the other. */
export function createHeadReader(): (file: PostFile) => ReadText {
  const buffer = Buffer.alloc(maxFrontMatter + headSize);
  return (file) =>
    read(file, (fd) => {
      const count = readSync(fd, buffer, 0, headSize, 0);
      // A post that ends within this is not too large: to ask for its size would take a fifth of the reading.
      const start = buffer.subarray(0, count);
      const end = count < headSize ? frontMatterEnd(start) : undefined;
      if (end !== undefined) return isUtf8(start) ? start.subarray(0, end) : start;
      const size = sizeOf(fd);
      for (const length of [headSize, buffer.length]) {
        const head = buffer.subarray(0, fill(fd, buffer, Math.min(length, size), 'beginning'));
        const end = size <= length ? head.length : frontMatterEnd(head);
        if (end !== undefined) return head.subarray(0, end);
      }
      return readBytes(fd, size);
    });
}

export interface SoundHeadReader {
  /** The front matter of a post; or the fault, where its text could not be read later on. */
  read(file: PostFile): ReadText;
  /** Whether any of the posts had what may be HTML, or a note, which may stand within a link. */
  sawMarkup(): boolean;
}

/** A reader of front matter that looks through the whole file, one post after the other; nothing of a text is kept. */
export function createSoundHeadReader(): SoundHeadReader {
  let buffer = Buffer.allocUnsafe(maxFrontMatter);
  let markup = false;
  const readContent = (fd: number): Buffer => {
    const size = sizeOf(fd);
    if (size > buffer.length) buffer = Buffer.allocUnsafe(size);
    const bytes = buffer.subarray(0, fill(fd, buffer, size, 'beginning'));
    markup ||= hasMarkup(bytes);
    return bytes;
  };
  return { read: (file) => read(file, readContent, decodeSoundHead), sawMarkup: () => markup };
}

/** `<` and what a tag, a comment or the like goes on with (CommonMark 0.31, 6.6); or the `^` of a note. */
function hasMarkup(bytes: Buffer): boolean {
  for (let at = bytes.indexOf('<'); at !== -1; at = bytes.indexOf('<', at + 1)) {
    if (/[a-z/!?]/i.test(String.fromCharCode(bytes[at + 1] ?? 0))) return true;
  }
  return bytes.includes('^');
}

function decodeSoundHead(bytes: Buffer): ReadText {
  if (bytes.length > surelyShort) {
    const whole = decodeText(bytes);
    const parts = 'text' in whole ? splitPost(whole.text) : undefined;
    const fault = parts && 'body' in parts ? bodySizeFault(parts.body, parts.bodyLine) : undefined;
    if (fault) return { fault };
  }
  return decodeText(isUtf8(bytes) ? bytes.subarray(0, frontMatterEnd(bytes)) : bytes);
}

/** Reads a whole post. */
export function readWhole(file: PostFile): ReadText {
  return read(file, (fd) => readBytes(fd, sizeOf(fd)));
}

function read(file: PostFile, readContent: (fd: number) => Buffer, decode = decodeText): ReadText {
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

/** The size of an open file, bytes. Throws NoPost where it is none, or too large. */
function sizeOf(fd: number): number {
  const stats = fstatSync(fd);
  if (!stats.isFile()) throw new NoPost('not-a-file', 'it is no file any more');
  if (stats.size > maxSize) throw new NoPost('too-large', 'the file is larger than 32 MiB: that is no post');
  return stats.size;
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
