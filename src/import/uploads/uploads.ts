/** The files of WordPress that posts use: which of them are copied, and where to. */
import type { Attachment } from '../types.ts';
import { copyPath, foldedPath, uploadPaths } from './paths.ts';
import { whyNotCopied } from './types.ts';

/** What is in a copy of the uploads folder under a path, in whatever case and Unicode form: its path there. */
export type FoundUpload = { path: string } | { problem: string };

/** What is known of the disk. */
export interface UploadsOnDisk {
  /** Undefined without `--uploads`. */
  find: ((path: string) => FoundUpload | undefined) | undefined;
  /** Whether a path in the posts folder is free, or has the very file. */
  isFree: (copy: string, path: string) => boolean;
  /** Path in the uploads folder → path in the posts folder, of an earlier import. */
  copied: ReadonlyMap<string, string>;
}

/** A file of the site that a post uses. */
export interface UsedFile {
  /** On WordPress. */
  url: string;
  /** Paths in the uploads folder and in the posts folder; undefined if it stays on WordPress. */
  copy?: { from: string; to: string };
  /** Why it is not copied although it is there. */
  problem?: string;
  /** It is not in the copy of the uploads folder. */
  isMissing?: true;
}

/** A function that says what becomes of a file, by its URL and the key of what a text has (see `fileKey`). */
export function createUploads({ find, isFree, copied }: UploadsOnDisk) {
  const targets = new Map(copied);
  const taken = new Set([...copied.values()].map(foldedPath));
  const earlier = new Map([...copied.keys()].map((path) => [foldedPath(path), path]));

  const look = (paths: readonly string[]): FoundUpload | undefined => {
    for (const path of find === undefined ? [] : paths) {
      const found = find?.(path);
      if (found !== undefined) return found;
    }
    // What was copied once need not be in the next copy of the uploads folder.
    const known = paths.map((path) => earlier.get(foldedPath(path))).find((path) => path !== undefined);
    return known === undefined ? undefined : { path: known };
  };
  const targetOf = (from: string): string => {
    const before = targets.get(from);
    if (before !== undefined) return before;
    let to = copyPath(from);
    for (let count = 2; taken.has(foldedPath(to)) || !isFree(to, from); count++) to = copyPath(from, count);
    targets.set(from, to);
    taken.add(foldedPath(to));
    return to;
  };

  return (url: string, key: string, attachment?: Attachment): UsedFile => {
    if (find === undefined && earlier.size === 0) return { url };
    const paths = uploadPaths(key, attachment);
    const found = look(paths);
    if (found === undefined) return find === undefined || paths.length === 0 ? { url } : { url, isMissing: true };
    if ('problem' in found) return { url, problem: found.problem };
    const problem = whyNotCopied(found.path);
    return problem === undefined ? { url, copy: { from: found.path, to: targetOf(found.path) } } : { url, problem };
  };
}
