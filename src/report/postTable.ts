/** Posts as a table for people. */

import type { Column } from './columns.ts';
import type { ColorLevel } from './style.ts';
import { loadStyle } from './style.ts';
import { formatTable } from './table.ts';
import { loadMeasure } from './width.ts';

/** The table of posts whose cells are given in the order of `columns`; those that somebody asked for stay (`wanted`). */
export async function formatPostTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
  color: ColorLevel,
  wanted: boolean,
): Promise<string> {
  const style = await loadStyle(color);
  const paints: Partial<Record<Column, (text: string) => string>> = {
    date: style.dim,
    title: style.bold,
    status: (text) => (text.startsWith('published') ? style.green(text) : style.yellow(text)),
  };
  const tableColumns = columns.map((column) => {
    const paint = paints[column];
    return {
      heading: column.toUpperCase().replace('_', ' '),
      flexible: column === 'title' || column === 'summary',
      expendable: column !== 'status',
      wanted,
      ...(paint && { paint }),
    };
  });
  return formatTable(tableColumns, rows, width, await loadMeasure(rows.flat()));
}
