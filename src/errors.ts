/** What ends a command early, and the exit statuses. Spec section 4. */
import { constants } from 'node:os';
import { relative } from 'node:path';

export const ExitCode = {
  done: 0,
  /** It ran and found errors, or refused, or left a broken post out. */
  found: 1,
  /** It could not run: usage, config, disk. */
  usage: 2,
  interrupted: 130,
} as const;

/** Expected trouble: the message says what is wrong, and what to do about it. */
export class UserError extends Error {
  override name = 'UserError';
  readonly status: number;

  constructor(message: string, status: number = ExitCode.usage) {
    super(message);
    this.status = status;
  }
}

/** The user pressed Ctrl-C or Ctrl-D at a prompt. */
export class Interrupted extends Error {
  override name = 'Interrupted';
}

/** Whoever read our output has gone (`blog list | head -1`): end quietly. */
export class OutputClosed extends Error {
  override name = 'OutputClosed';
}

/** The code of a system error (`ENOENT`), or undefined for anything else. */
export function errorCode(error: unknown): string | undefined {
  // Not by instanceof: the system's errors may come from another realm, as in tests.
  const isCoded = typeof error === 'object' && error !== null && 'code' in error;
  return isCoded && typeof error.code === 'string' ? error.code : undefined;
}

/** What the system refused, in words; undefined for an error of another kind. `cwd` shortens the path in it. */
export function describeRefusal(error: unknown, cwd: string): string | undefined {
  if (errorCode(error) === undefined) return undefined;
  const { syscall, path } = error as { syscall?: unknown; path?: unknown };
  if (syscall === undefined) return undefined;
  return `cannot use ${typeof path === 'string' ? shownPath(path, cwd) : 'a file'}: ${describeSystemError(error)}`;
}

function shownPath(path: string, cwd: string): string {
  const shown = relative(cwd, path) || '.';
  return shown.startsWith('..') ? path : shown;
}

/** A system error in words, for the end of a sentence. */
export function describeSystemError(error: unknown): string {
  const code = systemName(error);
  const words: Record<string, string> = {
    ENOENT: 'it does not exist',
    EACCES: 'permission denied',
    EPERM: 'the system does not allow it',
    EROFS: 'the file system is read-only',
    ENOSPC: 'no space left on the disk',
    EDQUOT: 'the disk quota is used up',
    EIO: 'the disk reports an error (EIO)',
    EISDIR: 'it is a folder',
    ENOTDIR: 'a part of its path is not a folder',
    ENXIO: 'nobody reads the pipe',
    ELOOP: 'its links go round in a circle',
    ENAMETOOLONG: 'its name is too long',
    EMFILE: 'too many open files',
  };
  if (code !== undefined) return words[code] ?? `the system says ${code}`;
  return error instanceof Error ? error.message : String(error);
}

/** The name of a system error. Node has none for a few, EDQUOT among them, and gives the system's number alone. */
function systemName(error: unknown): string | undefined {
  const code = errorCode(error);
  if (code === undefined || !/^unknown/i.test(code)) return code;
  const { errno } = error as { errno?: unknown };
  return Object.entries(constants.errno).find(([, number]) => number === -Number(errno))?.[0] ?? code;
}
