/** The user’s web browser. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Environment, findProgram, isWindows } from './programs.ts';

/** What opens a URL, its path and arguments; undefined if there is nothing that can. */
export function browserCommand(url: string, surroundings: { cwd: string; env: Environment }): string[] | undefined {
  const { env } = surroundings;
  if (isWindows(env)) {
    // Without `cmd`, which would read the URL.
    const system = join(env['SystemRoot'] ?? 'C:\\Windows', 'System32');
    return [join(system, 'rundll32.exe'), 'url.dll,FileProtocolHandler', url];
  }
  // Elsewhere than on a Mac, `open` may be anything.
  const program = findProgram('xdg-open', surroundings) ?? findProgram('/usr/bin/open', surroundings);
  return program === undefined ? undefined : [program, url];
}

/**
 * Opens a URL in the browser, without a shell and without waiting. Returns false if there is no program for that;
 * if it fails later, nothing happens: the URL is printed anyway.
 */
export function openBrowser(url: string, surroundings: { cwd: string; env: Environment }): boolean {
  const [program, ...args] = browserCommand(url, surroundings) ?? [];
  if (program === undefined) return false;
  const child = spawn(program, args, {
    cwd: surroundings.cwd,
    env: { ...surroundings.env } as NodeJS.ProcessEnv,
    stdio: 'ignore',
    // It outlives the preview, and Ctrl-C is not for it.
    detached: true,
    windowsHide: true,
  });
  child.on('error', () => undefined);
  child.unref();
  return true;
}
