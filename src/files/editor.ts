/** The author's own editor. */
import { spawnSync } from 'node:child_process';
import { describeSystemError, UserError } from '../errors.ts';

export interface EditorSettings {
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** What is said of the file where the editor fails, after a semicolon. */
  consequence?: string;
}

/** The editor's command line, `$VISUAL` before `$EDITOR`. Throws UserError where neither is set. */
export function editorCommand(env: EditorSettings['env']): string {
  const command = env['VISUAL']?.trim() || env['EDITOR']?.trim();
  if (command) return command;
  throw new UserError('which editor? Set EDITOR to yours, for example: export EDITOR="code --wait" (or nano)');
}

/**
 * Opens a file in the editor and waits until it is closed. The command is the shell's to read, as git does it, so that it
 * may have arguments and quotes (`code --wait`); the path is never a part of it. What the editor prints goes to stderr.
 * Throws UserError where it cannot be started, or ends with an error.
 */
export function openEditor(command: string, path: string, { cwd, env, consequence }: EditorSettings): void {
  const options = { cwd, env: { ...env }, stdio: [0, 2, 2] as [number, number, number] };
  const { error, status, signal } = onWindows(env)
    ? spawnSync(`${command} "${path}"`, { ...options, shell: true })
    : spawnSync('/bin/sh', ['-c', `${command} "$@"`, command, path], options);
  if (error) throw new UserError(`the editor “${command}” cannot be started: ${describeSystemError(error)}`);
  if (status === 0) return;
  const how = status === null ? `was stopped (${signal})` : status === 127 ? 'was not found' : `ended with ${status}`;
  throw new UserError(`the editor “${command}” ${how}${consequence === undefined ? '' : `; ${consequence}`}`);
}

function onWindows(env: EditorSettings['env']): boolean {
  return env['OS'] === 'Windows_NT';
}
