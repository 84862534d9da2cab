/** Safe HTML of a body → what stands on a page: links of the site, sizes of images, and everything within reach of a keyboard. */
import { escapeHtml } from '../../post/markdown/htmlText.ts';
import type { ImageSize } from '../site.ts';
import { changeTags, type Tag, writeTag } from './tags.ts';

/** What HTML of the body becomes on a page, which has landmarks of its own and only elements that HTML still has. */
const otherNames: Readonly<Record<string, string>> = {
  h1: 'h2',
  main: 'div',
  nav: 'div',
  header: 'div',
  footer: 'div',
  aside: 'div',
  hgroup: 'div',
  center: 'div',
  big: 'span',
  tt: 'code',
  acronym: 'abbr',
  strike: 's',
};

const urlAttributes = ['href', 'src', 'poster', 'cite', 'srcset'];

export interface Arrangement {
  /** The URL of the post. */
  pageUrl: string;
  href(url: string): string;
  sizeOf(url: string): ImageSize | undefined;
  /** Whether the page shows an image above, so that none of these is in view at once. */
  hasImage: boolean;
  words: { footnotes: string; backToText: string; table: string; code: string };
}

/** The HTML as it stands on a page. */
export function arrange(html: string, arrangement: Arrangement): string {
  const { pageUrl, href, sizeOf, words } = arrangement;
  const own = `${pageUrl.replace(/#.*$/s, '')}#`;
  let { hasImage } = arrangement;
  let tables = 0;
  let tableDepth = 0;
  let codes = 0;
  let isHead = false;
  const toHref = (value: string): string => {
    const url = value.replaceAll('&amp;', '&');
    const link = url.startsWith(own) ? url.slice(own.length - 1) : href(url);
    return link === url ? value : escapeHtml(link, /[&<>"]/g);
  };
  const labelled = (label: string, number: number): string => `${label}${number > 1 ? ` ${number}` : ''}`;
  const image = ({ attributes }: Tag): void => {
    const size = sizeOf((attributes.get('src') ?? '').replaceAll('&amp;', '&'));
    if (size && !attributes.has('width') && !attributes.has('height')) {
      attributes.set('width', String(size.width)).set('height', String(size.height));
    }
    if (!attributes.has('alt')) attributes.set('alt', '');
    if (hasImage) attributes.set('loading', 'lazy');
    else attributes.delete('loading');
    attributes.set('decoding', 'async');
    hasImage = true;
  };
  return changeTags(html, (tag, rest) => {
    const { name, isEnd, attributes } = tag;
    tag.name = otherNames[name] ?? name;
    if (name === 'thead') isHead = !isEnd;
    if (name === 'table') {
      tableDepth += isEnd ? -1 : 1;
      if (isEnd) return tableDepth === 0 ? '</table></div>' : '</table>';
      if (tableDepth > 1) return writeTag(tag);
      const label = escapeHtml(labelled(words.table, ++tables), /[&<>"]/g);
      return `<div class="scroll" role="region" aria-label="${label}" tabindex="0">${writeTag(tag)}`;
    }
    if (isEnd) return writeTag(tag);
    const before = name === 'img' ? attributes.get('src') : undefined;
    if (before !== undefined || name === 'img') image(tag);
    for (const key of urlAttributes) {
      const value = attributes.get(key);
      if (value === undefined) continue;
      attributes.set(key, key === 'srcset' ? value.replace(/[^\s,](?:\S*[^\s,])?(?=\s|,|$)/g, toHref) : toHref(value));
    }
    if (name === 'a' && attributes.get('href')?.startsWith('#fnref-')) attributes.set('aria-label', words.backToText);
    if (name === 'pre') {
      attributes.set('tabindex', '0').set('role', 'region').set('aria-label', labelled(words.code, ++codes));
    }
    if (name === 'section' && rest().startsWith('\n<ol>\n<li id="fn-')) {
      attributes.set('class', 'footnotes').set('aria-label', words.footnotes);
    }
    if (name === 'td' || name === 'th') cell(tag, isHead);
    return writeTag(tag);
  });
}

/** HTML has no attributes for alignment any more, and readers are told what a heading is for. */
function cell({ name, attributes }: Tag, isHead: boolean): void {
  const align = attributes.get('align')?.toLowerCase();
  attributes.delete('align');
  attributes.delete('valign');
  if (align === 'right' || align === 'center') attributes.set('class', align);
  if (name === 'th' && !attributes.has('scope')) attributes.set('scope', isHead ? 'col' : 'row');
}
