/** Finds URLs in plain text: bare ones, and those of links that are not read as such because of a space. */
import type { BodyParts, TextBlock } from './partTypes.ts';
import { spacedLink, urlWithSpace } from './unread/spacedUrls.ts';

/** A block of text that is being read: its index, its text and where that is. */
type Source = Pick<TextBlock, 'content' | 'locate'> & { block: number };

const looseUrl = /https?:\/\/[^\s<>"()[\]]+[^\s<>"()[\].,;:!?'’”…*_]/gi;

/** Adds plain URLs, and links that are not read as such because of a space. Returns where to go on in `content`. */
export function addLoose(
  parts: Pick<BodyParts, 'loose'>,
  text: string,
  start: number,
  { block, content, locate }: Source,
): number {
  let from = start;
  for (const pattern of [looseUrl, spacedLink]) {
    const find = createFinder(content, start);
    for (const { 0: whole, 1: inside, index } of text.matchAll(pattern)) {
      const url = inside === undefined ? whole : urlWithSpace(inside);
      if (url === undefined) continue;
      // Not found if it is written with an entity or an escape; then it is not reported.
      const at = find(whole, index);
      if (at === -1) continue;
      const end = at + whole.length;
      parts.loose.push({ block, text: whole, url, place: () => locate(at, end) });
      from = Math.max(from, end);
    }
  }
  return from;
}

/** The length of the longest entity, `&CounterClockwiseContourIntegral;`. */
export const longestEntity = 33;
/** How far a part that was not found may have moved the next one. */
const farthest = 2000;

/**
 * Finds where parts of a text, asked for in order, are written in its source `content`: after the part before, and no further
 * away than entities can have moved it. Searching to the end for each part would take quadratic time.
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
