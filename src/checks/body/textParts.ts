/** Reads the parts of a block of text: images, links, code and tags, each with its place. */
import type { Place } from '../../diagnostic.ts';
import { bareUrl } from '../../post/markdown/autolinks.ts';
import { offsetOf, plainText, type Token } from '../../post/markdown/markdown.ts';
import { codeRanges } from './codeRanges.ts';
import { addTags, unknownText } from './htmlParts.ts';
import { addLoose, longestEntity } from './looseUrls.ts';
import type { BodyImage, BodyLink, BodyParts, TextBlock } from './partTypes.ts';
import type { Locate } from './sourceLines.ts';

/** A block of text that is being read: its index, its text and where that is. */
type Source = Pick<TextBlock, 'content' | 'locate'> & { block: number };

type TextKind = Pick<TextBlock, 'isParagraph' | 'isItem'>;

/** Adds a block of text, and the images, links and tags in it. */
export function addText(parts: BodyParts, { content, children }: Token, kind: TextKind, locate: Locate): void {
  const tokens = joinBareUrls(children ?? []);
  const source: Source = { block: parts.blocks.length, content, locate };
  const code = codeRanges(tokens, content);
  const codeEnds = new Map(code);
  let depth = 0;
  let from = 0;
  for (const [index, child] of tokens.entries()) {
    const offset = offsetOf(child) ?? 0;
    from = Math.max(from, codeEnds.get(offset) ?? offset);
    depth += linkDepth(child);
    if (child.type === 'text' && depth <= 0) from = addLoose(parts, child.content, from, source);
    if (child.type === 'image') parts.images.push(toImage(child, offset, source));
    else if (child.type === 'link_open') parts.links.push(toLink(tokens, index, source));
    else if (child.type === 'html_inline') {
      const known = parts.links.length;
      addTags(parts, child.content, (start, end) => locate(offset + start, offset + end));
      // The text of the link follows in other tokens.
      const link = parts.links[known];
      if (link) {
        const isClose = ({ type, content }: Token): boolean => type === 'html_inline' && /^<\/a/i.test(content);
        const close = findClose(tokens, index, isClose, longestLink);
        link.text = plainText(tokens.slice(index + 1, close)) || unknownText;
      }
    }
  }
  parts.blocks.push({ ...kind, isHtml: false, content, text: plainText(tokens), code, locate });
}

/** Bare URLs as part of the text around them: whether they are links depends on who shows the post. In place. */
function joinBareUrls(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ markup }) => markup === bareUrl)) return tokens;
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    if (token.markup === bareUrl) continue;
    if (token.type !== 'text' || last?.type !== 'text') joined.push(token);
    else last.content += token.content;
    if (token.type === 'text') token.meta = null;
  }
  return joined;
}

/** Whether a link begins (1) or ends (-1) here. */
function linkDepth({ type, content }: Token): number {
  if (type === 'link_open' || (type === 'html_inline' && /^<a\b/i.test(content))) return 1;
  return type === 'link_close' || (type === 'html_inline' && /^<\/a\b/i.test(content)) ? -1 : 0;
}

function toImage(token: Token, start: number, source: Source): BodyImage {
  const { block, locate } = source;
  const url = token.attrGet('src') ?? '';
  const labelEnd = start + 2 + token.content.length;
  const places = placesOf(source, start, labelEnd, url);
  const alt = plainText(token.children ?? []);
  const altPlace = token.content === '' ? places.place : (): Place => locate(start + 2, labelEnd);
  return { block, url, ...places, alt, altPlace, title: token.attrGet('title') ?? '', isHtml: false };
}

function toLink(tokens: readonly Token[], index: number, source: Source): BodyLink {
  const { block, content, locate } = source;
  const open = tokens[index] as Token;
  const url = open.attrGet('href') ?? '';
  const { level } = open;
  const close = findClose(tokens, index, (token) => token.type === 'link_close' && token.level === level);
  const inside = tokens.slice(index + 1, close);
  const altTexts = inside.filter(({ type }) => type === 'image').map(({ children }) => plainText(children ?? []));
  // An image without alt text is reported as such.
  const text = [plainText(inside), ...altTexts].join(' ').trim() || (altTexts.length > 0 ? unknownText : '');
  const offset = offsetOf(open) ?? 0;
  if (open.markup === 'autolink') {
    const place = (): Place => locate(offset, content.indexOf('>', offset) + 1);
    return { block, isBare: true, url, urlPlace: place, text, textPlace: place, place };
  }
  const labelEnd = offsetOf(tokens[close] ?? open) ?? offset;
  const places = placesOf(source, offset - 1, labelEnd, url);
  const textPlace = labelEnd > offset ? (): Place => locate(offset, labelEnd) : places.place;
  return { block, url, ...places, text, textPlace };
}

/** The most tokens in an HTML link: without a bound, a text of unclosed tags would take quadratic time. */
const longestLink = 500;

/** The index of the first token after `open` that closes it, or of the one at which the search ends. */
function findClose(
  tokens: readonly Token[],
  open: number,
  closes: (token: Token) => boolean,
  most = tokens.length,
): number {
  let at = open + 1;
  for (let token = tokens[at]; token && at < open + most && !closes(token); token = tokens[at]) at++;
  return at;
}

type UrlPlaces = Pick<BodyLink, 'place' | 'urlPlace'>;

/** Where an image or a link from `start` on is, and where its URL is. */
function placesOf({ content, locate }: Source, start: number, labelEnd: number, target: string): UrlPlaces {
  const { url, end } = spanOfUrl(content, labelEnd, target);
  const place = (): Place => locate(start, end);
  return { place, urlPlace: url ? () => locate(...url) : place };
}

/** The most UTF-16 units in a title after a URL: without a bound, a text of brackets would take quadratic time. */
const longestTail = 5000;

/** The range of the URL in `](url "title")`, and the end of it all. A reference or an escaped URL has no such range. */
function spanOfUrl(content: string, labelEnd: number, url: string): { url?: [number, number]; end: number } {
  if (content[labelEnd + 1] !== '(') return { end: labelEnd + 1 };
  const tail = content.slice(labelEnd + 2, labelEnd + 2 + url.length * longestEntity + longestTail);
  const found = tail.indexOf(url);
  const start = found === -1 ? -1 : labelEnd + 2 + found;
  const closing = tail.indexOf(')', Math.max(found, 0) + (found === -1 ? 0 : url.length));
  const end = closing === -1 ? Math.min(content.length, labelEnd + 2 + tail.length) : labelEnd + 3 + closing;
  return start === -1 || start > end || url === '' ? { end } : { url: [start, start + url.length], end };
}
