/** What an element adds to an outline. */
import { isUpload } from '../index/urls.ts';
import { createLosses } from '../text/losses.ts';
import { attributeOf, hasClass } from '../text/tidy/attributes.ts';
import { imageSource, isLate, readEmbed } from '../text/tidy/media.ts';
import { blocks, divisions, dropped, embeds, unseen } from '../text/tidy/names.ts';
import type { HtmlElement, HtmlNode } from '../text/tidy/parse.ts';
import { findUnshown } from '../text/tidy/unshown.ts';
import { isMark } from './notes.ts';
import type { Page } from './page.ts';
import type { Frame } from './types.ts';

type Leave = (() => void) | 'skip' | undefined;

const runsCode = /^[\s\0-\x1f]*(?:javascript|vbscript|data):/i;

/** Adds an element. `frame` is where its own nodes are, `around` where it stands. */
export function readElement(element: HtmlElement, page: Page, frame: Frame, around: Frame): Leave {
  const { tagName } = element;
  // What an import drops by rule is in its report already, which must not quote what WordPress hides.
  if (unseen.has(tagName) || dropped.has(tagName) || findUnshown(element)) return 'skip';
  if (tagName === 'noscript' && followsLateImage(element)) return 'skip';
  if (tagName === 'img') return addImage(element, page);
  if (tagName === 'br') {
    page.endWord();
    return 'skip';
  }
  if (embeds.has(tagName)) return addEmbed(element, page);
  if (tagName === 'pre' ? !hasClass(element, /^wp-block-verse$/) : /^(?:xmp|listing|plaintext)$/.test(tagName)) {
    page.pre(codeOf(element, page));
    return 'skip';
  }
  if (isMark(element)) return 'skip';
  if (tagName === 'a') return openLink(element, page);
  if (tagName === 'code' || tagName === 'tt') {
    page.code++;
    return () => page.code--;
  }
  const tag = tagOf(element);
  if (blocks.has(tag)) return openBlock(tag, element, page, frame, around);
  if (!divisions.has(tag) && tag !== 'hr') return undefined;
  page.separate();
  return () => page.separate();
}

/** The tag of a block; the classic editor has captions in other elements. */
function tagOf(element: HtmlElement): string {
  if (hasClass(element, /^wp-caption$/)) return 'figure';
  if (hasClass(element, /^(?:wp-caption-text|gallery-caption|wp-element-caption)$/)) return 'figcaption';
  return element.tagName === 'pre' ? 'p' : element.tagName;
}

function openBlock(tag: string, element: HtmlElement, page: Page, frame: Frame, around: Frame): Leave {
  page.separate();
  const outer = page.blocks.at(-1);
  if (tag === 'figcaption' && outer?.tag === 'figure' && !around.isLater) {
    outer.frame.later.push(element);
    return 'skip';
  }
  page.blocks.push({ tag, frame });
  const end = openPart(tag, element, page, outer?.tag);
  return () => {
    page.separate();
    end?.();
    page.blocks.pop();
  };
}

/** Opens a heading, a list, an item, a row or a cell; returns what ends it. */
function openPart(tag: string, element: HtmlElement, page: Page, outer: string | undefined): (() => void) | undefined {
  const { outline, lists, rows } = page;
  const mark = page.at();
  if (/^h[1-6]$/.test(tag)) {
    return () => {
      const text = page.since(mark);
      if (text !== undefined) outline.headings.push(`${'#'.repeat(Number(tag[1]))} ${text}`);
    };
  }
  if (tag === 'ul' || tag === 'ol') {
    const start = attributeOf(element, 'start');
    const isGallery = outer === 'figure' || hasClass(element, /^wp-block-gallery$/);
    lists.push({ tag, number: /^\d{1,9}$/.test(start) ? Number(start) : 1, isGallery });
    return () => lists.pop();
  }
  if (tag === 'li') return openItem(element, page, outer === 'ul' || outer === 'ol');
  if (tag === 'tr') {
    rows.push([]);
    return () => {
      const cells = rows.pop() ?? [];
      if (page.since(mark) !== undefined) outline.rows.push(cells.join(' | '));
    };
  }
  if (tag !== 'td' && tag !== 'th') return undefined;
  return () => {
    rows.at(-1)?.push(`${tag === 'th' ? '**' : ''}${page.since(mark, beginning) ?? ''}`);
  };
}

/** How many words are enough to know an item or a cell by. */
const beginning = 5;

function openItem(element: HtmlElement, page: Page, isInList: boolean): () => void {
  const { outline, lists } = page;
  const list = lists.at(-1);
  const value = attributeOf(element, 'value');
  if (list && /^\d{1,9}$/.test(value)) list.number = Number(value);
  const marker = list && isInList && list.tag === 'ol' ? `${list.number++}.` : '-';
  const depth = lists.length - (isInList ? 1 : 0);
  const mark = page.at();
  return () => {
    // A gallery of former years is a list of images.
    if (list?.isGallery && page.at().images > mark.images) return;
    const text = page.since(mark, beginning);
    if (text !== undefined) outline.items.push(`${'  '.repeat(depth)}${marker} ${text}`);
  };
}

function openLink(element: HtmlElement, page: Page): Leave {
  const url = attributeOf(element, 'href').replace(/[\n\r\t]/g, '');
  if (url === '' || runsCode.test(url)) return undefined;
  const resolved = url.startsWith('#') ? url : page.expected.link(url);
  page.openLink(resolved === url && isUpload(url) ? page.expected.file(url) : resolved);
  return () => page.closeLink();
}

function addImage(element: HtmlElement, page: Page): 'skip' {
  const alt = attributeOf(element, 'alt');
  const source = imageSource(element);
  if (alt !== '' && hasClass(element, /^(?:emoji|wp-smiley)$/)) page.text(alt);
  else if (source !== '') page.image(source, alt);
  return 'skip';
}

/** What shows another page is a link to it. */
function addEmbed(element: HtmlElement, page: Page): 'skip' {
  const embed = readEmbed(element, { losses: createLosses() });
  page.separate();
  if (!embed) return 'skip';
  page.openLink(isUpload(embed.url) ? page.expected.file(embed.url) : embed.url);
  page.text(embed.name);
  page.closeLink();
  page.separate();
  return 'skip';
}

function followsLateImage(element: HtmlElement): boolean {
  const siblings = element.parentNode?.childNodes ?? [];
  const before = siblings[siblings.indexOf(element) - 1];
  return before !== undefined && 'tagName' in before && isLate(before);
}

/** The text of code, each line of a highlighter on a line. */
function codeOf(pre: HtmlElement, page: Page): string {
  let code = '';
  const waiting: HtmlNode[] = [...pre.childNodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('value' in node) code += node.value;
    if (!('tagName' in node) || findUnshown(node)) continue;
    if (node.tagName === 'br') code += '\n';
    if (node.tagName === 'img') code += attributeOf(node, 'alt');
    if (hasClass(node, /^gutter$/)) continue;
    if (/^(?:div|p|li|tr)$/.test(node.tagName) && code !== '' && !code.endsWith('\n')) code += '\n';
    for (const child of node.childNodes.toReversed()) waiting.push(child);
  }
  page.separate();
  return code;
}
