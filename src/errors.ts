/** Errors that end a command early, and exit statuses. */
import { constants } from 'node:os';
import { relative } from 'node:path';

export const ExitCode = {
  done: 0,
  /** It ran and found errors, refused, or left an invalid post out. */
  found: 1,
  /** It could not run: usage, config, disk. */
  usage: 2,
  interrupted: 130,
} as const;

/** An expected error: the message, of one line or several, says what is wrong and what to do about it. */
export class UserError extends Error {
  readonly status: number;
  /** A line break within one of them belongs to a value that it quotes, and is escaped. */
  readonly lines: readonly string[];

  constructor(message: string | readonly string[], status: number = ExitCode.usage) {
    const lines = typeof message === 'string' ? [message] : message;
    super(lines.join('\n'));
    this.status = status;
    this.lines = lines;
  }
}

/** The error of a command that could run, but refuses or found something wrong. */
export function refusal(message: string | readonly string[]): UserError {
  return new UserError(message, ExitCode.found);
}

/** The user pressed Ctrl-C or Ctrl-D at a prompt. */
export class Interrupted extends Error {}

/** The reader of our output has gone (`blog list | head -1`): end quietly. */
export class OutputClosed extends Error {}

/** The code of an error (`ENOENT`), or undefined if it has none. */
export function errorCode(error: unknown): string | undefined {
  // Not instanceof: in tests the error may come from another realm.
  const isCoded = typeof error === 'object' && error !== null && 'code' in error;
  return isCoded && typeof error.code === 'string' ? error.code : undefined;
}

/** A failed system call on a file, in words, with its path relative to `cwd`; undefined for an error of another kind. */
export function describeFileError(error: unknown, cwd: string): string | undefined {
  if (errorCode(error) === undefined) return undefined;
  const { syscall, path } = error as { syscall?: unknown; path?: unknown };
  if (syscall === undefined) return undefined;
  return `cannot access ${typeof path === 'string' ? shownPath(path, cwd) : 'a file'}: ${describeSystemError(error)}`;
}

function shownPath(path: string, cwd: string): string {
  const shown = relative(cwd, path) || '.';
  return shown.startsWith('..') ? path : shown;
}

/** A system error in words, to follow a colon. */
export function describeSystemError(error: unknown): string {
  const code = systemName(error);
  const words: Record<string, string> = {
    ENOENT: 'no such file or folder',
    EACCES: 'permission denied',
    EPERM: 'operation not permitted',
    EROFS: 'read-only file system',
    ENOSPC: 'no space left on disk',
    EDQUOT: 'disk quota exceeded',
    EFBIG: 'larger than a file may be',
    EIO: 'disk error (EIO)',
    EISDIR: 'is a folder',
    ENOTDIR: 'a part of its path is not a folder',
    ENXIO: 'nothing is reading the pipe',
    ELOOP: 'too many symbolic links',
    ENAMETOOLONG: 'its name is too long',
    EMFILE: 'too many open files',
    EBUSY: 'another program is using it',
  };
  if (code !== undefined) return words[code] ?? `system error ${code}`;
  return error instanceof Error ? error.message : String(error);
}

/** The name of a system error. For some, such as EDQUOT, Node only gives the number. */
function systemName(error: unknown): string | undefined {
  const code = errorCode(error);
  if (code === undefined || !/^unknown/i.test(code)) return code;
  const { errno } = error as { errno?: unknown };
  return Object.entries(constants.errno).find(([, number]) => number === -Number(errno))?.[0] ?? code;
}
