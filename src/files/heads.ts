/** Reads the front matter of posts. */
import { isUtf8 } from 'node:buffer';
import { readSync } from 'node:fs';
import type { Fault } from '../diagnostic.ts';
import { conflictFaults, mayHaveConflict } from '../post/faults/conflicts.ts';
import { moreFrontMatter, mostBytesBelow } from '../post/fields/drafts/strayDraft.ts';
import { frontMatterEnd, maxFrontMatter } from '../post/frontmatter/fences.ts';
import { type FrontMatter, splitPost } from '../post/frontmatter/frontMatter.ts';
import { bodySizeFault, surelyShort } from '../post/markdown/bodySize.ts';
import { decodeText } from '../post/text.ts';
import type { PostFile } from './posts.ts';
import { type ReadText, read, readBytes, readFully, sizeOf } from './read.ts';

/** Longer than nearly every post; bytes. */
const headSize = 16 * 1024;

/** Creates a reader of front matter that reads no more of a file than necessary. It reuses its buffer. */
export function createHeadReader(): (file: PostFile) => ReadText {
  const buffer = Buffer.alloc(maxFrontMatter + headSize);
  return (file) =>
    read(file, (fd) => {
      const start = buffer.subarray(0, readSync(fd, buffer, 0, headSize, 0));
      const end = headEnd(start, start.length === headSize);
      // No need to ask for the size of a short post, which would take a fifth of the time.
      const size = end !== undefined && start.length < headSize ? start.length : sizeOf(fd);
      if (end !== undefined) {
        const isHead = size > start.length || (isUtf8(start) && !mayHaveConflict(start));
        return isHead ? start.subarray(0, end) : start;
      }
      const head = buffer.subarray(0, readFully(fd, buffer, Math.min(buffer.length, size), 'start'));
      const known = size <= buffer.length ? head.length : headEnd(head);
      return known === undefined ? readBytes(fd, size) : head.subarray(0, known);
    });
}

/** The end of what is read of a post, as `frontMatterEnd`. Where the file `goesOn` behind these bytes, it may lie there. */
function headEnd(bytes: Buffer, goesOn = false): number | undefined {
  const end = frontMatterEnd(bytes);
  if (end === undefined || (goesOn && end + mostBytesBelow > bytes.length)) return undefined;
  return moreFrontMatter(bytes, end);
}

/**
 * Creates a reader of front matter that reads and checks the whole file, and knows whether any of them may contain HTML, or
 * a footnote, which may be inside a link. `seeBytes` is given the whole file. It reuses its buffer.
 */
export function createCheckedHeadReader(seeBytes: (bytes: Buffer, file: PostFile) => void) {
  let buffer = Buffer.allocUnsafe(maxFrontMatter);
  let markup = false;
  const readContent = (fd: number): Buffer => {
    const size = sizeOf(fd);
    if (size > buffer.length) buffer = Buffer.allocUnsafe(size);
    const bytes = buffer.subarray(0, readFully(fd, buffer, size, 'start'));
    markup ||= hasMarkup(bytes);
    return bytes;
  };
  const readOne = (file: PostFile): ReadText =>
    read(
      file,
      (fd) => {
        const bytes = readContent(fd);
        seeBytes(bytes, file);
        return bytes;
      },
      decodeHead,
    );
  return { read: readOne, sawMarkup: () => markup };
}

/**
 * Whether there is a `<` that may begin a tag or a comment (CommonMark 0.31, 6.6), the `^` of a footnote, or a NUL, which
 * is removed before parsing.
 */
function hasMarkup(bytes: Buffer): boolean {
  for (let at = bytes.indexOf('<'); at !== -1; at = bytes.indexOf('<', at + 1)) {
    if (/[a-z/!?]/i.test(String.fromCharCode(bytes[at + 1] ?? 0))) return true;
  }
  return bytes.includes('^') || bytes.includes(0);
}

function decodeHead(bytes: Buffer): ReadText {
  if (bytes.length > surelyShort || mayHaveConflict(bytes)) {
    const decoded = decodeText(bytes);
    const parts = 'text' in decoded ? splitPost(decoded.text) : undefined;
    const fault = parts && 'body' in parts ? bodyFault(parts) : undefined;
    if (fault) return { fault };
  }
  return decodeText(isUtf8(bytes) ? bytes.subarray(0, headEnd(bytes)) : bytes);
}

function bodyFault({ body, bodyLine }: FrontMatter): Fault | undefined {
  return bodySizeFault(body, bodyLine) ?? conflictFaults(body, bodyLine)[0];
}
