/** Posts as a table for a terminal. */
import type { Column } from './columns.ts';
import { type ColorLevel, loadStyle } from './style.ts';
import { formatTable } from './table.ts';
import { loadMeasure } from './width.ts';

/** The table; rows have a cell for each of `columns`. Columns are never left out if they were asked for (`wanted`). */
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
