/** The folder of posts on the disk: which files are posts. Spec section 1. */
import { type Dirent, existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { compareText, type Fault } from '../diagnostic.ts';
import { describeSystemError, errorCode, UserError } from '../errors.ts';

/** A file that should be a post. */
export interface PostFile {
  /** Absolute. */
  path: string;
  /** With `/`, relative to where the command runs: as it is printed. */
  file: string;
  /** With `/`, relative to the posts folder. */
  inPosts: string;
  /** It is a link, to a file in the folder. */
  isLink?: true;
  /** Why it cannot be read as one. */
  fault?: Fault;
  /** There may be a post here, or many in a folder, that cannot be read. */
  hides?: true;
}

export interface PostFolder {
  /** The posts folder, absolute. */
  path: string;
  /** What stands before a path from the posts folder when it is printed: empty, or with `/` at its end. */
  printed: string;
  /** Paths are printed relative to this folder. */
  base: string;
  /** Whether the config's `ignore` passes a file over; it is asked with the path from the posts folder. */
  ignores?: (inPosts: string) => boolean;
}

/** The posts folder that a post was found in, absolute. */
export function folderOf({ path, inPosts }: PostFile): string {
  return path.slice(0, -inPosts.length - 1);
}

/** All files of a folder that are posts, by path. Throws UserError where there is no such folder. */
export function findPosts(folder: PostFolder): PostFile[] {
  checkFolder(folder);
  const found: PostFile[] = [];
  walk(folder, '', found, { real: undefined, seen: new Set() });
  return found.sort((a, b) => compareText(a.inPosts, b.inPosts));
}

function checkFolder({ path, base }: PostFolder): void {
  const shown = printedPath(base, path) || '.';
  try {
    if (statSync(path).isDirectory()) return;
  } catch (error) {
    if (errorCode(error) !== 'ENOENT')
      throw new UserError(`cannot read the posts folder ${shown}: ${describeSystemError(error)}`);
    throw new UserError(
      `there is no posts folder ${shown}; name it with --posts, or make the first post with: blog new`,
    );
  }
  throw new UserError(`${shown} is not a folder: the posts must be in one`);
}

/** A path as it is printed: relative to `base`, with `/`. */
export function printedPath(base: string, path: string): string {
  const printed = relative(base, path);
  return sep === '/' ? printed : printed.replaceAll(sep, '/');
}

/** Which real folders and files were met, once there is a link that could lead to one of them again. */
interface Met {
  real: string | undefined;
  seen: Set<string>;
}

function walk(folder: PostFolder, below: string, found: PostFile[], met: Met): void {
  const path = join(folder.path, below);
  let entries: Dirent[];
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if (below === '') throw new UserError(`cannot read the posts folder: ${describeSystemError(error)}`);
    const message = `the folder cannot be read: ${describeSystemError(error)}`;
    found.push({ ...unreadable(folder, below, message), hides: true });
    return;
  }
  // Links last, so that a file is known by its own path and not by a link's.
  const [links, others] = partition(entries, (entry) => entry.isSymbolicLink());
  for (const entry of others) {
    const inPosts = below === '' ? entry.name : `${below}/${entry.name}`;
    if (isPassedOver(entry.name, inPosts, folder)) continue;
    // Node reads a name that is not UTF-8 with a sign for what it cannot read, and then finds no file of that name.
    if (entry.name.includes('\ufffd') && !existsSync(join(folder.path, inPosts))) {
      if (entry.isDirectory() || isPostName(inPosts)) {
        found.push({ ...unreadable(folder, inPosts, notUtf8), hides: true });
      }
    } else if (entry.isDirectory()) walk(folder, inPosts, found, met);
    else if (isPostName(inPosts)) {
      if (entry.isFile()) found.push(postFile(folder, inPosts));
      else found.push(unreadable(folder, inPosts, `this is ${kindOf(entry)}, not a file`));
    }
  }
  for (const entry of links) {
    const inPosts = below === '' ? entry.name : `${below}/${entry.name}`;
    if (!isPassedOver(entry.name, inPosts, folder)) followLink(folder, inPosts, found, met);
  }
}

const notUtf8 = 'its name is not UTF-8, so that it cannot be found: give it another';

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  const yes: T[] = [];
  const no: T[] = [];
  for (const item of items) (test(item) ? yes : no).push(item);
  return [yes, no];
}

const notPosts = ['README.md', 'LICENSE.md', 'CONTRIBUTING.md', '_index.md'];

function isPassedOver(name: string, inPosts: string, folder: PostFolder): boolean {
  if (/^[._]|~$/.test(name) || name === 'node_modules' || notPosts.includes(name) || inPosts === 'index.md')
    return true;
  return folder.ignores?.(inPosts) ?? false;
}

function isPostName(name: string): boolean {
  return /\.(?:md|markdown)$/i.test(name);
}

function kindOf(entry: Dirent): string {
  if (entry.isFIFO()) return 'a named pipe';
  if (entry.isSocket()) return 'a socket';
  return 'a device';
}

function postFile(folder: PostFolder, inPosts: string): PostFile {
  // Joined by hand: for ten thousand files the functions of node:path take longer than finding them.
  return { path: folder.path + sep + inPosts, file: folder.printed + inPosts, inPosts };
}

function unreadable(folder: PostFolder, inPosts: string, message: string): PostFile {
  const fault: Fault = { rule: 'not-a-file', message, place: { line: 1, column: 1 } };
  return { ...postFile(folder, inPosts), fault };
}

/** Follows a link only inside the posts folder, and to each file once. */
function followLink(folder: PostFolder, inPosts: string, found: PostFile[], met: Met): void {
  const path = join(folder.path, inPosts);
  const target = targetOf(folder, path, met);
  if ('problem' in target) {
    if (isPostName(inPosts)) found.push(unreadable(folder, inPosts, target.problem));
  } else if (target.path !== undefined && isPostName(inPosts) && !met.seen.has(target.path)) {
    met.seen.add(target.path);
    found.push({ ...postFile(folder, inPosts), isLink: true });
  }
}

/** The file that a link leads to, when no other way leads there; or why it must not be read. */
function targetOf(folder: PostFolder, path: string, met: Met): { path?: string } | { problem: string } {
  try {
    met.real ??= realpathSync(folder.path);
    const target = realpathSync(path);
    if (!isInside(met.real, target)) return { problem: 'the link leads out of the posts folder, and is not followed' };
    const stats = statSync(target);
    const names = relative(met.real, target).split(sep);
    const hidden = names.some((name) => /^[._]|~$/.test(name));
    // Whatever else lies in the folder is found there by its own name.
    if (stats.isDirectory() || (!hidden && isPostName(target))) return {};
    return stats.isFile() ? { path: target } : { problem: 'the link leads to something that is not a file' };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { problem: 'the link leads nowhere' };
    return { problem: `the link cannot be followed: ${describeSystemError(error)}` };
  }
}

/** Whether a path is a folder or below it; both absolute. */
export function isInside(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
