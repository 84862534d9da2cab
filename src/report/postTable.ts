/** Posts as a table, or on a narrow terminal as paragraphs. */
import type { Column } from './columns.ts';
import { type ColorLevel, loadStyle } from './style.ts';
import { fitWidths, gap, naturalWidths, printTable, type TableColumn } from './table.ts';
import { loadMeasure, type Measure, wrap } from './width.ts';

/**
 * Posts with a cell for each of `columns`, which are never left out if they were asked for (`wanted`). Otherwise the title
 * keeps half of the width, and what has no room beside it, the status or the reason of `--why`, is in a row of its own.
 */
export async function formatPosts(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
  color: ColorLevel,
  wanted: boolean,
): Promise<string> {
  const style = await loadStyle(color);
  const measure = await loadMeasure(rows.flat());
  const paints: Partial<Record<Column, (text: string) => string>> = {
    date: style.dim,
    title: style.bold,
    status: (text) => (text.startsWith('published') ? style.green(text) : style.yellow(text)),
  };
  const tableColumns = columns.map((column) => toTableColumn(column, width, wanted, paints[column]));
  const natural = naturalWidths(tableColumns, rows, measure);
  const widths = fitWidths(natural, tableColumns, width);
  const isWhole = (column: Column): boolean => {
    const index = columns.indexOf(column);
    const least = tableColumns[index]?.least ?? Number.POSITIVE_INFINITY;
    return index === -1 || (widths[index] ?? 0) >= Math.min(natural[index] ?? 0, least);
  };
  if (wanted || (isWhole('title') && isWhole('status') && isWhole('why'))) {
    return printTable(tableColumns, rows, widths, measure);
  }
  return formatParagraphs(columns, tableColumns, rows, width, measure);
}

function toTableColumn(column: Column, width: number, wanted: boolean, paint: TableColumn['paint']): TableColumn {
  const isShort = column === 'date' || column === 'status';
  return {
    heading: column.toUpperCase().replace('_', ' '),
    flexible: column === 'title' || column === 'summary' || (wanted && column === 'why'),
    ...(column === 'title' && { least: Math.floor(width / 2) }),
    expendable: !isShort,
    wanted: wanted || column === 'status' || column === 'why',
    wrapped: wanted && column === 'why',
    paint,
  };
}

/** On the left the date and below it the status, on the right the title and below it the reason of `--why`, wrapped. */
function formatParagraphs(
  columns: readonly Column[],
  tableColumns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  width: number,
  measure: Measure,
): string {
  const indexesOf = (...names: Column[]): number[] =>
    names.map((name) => columns.indexOf(name)).filter((at) => at >= 0);
  const [left, right] = [indexesOf('date', 'status'), indexesOf('title', 'why')];
  const headings = tableColumns.map(({ heading }) => heading);
  const indent =
    gap + Math.max(...[headings, ...rows].flatMap((row) => left.map((index) => measure(row[index] ?? ''))));
  const format = (row: readonly string[], isHeading: boolean): string => {
    const paint = (text: string, index: number): string => {
      const painter = isHeading ? undefined : tableColumns[index]?.paint;
      return painter && text !== '' ? painter(text) : text;
    };
    const beside = right.flatMap((index) =>
      wrap(row[index] ?? '', Math.max(1, width - indent), measure).map((text) => paint(text, index)),
    );
    return Array.from({ length: Math.max(left.length, beside.length) }, (_, at) => {
      const index = left[at] ?? -1;
      const cell = row[index] ?? '';
      const text = paint(cell, index) + ' '.repeat(indent - measure(cell)) + (beside[at] ?? '');
      return `${text.trimEnd()}\n`;
    }).join('');
  };
  return format(headings, true) + rows.map((row) => format(row, false)).join('');
}
