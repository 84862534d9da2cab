/** Safe HTML of a body → what stands on a page: links of the site, sizes of images, and everything within reach of a keyboard. */
import { escapeHtml } from '../../post/markdown/htmlText.ts';
import type { ImageSize } from '../site.ts';
import { createAnchors } from './anchors.ts';
import { changeTags, type Tag, writeTag } from './tags.ts';

/** What HTML of the body becomes on a page, which has landmarks of its own and only elements that HTML still has. */
const otherNames: Readonly<Record<string, string>> = {
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
  /** Whether it is the only text of its page, whose headings then have ids. */
  hasAnchors: boolean;
  /** The URL of the post. */
  pageUrl: string;
  href(url: string): string;
  sizeOf(url: string): ImageSize | undefined;
  /** Whether the page shows an image above, so that none of these is in view at once. */
  hasImage: boolean;
  backToText: string;
  /** A name for a table, a piece of code or footnotes that no others on the page have. */
  nameOf(kind: 'table' | 'code' | 'footnotes'): string;
}

/** The HTML as it stands on a page. */
export function arrange(html: string, arrangement: Arrangement): string {
  const { pageUrl, href, sizeOf, backToText, nameOf } = arrangement;
  const own = `${pageUrl.replace(/#.*$/s, '')}#`;
  let { hasImage } = arrangement;
  const headings = createHeadings();
  const anchors = arrangement.hasAnchors ? createAnchors(html) : undefined;
  let figures = 0;
  let tableDepth = 0;
  let isHead = false;
  const toHref = (value: string): string => {
    const url = value.replaceAll('&amp;', '&');
    const link = url.startsWith(own) ? url.slice(own.length - 1) : href(url);
    return link === url ? value : escapeHtml(link, /[&<>"]/g);
  };
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
    if (/^h[1-6]$/.test(name)) tag.name = headings.nameOf(Number(name[1]), isEnd);
    else if (name === 'p' && headings.isInside()) tag.name = 'span';
    if (name === 'figure') figures += isEnd ? -1 : 1;
    if (name === 'figcaption' && figures === 0) tag.name = 'div';
    if (name === 'table') {
      tableDepth += isEnd ? -1 : 1;
      if (tableDepth > (isEnd ? 0 : 1)) return writeTag(tag);
      return isEnd ? '</table></section>' : within(nameOf('table')) + writeTag(tag);
    }
    if (name === 'pre' && isEnd) return '</pre></section>';
    if (isEnd) return writeTag(tag);
    anchors?.keepFirst(tag);
    if (name === 'img') image(tag);
    for (const key of urlAttributes) {
      const value = attributes.get(key);
      if (value === undefined) continue;
      attributes.set(key, key === 'srcset' ? value.replace(/[^\s,](?:\S*[^\s,])?(?=\s|,|$)/g, toHref) : toHref(value));
    }
    if (name === 'a' && attributes.get('href')?.startsWith('#fnref-')) attributes.set('aria-label', backToText);
    if (anchors && /^h[1-6]$/.test(name)) return anchors.writeHeading(tag, rest());
    if (name === 'pre') return within(nameOf('code')) + writeTag(tag);
    if (name === 'section' && rest().startsWith('\n<ol>\n<li id="fn-')) {
      attributes.set('class', 'footnotes').set('aria-label', nameOf('footnotes'));
    }
    if (name === 'td' || name === 'th') cell(tag, isHead);
    return writeTag(tag);
  });
}

/** Below the title of the page, headings begin at the second level, and none skips a level (WCAG 2.2, 1.3.1). */
function createHeadings() {
  const above: number[] = [];
  let open: string | undefined;
  return {
    isInside: () => open !== undefined,
    nameOf: (level: number, isEnd: boolean): string => {
      if (isEnd && open !== undefined) {
        const name = open;
        open = undefined;
        return name;
      }
      while ((above.at(-1) ?? 0) >= level) above.pop();
      above.push(level);
      open = `h${Math.min(above.length + 1, 6)}`;
      return open;
    },
  };
}

/** The start of a region that scrolls by itself where it is too wide, by keyboard, too (WCAG 2.2, 2.1.1). */
function within(name: string): string {
  return `<section class="scroll" aria-label="${escapeHtml(name, /[&<>"]/g)}" tabindex="0">`;
}

/** HTML has no attributes for alignment any more, and readers are told what a heading is for. */
function cell({ name, attributes }: Tag, isHead: boolean): void {
  const align = attributes.get('align')?.toLowerCase();
  attributes.delete('align');
  attributes.delete('valign');
  if (align === 'right' || align === 'center') attributes.set('class', align);
  if (name === 'th' && !attributes.has('scope')) attributes.set('scope', isHead ? 'col' : 'row');
}
