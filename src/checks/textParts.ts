/** The parts of a block's text: images, links, code and tags, each with its place. */
import type { Place } from '../diagnostic.ts';
import { offsetOf, plainText, type Token } from '../post/markdown.ts';
import type { BodyImage, BodyLink, BodyParts } from './bodyParts.ts';
import { addTags, unknownText } from './htmlParts.ts';
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
    for (const [whole, address = whole] of text.matchAll(pattern)) {
      // Written with an entity or an escape it is not found, and stays unsaid.
      const at = content.indexOf(whole, start);
      if (at === -1) continue;
      const end = at + whole.length;
      parts.loose.push({ block, kind, text: whole, address, place: () => locate(at, end) });
      from = Math.max(from, end);
    }
  }
  return from;
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

/** Where the address of `](address "title")` stands, and where it all ends. It may stand elsewhere, or be escaped. */
function spanOfAddress(
  content: string,
  labelEnd: number,
  address: string,
): { address?: [number, number]; end: number } {
  if (content[labelEnd + 1] !== '(') return { end: labelEnd + 1 };
  const start = content.indexOf(address, labelEnd + 2);
  const closing = content.indexOf(')', Math.max(start, labelEnd + 2) + (start === -1 ? 0 : address.length));
  const end = closing === -1 ? content.length : closing + 1;
  return start === -1 || start > end || address === '' ? { end } : { address: [start, start + address.length], end };
}
