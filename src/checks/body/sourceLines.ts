/** Finds the parts of a body in its file, from what the Markdown parser tells: lines of blocks, and offsets in their text. */
import type { Place } from '../../diagnostic.ts';
import type { Body } from '../../post/post.ts';
import { codePoints, createPlacer } from '../../post/text.ts';

/** The place of a range of a line or of a block’s `content`: offsets in UTF-16 units, the end exclusive. */
export type Locate = (start: number, end: number) => Place;

/** A line as CommonMark counts lines: it ends at a lone CR, too, unlike in editors. */
export interface SourceLine {
  text: string;
  locate: Locate;
}

/** The lines of a body, split only when the first place is needed. */
export type Lines = () => readonly SourceLine[];

/** Splits a body into lines, with U+FFFD for NUL as in the parser’s tokens, so that they can be compared. */
export function toSourceLines({ text: body, line: firstLine }: Body): SourceLine[] {
  const placeAt = createPlacer(body);
  const toLine = (text: string, offset: number): SourceLine => ({
    text,
    locate(start, end) {
      const from = Math.min(Math.max(0, start), text.length);
      const { line, column } = placeAt(offset + from);
      const length = Math.max(1, codePoints(text.slice(from, Math.max(from, end))));
      return { line: firstLine + line - 1, column, endColumn: column + length };
    },
  });
  const lines: SourceLine[] = [];
  let start = 0;
  for (const { 0: lineEnd, index } of body.matchAll(/\r\n|\n|\r|$/g)) {
    lines.push(toLine(body.slice(start, index).replaceAll('\0', '\ufffd'), start));
    start = index + lineEnd.length;
  }
  return lines;
}

/** Stands for a line that the source does not have. */
export const noLine: SourceLine = { text: '', locate: () => ({ line: 1, column: 1, endColumn: 2 }) };

/** The place of a line, without the spaces around it. */
export function placeOfLine({ text, locate }: SourceLine): Place {
  return locate(text.length - text.trimStart().length, text.trimEnd().length);
}

/** A line of a block’s `content`, and the offset of its first character in the line of the source. */
interface Row {
  number: number;
  start: number;
  end: number;
  base: number;
}

/**
 * Places in a paragraph, a heading or raw HTML. Each line of `content` is a line of the source without the markers of
 * quotations, lists and headings before it, and without the spaces around it. `marker` is the `##` of a heading.
 */
export function locateInLines(content: string, first: number, lines: Lines, marker = ''): Locate {
  const sourceOf = (number: number): SourceLine => lines()[first + number] ?? noLine;
  const toRow = (number: number, start: number): Row => {
    const lineEnd = content.indexOf('\n', start);
    const end = lineEnd === -1 ? content.length : lineEnd;
    const written = content.slice(start, end);
    // Tabs of the indentation are spaces in `content`, so that only the text after them can be found in the source.
    const indent = written.length - written.trimStart().length;
    return { number, start, end, base: findWritten(written.trim(), sourceOf(number).text, marker) - indent };
  };
  // Parts are asked for in order, so that the next one is never far.
  let row: Row | undefined;
  return (start, end) => {
    if (!row || start < row.start) row = toRow(0, 0);
    while (start > row.end) row = toRow(row.number + 1, row.end + 1);
    const shift = row.base - row.start;
    return sourceOf(row.number).locate(start + shift, Math.min(end, row.end) + shift);
  };
}

function findWritten(written: string, source: string, marker: string): number {
  if (marker !== '') return Math.max(0, source.indexOf(written, source.indexOf(marker) + marker.length));
  const trimmed = source.trimEnd();
  return trimmed.endsWith(written) ? trimmed.length - written.length : Math.max(0, source.lastIndexOf(written));
}

/** Places in the cells of a table row, asked for in order: each is searched for after the one before. */
export function cellLocator({ text, locate }: SourceLine): (content: string) => Locate {
  let from = 0;
  return (content) => {
    const escaped = content.replaceAll('|', '\\|');
    const found = text.indexOf(escaped, from);
    const base = found === -1 ? from : found;
    const bar = text.indexOf('|', base + escaped.length);
    from = bar === -1 ? base + escaped.length : bar + 1;
    const inSource = (offset: number): number => base + offset + content.slice(0, offset).split('|').length - 1;
    return (start, end) => locate(inSource(start), inSource(Math.min(end, content.length)));
  };
}
