/** Finds programs as a shell does, but never in the current folder, which may be anybody's. */
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import { tried } from './explain.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where a program is started from. */
interface Surroundings {
  cwd: string;
  env: Environment;
}

/** The path of a program in PATH, or of one that is given by its path; undefined if there is none. */
export function findProgram(name: string, { cwd, env }: Surroundings): string | undefined {
  const extensions = isWindows(env) ? ['', ...(env['PATHEXT'] ?? '.COM;.EXE;.BAT;.CMD').split(';')] : [''];
  const isPath = isAbsolute(name) || /[/\\]/.test(name);
  const folders = isPath ? [''] : (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((one) => one !== '');
  return folders
    .flatMap((folder) => extensions.map((extension) => resolve(cwd, join(folder, name + extension))))
    .find(isProgram);
}

/**
 * What to start for the name of a program: on Windows its path, because Windows itself would take one in the current
 * folder; undefined if it has none.
 */
export function programToStart(name: string, surroundings: Surroundings): string | undefined {
  return isWindows(surroundings.env) ? findProgram(name, surroundings) : name;
}

/** Whether a file can be run. */
export function isProgram(path: string): boolean {
  return tried(() => accessSync(path, constants.X_OK) ?? statSync(path).isFile()) ?? false;
}

/** Whether an environment is that of Windows. */
export function isWindows(env: Environment): boolean {
  return env['OS'] === 'Windows_NT';
}
