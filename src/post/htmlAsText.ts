/** Texts of front matter that other tools show as HTML, such as excerpts of Jekyll and WordPress, as plain text. */
import { decodeEntities } from './entities.ts';
import { elementsDroppedWhole, keptElements } from './markdown/safeHtml.ts';

const others = 'html head body font form input button label iframe embed object param'.split(' ');
const known: ReadonlySet<string> = new Set([...keptElements, ...elementsDroppedWhole, ...others]);
const droppedWhole: ReadonlySet<string> = new Set(elementsDroppedWhole);

/** Elements within a line, whose tags are not between words. */
const inline: ReadonlySet<string> = new Set(
  `a abbr acronym b bdi big cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub sup time
  tt u var wbr`.split(/\s+/),
);

/** Code of Markdown, comments and tags. No part of it runs past the next `<`, so that it takes linear time. */
const pieces = /`[^`]*`|<!--[^<]*?-->|<(\/?)([a-z][a-z\d]*)(?=[\s/>])((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/gi;

/** A text without its HTML, on one line; as it is if it has none: `a < b`, `use <b> sparingly` and `<your name>` are text. */
export function htmlAsText(text: string): string {
  if (!text.includes('<')) return text;
  const found = [...text.matchAll(pieces)].map(({ 0: piece, 1: slash, 2: name = '', 3: attributes = '', index }) => ({
    start: index,
    end: index + piece.length,
    isEnd: slash === '/',
    name: piece.startsWith('`') ? undefined : name.toLowerCase(),
    attributes,
  }));
  if (!isHtml(found)) return text;
  let plain = '';
  let at = 0;
  /** The element whose content is left out. */
  let dropped: string | undefined;
  for (const { start, end, isEnd, name } of found) {
    if (dropped === undefined) plain += text.slice(at, start);
    at = end;
    if (dropped !== undefined) {
      if (isEnd && name === dropped) dropped = undefined;
    } else if (name === undefined || (name !== '' && !known.has(name))) plain += text.slice(start, end);
    else {
      if (!isEnd && droppedWhole.has(name)) dropped = name;
      if (!inline.has(name) && name !== '') plain += ' ';
    }
  }
  if (dropped === undefined) plain += text.slice(at);
  return decodeEntities(plain).replace(/\s+/gu, ' ').trim();
}

interface Piece {
  isEnd: boolean;
  /** Undefined for code, empty for a comment. */
  name: string | undefined;
  attributes: string;
}

/** Whether a text is HTML: it has an element with both its tags, a line break or an image. */
function isHtml(found: readonly Piece[]): boolean {
  const open = new Set<string>();
  return found.some(({ isEnd, name = '', attributes }) => {
    if (!known.has(name)) return false;
    if (isEnd) return open.has(name);
    open.add(name);
    return ['br', 'hr', 'wbr'].includes(name) || (name === 'img' && /\ssrc\s*=/i.test(attributes));
  });
}
