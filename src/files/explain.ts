/** Errors of the system in words. */
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
