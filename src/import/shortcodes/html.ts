/** The HTML that mappers write. */
import { decodeEntities } from '../../post/entities.ts';
import { escapeHtml } from '../escapeHtml.ts';
import type { Attachment } from '../types.ts';
import type { Shortcode, Tools } from './shapes.ts';

/** A URL out of an attribute or a text; empty if it is none or would run code. */
export function toUrl(value: string): string {
  const url = decodeEntities(value.replace(/<[^<>]*>/g, '')).trim();
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(url.replace(/[\u0000-\u0020]/g, ''))?.[1];
  if (scheme !== undefined && /^(?:javascript|vbscript|data)$/i.test(scheme)) return '';
  return url.startsWith('//') ? `https:${url}` : url;
}

/** A link with HTML as its text; only the text where there is nothing to link to. */
export function writeLink(href: string, html: string): string {
  const url = toUrl(href);
  if (html.trim() === '') return url === '' || url === '#' ? '' : `<a href="${escapeHtml(url)}">${escapeHtml(url)}</a>`;
  return url === '' || url === '#' ? html : `<a href="${escapeHtml(url)}">${html}</a>`;
}

/** A paragraph of something that stands alone; else as part of the sentence. */
export function placeInline(html: string, { isAlone }: Shortcode): string {
  return isAlone && html !== '' ? `<p>${html}</p>` : html;
}

/** A paragraph; nothing if it is empty. */
export function paragraph(html: string): string {
  return html.trim() === '' ? '' : `<p>${html}</p>`;
}

/** HTML without blocks and line breaks: for headings, links and captions. */
export function toInline(html: string): string {
  return html
    .replace(/<\/?(?:p|div|h[1-6]|br|figure|section)(?:\s[^<>]*)?\/?>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A heading; nothing if it is empty. */
export function writeHeading(html: string, level: string | number = 4): string {
  const text = toInline(html);
  const digit = /[1-6]/.exec(String(level))?.[0] ?? '4';
  return text === '' ? '' : `<h${digit}>${text}</h${digit}>`;
}

/** A title above what belongs to it: toggles, tabs and boxes. */
export function writeSection(title: string, content: string, level: string | number = 4): string {
  return `${writeHeading(escapeHtml(title), level)}\n<div>${content}</div>\n`;
}

/** An image, perhaps linked and with a caption. */
export function writeImage(src: string, alt: string, options: { href?: string; caption?: string } = {}): string {
  const url = toUrl(src);
  if (url === '') return '';
  const image = writeLink(options.href ?? '', `<img src="${escapeHtml(url)}" alt="${escapeHtml(alt)}" />`);
  return writeFigure(image, options.caption ?? '');
}

/** A figure with a caption, which is HTML; only a paragraph without one. */
export function writeFigure(image: string, caption: string): string {
  const text = toInline(caption);
  return text === '' ? paragraph(image) : `<figure>${image}<figcaption>${text}</figcaption></figure>`;
}

/** The image of an attachment with its own alt text and caption. */
export function writeAttachment(
  { url, alt, caption }: Attachment,
  options: { href?: string; alt?: string } = {},
): string {
  return writeImage(url, options.alt || alt, { caption, ...options });
}

/** The images that a list of ids names. */
export function writeAttachments(ids: string, name: string, tools: Tools): string {
  return ids
    .split(/[\s,]+/)
    .filter((id) => id !== '')
    .map((id) => {
      const attachment = tools.findAttachment(id, name);
      return attachment ? writeAttachment(attachment) : '';
    })
    .join('\n');
}

/** A quotation and whose it is. */
export function writeQuote(content: string, ...sources: string[]): string {
  const source = sources.filter((text) => text !== '').join(', ');
  return `<blockquote>${content}${source === '' ? '' : `<p>— ${source}</p>`}</blockquote>`;
}

/** A list of items that are elements; paragraphs that an editor put around them go. */
export function writeList(tag: string, content: string): string {
  const gap = /(^|<\/li>)(?:\s|<\/?p>|<br\s?\/?>)+(?=<li|$)/gi;
  return `<${tag}>${content.replace(gap, '$1')}</${tag}>`;
}
