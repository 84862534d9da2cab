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
  parts.blocks.push({ kind, content, text: plainText(tokens), code: codeSpans(tokens, content), locate });
  for (const [index, child] of tokens.entries()) {
    const offset = offsetOf(child) ?? 0;
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

/** The places of code: its end is where as many backticks stand as at its beginning. */
function codeSpans(tokens: readonly Token[], content: string): [number, number][] {
  return tokens
    .filter(({ type }) => type === 'code_inline')
    .map((token) => {
      const start = offsetOf(token) ?? 0;
      const ticks = /`+/g;
      ticks.lastIndex = start + token.markup.length;
      let end = ticks.exec(content);
      while (end && end[0].length !== token.markup.length) end = ticks.exec(content);
      return [start, end ? ticks.lastIndex : content.length];
    });
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
