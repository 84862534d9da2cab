/** The parts of a block's text: images, links, code and tags, each with its place. */
import type { Place } from '../../diagnostic.ts';
import { offsetOf, plainText, type Token } from '../../post/markdown/markdown.ts';
import { addTags, unknownText } from './htmlParts.ts';
import type { BodyImage, BodyLink, BodyParts } from './partTypes.ts';
import type { Locate } from './sourceLines.ts';

/** Adds a block of text, and the images, links and tags in it. */
export function addText(parts: BodyParts, token: Token, before: Token | undefined, locate: Locate): void {
  const { content, children } = token;
  const tokens = children ?? [];
  const block = parts.blocks.length;
  const kind = before?.type === 'heading_open' ? 'heading' : before?.type === 'paragraph_open' ? 'paragraph' : 'cell';
  const code = codeSpans(tokens, content);
  const codeEnds = new Map(code);
  parts.blocks.push({ kind, content, text: plainText(tokens), code, locate });
  let depth = 0;
  let from = 0;
  for (const [index, child] of tokens.entries()) {
    const offset = offsetOf(child) ?? 0;
    from = Math.max(from, codeEnds.get(offset) ?? offset);
    depth += linkDepth(child);
    if (child.type === 'text' && depth <= 0) from = addLoose(parts, child.content, content, from, block, locate);
    if (child.type === 'image') parts.images.push(toImage(child, offset, block, content, locate));
    else if (child.type === 'link_open') parts.links.push(toLink(tokens, index, block, content, locate));
    else if (child.type === 'html_inline') {
      const known = parts.links.length;
      addTags(parts, child.content, block, (start, end) => locate(offset + start, offset + end));
      // The words of a link are no part of its tag.
      const link = parts.links[known];
      if (link) {
        const close = findClose(tokens, index, ({ type, content }) => type === 'html_inline' && /^<\/a/i.test(content));
        link.text = plainText(tokens.slice(index + 1, close)) || unknownText;
      }
    }
  }
}

