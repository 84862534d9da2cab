/** Whether a folder may be that of a site: building replaces and removes files there. */
import { readdirSync, statSync } from 'node:fs';
import { sep } from 'node:path';
import { isGitFolder } from '../../site/outputPaths.ts';
import { explain } from '../explain.ts';
import { leadsOutside, realPath } from '../outside.ts';
import { isInside } from '../posts.ts';
import { manifestName } from './manifest.ts';

/** The folders that a site must not contain, all absolute. */
export interface Surroundings {
  root: string;
  posts: string;
  homes: readonly string[];
}

/** Why a site must not be in an absolute folder that messages call `shown`; undefined if it may be. */
export function folderProblem(folder: string, shown: string, { root, posts, homes }: Surroundings): string | undefined {
  const real = realPath(folder);
  const contains = (other: string): boolean => isInside(real, realPath(other));
  const linked = leadsOutside(root, folder);
  if (linked !== undefined) return `${shown} leads through a link to ${linked}, outside the blog’s folder`;
  if (contains(root)) return `${shown} contains the blog itself`;
  if (contains(posts)) return `${shown} contains the posts folder`;
  if (isInside(realPath(posts), real)) return `${shown} is inside the posts folder`;
  if ([folder, real].some((path) => path.split(sep).some(isGitFolder))) return `${shown} belongs to git`;
  if (homes.some(contains)) return `${shown} contains a home folder`;
  return undefined;
}

/** Names that a system, or version control, puts in folders without anybody asking. */
const unasked = /^(?:\.DS_Store|\.gitkeep|Thumbs\.db|desktop\.ini|\.blog-.*)$/i;

/** Whether a folder has files of somebody else: it exists, is not empty, and has no list of what `blog build` wrote. */
export function isOccupied(folder: string, shown: string): boolean {
  const names = explain(`read ${shown}`, () =>
    statSync(folder, { throwIfNoEntry: false }) === undefined ? [] : readdirSync(folder),
  );
  return !names.includes(manifestName) && names.some((name) => !unasked.test(name));
}
