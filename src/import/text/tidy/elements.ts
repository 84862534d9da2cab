/** What an HTML element opens in the tidy tree. */
import { isUpload } from '../../index/urls.ts';
import { attributeOf, hasClass, keepAttributes } from './attributes.ts';
import { readPre } from './code.ts';
import { readHref } from './links.ts';
import { isLate, readEmbed, readImage } from './media.ts';
import { blocks, divisions, dropped, embeds, formats, htmlFormats, unseen } from './names.ts';
import type { HtmlElement } from './parse.ts';
import type { TreeReading } from './reading.ts';
import { formatsOfStyle, isUndone } from './styles.ts';
import { createElement } from './tree.ts';
import { findUnshown } from './unshown.ts';

/** What to do after the content of an element; `skip` for one without content of its own. */
type Leave = (() => void) | 'skip' | undefined;

/** Opens what an element stands for. */
export function readElement(element: HtmlElement, reading: TreeReading): Leave {
  const { tagName } = element;
  const { builder, losses } = reading;
  if (unseen.has(tagName)) return 'skip';
  const loss = dropped.get(tagName) ?? findUnshown(element);
  if (loss) {
    losses.add(...loss);
    return 'skip';
  }
  if (tagName === 'noscript' && followsLateImage(element)) return 'skip';
  addAnchor(element, reading);
  if (tagName === 'br') builder.add(createElement('br'));
  else if (tagName === 'hr') builder.addBlock(createElement('hr'));
  else if (tagName === 'img') addImage(element, reading);
  else if (embeds.has(tagName)) addEmbed(element, reading);
  else if (isCode(element)) builder.addBlock(readPre(element, reading));
  else return openElement(element, reading);
  return 'skip';
}

function isCode(element: HtmlElement): boolean {
  if (/^(?:xmp|listing|plaintext)$/.test(element.tagName)) return true;
  return element.tagName === 'pre' && !hasClass(element, /^wp-block-verse$/);
}

function openElement(element: HtmlElement, reading: TreeReading): Leave {
  const { tagName } = element;
  const { builder } = reading;
  const note = tagName === 'sup' ? attributeOf(element, 'data-footnote') : '';
  if (note !== '') {
    builder.add(createElement('note', { text: note }));
    return 'skip';
  }
  if (tagName === 'pre') return openVerse(element, reading);
  if (hasClass(element, /^wp-caption$/)) return openBlock('figure', element, reading);
  if (hasClass(element, /^(?:wp-caption-text|gallery-caption|wp-element-caption)$/))
    return openBlock('figcaption', element, reading);
  // The first galleries of the block editor are lists without bullets.
  if (tagName === 'ul' && hasClass(element, /^wp-block-gallery$/)) return openBlock('figure', element, reading);
  if (blocks.has(tagName)) return openBlock(tagName, element, reading);
  if (divisions.has(tagName)) {
    builder.separate();
    return () => builder.separate();
  }
  if (tagName === 'a') {
    const href = readHref(element, reading);
    if (href !== undefined) return openFormat('a', { ...titleOf(element), href }, reading);
    return undefined;
  }
  const style = attributeOf(element, 'style');
  const format = formats.get(tagName);
  // Google Docs wraps whole texts in bold that is not.
  if (format !== undefined) return isUndone(format, style) ? undefined : openFormat(format, {}, reading);
  if (htmlFormats.has(tagName)) return openFormat(tagName, keepAttributes(element), reading);
  const language = attributeOf(element, 'lang');
  if (language !== '' && isForeign(language, reading)) return openFormat('span', { lang: language }, reading);
  return tagName === 'span' && style !== '' ? openFormats(formatsOfStyle(style), reading) : undefined;
}

function titleOf(element: HtmlElement): Record<string, string> {
  const title = attributeOf(element, 'title').replace(/\s+/g, ' ');
  return title === '' ? {} : { title };
}

/** Whether a language is another one than the site’s: word processors name that of each word. */
function isForeign(language: string, { context }: TreeReading): boolean {
  const base = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? '';
  const own = base(context.index.site.language);
  return own !== '' && /^[a-z]{2,3}$/.test(base(language)) && base(language) !== own;
}

function openBlock(tag: string, element: HtmlElement, { builder, losses }: TreeReading): Leave {
  const attributes = keepAttributes(element);
  if (tag === 'td' || tag === 'th') Object.assign(attributes, readAlignment(element));
  if (tag === 'ol' && ('reversed' in attributes || /^[ai]$/i.test(attributes['type'] ?? ''))) {
    losses.add('structure', 'numbering of a list by letters, or backwards');
  }
  if (builder.open(createElement(tag, attributes))) return () => builder.close();
  builder.separate();
  return () => builder.separate();
}

function openFormats(names: readonly string[], reading: TreeReading): Leave {
  const opened = names.map((name) => openFormat(name, {}, reading)).filter((leave) => typeof leave === 'function');
  return opened.length === 0
    ? undefined
    : () => {
        for (const leave of opened) leave();
      };
}

/** How a cell is aligned, which the block editor says with a class, and the classic one with a style. */
function readAlignment(cell: HtmlElement): { align?: string } {
  const [, align] =
    /(?:^|\s)has-text-align-(left|center|right)\b/.exec(attributeOf(cell, 'class')) ??
    /(?:^|[;\s])text-align:\s*(left|center|right)\b/i.exec(attributeOf(cell, 'style')) ??
    [];
  return align === undefined ? {} : { align: align.toLowerCase() };
}

/** A poem: its lines stay, and its formatting. */
function openVerse(element: HtmlElement, reading: TreeReading): Leave {
  const leave = openBlock('p', element, reading);
  reading.verses++;
  return () => {
    reading.verses--;
    if (typeof leave === 'function') leave();
  };
}

function openFormat(tag: string, attributes: Record<string, string>, { builder }: TreeReading): Leave {
  return builder.openFormat(createElement(tag, attributes)) ? () => builder.closeFormat() : undefined;
}

function addAnchor(element: HtmlElement, { builder, targets }: TreeReading): void {
  if (targets.size === 0) return;
  const names = [attributeOf(element, 'id'), element.tagName === 'a' ? attributeOf(element, 'name') : ''];
  for (const id of new Set(names)) if (id !== '' && targets.has(id)) builder.anchor(id);
}

function addImage(element: HtmlElement, reading: TreeReading): void {
  const image = readImage(element, reading);
  if (image !== undefined) reading.builder.add(image);
}

function addEmbed(element: HtmlElement, reading: TreeReading): void {
  const { builder, context } = reading;
  const embed = readEmbed(element, reading);
  if (!embed) return;
  builder.separate();
  const href = isUpload(embed.url) ? context.resolveFile(embed.url) : embed.url;
  const opens = builder.openFormat(createElement('a', { href }));
  builder.add(embed.name);
  if (opens) builder.closeFormat();
  builder.separate();
}

/** Whether an element stands behind an image of which it holds a copy for readers without scripts. */
function followsLateImage(element: HtmlElement): boolean {
  const siblings = element.parentNode?.childNodes ?? [];
  const before = siblings[siblings.indexOf(element) - 1];
  return before !== undefined && 'tagName' in before && isLate(before);
}
