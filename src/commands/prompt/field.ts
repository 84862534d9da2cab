/** How a line that is typed is shown: the question, a note, and the answer with the cursor in it. Pure. */
import { styleText } from 'node:util';
import { visible } from '../../report/escape.ts';
import { type Measure, truncate, wrap } from '../../report/width.ts';

/** A question and what is typed so far. */
export interface Field {
  message: string;
  /** The answer of Enter alone. */
  suggested?: string | undefined;
  /** Helps to answer. */
  note?: string | undefined;
  /** What is wrong with the answer; shown instead of the note. */
  refusal?: string | undefined;
  typed: string;
  /** Where the cursor is in it (UTF-16 units). */
  cursor: number;
}

/** Rows, none longer than the width, and where the cursor stands among them. */
export interface Block {
  rows: string[];
  row: number;
  column: number;
}

/** So many rows of a long answer are shown, around the cursor. */
const mostRows = 6;

/** Lays a field out in `width` columns. */
export function layOut(
  { message, suggested, note, refusal, typed, cursor }: Field,
  width: number,
  measure: Measure,
): Block {
  const room = Math.max(8, width - 2);
  const wrapped = (text: string): string[] => wrap(text, room, measure);
  const head = wrapped(message);
  const bold = head.map((row) => styleText('bold', row));
  const shown = suggested === undefined ? '' : `(${visible(suggested)})`;
  const fits = measure(`${head.at(-1)} ${shown}`) <= room;
  if (shown !== '' && fits) bold[bold.length - 1] += ` ${styleText('dim', shown)}`;
  const below = [
    ...(shown === '' || fits ? [] : wrapped(shown).map((row) => styleText('dim', row))),
    ...(refusal === undefined && note ? wrapped(note).map((row) => styleText('dim', row)) : []),
    ...(refusal === undefined ? [] : wrapped(`> ${refusal}`).map((row) => styleText('red', row))),
  ];
  const [first = '', ...rest] = bold;
  const above = [`${styleText('blue', '?')} ${first}`, ...[...rest, ...below].map((row) => `  ${row}`)];
  const answer = layAnswer(typed, cursor, room, measure);
  return { rows: [...above, ...answer.rows], row: above.length + answer.row, column: answer.column };
}

/** UTF-16 units. Finding the characters of a text takes time in the square of its length, so a long one is taken apart. */
const pieceLength = 1000;

/** The rows of the answer around the cursor; `…` stands where there are more. */
function layAnswer(typed: string, cursor: number, width: number, measure: Measure): Block {
  const start = Math.max(0, Math.floor(cursor / pieceLength) - 1) * pieceLength;
  const piece = typed.slice(start, start + 3 * pieceLength);
  const rows = [''];
  let used = 0;
  let at = { row: 0, column: 0 };
  for (const { segment, index } of new Intl.Segmenter('en').segment(piece)) {
    const shown = visible(segment);
    const columns = measure(shown);
    if (used > 0 && used + columns > width) {
      rows.push('');
      used = 0;
    }
    // Inside of what is seen as one character the cursor stands before it.
    if (start + index <= cursor) at = { row: rows.length - 1, column: used };
    rows[rows.length - 1] += shown;
    used += columns;
  }
  if (cursor >= start + piece.length) at = { row: rows.length - 1, column: used };
  const top = Math.max(0, Math.min(at.row - Math.floor(mostRows / 2), rows.length - mostRows));
  const end = top + mostRows;
  const isCut = (index: number): boolean =>
    (index === top && start + top > 0) ||
    (index === end - 1 && (rows.length > end || typed.length > start + piece.length));
  const seen = rows
    .slice(top, end)
    .map((row, index) => `${lead(top + index === 0 && start === 0, isCut(top + index))}${row}`);
  return { rows: seen, row: at.row - top, column: at.column + 2 };
}

function lead(isFirst: boolean, isCut: boolean): string {
  return isCut ? '… ' : isFirst ? '› ' : '  ';
}

/** A question that is answered, on one line, or a few where the answer is long. */
export function answered(message: string, answer: string, width: number, measure: Measure): string {
  const question = shortOf(message);
  const room = Math.max(20, 4 * width - measure(question) - 3);
  const shown = truncate(visible(answer), room, measure);
  return `${styleText('green', '✔')} ${styleText('bold', question)} ${styleText('cyan', shown)}`;
}

/** A question without what only helps to answer it. */
export function shortOf(message: string): string {
  return message.replace(/(?:,| \().*:$/, ':');
}
