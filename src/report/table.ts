/** Rows as a table that fits the terminal. */
import type { Column } from './columns.ts';
import { type ColorLevel, loadStyle } from './style.ts';
import { loadMeasure, type Measure, pad, truncate } from './width.ts';

export interface TableColumn {
  heading: string;
  /** Shrinks before the others on a narrow terminal. */
  flexible?: boolean;
  /** Is left out before the others if there is no room. */
  expendable?: boolean;
  /** Is never left out. */
  wanted?: boolean;
  /** Colours a cell, given with its padding. */
  paint?: ((text: string) => string) | undefined;
}

const gap = 2;
/** A narrower column would be useless. */
const narrowest = 8;

/** Posts as a table, with a cell for each of `columns`, which are never left out if they were asked for (`wanted`). */
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
  const tableColumns = columns.map((column) => ({
    heading: column.toUpperCase().replace('_', ' '),
    flexible: column === 'title' || column === 'summary',
    expendable: column !== 'status',
    wanted,
    paint: paints[column],
  }));
  return formatTable(tableColumns, rows, width, await loadMeasure(rows.flat()));
}

/** Headings and rows as lines of at most `width` columns; cells must not contain control characters. */
export function formatTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  width: number,
  measure: Measure,
): string {
  const natural = columns.map(({ heading }, index) =>
    rows.reduce((widest, row) => Math.max(widest, measure(row[index] ?? '')), measure(heading)),
  );
  const widths = fitWidths(natural, columns, width);
  const shown = columns.flatMap((column, index) => ((widths[index] ?? 0) > 0 ? [{ column, index }] : []));
  const line = (cells: readonly string[], painted: boolean): string => {
    const parts = shown.map(({ column, index }, place) => {
      const cell = truncate(cells[index] ?? '', widths[index] ?? 0, measure);
      const text = place === shown.length - 1 ? cell : pad(cell, widths[index] ?? 0, measure);
      return painted && column.paint ? column.paint(text) : text;
    });
    return `${parts.join(' '.repeat(gap)).trimEnd()}\n`;
  };
  const headings = columns.map(({ heading }) => heading);
  return line(headings, false) + rows.map((row) => line(row, true)).join('');
}

/**
 * Shrinks the flexible columns first, then the widest of the others; leaves out expendable columns and then the last ones,
 * unless wanted; finally shrinks the flexible ones further.
 */
function fitWidths(natural: readonly number[], columns: readonly TableColumn[], width: number): number[] {
  const indexes = columns.map((_, index) => index);
  const leaving = indexes
    .filter((index) => index > 1 && !columns[index]?.wanted)
    .sort((a, b) => Number(columns[b]?.expendable ?? false) - Number(columns[a]?.expendable ?? false) || b - a);
  for (let left = 0; ; left++) {
    const kept = indexes.filter((index) => !leaving.slice(0, left).includes(index));
    const widths = natural.map((one, index) => (kept.includes(index) ? one : 0));
    const excess = (): number => widths.reduce((sum, one) => sum + one, 0) + gap * (kept.length - 1) - width;
    const shrink = (some: readonly number[], least: number): void => {
      while (excess() > 0) {
        const widest = some.reduce((a, b) => ((widths[b] ?? 0) > (widths[a] ?? 0) ? b : a), some[0] ?? -1);
        const current = widths[widest] ?? 0;
        if (widest === -1 || current <= least) return;
        widths[widest] = Math.max(least, current - excess());
      }
    };
    const flexible = kept.filter((index) => columns[index]?.flexible);
    shrink(flexible, 20);
    const rigid = kept.filter((index) => !columns[index]?.flexible && (natural[index] ?? 0) > 12);
    shrink(rigid, narrowest);
    shrink(flexible, 16);
    if (excess() > 0 && left < leaving.length) continue;
    shrink(flexible, narrowest);
    return widths;
  }
}
