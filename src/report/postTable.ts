/** Posts as a table, or on a narrow terminal as paragraphs. */
import type { Column } from './columns.ts';
import { type ColorLevel, loadStyle } from './style.ts';
import { fitWidths, gap, naturalWidths, printTable, type TableColumn } from './table.ts';
import { loadMeasure, type Measure, pad, wrap } from './width.ts';

/**
 * Posts with a cell for each of `columns`, which are never left out if they were asked for (`wanted`). Otherwise the title
 * keeps half of the width; if that is too little for the date and the status, or for the reason of `--why`, these are below it.
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

/** The date and beside it, each in rows of their own, the title and the last column. */
function formatParagraphs(
  columns: readonly Column[],
  tableColumns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  width: number,
  measure: Measure,
): string {
  const [date, title, last] = [columns.indexOf('date'), columns.indexOf('title'), columns.length - 1];
  const headings = tableColumns.map(({ heading }) => heading);
  const indent =
    gap + rows.reduce((widest, row) => Math.max(widest, measure(row[date] ?? '')), measure(headings[date] ?? ''));
  const format = (row: readonly string[], painted: boolean): string => {
    const beside = [title, last].flatMap((index) =>
      wrap(row[index] ?? '', Math.max(1, width - indent), measure).map((text) => ({ text, index })),
    );
    return beside
      .map(({ text, index }, at) => {
        const paint = (painted && tableColumns[index]?.paint) || String;
        const paintDate = (painted && tableColumns[date]?.paint) || String;
        return `${paintDate(pad(at === 0 ? (row[date] ?? '') : '', indent, measure))}${paint(text)}\n`;
      })
      .join('');
  };
  return format(headings, false) + rows.map((row) => format(row, true)).join('');
}
