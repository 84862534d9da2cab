/** What git says about a folder. */
import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { refusal, UserError } from '../../errors.ts';
import { lineProblem } from '../../post/frontmatter/yamlText.ts';
import { explain, tried } from '../explain.ts';
import { realPath } from '../outside.ts';
import { type Environment, programToStart } from './programs.ts';

/**
 * The settings of a repository came with it if it was unpacked from an archive, or lies in a folder of another one: none of
 * them may name a program that git would start to answer. Paths are taken as they are, without wildcards.
 */
const safely = [
  ...['core.fsmonitor=false', 'log.showSignature=false', 'safe.bareRepository=explicit'].flatMap((one) => ['-c', one]),
  '--literal-pathspecs',
];

/** Objects that a partial clone lacks are not fetched, and asking changes nothing. */
const offline = { GIT_ALLOW_PROTOCOL: 'none', GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0' };

/** The output of a git command without its last line break; undefined if it fails, or git is not installed. */
export function askGit(args: readonly string[], cwd: string, env: Environment): string | undefined {
  const program = programToStart('git', { cwd, env });
  if (program === undefined) return undefined;
  const options = {
    cwd,
    env: { ...env, ...offline },
    encoding: 'utf8',
    timeout: 2000,
    maxBuffer: 64 * 1024,
  } as const;
  // Node may not be allowed to start programs.
  const git = tried(() => spawnSync(program, [...safely, ...args], options));
  return git?.status === 0 && !git.error ? git.stdout.replace(/\r?\n$/, '') : undefined;
}

/** The name of the user in git; undefined if it is not set, or a post could not contain it. */
export function gitName(cwd: string, env: Environment): string | undefined {
  const name = askGit(['config', '--get', 'user.name'], cwd, env)?.trim() || undefined;
  return name === undefined || lineProblem(name) !== undefined ? undefined : name;
}

/** The editor in the user’s own settings for git: one that the repository names is a program of its author. */
export function gitEditor(cwd: string, env: Environment): string | undefined {
  const found = askGit(['config', '--null', '--show-scope', '--get-all', 'core.editor'], cwd, env)?.split('\0') ?? [];
  const own = found.filter((_, at) => at % 2 === 1 && !['local', 'worktree'].includes(found[at - 1] ?? ''));
  return own.at(-1)?.trim() || undefined;
}

/** Whether git knows of a file that no longer exists: it was deleted, and never mistyped. */
export function wasDeleted(path: string, cwd: string, env: Environment): boolean {
  if (askGit(['ls-files', '--', path], cwd, env)) return true;
  return Boolean(askGit(['log', '-1', '--format=%H', '--', path], cwd, env));
}

/**
 * The hook of a folder's repository, the folder’s path in it with a slash at its end, and the top of it. Throws UserError if
 * there is no repository, or the hook is also that of others.
 */
export function findHook(folder: string, env: Environment): { hook: string; inRepository: string; top: string } {
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
  const real = realPath(folder);
  // git goes up from where the folder really is.
  const hook = resolve(found.startsWith('..') ? real : folder, found, 'pre-commit');
  return { hook, inRepository, top: resolve(real, inRepository.replace(/[^/]+/g, '..')) };
}

/** Lets everybody run a file, as git asks of a hook. Throws UserError. */
export function makeExecutable(path: string, shown: string): void {
  explain(`write ${shown}`, () => chmodSync(path, 0o755));
}
