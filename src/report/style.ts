/** Terminal colours. */
import type { Measure } from './width.ts';

/** 0: none, 1: 16 colours, 2: 256 colours, 3: true colour. */
export type ColorLevel = 0 | 1 | 2 | 3;

type Paint = (text: string) => string;

export type TerminalStyle = Readonly<Record<'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan', Paint>>;

/** How to print on a terminal. */
export interface Screen {
  style: TerminalStyle;
  measure: Measure;
  width: number;
}

const plain: Paint = (text) => text;

/** The style for a colour level; chalk is loaded only if there is colour. */
export async function loadStyle(level: ColorLevel): Promise<TerminalStyle> {
  if (level === 0) return { bold: plain, dim: plain, red: plain, yellow: plain, green: plain, cyan: plain };
  const { Chalk } = await import('chalk');
  return new Chalk({ level });
}
