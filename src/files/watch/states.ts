/** Whether files are still what they were: for file systems that tell of no changes, and for what was told of in vain. */
import { statSync } from 'node:fs';
import { tried } from '../explain.ts';

/** What changes whenever a file does; empty if there is none. */
export function stateOf(path: string): string {
  const stats = tried(() => statSync(path, { bigint: true, throwIfNoEntry: false }));
  return stats ? `${stats.mtimeNs} ${stats.ctimeNs} ${stats.size} ${stats.ino} ${stats.dev}` : '';
}
