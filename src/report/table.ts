/** Rows as a table that fits the terminal. */
import { type Measure, pad, truncate } from './width.ts';

export interface TableColumn {
  heading: string;
  /** Gives way before the others on a narrow terminal. */
  flexible?: boolean;
  /** Colours a cell that is padded already. */
  paint?: (text: string) => string;
}

const gap = 2;
/** Below this a column says nothing any more. */
const narrowest = 8;

/** The rows with their headings, each line at most `width` columns wide; cells must be free of control characters. */
export function formatTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  width: number,
  measure: Measure,
): string {
  const natural = columns.map(({ heading }, index) =>
    rows.reduce((widest, row) => Math.max(widest, measure(row[index] ?? '')), measure(heading)),
  );
  const widths = fitWidths(natural, columns, width - gap * (columns.length - 1));
  const shown = columns.flatMap((column, index) => ((widths[index] ?? 0) > 0 ? [{ column, index }] : []));
  const line = (cells: readonly string[], painted: boolean): string => {
    const parts = shown.map(({ column, index }, place) => {
      const cell = truncate(cells[index] ?? '', widths[index] ?? 0, measure);
      const text = place === shown.length - 1 ? cell : pad(cell, widths[index] ?? 0, measure);
      return painted && column.paint ? column.paint(text) : text;
    });
    return `${parts.join(' '.repeat(gap)).trimEnd()}\n`;
  };
  return (
    line(
      columns.map(({ heading }) => heading),
      false,
    ) + rows.map((row) => line(row, true)).join('')
  );
}

/** Takes what is too much from the flexible columns first, then from the widest of the others, then leaves out the last. */
function fitWidths(natural: readonly number[], columns: readonly TableColumn[], room: number): number[] {
  const widths = [...natural];
  const excess = (): number => widths.reduce((sum, width) => sum + width, 0) - room;
  const shrink = (indexes: number[], least: number): void => {
    while (excess() > 0) {
      const widest = indexes.reduce((a, b) => ((widths[b] ?? 0) > (widths[a] ?? 0) ? b : a), indexes[0] ?? -1);
      const current = widths[widest] ?? 0;
      if (widest === -1 || current <= least) return;
      widths[widest] = Math.max(least, current - excess());
    }
  };
  const indexes = columns.map((_, index) => index);
  const flexible = indexes.filter((index) => columns[index]?.flexible);
  shrink(flexible, 20);
  shrink(
    indexes.filter((index) => !columns[index]?.flexible && (natural[index] ?? 0) > 12),
    narrowest,
  );
  shrink(flexible, narrowest);
  for (let last = widths.length - 1; excess() > 0 && last > 1; last--) widths[last] = -gap;
  return widths;
}
