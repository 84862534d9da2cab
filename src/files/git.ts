/** What git says about a folder. */
import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { refusal, UserError } from '../errors.ts';
import { explain, tried } from './explain.ts';
import { type Environment, findProgram, isWindows } from './programs.ts';

/** The output of a git command without its last line break; undefined if it fails, or git is not installed. */
export function askGit(args: readonly string[], cwd: string, env: Environment): string | undefined {
  const options = { cwd, env, encoding: 'utf8', timeout: 2000, maxBuffer: 64 * 1024 } as const;
  const program = isWindows(env) ? findProgram('git', { cwd, env }) : 'git';
  if (program === undefined) return undefined;
  // Node may not be allowed to start programs.
  const git = tried(() => spawnSync(program, args, options));
  return git?.status === 0 && !git.error ? git.stdout.replace(/\r?\n$/, '') : undefined;
}

/** `git config` of a key in a folder; undefined if it is not set. */
export function gitSetting(key: string, cwd: string, env: Environment): string | undefined {
  return askGit(['config', '--get', key], cwd, env)?.trim() || undefined;
}

/** The name of the user in git. */
export function gitName(cwd: string, env: Environment): string | undefined {
  return gitSetting('user.name', cwd, env);
}

/** Whether git knows of a file that no longer exists: it was deleted, and never mistyped. */
export function wasDeleted(path: string, cwd: string, env: Environment): boolean {
  if (askGit(['ls-files', '--', path], cwd, env)) return true;
  return Boolean(askGit(['log', '-1', '--format=%H', '--', path], cwd, env));
}

/** The hooks of a folder's repository, and the folder’s path in it with a slash at its end. Throws UserError. */
export function findHooks(folder: string, env: Environment): { hooks: string; inRepository: string } {
  const inRepository = askGit(['rev-parse', '--show-prefix'], folder, env);
  const found = askGit(['rev-parse', '--git-path', 'hooks'], folder, env);
  if (inRepository === undefined || !found) {
    throw new UserError('--hook needs a git repository; run: git init');
  }
  const setting = ['config', '--get', 'core.hooksPath'];
  const configured = askGit(setting, folder, env);
  const isOwn =
    configured === undefined || askGit(['config', '--local', '--get', 'core.hooksPath'], folder, env) !== undefined;
  // One that a home folder's settings name runs in every repository.
  if (!isOwn && (isAbsolute(configured) || configured.startsWith('~'))) {
    throw refusal(`hooks of all your repositories are in ${configured} (core.hooksPath); nothing was written`);
  }
  const hooks = resolve(folder, found);
  return { hooks: join(hooks, 'pre-commit'), inRepository };
}

/** Lets everybody run a file, as git asks of a hook. Throws UserError. */
export function makeExecutable(path: string, shown: string): void {
  explain(`write ${shown}`, () => chmodSync(path, 0o755));
}
