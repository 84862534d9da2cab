/** Counts as bars. */
import { type Measure, pad, truncate } from './width.ts';

export interface Bar {
  label: string;
  count: number;
  /** Printed after the bar. */
  note?: string;
}

export interface ChartOptions {
  width: number;
  measure: Measure;
  /** Whether the terminal can show block characters; else `#`. */
  unicode: boolean;
  paint: (bar: string) => string;
}

const widestBar = 40;

/** A line for each: label, count, and a bar in proportion to the greatest count; at most `width` columns in all. */
export function formatChart(bars: readonly Bar[], { width, measure, unicode, paint }: ChartOptions): string {
  const greatest = bars.reduce((max, { count }) => Math.max(max, count), 1);
  const digits = String(greatest).length;
  const longest = bars.reduce((max, { label }) => Math.max(max, measure(label)), 0);
  const labelWidth = Math.min(longest, Math.max(8, width - digits - 14));
  const room = Math.max(0, Math.min(widestBar, width - labelWidth - digits - 4));
  return bars
    .map(({ label, count, note }) => {
      const name = pad(truncate(label, labelWidth, measure), labelWidth, measure);
      const bar = drawBar((count / greatest) * room, unicode);
      const end = note === undefined ? '' : `  ${note}`;
      return `${`${name}  ${String(count).padStart(digits)}  ${paint(bar)}${end}`.trimEnd()}\n`;
    })
    .join('');
}

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

function drawBar(length: number, unicode: boolean): string {
  if (!unicode) return '#'.repeat(length > 0 ? Math.max(1, Math.round(length)) : 0);
  const parts = length > 0 ? Math.max(1, Math.round(length * 8)) : 0;
  return '█'.repeat(Math.floor(parts / 8)) + (eighths[parts % 8] ?? '');
}
