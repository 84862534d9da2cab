/** The name under which somebody works with git. */
import { execFileSync } from 'node:child_process';
import { errorCode } from '../errors.ts';

/** `git config user.name` as it is in a folder; undefined where git is missing, knows no name, or does not answer. */
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
    // An exit status is no system error: git found no name.
    if (errorCode(error) === undefined && !(typeof error === 'object' && error !== null && 'status' in error))
      throw error;
    return undefined;
  }
}
