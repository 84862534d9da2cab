/** Finds the feeds that `blog feed` has written. */
import { readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { tried, withFile } from './explain.ts';
import { toRead } from './read.ts';

/** Enough for everything above the first item. */
const headSize = 8192;

/** Those of these files, relative to a folder, that are feeds which `blog` has written. */
export function findOwnFeeds(folder: string, files: readonly string[]): string[] {
  return files.filter((file) => {
    const head = tried(() => readHead(join(folder, file))) ?? '';
    return head.includes('<generator>blog</generator>') || /^\s*\{\s*"version": "https:\/\/jsonfeed\.org\//.test(head);
  });
}

function readHead(path: string): string {
  return withFile(path, toRead, (fd) => {
    const bytes = Buffer.alloc(headSize);
    return bytes.toString('utf8', 0, readSync(fd, bytes));
  });
}

/** The names of the folders in a folder, sorted; none if it cannot be read. */
export function namesOfFolders(folder: string): string[] {
  const entries = tried(() => readdirSync(folder, { withFileTypes: true })) ?? [];
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}
