/** System calls: their errors in words or ignored, and files that are closed in any case. */
import { closeSync, openSync } from 'node:fs';
import { describeSystemError, errorCode, UserError } from '../errors.ts';

/**
 * Returns the result of `call`. Throws UserError (`cannot read a.md: permission denied`) if the system refuses it: `action`
 * is `read a.md`, and `words` replaces the usual words for an error code.
 */
export function explain<T>(action: string, call: () => T, words: Readonly<Record<string, string>> = {}): T {
  try {
    return call();
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    throw new UserError(`cannot ${action}: ${words[code] ?? describeSystemError(error)}`);
  }
}

/** The result of `call`; undefined if the system refuses it. */
export function tried<T>(call: () => T): T | undefined {
  try {
    return call();
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return undefined;
  }
}

/** The result of `use` with an open file, which is then closed. Throws the errors of the system. */
export function withFile<T>(path: string, flags: string | number, use: (fd: number) => T): T {
  const fd = openSync(path, flags);
  try {
    return use(fd);
  } finally {
    closeSync(fd);
  }
}

/** As `withFile`, for work that waits. Throws UserError, as `explain` does, if the file cannot be opened. */
export async function withFileAsync<T>(
  path: string,
  flags: string | number,
  action: string,
  use: (fd: number) => Promise<T>,
): Promise<T> {
  const fd = explain(action, () => openSync(path, flags));
  try {
    return await use(fd);
  } finally {
    closeSync(fd);
  }
}
