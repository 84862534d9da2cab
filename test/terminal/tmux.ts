/** A window of tmux: a real terminal with a shell, of which a test sees what a person would see. */
import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';
import { plainEnv } from './terminal.ts';

export interface Window {
  /** Types the keys, one after the other: a text, or the name of a key, such as `C-z`. */
  type(...keys: string[]): void;
  resize(columns: number, rows: number): void;
  /** Waits until the rows on the screen pass the test, and returns them. */
  see(test: (rows: string[]) => boolean): string[];
  /** The rows that were scrolled off, and those on the screen. */
  history(): string[];
  close(): void;
}

/** Whether there is a tmux here. */
export const hasTmux = spawnSync('tmux', ['-V']).status === 0;

/** Opens a window with a shell in a folder. */
export function openWindow(cwd: string, columns: number, rows: number): Window {
  const socket = `blog-${basename(cwd)}`;
  const run = (...args: string[]): string => {
    const { stdout, stderr, status } = spawnSync('tmux', ['-L', socket, '-f', '/dev/null', ...args], {
      cwd,
      encoding: 'utf8',
      env: plainEnv({ PS1: '$ ', LC_ALL: 'C.UTF-8', SHELL: '/bin/sh' }),
    });
    if (status !== 0) throw new Error(`tmux ${args.join(' ')}: ${stderr}`);
    return stdout;
  };
  const rowsOf = (text: string): string[] => text.trimEnd().split('\n');
  run('new-session', '-d', '-x', String(columns), '-y', String(rows), 'sh');
  return {
    type: (...keys) => void run('send-keys', ...keys),
    resize: (toColumns, toRows) => void run('resize-window', '-x', String(toColumns), '-y', String(toRows)),
    see(test) {
      let seen: string[] = [];
      for (let tries = 0; tries < 200; tries++) {
        seen = rowsOf(run('capture-pane', '-p'));
        if (test(seen)) return seen;
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
      }
      throw new Error(`not seen; on the screen:\n${seen.join('\n')}`);
    },
    history: () => rowsOf(run('capture-pane', '-p', '-S', '-')),
    close: () => void run('kill-server'),
  };
}
