/** The front matter of posts on the disk. Reading changes nothing. */
import { isUtf8 } from 'node:buffer';
import { readSync } from 'node:fs';
import { frontMatterEnd, maxFrontMatter } from '../post/frontmatter/fences.ts';
import { splitPost } from '../post/frontmatter/frontMatter.ts';
import { bodySizeFault, surelyShort } from '../post/markdown/bodySize.ts';
import { decodeText } from '../post/text.ts';
import type { PostFile } from './posts.ts';
import { fill, type ReadText, read, readBytes, sizeOf } from './read.ts';

/** Nearly every post ends within this. */
const headSize = 16 * 1024;

/** A reader of as much of a post as holds its front matter. It may be used for many posts, one after the other. */
export function createHeadReader(): (file: PostFile) => ReadText {
  const buffer = Buffer.alloc(maxFrontMatter + headSize);
  return (file) =>
    read(file, (fd) => {
      const start = buffer.subarray(0, readSync(fd, buffer, 0, headSize, 0));
      const end = frontMatterEnd(start);
      // A post that ends here is not too large: to ask for its size would take a fifth of the time.
      const size = end !== undefined && start.length < headSize ? start.length : sizeOf(fd);
      if (end !== undefined) return size > start.length || isUtf8(start) ? start.subarray(0, end) : start;
      const head = buffer.subarray(0, fill(fd, buffer, Math.min(buffer.length, size), 'beginning'));
      return size <= buffer.length ? head : (upToFence(head) ?? readBytes(fd, size));
    });
}

function upToFence(head: Buffer): Buffer | undefined {
  const end = frontMatterEnd(head);
  return end === undefined ? undefined : head.subarray(0, end);
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

/**
 * `<` and what a tag, a comment or the like goes on with (CommonMark 0.31, 6.6); or the `^` of a note; or a NUL, which
 * is taken out of a text before it is read.
 */
function hasMarkup(bytes: Buffer): boolean {
  for (let at = bytes.indexOf('<'); at !== -1; at = bytes.indexOf('<', at + 1)) {
    if (/[a-z/!?]/i.test(String.fromCharCode(bytes[at + 1] ?? 0))) return true;
  }
  return bytes.includes('^') || bytes.includes(0);
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
