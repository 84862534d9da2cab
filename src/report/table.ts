/** Rows as a table that fits the terminal. */
import { type Measure, pad, truncate, wrap } from './width.ts';

export interface TableColumn {
  heading: string;
  /** Shrinks on a narrow terminal, to no less than `least` as long as other columns can give way. */
  flexible?: boolean;
  least?: number;
  /** Shrinks before the flexible columns, and is left out before the others if there is no room. */
  expendable?: boolean;
  /** Is never left out. */
  wanted?: boolean;
  /** Is broken into several rows rather than cut. */
  wrapped?: boolean;
  /** Colours a cell, given with its padding. */
  paint?: ((text: string) => string) | undefined;
}

export const gap = 2;
/** A narrower column would be useless. */
const narrowest = 8;
/** The width to which expendable columns shrink first. */
const narrow = 12;

/** Headings and rows as lines of at most `width` columns; cells must not contain control characters. */
export function formatTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  width: number,
  measure: Measure,
): string {
  return printTable(columns, rows, fitWidths(naturalWidths(columns, rows, measure), columns, width), measure);
}

/** The widest cell of each column, its heading included. */
export function naturalWidths(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  measure: Measure,
): number[] {
  return columns.map(({ heading }, index) =>
    rows.reduce((widest, row) => Math.max(widest, measure(row[index] ?? '')), measure(heading)),
  );
}

/** Headings and rows as lines, with the columns that have a width. */
export function printTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  widths: readonly number[],
  measure: Measure,
): string {
  const shown = columns.flatMap((column, index) => ((widths[index] ?? 0) > 0 ? [{ column, index }] : []));
  const line = (cells: readonly string[], painted: boolean): string => {
    const parts = shown.map(({ column, index }, place) => {
      const cell = truncate(cells[index] ?? '', widths[index] ?? 0, measure);
      const text = place === shown.length - 1 ? cell : pad(cell, widths[index] ?? 0, measure);
      return painted && column.paint ? column.paint(text) : text;
    });
    return `${parts.join(' '.repeat(gap)).trimEnd()}\n`;
  };
  const wrapped = columns.flatMap(({ wrapped }, index) => (wrapped ? [index] : []));
  const lines = (row: readonly string[]): string => {
    if (wrapped.length === 0) return line(row, true);
    const pieces = row.map((cell, index) =>
      wrapped.includes(index) ? wrap(cell, Math.max(1, widths[index] ?? 1), measure) : [cell],
    );
    const height = Math.max(...pieces.map(({ length }) => length));
    return Array.from({ length: height }, (_, at) =>
      line(
        pieces.map((piece) => piece[at] ?? ''),
        true,
      ),
    ).join('');
  };
  const headings = columns.map(({ heading }) => heading);
  return line(headings, false) + rows.map(lines).join('');
}

/**
 * Shrinks the expendable columns first, then the flexible ones to their least width; leaves out expendable columns and then
 * the last ones, unless wanted; finally shrinks all further.
 */
export function fitWidths(natural: readonly number[], columns: readonly TableColumn[], width: number): number[] {
  const indexes = columns.map((_, index) => index);
  const leaving = indexes
    .filter((index) => index > 1 && !columns[index]?.wanted)
    .sort((a, b) => Number(columns[b]?.expendable ?? false) - Number(columns[a]?.expendable ?? false) || b - a);
  for (let left = 0; ; left++) {
    const kept = indexes.filter((index) => !leaving.slice(0, left).includes(index));
    const widths = natural.map((one, index) => (kept.includes(index) ? one : 0));
    const excess = (): number => widths.reduce((sum, one) => sum + one, 0) + gap * (kept.length - 1) - width;
    const shrink = (some: readonly number[], leastOf: (index: number) => number): void => {
      while (excess() > 0) {
        const wider = some.filter((index) => (widths[index] ?? 0) > leastOf(index));
        const widest = wider.reduce((a, b) => ((widths[b] ?? 0) > (widths[a] ?? 0) ? b : a), wider[0] ?? -1);
        if (widest === -1) return;
        widths[widest] = Math.max(leastOf(widest), (widths[widest] ?? 0) - excess());
      }
    };
    const flexible = kept.filter((index) => columns[index]?.flexible);
    const rigid = kept.filter((index) => !columns[index]?.flexible && (natural[index] ?? 0) > narrow);
    shrink(
      rigid.filter((index) => columns[index]?.expendable),
      () => narrow,
    );
    shrink(flexible, (index) => columns[index]?.least ?? 20);
    shrink(
      rigid.filter((index) => columns[index]?.expendable),
      () => narrowest,
    );
    if (excess() > 0 && left < leaving.length && columns[leaving[left] ?? -1]?.expendable) continue;
    shrink(rigid, () => narrowest);
    shrink(flexible, () => 16);
    if (excess() > 0 && left < leaving.length) continue;
    shrink(flexible, () => narrowest);
    return widths;
  }
}
