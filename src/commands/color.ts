/** How much colour a stream gets: `--color` first, then the terminal and the environment. */
import type { ColorLevel } from '../report/style.ts';
import type { Context } from './context.ts';

/** The colour level of stdout or stderr. */
export function colorOf(stream: 'stdout' | 'stderr', { shell, globals }: Context): ColorLevel {
  const { color } = shell[stream];
  if (globals.color === undefined) return color;
  return globals.color ? color || 1 : 0;
}
