/** Where the programs are that this one starts: the editor and git. */
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import { tried } from '../explain.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Whether the environment is that of Windows. */
export function isWindows(env: Environment): boolean {
  return env['OS'] === 'Windows_NT';
}

/**
 * The absolute path of a program, which a name without folders has in `PATH`; undefined if there is none. Windows itself would
 * look in the current folder first, which may be a blog that others write in.
 */
export function findProgram(name: string, { cwd, env }: { cwd: string; env: Environment }): string | undefined {
  const isPath = isAbsolute(name) || /[/\\]/.test(name);
  const folders = isPath ? [''] : foldersIn(env);
  return folders
    .flatMap((folder) => extensionsOf(name, env).map((extension) => resolve(cwd, join(folder, name + extension))))
    .find(isProgram);
}

/** What to start for the name of a program: on Windows its path; undefined if it has none. */
export function programToStart(name: string, surroundings: { cwd: string; env: Environment }): string | undefined {
  return isWindows(surroundings.env) ? findProgram(name, surroundings) : name;
}

function foldersIn(env: Environment): string[] {
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter);
  return folders.filter((one) => (isWindows(env) ? isAbsolute(one) : one !== ''));
}

/** What may follow a name. On Windows a file without extension is for another shell, as the `code` beside `code.cmd`. */
function extensionsOf(name: string, env: Environment): string[] {
  if (!isWindows(env)) return [''];
  const extensions = (env['PATHEXT'] ?? '.COM;.EXE;.BAT;.CMD').split(';').filter((one) => one !== '');
  return extensions.some((one) => name.toLowerCase().endsWith(one.toLowerCase())) ? [''] : extensions;
}

/** Whether a path is that of a file which may be started. */
export function isProgram(path: string): boolean {
  return tried(() => accessSync(path, constants.X_OK) ?? statSync(path).isFile()) ?? false;
}
