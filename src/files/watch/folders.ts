/** The folders to watch. */
import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { tried } from '../explain.ts';

/** A folder and all below it, but for those that nobody writes posts or pages in; links are not followed. */
export function foldersBelow(folder: string): string[] {
  const found: string[] = [];
  const visit = (path: string): void => {
    const entries: Dirent[] | undefined = tried(() => readdirSync(path, { withFileTypes: true }));
    if (!entries) return;
    found.push(path);
    for (const entry of entries) {
      if (entry.isDirectory() && !/^\.|^node_modules$/.test(entry.name)) visit(join(path, entry.name));
    }
  };
  visit(folder);
  return found;
}
