/** Finds the feeds that `blog feed` has written. */
import { readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { tried, withFile } from './explain.ts';

/** Enough for everything above the first item. */
const headSize = 8192;

/** Those of these files, relative to a folder, that are feeds which `blog` has written. */
export function findOwnFeeds(folder: string, files: readonly string[]): string[] {
  return files.filter((file) => {
    const head = tried(() => readHead(join(folder, file))) ?? '';
    return head.includes('<generator>blog</generator>') || /^\s*\{\s*"version": "https:\/\/jsonfeed\.org\//.test(head);
  });
}

/** Those of the files with this name in the folders of a folder that are such feeds, relative to it. */
export function findOwnFeedsBelow(folder: string, name: string): string[] {
  const names = tried(() => readdirSync(folder)) ?? [];
  return findOwnFeeds(
    folder,
    names.sort().map((one) => `${one}/${name}`),
  );
}

function readHead(path: string): string {
  return withFile(path, 'r', (fd) => {
    const bytes = Buffer.alloc(headSize);
    return bytes.toString('utf8', 0, readSync(fd, bytes));
  });
}
