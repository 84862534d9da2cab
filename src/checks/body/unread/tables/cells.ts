/** Splits rows of tables into cells. */

/** A cell: its text, and where it is in the row. */
export interface Cell {
  text: string;
  start: number;
  end: number;
}

/** The cells of a row, as the parser reads them: a bar without a backslash before it ends a cell, in code, too. */
export function splitRow(row: string): Cell[] {
  const start = /^[\s>]*/.exec(row)?.[0].length ?? 0;
  const line = row.trimEnd();
  const cells: Cell[] = [];
  let from = start;
  for (let at = line.indexOf('|', start); at !== -1; at = line.indexOf('|', at + 1)) {
    if (line[at - 1] === '\\') continue;
    cells.push(toCell(line, from, at));
    from = at + 1;
  }
  cells.push(toCell(line, from, line.length));
  if (cells[0]?.start === cells[0]?.end) cells.shift();
  if (cells.at(-1)?.start === cells.at(-1)?.end) cells.pop();
  return cells;
}

function toCell(line: string, start: number, end: number): Cell {
  return { text: line.slice(start, end).trim(), start, end };
}

/** The line of dashes for so many cells; for very many, as an example. */
export function dashes(cells: number): string {
  return cells > 20 ? '| --- | --- | …' : `|${' --- |'.repeat(cells)}`;
}
