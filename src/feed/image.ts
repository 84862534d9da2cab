/** The image of a post in feeds. */
import type { Image } from '../post/fields/mappings.ts';
import type { Target } from './urls.ts';
import { plainLine } from './xml.ts';

export interface FeedImage {
  url: string;
  /** Its media type. */
  type?: string;
  /** Bytes; undefined if the file is not in the posts folder. */
  length?: number;
  alt?: string;
  credit?: string;
}

const types: Readonly<Record<string, string>> = {
  apng: 'image/apng',
  avif: 'image/avif',
  bmp: 'image/bmp',
  gif: 'image/gif',
  heic: 'image/heic',
  ico: 'image/vnd.microsoft.icon',
  jfif: 'image/jpeg',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  jxl: 'image/jxl',
  png: 'image/png',
  svg: 'image/svg+xml',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  webp: 'image/webp',
};

/** The image with its absolute URL; undefined if that is not on the web, or the file is not an image. */
export function toFeedImage(image: Image, target: Target | undefined): FeedImage | undefined {
  if (target === undefined || !/^https?:/i.test(target.url)) return undefined;
  const { url, file } = target;
  const type = file?.facts.type ?? typeOf(file?.path ?? url);
  if (file && !type?.startsWith('image/')) return undefined;
  return {
    url,
    ...(type !== undefined && { type }),
    ...(file && { length: file.facts.size }),
    ...(image.alt && { alt: plainLine(image.alt) }),
    ...(image.credit && { credit: plainLine(image.credit) }),
  };
}

function typeOf(path: string): string | undefined {
  const extension = /\.([a-z]+)(?:[?#].*)?$/is.exec(path)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(types, extension) ? types[extension] : undefined;
}