const looseAddress = /https?:\/\/[^\s<>"()[\]]+[^\s<>"()[\].,;:!?'’”…*_]/gi;
const brokenLink = /!?\[[^\][]{0,200}\]\(([^()\n<>"']{0,200}[^()\s<>"'] [^()\n<>"']{0,200}\.[a-z0-9]{1,5})\)/gi;

/** Whether a link begins (1) or ends (-1) here. */
function linkDepth({ type, content }: Token): number {
  if (type === 'link_open' || (type === 'html_inline' && /^<a\b/i.test(content))) return 1;
  return type === 'link_close' || (type === 'html_inline' && /^<\/a\b/i.test(content)) ? -1 : 0;
}

/** Adds the addresses that stand in the text as they are, and links that a blank keeps from being one. */
function addLoose(
  parts: BodyParts,
  text: string,
  content: string,
  start: number,
  block: number,
  locate: Locate,
): number {
  let from = start;
  for (const [kind, pattern] of [
    ['address', looseAddress],
    ['link', brokenLink],
  ] as const) {
    const find = createFinder(content, start);
    for (const { 0: whole, 1: address = whole, index } of text.matchAll(pattern)) {
      // Written with an entity or an escape it is not found, and stays unsaid.
      const at = find(whole, index);
      if (at === -1) continue;
      const end = at + whole.length;
      parts.loose.push({ block, kind, text: whole, address, place: () => locate(at, end) });
      from = Math.max(from, end);
    }
  }
  return from;
}

/** A character of a text may be written with so many: `&CounterClockwiseContourIntegral;`. */
const longestEntity = 33;
/** How far what was not found may have moved all that follows. */
const farthest = 2000;

/**
 * Finds where parts of a text, asked for in their order, are written in the `content` that it was read from: behind the
 * part before, and no further than entities can have moved it. A search to the end for each would take far too long.
 */
function createFinder(content: string, start: number): (part: string, offset: number) => number {
  let known = { offset: 0, at: start };
  return (part, offset) => {
    const gap = offset - known.offset;
    const from = known.at + gap;
    const found = content.slice(from, from + gap * longestEntity + farthest + part.length).indexOf(part);
    const at = found === -1 ? -1 : from + found;
    known = found === -1 ? { offset, at: from } : { offset: offset + part.length, at: at + part.length };
    return at;
  };
}

/** The places of code and comments: code ends where as many backticks stand as at its beginning. */
function codeSpans(tokens: readonly Token[], content: string): [number, number][] {
  return tokens
    .filter((token) => token.type === 'code_inline' || isComment(token))
    .map((token) => {
      const start = offsetOf(token) ?? 0;
      if (isComment(token)) return [start, start + token.content.length];
      const ticks = /`+/g;
      ticks.lastIndex = start + token.markup.length;
      let end = ticks.exec(content);
      while (end && end[0].length !== token.markup.length) end = ticks.exec(content);
      return [start, end ? ticks.lastIndex : content.length];
    });
}

function isComment({ type, content }: Token): boolean {
  return type === 'html_inline' && content.startsWith('<!--');
}

function toImage(token: Token, start: number, block: number, content: string, locate: Locate): BodyImage {
  const src = token.attrGet('src') ?? '';
  const labelEnd = start + 2 + token.content.length;
  const { address, end } = spanOfAddress(content, labelEnd, src);
  const place = (): Place => locate(start, end);
  return {
    block,
    src,
    alt: plainText(token.children ?? []),
    title: token.attrGet('title') ?? '',
    isHtml: false,
    place,
    altPlace: token.content === '' ? place : () => locate(start + 2, labelEnd),
    srcPlace: address ? () => locate(...address) : place,
  };
}

function toLink(tokens: readonly Token[], index: number, block: number, content: string, locate: Locate): BodyLink {
  const open = tokens[index] as Token;
  const href = open.attrGet('href') ?? '';
  const close = closeOfLink(tokens, index);
  const inside = tokens.slice(index + 1, close);
  const pictures = inside.filter(({ type }) => type === 'image').map(({ children }) => plainText(children ?? []));
  const text = [plainText(inside), ...pictures].join(' ').trim();
  const offset = offsetOf(open) ?? 0;
  if (open.markup === 'autolink') {
    const place = (): Place => locate(offset, content.indexOf('>', offset) + 1);
    return { block, href, text, place, textPlace: place, hrefPlace: place };
  }
  const labelEnd = offsetOf(tokens[close] ?? open) ?? offset;
  const { address, end } = spanOfAddress(content, labelEnd, href);
  const place = (): Place => locate(offset - 1, end);
  const textPlace = labelEnd > offset ? (): Place => locate(offset, labelEnd) : place;
  return { block, href, text, place, textPlace, hrefPlace: address ? () => locate(...address) : place };
}

function closeOfLink(tokens: readonly Token[], open: number): number {
  const isClose = ({ type, level }: Token): boolean => type === 'link_close' && level === tokens[open]?.level;
  let close = open + 1;
  for (let token = tokens[close]; token && !isClose(token); token = tokens[close]) close++;
  return close;
}

/** In tokens: a bound, so that a text of unclosed tags takes no longer than any other. */
const longestLink = 500;

function findClose(tokens: readonly Token[], open: number, closes: (token: Token) => boolean): number {
  const last = open + longestLink;
  let at = open + 1;
  for (let token = tokens[at]; token && at < last && !closes(token); token = tokens[at]) at++;
  return at;
}

/** UTF-16 units: a bound for a title behind an address, so that a text of brackets takes no longer than any other. */
const longestTail = 5000;

/** Where the address of `](address "title")` stands, and where it all ends. It may stand elsewhere, or be escaped. */
function spanOfAddress(
  content: string,
  labelEnd: number,
  address: string,
): { address?: [number, number]; end: number } {
  if (content[labelEnd + 1] !== '(') return { end: labelEnd + 1 };
  const tail = content.slice(labelEnd + 2, labelEnd + 2 + address.length * longestEntity + longestTail);
  const found = tail.indexOf(address);
  const start = found === -1 ? -1 : labelEnd + 2 + found;
  const closing = tail.indexOf(')', Math.max(found, 0) + (found === -1 ? 0 : address.length));
  const end = closing === -1 ? Math.min(content.length, labelEnd + 2 + tail.length) : labelEnd + 3 + closing;
  return start === -1 || start > end || address === '' ? { end } : { address: [start, start + address.length], end };
}
