/** What git says about a folder. */
import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { refusal, UserError } from '../errors.ts';
import { explain, tried } from './explain.ts';
import { type Environment, programToStart } from './program.ts';

/**
 * The folder may be somebody else's, and so its git config: none of the programs that it can name is started, a folder
 * that only looks like a repository is not one, nothing is fetched, and the names of files are no patterns.
 */
const careful = [
  ...['-c', 'safe.bareRepository=explicit'],
  ...['-c', 'core.fsmonitor=false'],
  ...['-c', 'log.showSignature=false'],
  '--literal-pathspecs',
];
const carefulEnv = { GIT_ALLOW_PROTOCOL: '', GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0' };

/** The output of a git command without its last line break; undefined if it fails, or git is not installed. */
export function askGit(args: readonly string[], cwd: string, env: Environment): string | undefined {
  const program = programToStart('git', { cwd, env });
  if (program === undefined) return undefined;
  const options = {
    cwd,
    env: { ...env, ...carefulEnv },
    encoding: 'utf8',
    timeout: 2000,
    maxBuffer: 64 * 1024,
  } as const;
  // Node may not be allowed to start programs.
  const git = tried(() => spawnSync(program, [...careful, ...args], options));
  return git?.status === 0 && !git.error ? git.stdout.replace(/\r?\n$/, '') : undefined;
}

/** The name of the user in git; undefined if it is not set. */
export function gitName(cwd: string, env: Environment): string | undefined {
  return askGit(['config', '--get', 'user.name'], cwd, env)?.trim() || undefined;
}

/** The user’s `core.editor`; undefined if it is not set. One that the repository sets is a program of somebody else's choice. */
export function gitEditor(cwd: string, env: Environment): string | undefined {
  const settings = askGit(['config', '-z', '--show-scope', '--get-all', 'core.editor'], cwd, env) ?? '';
  const found = [...settings.matchAll(/(\w+)\0([^\0]*)\0/g)].filter(
    ([, scope]) => scope !== 'local' && scope !== 'worktree',
  );
  return found.at(-1)?.[2]?.trim() || undefined;
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
