/** The image of a post in feeds, also as XML. Media RSS 1.5.1: https://www.rssboard.org/media-rss */
import type { Image } from '../post/fields/mappings.ts';
import type { Target } from './urls.ts';
import { element, parent, plainLine, textElement } from './xml.ts';

export interface FeedImage {
  url: string;
  /** Its media type. */
  type: string;
  /** Bytes; undefined if the file is not in the posts folder. */
  length?: number;
  alt?: string;
  credit?: string;
}

/** Extensions that are the name of a media type as well. */
const plainTypes = ['apng', 'avif', 'bmp', 'gif', 'heic', 'jpeg', 'jxl', 'png', 'tiff', 'webp'];
const otherTypes: Readonly<Record<string, string>> = {
  ico: 'vnd.microsoft.icon',
  jfif: 'jpeg',
  jpg: 'jpeg',
  svg: 'svg+xml',
  tif: 'tiff',
};

/** The image with its absolute URL; undefined if that is not on the web, or by its extension not an image. */
export function toFeedImage(image: Image, target: Target | undefined): FeedImage | undefined {
  if (target === undefined || !/^https?:/i.test(target.url)) return undefined;
  const { url, file } = target;
  const type = typeOf(file?.path ?? new URL(url).pathname);
  if (type === undefined) return undefined;
  return {
    url,
    type,
    ...(file && { length: file.size }),
    ...(image.alt && { alt: plainLine(image.alt) }),
    ...(image.credit && { credit: plainLine(image.credit) }),
  };
}

function typeOf(path: string): string | undefined {
  const extension = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  if (plainTypes.includes(extension)) return `image/${extension}`;
  return Object.hasOwn(otherTypes, extension) ? `image/${otherTypes[extension]}` : undefined;
}

export const mediaNamespace = 'http://search.yahoo.com/mrss/';

/** `media:content` with type, size, alt text and credit. */
export function mediaContent(image: FeedImage): string {
  const { url, type, length, alt, credit } = image;
  const children =
    (alt === undefined ? '' : textElement('media:description', 'plain', alt)) +
    (credit === undefined ? '' : element('media:credit', { role: 'photographer' }, credit));
  const attributes = { url, type, fileSize: length || undefined, medium: 'image' };
  return children === '' ? element('media:content', attributes) : parent('media:content', attributes, children);
}
