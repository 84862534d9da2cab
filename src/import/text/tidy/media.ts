/** Images, and what a page embeds. */
import { attributeOf, hasClass, keepAttributes } from './attributes.ts';
import type { HtmlElement } from './parse.ts';
import type { Reading } from './reading.ts';
import { createElement, type Node } from './tree.ts';

/** An image, or its text if it is an emoji; undefined if there is nothing to show. */
export function readImage(img: HtmlElement, { context, losses }: Reading): Node | undefined {
  const alt = attributeOf(img, 'alt');
  if (hasClass(img, /^(?:emoji|wp-smiley)$/) && alt !== '') return alt;
  const source = imageSource(img);
  if (source === '') {
    losses.add('image', 'image without a source');
    return undefined;
  }
  const { title = '' } = keepAttributes(img);
  return createElement('img', { src: context.resolveFile(source), alt, ...(title.trim() === '' ? {} : { title }) });
}

/** The source of an image; plugins that load images late put a placeholder there. */
export function imageSource(img: HtmlElement): string {
  const source = attributeOf(img, 'src');
  const late = ['data-src', 'data-lazy-src', 'data-original', 'data-orig-file'].map((name) => attributeOf(img, name));
  const later = late.find((url) => /^(?:https?:)?\/\//i.test(url)) ?? '';
  return later !== '' && (source === '' || source.startsWith('data:') || hasClass(img, /lazy/)) ? later : source;
}

/** Whether an image has a placeholder for a source, so that a copy of it stands in `noscript`. */
export function isLate(img: HtmlElement): boolean {
  return img.tagName === 'img' && imageSource(img) !== attributeOf(img, 'src');
}

/** The URL and the name of what an element embeds; undefined if it embeds nothing. */
export function readEmbed(
  element: HtmlElement,
  { losses }: Pick<Reading, 'losses'>,
): { url: string; name: string } | undefined {
  const own = ['src', 'data', 'data-src', 'data-lazy-src'].map((name) => attributeOf(element, name));
  const children = element.childNodes.filter((child): child is HtmlElement => 'tagName' in child);
  const inner = children.filter(({ tagName }) => tagName === 'source' || tagName === 'embed');
  // What Flash reads is relative to the page more often than what a browser opens.
  const params = children.filter((one) => one.tagName === 'param' && /^(?:movie|src)$/i.test(attributeOf(one, 'name')));
  const urls = [
    ...own,
    ...inner.map((one) => attributeOf(one, 'src')),
    ...params.map((one) => attributeOf(one, 'value')),
  ];
  const found = urls.find((url) => url !== '' && !/^(?:about|data|javascript):/i.test(url));
  if (found === undefined) {
    losses.add('embed', `${element.tagName} without a source`);
    return undefined;
  }
  const url = found.startsWith('//') ? `https:${found}` : found;
  return {
    url,
    name: (attributeOf(element, 'title') || attributeOf(element, 'aria-label') || url).replace(/\s+/g, ' '),
  };
}
