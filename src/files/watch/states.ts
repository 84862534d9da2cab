/** Whether files are still what they were: for file systems that tell of no changes, and for what was told of in vain. */
import { statSync } from 'node:fs';
import { tried } from '../explain.ts';

/** What changes whenever a file does; empty if there is none. */
export function stateOf(path: string): string {
  const stats = tried(() => statSync(path, { bigint: true, throwIfNoEntry: false }));
  return stats ? `${stats.mtimeNs} ${stats.ctimeNs} ${stats.size} ${stats.ino}` : '';
}

/** Whether two states are those of one file, under whatever name. */
export function isSameState(one: string, other: string): boolean {
  return one !== '' && one.split(' ').at(-1) === other.split(' ').at(-1);
}

/** Whether a file is gone or empty, as while some editors save it. */
export function isMomentary(path: string): boolean {
  const stats = tried(() => statSync(path, { throwIfNoEntry: false }));
  return !stats || (stats.isFile() && stats.size === 0);
}
