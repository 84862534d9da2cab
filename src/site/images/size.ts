/** The size of an image, which browsers need to lay out a page before the image is there. */
import { createRequire } from 'node:module';
import type { ImageSize } from '../site.ts';

/** How many bytes from the start of an image tell its size, also with a preview and a colour profile before it. */
export const headLength = 64 * 1024;

const load = createRequire(import.meta.url);

/** The size of an image as it is shown, from its first bytes; undefined where they do not tell it. */
export function readImageSize(head: Uint8Array): ImageSize | undefined {
  const { imageSize }: typeof import('image-size') = load('image-size');
  try {
    const { width, height, orientation = 1 } = imageSize(head);
    if (!isPlausible(width) || !isPlausible(height)) return undefined;
    // A camera that was held upright says so beside the pixels (Exif 2.3, 4.6.4).
    return orientation > 4 ? { width: height, height: width } : { width, height };
  } catch (error) {
    // Whatever it throws means the same: these bytes are no image that it knows.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function isPlausible(length: number): boolean {
  return length >= 1 && length <= 100_000;
}
