/** Where a question is drawn: what inquirer draws, fitted to the window as it is now. */
import { Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import type { Measure } from '../../report/width.ts';
import { type Context, colorOf } from '../context.ts';

export interface PromptScreen extends NodeJS.WritableStream {
  readonly columns: number;
  /** Keeps what was drawn: the next drawing is below it, or below what else is written in between. */
  keep(): void;
}

/** The codes that erase the last drawing; lines; and the cursor up from the last one, and to a column. */
const drawing = /^(?:\x1b\[\d+B)?(?:\x1b\[(?:2K|1A|G))*([\s\S]*?)(?:\x1b\[(\d+)A)?\x1b\[(\d+)G$/;

/** Erases the row and all below it, from its second column: erased from the first, tmux would keep them in its history. */
const erase = '\r\x1b[2K\x1b[C\x1b[J\r';

/**
 * The output for one question, which inquirer ends after it. inquirer counts on the rows that it has drawn: here they are
 * erased as a narrower window wraps them, and only as many are drawn as it has, those up to the cursor. It also ignores
 * NO_COLOR, so colours are removed.
 */
export function createScreen(context: Context, measure: Measure): PromptScreen {
  const { prompts, stderr } = context.shell;
  const plain = colorOf('stderr', context) === 0;
  const columns = (): number => stderr.width ?? 80;
  // The rows from the first one to that of the cursor, and the cursor's column.
  let drawn: string[] = [];
  let column = 1;
  const keep = (): void => {
    drawn = [];
    column = 1;
  };
  const rowsOf = (row: string): number => Math.ceil(measure(stripVTControlCharacters(row)) / columns()) || 1;
  const redrawn = (text: string): string => {
    const [, content = '', up = '0', to] = drawing.exec(text) ?? [];
    if (to === undefined) return text;
    const above = drawn.slice(0, -1).reduce((sum, row) => sum + rowsOf(row), Math.floor((column - 1) / columns()));
    column = Number(to);
    if (content === '') return text;
    const rows = content.split('\n');
    const cursor = rows.length - Number(up);
    const height = prompts.rows || rows.length;
    const start = Math.max(0, cursor - height);
    const shown = rows.slice(start, start + height);
    drawn = rows.slice(start, cursor);
    return `${moveUp(above)}${erase}${shown.join('\n')}${moveUp(shown.length - drawn.length)}\x1b[${to}G`;
  };
  const screen = new Writable({
    decodeStrings: false,
    write(chunk: string | Buffer, _, done) {
      const text = redrawn(String(chunk));
      prompts.write(plain ? text.replace(/\x1b\[[\d;]*m/g, '') : text);
      done();
    },
  });
  Object.defineProperties(screen, { isTTY: { value: true }, columns: { get: columns } });
  return Object.assign(screen, { keep }) as unknown as PromptScreen;
}

function moveUp(rows: number): string {
  return rows > 0 ? `\x1b[${rows}A` : '';
}
