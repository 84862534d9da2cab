/** Settings of git. */
import { spawnSync } from 'node:child_process';
import { tried } from './explain.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The name of the user in git. */
export function gitName(cwd: string, env: Environment): string | undefined {
  return gitSetting('user.name', cwd, env);
}

/** `git config` of a key in a folder; undefined if it is not set, or git is not installed or does not answer. */
export function gitSetting(key: string, cwd: string, env: Environment): string | undefined {
  const options = { cwd, env, encoding: 'utf8', timeout: 2000, maxBuffer: 64 * 1024 } as const;
  // Node may not be allowed to start programs.
  const git = tried(() => spawnSync('git', ['config', '--get', key], options));
  return git?.status === 0 && !git.error ? git.stdout.trim() || undefined : undefined;
}
