/** The user’s text editor. */
import { spawnSync } from 'node:child_process';
import { describeSystemError, UserError } from '../errors.ts';

export interface EditorSettings {
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** What an editor that fails means for the file, for the end of the message. */
  consequence?: string;
}

/** The command line of the editor: `$VISUAL`, or else `$EDITOR`. Throws UserError if neither is set. */
export function editorCommand(env: EditorSettings['env']): string {
  const command = env['VISUAL']?.trim() || env['EDITOR']?.trim();
  if (command) return command;
  throw new UserError('no editor set; set EDITOR, for example: export EDITOR="code --wait" (or nano)');
}

/**
 * Opens a file in the editor and waits until it is closed. The shell parses the command, as for git, so that it may have
 * arguments and quotes (`code --wait`), but never the path. The output of the editor goes to stderr. Throws UserError if
 * the editor cannot be started or fails.
 */
export function openEditor(command: string, path: string, { cwd, env, consequence }: EditorSettings): void {
  const options = { cwd, env: { ...env }, stdio: [0, 2, 2] as [number, number, number] };
  const { error, status, signal } =
    env['OS'] === 'Windows_NT'
      ? spawnSync(`${command} "${path}"`, { ...options, shell: true })
      : spawnSync('/bin/sh', ['-c', `${command} "$@"`, command, path], options);
  if (error) throw new UserError(`cannot start the editor “${command}”: ${describeSystemError(error)}`);
  if (status === 0) return;
  const how =
    status === null ? `was stopped (${signal})` : status === 127 ? 'not found' : `failed with status ${status}`;
  throw new UserError(`editor “${command}” ${how}${consequence === undefined ? '' : `; ${consequence}`}`);
}
