/** The name of the user in git. */
import { spawnSync } from 'node:child_process';

/** `git config user.name` in a folder; undefined if it is not set, or git is not installed or does not answer. */
export function gitName(cwd: string, env: Readonly<Record<string, string | undefined>>): string | undefined {
  const { error, status, stdout } = spawnSync('git', ['config', '--get', 'user.name'], {
    cwd,
    env,
    encoding: 'utf8',
    timeout: 2000,
    maxBuffer: 64 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return error || status !== 0 ? undefined : stdout.trim() || undefined;
}
