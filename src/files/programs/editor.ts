/** The user’s text editor. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { describeSystemError, errorCode, UserError } from '../../errors.ts';
import { gitEditor } from './git.ts';
import { type Environment, findProgram, isProgram, isWindows, programToStart } from './programs.ts';

export interface EditorSettings {
  cwd: string;
  env: Environment;
  /** Whether there is a terminal to edit in. */
  interactive?: boolean;
  /** What an editor that fails means for the file, for the end of the message. */
  consequence?: string;
}

/** In the order of preference. They need a terminal. */
const usualEditors = ['editor', 'nano', 'vi'];

/** What to say where there is no editor. */
export const noEditor = 'no editor found; set EDITOR, for example: export EDITOR="code --wait" (or nano)';

/**
 * The command line of the editor: `$VISUAL`, `$EDITOR` or the user’s own `core.editor` in git, or else the first common editor
 * that is installed and there is a terminal for it; undefined if there is none.
 */
export function editorCommand({ cwd, env, interactive = true }: EditorSettings): string | undefined {
  const chosen = env['VISUAL']?.trim() || env['EDITOR']?.trim() || gitEditor(cwd, env);
  if (chosen) return chosen;
  if (!interactive && !isWindows(env)) return undefined;
  return (isWindows(env) ? ['notepad'] : usualEditors).find((name) => findProgram(name, { cwd, env }) !== undefined);
}

/**
 * Opens a file in the editor and waits until it is closed. No shell reads the command, in which there may be arguments and
 * quotes (`code --wait`). The output of the editor goes to stderr. Throws UserError if it cannot be started or fails.
 */
export function openEditor(command: string, path: string, settings: EditorSettings): void {
  const { consequence } = settings;
  const end = consequence === undefined ? '' : `; ${consequence}`;
  const { error, status, signal } = start([...commandWords(command, settings), path], settings);
  if (error) {
    const how = errorCode(error) === 'ENOENT' ? 'not found' : `cannot be started: ${describeSystemError(error)}`;
    throw new UserError(`editor “${command}” ${how}${end}`);
  }
  if (status === 0) return;
  const how = status === null ? `was stopped (${signal})` : `failed with status ${status}`;
  throw new UserError(`editor “${command}” ${how}${end}`);
}

function start([program = '', ...args]: readonly string[], { cwd, env, interactive = true }: EditorSettings) {
  // Without a terminal they would wait for ever for what is typed.
  const input = usualEditors.includes(program) && !interactive ? 'ignore' : 0;
  const options = { cwd, env: { ...env }, stdio: [input, 2, 2] as ['ignore' | 0, number, number] };
  const found = programToStart(program, { cwd, env });
  if (found === undefined) return { error: notFound(), status: null, signal: null };
  if (!isWindows(env) || !/\.(?:cmd|bat)$/i.test(found)) return spawnSync(found, args, options);
  const line = batchLine([found, ...args]);
  const interpreter = env['ComSpec'] ?? join(env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'cmd.exe');
  return spawnSync(interpreter, ['/d', '/s', '/c', line], {
    ...options,
    windowsVerbatimArguments: true,
  });
}

function notFound(): Error {
  return Object.assign(new Error('not found'), { code: 'ENOENT' });
}

/** The words of a command line, without the quotes around them; a path with spaces that leads to a program is one word. */
export function commandWords(command: string, settings: EditorSettings): string[] {
  if (command.includes(' ') && isProgram(resolve(settings.cwd, command))) return [command];
  // Windows has backslashes in its paths.
  const word = isWindows(settings.env)
    ? /(?:"[^"]*"|'[^']*'|[^\s"'])+/g
    : /(?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'])+/gs;
  const quoted = isWindows(settings.env) ? /"([^"]*)"|'([^']*)'/g : /"((?:\\.|[^"\\])*)"|'([^']*)'|\\(.)/gs;
  return (command.match(word) ?? []).map((one) =>
    one.replace(quoted, (_, double?: string, single?: string, escaped?: string) => {
      if (double === undefined) return single ?? escaped ?? '';
      return isWindows(settings.env) ? double : double.replace(/\\(["\\$`])/g, '$1');
    }),
  );
}

/** A command line for cmd.exe, which alone runs batch files such as `code.cmd`; it gives no character a meaning of its own. */
export function batchLine(words: readonly string[]): string {
  const escaped = words.map((word) => `"${word.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1')}"`);
  return `"${escaped.map((word) => word.replace(/[()\][%!^"`<>&|;, *?]/g, '^$&')).join(' ')}"`;
}
