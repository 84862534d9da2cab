/** Sizes of images, read from the beginning of their files. */
import { headLength, readImageSize } from '../../site/images/size.ts';
import type { ImageSize } from '../../site/site.ts';
import { tried, withFile } from '../explain.ts';
import { readBytes, toRead } from '../read.ts';

/** The size of an image in pixels; undefined where the file cannot be read, or does not tell it. */
export function imageSizeOf(path: string): ImageSize | undefined {
  const head = tried(() => withFile(path, toRead, (fd) => readBytes(fd, headLength)));
  return head && readImageSize(head);
}
