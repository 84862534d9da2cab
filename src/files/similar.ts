/** Finds the file that a misspelt path probably means. */
import { readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { onlyTypo } from '../post/nearest.ts';
import { tried } from './explain.ts';
import { isInside } from './posts.ts';

/** A text may have thousands of images that do not exist, beside as many that do. */
const mostComparisons = 500_000;

/** Returns a function that gives the path of the only file in the same folder whose name differs by a typo. Cached. */
export function similarFile(folder: string): (inFolder: string) => string | undefined {
  const known = new Map<string, string[]>();
  let left = mostComparisons;
  const namesIn = (path: string): string[] => {
    const real = realpathSync(join(folder, path));
    if (!isInside(realpathSync(folder), real)) return [];
    return readdirSync(real, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []));
  };
  return (inFolder) => {
    const path = inFolder.slice(0, inFolder.lastIndexOf('/') + 1);
    const names = known.get(path) ?? tried(() => namesIn(path)) ?? [];
    known.set(path, names);
    left -= names.length;
    const found = left < 0 ? undefined : onlyTypo(inFolder.slice(path.length), names);
    return found === undefined ? undefined : path + found;
  };
}
