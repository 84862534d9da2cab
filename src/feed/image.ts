/** A post's image as feeds carry it. Spec section 6. */
import type { Image } from '../post/mappingReaders.ts';
import type { Target } from './address.ts';
import { dropForbidden } from './xml.ts';

export interface FeedImage {
  url: string;
  /** Its media type, as the file or its name tells. */
  type?: string;
  /** Bytes, where the file is known. */
  length?: number;
  alt?: string;
  credit?: string;
}

const types: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
};

/** The image with its whole address, or undefined where that is none on the web. */
export function toFeedImage(image: Image, target: Target | undefined): FeedImage | undefined {
  if (target === undefined || !/^https?:/i.test(target.url)) return undefined;
  const { url, file } = target;
  const type = file?.facts.type ?? typeOf(file?.path ?? url);
  return {
    url,
    ...(type !== undefined && { type }),
    ...(file && { length: file.facts.size }),
    ...(image.alt && { alt: dropForbidden(image.alt) }),
    ...(image.credit && { credit: dropForbidden(image.credit) }),
  };
}

function typeOf(path: string): string | undefined {
  const ending = /\.([a-z]+)(?:[?#].*)?$/is.exec(path)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(types, ending) ? types[ending] : undefined;
}
