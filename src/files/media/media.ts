/** Opens the images and other files that pages show: only inside a folder, and only those of types that a page can show. */
import { closeSync, createReadStream, fstatSync, openSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { imageType } from '../../post/imageType.ts';
import { tried } from '../explain.ts';
import { realPath } from '../outside.ts';
import { isInside } from '../posts.ts';
import { noFollow, toRead } from '../read.ts';

/** An open file. It is closed by `close`, or when what `read` returns ends. */
export interface Media {
  /** Its media type. */
  type: string;
  /** Bytes. */
  size: number;
  /** The bytes from `start` to `end`, which is included. */
  read(start: number, end: number): Readable;
  close(): void;
}

/** What a page can show or link to, besides images. No HTML and no script: it would be one of this server. */
const otherTypes: Readonly<Record<string, string>> = {
  aac: 'audio/aac',
  flac: 'audio/flac',
  m4a: 'audio/mp4',
  m4v: 'video/mp4',
  mov: 'video/quicktime',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  oga: 'audio/ogg',
  ogg: 'audio/ogg',
  ogv: 'video/ogg',
  opus: 'audio/ogg',
  pdf: 'application/pdf',
  vtt: 'text/vtt; charset=utf-8',
  wav: 'audio/wav',
  webm: 'video/webm',
};

/** The media type of a file that a page may have, by its extension; undefined for every other, such as `.md` and `.html`. */
export function mediaType(path: string): string | undefined {
  const extension = /\.([a-z\d]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  return imageType(path) ?? (Object.hasOwn(otherTypes, extension) ? otherTypes[extension] : undefined);
}

function styleType(path: string): string | undefined {
  return /\.css$/i.test(path) ? 'text/css; charset=utf-8' : undefined;
}

/** Opens a file if it really is inside the folder `root`, and of such a type, or a stylesheet; otherwise undefined. */
export function openMedia(root: string, path: string, isStyle = false): Media | undefined {
  const real = realPath(path);
  const typeOf = isStyle ? styleType : mediaType;
  const type = typeOf(path);
  // A link may have the name of an image, and lead to a text.
  if (type === undefined || typeOf(real) !== type || !isInside(realPath(root), real)) return undefined;
  const fd = tried(() => openSync(real, toRead | noFollow));
  if (fd === undefined) return undefined;
  const stats = fstatSync(fd);
  const close = (): void => closeSync(fd);
  if (!stats.isFile()) {
    close();
    return undefined;
  }
  return { type, size: stats.size, close, read: (start, end) => createReadStream('', { fd, start, end }) };
}
