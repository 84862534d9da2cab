/** Draws a line that is typed, over what was drawn of it before. */
import type { Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import type { Measure } from '../../report/width.ts';
import { type Block, type Field, layOut } from './field.ts';

/** Where questions are drawn; it tells when its width changes (`resize`). */
export type Screen = Writable & { readonly columns: number };

/** A drawing of one field. Its rows never reach the last column, where terminals differ in what comes next. */
export function createDrawing(output: Screen, measure: Measure) {
  const nothing: Block = { rows: [], row: 0, column: 0 };
  let last = nothing;
  const width = (): number => output.columns - 1;
  /** To the begin of the block; a terminal that became narrower broke its rows. */
  const toTop = (): string => {
    const linesOf = (row: string): number => Math.ceil(measure(stripVTControlCharacters(row)) / output.columns) || 1;
    const lines = last.rows.slice(0, last.row).reduce((sum, row) => sum + linesOf(row), 0);
    return `${moved(lines + Math.floor(last.column / output.columns), 'A')}\r\x1b[J`;
  };
  return {
    width,
    draw(field: Field) {
      const block = layOut(field, width(), measure);
      const back = moved(block.rows.length - 1 - block.row, 'A');
      output.write(`${toTop()}${block.rows.join('\n')}${back}\r${moved(block.column, 'C')}`);
      last = block;
    },
    /** Something else was written: the next drawing begins where the cursor is. */
    forget() {
      last = nothing;
    },
    /** Leaves `text` instead of the block, or the block as it is, and goes to the next line. */
    end(text: string | undefined) {
      const below = moved(last.rows.length - 1 - last.row, 'B');
      output.write(text === undefined ? `${below}\n` : `${toTop()}${text}\n`);
    },
  };
}

/** Moves the cursor: A up, B down, C right. */
function moved(by: number, direction: 'A' | 'B' | 'C'): string {
  return by > 0 ? `\x1b[${by}${direction}` : '';
}
