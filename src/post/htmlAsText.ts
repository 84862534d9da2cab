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

/** Code of Markdown, both ends of comments, and tags. None runs past the next `<`, so that it takes linear time. */
const pieces = /`[^`]*`|<!--|-->|<(\/?)([a-z][a-z\d]*)(?=[\s/>])((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/gi;

interface Piece {
  start: number;
  end: number;
  /** The name of a tag in lower case, after a slash if it is an end tag; of anything else the text. */
  name: string;
  attributes: string;
}

/** A text without its HTML, on one line; as it is if it has none: `a < b`, `use <b> sparingly` and `<your name>` are text. */
export function htmlAsText(text: string): string {
  if (!text.includes('<')) return text;
  const found = [...text.matchAll(pieces)].map(
    ({ 0: piece, 1: slash = '', 2: name, 3: attributes = '', index: start }): Piece => ({
      start,
      end: start + piece.length,
      name: name === undefined ? piece : slash + name.toLowerCase(),
      attributes,
    }),
  );
  if (!isHtml(found)) return text;
  let plain = '';
  let at = 0;
  /** What ends the content that is left out. */
  let until: string | undefined;
  for (const { start, end, name } of found) {
    if (until !== undefined) {
      if (name !== until) continue;
      until = undefined;
    } else {
      const element = name.replace('/', '');
      if (name !== '<!--' && !known.has(element)) continue;
      plain += text.slice(at, start) + (name === '<!--' || inline.has(element) ? '' : ' ');
      if (name === '<!--') until = '-->';
      else if (droppedWhole.has(name)) until = `/${name}`;
    }
    at = end;
  }
  if (until === undefined) plain += text.slice(at);
  return decodeEntities(plain).replace(/\s+/gu, ' ').trim();
}

/** Whether a text is HTML: it has an element with both its tags, a line break, an image, or a script or style that is cut off. */
function isHtml(found: readonly Piece[]): boolean {
  const open = new Set<string>();
  return found.some(({ name, attributes }) => {
    if (name.startsWith('/')) return open.has(name.slice(1));
    if (!known.has(name)) return false;
    open.add(name);
    if (name === 'img') return /\ssrc\s*=/i.test(attributes);
    if (name === 'script' || name === 'style') return attributes.includes('=');
    return ['br', 'hr', 'wbr'].includes(name);
  });
}
