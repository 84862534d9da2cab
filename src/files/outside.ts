/** Links in a repository may lead anywhere: where a path really ends, and whether a link took it out of a folder. */
import { lstatSync, readlinkSync } from 'node:fs';
import { dirname, join, parse, sep } from 'node:path';
import { errorCode, UserError } from '../errors.ts';
import { isInside } from './posts.ts';

/** The system itself follows 40 at most: what lies behind more can be neither read nor written. */
const mostLinks = 100;

/** The path without links in it; for a file that is yet to be made, as far as it exists, and behind links to nothing. */
export function realPath(path: string): string {
  return follow(path).real;
}

/**
 * Where a path really leads, when that is outside of a folder because of a link in that folder; else undefined. A path
 * that was outside as it was written is its author's own choice, and so is a link above the folder (a home folder that is
 * a link, `/tmp` on macOS).
 */
export function leadsOutside(root: string, path: string): string | undefined {
  const { real, links } = follow(path);
  const realRoot = realPath(root);
  return !isInside(realRoot, real) && links.some((link) => isInside(realRoot, link)) ? real : undefined;
}

/** What is wrong with such a path, in words; undefined where nothing is. `shown` names it. */
export function outsideProblem(root: string, path: string, shown: string): string | undefined {
  const real = leadsOutside(root, path);
  return real === undefined ? undefined : `${shown} leads through a link to ${real}, outside its folder`;
}

/**
 * Throws UserError where a link in `root` leads a path out of it. `advice` ends the sentence. Without a root anything is
 * allowed: somebody has said so.
 */
export function checkInside(root: string | undefined, path: string, shown: string, advice = ''): void {
  const problem = root === undefined ? undefined : outsideProblem(root, path, shown);
  if (problem !== undefined) throw new UserError(problem + advice);
}

/** Follows the links of a path one by one: where it ends, and where each link lies, by real paths. */
function follow(path: string): { real: string; links: string[] } {
  const links: string[] = [];
  let { root: real } = parse(path);
  const parts = partsOf(path.slice(real.length));
  while (parts.length > 0) {
    const name = parts.pop() ?? '';
    if (name === '' || name === '.') continue;
    if (name === '..') {
      real = dirname(real);
      continue;
    }
    const next = join(real, name);
    const target = links.length < mostLinks ? targetOf(next) : undefined;
    if (target === undefined) {
      real = next;
      continue;
    }
    links.push(next);
    const { root } = parse(target);
    if (root !== '') real = root;
    parts.push(...partsOf(target.slice(root.length)));
  }
  return { real, links };
}

/** The last part first: the next one to be followed is at the end. */
function partsOf(path: string): string[] {
  return path.split(sep === '/' ? sep : /[\\/]/).reverse();
}

function targetOf(path: string): string | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ? readlinkSync(path) : undefined;
  } catch (error) {
    // What cannot be looked at cannot be followed either.
    if (errorCode(error) === undefined) throw error;
    return undefined;
  }
}
