/** Sizes of images, read from the beginning of their files. */
import { constants } from 'node:fs';
import { headLength, readImageSize } from '../../site/images/size.ts';
import type { ImageSize } from '../../site/site.ts';
import { tried, withFile } from '../explain.ts';
import { readBytes } from '../read.ts';

// A pipe would be waited for. Windows does not have the flag.
const { O_RDONLY, O_NONBLOCK: nonBlocking = 0 } = constants;

/** The size of an image in pixels; undefined where the file cannot be read, or does not tell it. */
export function imageSizeOf(path: string): ImageSize | undefined {
  const head = tried(() => withFile(path, O_RDONLY | nonBlocking, (fd) => readBytes(fd, headLength)));
  return head && readImageSize(head);
}
