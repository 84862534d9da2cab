/** Symbolic links in a repository may lead anywhere: where a path really is, and whether a link leads out of a folder. */
import {
  type BigIntStats,
  closeSync,
  fstatSync,
  lstatSync,
  openSync,
  readlinkSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { join, parse, sep } from 'node:path';
import { refusal, UserError } from '../errors.ts';
import { explain, tried } from './explain.ts';
import { isInside } from './posts.ts';
import { toRead } from './read.ts';

/** The system follows at most 40. */
const maxLinks = 100;

/** A path with all links resolved. Unlike `realpath`, it accepts files that do not exist, and links to them. */
export function realPath(path: string): string {
  return follow(path).real;
}

/**
 * The real path, if a link inside the folder `root` leads it outside; otherwise undefined. Paths that are outside as
 * written are the user's own choice, and so are links above the folder (such as `/tmp` on macOS).
 */
export function leadsOutside(root: string, path: string): string | undefined {
  // Most paths have no links, which the system tells by one call instead of one for each folder.
  if (tried(() => realpathSync.native(path)) === path) return undefined;
  const { real, links } = follow(path);
  if (links.length === 0) return undefined;
  const realRoot = realPath(root);
  return !isInside(realRoot, real) && links.some((link) => isInside(realRoot, link)) ? real : undefined;
}

/** The message about such a path, which it calls `shown`; undefined if it is inside. */
export function outsideProblem(root: string, path: string, shown: string): string | undefined {
  const real = leadsOutside(root, path);
  return real === undefined ? undefined : `${shown} leads through a link to ${real}, outside its folder`;
}

/** Throws UserError, with `advice` at its end, if a link in `root` leads a path outside. Without a root it never does. */
export function checkInside(root: string | undefined, path: string, shown: string, advice = ''): void {
  const problem = root === undefined ? undefined : outsideProblem(root, path, shown);
  if (problem !== undefined) throw new UserError(problem + advice);
}

/**
 * Checks a folder as `checkInside` does. The returned function checks it again, and that it is still the same one, not
 * another that was put in its place. Both throw UserError.
 */
export function guardFolder(root: string | undefined, folder: string, shown: string): () => void {
  checkInside(root, folder, shown);
  const found = statSync(folder);
  return () => {
    checkInside(root, folder, shown);
    if (!isSameFile(found, statSync(folder, { throwIfNoEntry: false }))) {
      throw new UserError(`${shown}: another program has replaced its folder; run the command again`);
    }
  };
}

/** Whether two paths, or a path and an open file, are one file or folder. */
export function isSameFile<T extends Pick<Stats | BigIntStats, 'dev' | 'ino'>>(one: T, other: T | undefined): boolean {
  return one.ino === other?.ino && one.dev === other.dev;
}

/** A file to copy, absolute, and the folder out of which its links must not lead; messages call it `shown`. */
export interface Original {
  root: string;
  path: string;
  shown: string;
}

/** An original that is open: as many bytes as it had at that moment. */
export interface OpenOriginal {
  size: number;
  /** Reads it from its beginning; a piece holds only until the next one. Throws UserError if that fails. */
  pieces(): Iterable<Buffer>;
}

/** The result of `use` with an original. Throws UserError if it is no file, cannot be read, or a link leads it outside. */
export function withOriginal<T>({ root, path, shown }: Original, use: (original: OpenOriginal) => T): T {
  const action = `read ${shown}`;
  checkInside(root, path, shown);
  const fd = explain(action, () => openSync(path, toRead));
  try {
    const stats = fstatSync(fd);
    if (!stats.isFile()) throw refusal(`${shown} is not a file`);
    // What was opened may be another file than the one that was checked.
    checkInside(root, path, shown);
    if (!isSameFile(stats, statSync(path, { throwIfNoEntry: false }))) {
      throw new UserError(`${shown} was replaced by another program; run the command again`);
    }
    return use({ size: stats.size, pieces: () => piecesOf(fd, stats.size, action) });
  } finally {
    closeSync(fd);
  }
}

const pieceSize = 256 * 1024;

function* piecesOf(fd: number, size: number, action: string): Generator<Buffer> {
  const bytes = Buffer.allocUnsafe(Math.min(size, pieceSize));
  for (let done = 0; done < size; ) {
    const count = explain(action, () => readSync(fd, bytes, 0, Math.min(bytes.length, size - done), done));
    if (count === 0) throw new UserError(`cannot ${action}: another program made it shorter; run the command again`);
    done += count;
    yield bytes.subarray(0, count);
  }
}

/** Resolves the links of a path one by one: the real paths of its end and of each link. */
function follow(path: string): { real: string; links: string[] } {
  const links: string[] = [];
  let { root: real } = parse(path);
  const parts = partsOf(path.slice(real.length));
  while (parts.length > 0) {
    const name = parts.pop() ?? '';
    const next = join(real, name);
    const target = ['', '.', '..'].includes(name) || links.length >= maxLinks ? undefined : targetOf(next);
    if (target === undefined) real = next;
    else {
      links.push(next);
      const { root } = parse(target);
      if (root !== '') real = root;
      parts.push(...partsOf(target.slice(root.length)));
    }
  }
  return { real, links };
}

/** The parts of a path, last one first. */
function partsOf(path: string): string[] {
  return path.split(sep === '/' ? sep : /[\\/]/).reverse();
}

function targetOf(path: string): string | undefined {
  return tried(() => (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ? readlinkSync(path) : undefined));
}
