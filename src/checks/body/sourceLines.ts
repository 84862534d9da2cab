/** Finds the parts of a body in its file, from what the Markdown parser tells: lines of blocks, and offsets in their text. */
import type { Place } from '../../diagnostic.ts';
import type { Body } from '../../post/post.ts';
import { codePoints } from '../../post/text.ts';

/** A line as CommonMark counts lines: it ends at a lone CR, too, unlike in editors. */
export interface SourceLine {
  text: string;
  /** The line and column of the file (1-based) at which it begins. */
  line: number;
  column: number;
  /** Up to where columns have been counted already: a line may be long. */
  counted?: { offset: number; column: number };
}

/** The lines of a body, split only when the first place is needed. */
export type Lines = () => readonly SourceLine[];

/** Splits a body into lines, with U+FFFD for NUL as in the parser’s tokens, so that they can be compared. */
export function toSourceLines({ text, line: firstLine }: Body): SourceLine[] {
  const lines: SourceLine[] = [];
  const ends = /\r\n|\n|\r/g;
  let start = 0;
  let line = firstLine;
  let column = 1;
  for (let end = ends.exec(text); ; end = ends.exec(text)) {
    const part = text.slice(start, end?.index).replaceAll('\0', '\ufffd');
    lines.push({ text: part, line, column });
    if (!end) return lines;
    start = end.index + end[0].length;
    if (end[0] === '\r') column += codePoints(part) + 1;
    else {
      line++;
      column = 1;
    }
  }
}

/** The place of a range of a block’s `content`: offsets in UTF-16 units, the end exclusive. */
export type Locate = (start: number, end: number) => Place;

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
  const sourceOf = (number: number): SourceLine => lines()[first + number] ?? { text: '', line: 1, column: 1 };
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
    return placeInLine(
      sourceOf(row.number),
      row.base + start - row.start,
      row.base + Math.min(end, row.end) - row.start,
    );
  };
}

function findWritten(written: string, source: string, marker: string): number {
  if (marker !== '') return Math.max(0, source.indexOf(written, source.indexOf(marker) + marker.length));
  const trimmed = source.trimEnd();
  return trimmed.endsWith(written) ? trimmed.length - written.length : Math.max(0, source.lastIndexOf(written));
}

/** Places in the cells of a table row, asked for in order: each is searched for after the one before. */
export function cellLocator(source: SourceLine): (content: string) => Locate {
  let from = 0;
  return (content) => {
    const escaped = content.replaceAll('|', '\\|');
    const found = source.text.indexOf(escaped, from);
    const base = found === -1 ? from : found;
    const bar = source.text.indexOf('|', base + escaped.length);
    from = bar === -1 ? base + escaped.length : bar + 1;
    const inSource = (offset: number): number => base + offset + content.slice(0, offset).split('|').length - 1;
    return (start, end) => placeInLine(source, inSource(start), inSource(Math.min(end, content.length)));
  };
}

/** The place of a range of a line: offsets in UTF-16 units, the end exclusive. */
export function placeInLine(source: SourceLine, start: number, end: number): Place {
  const { text, line } = source;
  const from = Math.min(Math.max(0, start), text.length);
  const to = Math.min(Math.max(from, end), text.length);
  const known = source.counted ?? { offset: 0, column: source.column };
  const column =
    from < known.offset
      ? known.column - codePoints(text.slice(from, known.offset))
      : known.column + codePoints(text.slice(known.offset, from));
  source.counted = { offset: from, column };
  return { line, column, endColumn: column + Math.max(1, codePoints(text.slice(from, to))) };
}
