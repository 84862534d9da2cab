/** The image of a post in feeds, also as XML. Media RSS 1.5.1: https://www.rssboard.org/media-rss */
import type { Image } from '../post/fields/mappings.ts';
import { imageType, isImageUrl } from '../post/imageType.ts';
import type { Target } from './urls.ts';
import { element, parent, plainLine, textElement } from './xml.ts';

export interface FeedImage {
  url: string;
  /** Its media type; undefined if its URL has no extension. */
  type?: string | undefined;
  /** Bytes; undefined if the file is not in the posts folder. */
  length?: number;
  alt?: string;
  credit?: string;
}

/** The image with its absolute URL; undefined if that is not on the web, or not that of an image. */
export function toFeedImage(image: Image, target: Target | undefined): FeedImage | undefined {
  if (target === undefined || !/^https?:/i.test(target.url)) return undefined;
  const { url, file } = target;
  if (!isImageUrl(url)) return undefined;
  return {
    url,
    type: imageType(url),
    ...(file && { length: file.size }),
    ...(image.alt && { alt: plainLine(image.alt) }),
    ...(image.credit && { credit: plainLine(image.credit) }),
  };
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
