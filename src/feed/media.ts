/** The image of a post in XML. Media RSS 1.5.1: https://www.rssboard.org/media-rss */
import type { FeedImage } from './image.ts';
import { element, parent, textElement } from './xml.ts';

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
