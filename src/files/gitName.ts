/** The name of the user in git. */
import { spawnSync } from 'node:child_process';
import { tried } from './explain.ts';

/** `git config user.name` in a folder; undefined if it is not set, or git is not installed or does not answer. */
export function gitName(cwd: string, env: Readonly<Record<string, string | undefined>>): string | undefined {
  const options = { cwd, env, encoding: 'utf8', timeout: 2000, maxBuffer: 64 * 1024 } as const;
  // Node may not be allowed to start programs.
  const git = tried(() => spawnSync('git', ['config', '--get', 'user.name'], options));
  return git?.status === 0 && !git.error ? git.stdout.trim() || undefined : undefined;
}
