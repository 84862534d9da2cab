/** The name of the user in git. */
import { execFileSync } from 'node:child_process';
import { errorCode } from '../errors.ts';

/** `git config user.name` in a folder; undefined if it is not set, or git is not installed or does not answer. */
export function gitName(cwd: string, env: Readonly<Record<string, string | undefined>>): string | undefined {
  try {
    const name = execFileSync('git', ['config', '--get', 'user.name'], {
      cwd,
      env,
      encoding: 'utf8',
      timeout: 2000,
      maxBuffer: 64 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return name.trim() || undefined;
  } catch (error) {
    // An exit status means that the name is not set.
    if (errorCode(error) === undefined && !(typeof error === 'object' && error !== null && 'status' in error))
      throw error;
    return undefined;
  }
}
