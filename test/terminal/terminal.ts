/** The built program at a real terminal, or with streams that are odd. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Step {
  /** A text on the screen, below what the step before waited for. */
  wait: string;
  /** Then these keys are typed, this signal is sent, or the terminal is closed. */
  type?: string;
  signal?: string;
  hangup?: boolean;
}

export interface Shown {
  screen: string;
  /** As a shell has it: 128 and the signal's number after a signal. Null where it had to be ended. */
  status: number | null;
  /** Whether the terminal's mode is what it was before; null where it was closed. */
  mode: boolean | null;
  /** How many steps were done. */
  step: number;
}

export interface Scene {
  cwd: string;
  env?: Readonly<Record<string, string>>;
  size?: [rows: number, columns: number];
  /** Whether there is a shell that brings the program back to the foreground when it was stopped. */
  jobs?: boolean;
}

const script = fileURLToPath(new URL('terminal.py', import.meta.url));
export const python = ['/usr/bin/python3', 'python3'].find(
  (name) => spawnSync(name, ['-c', 'import pty, termios']).status === 0,
);

/** Whether there can be a terminal here: its script is for Python on a system of Unix's kind. */
export const hasTerminal = python !== undefined;

/** The environment of a person at a terminal; no more of the real one than programs need to be found. */
export function plainEnv(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '', TERM: 'xterm-256color', HOME: '/nonexistent', ...more };
}

/** Runs a program at a terminal. */
export function atTerminal(args: readonly string[], steps: readonly Step[], { cwd, env = {}, ...more }: Scene): Shown {
  const task = { args, steps, cwd, env: plainEnv(env), ...more };
  const { stdout, stderr } = spawnSync(python ?? '', [script], { input: JSON.stringify(task), encoding: 'utf8' });
  if (stdout === '') throw new Error(`there was no terminal: ${stderr}`);
  return JSON.parse(stdout);
}
