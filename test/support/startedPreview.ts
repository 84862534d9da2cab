/** `blog preview` as users run it: built, in a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { builtBin } from './builtBin.ts';

export interface StartedPreview {
  /** The URL that it printed. */
  url: string;
  origin: string;
  port: number;
  /** Ends it, and waits until it has ended. */
  stop(): Promise<void>;
}

/** Starts it in a folder, without opening a browser. Rejects with what it printed if it ends. */
export async function startPreview(cwd: string, args: readonly string[] = []): Promise<StartedPreview> {
  const child: ChildProcess = spawn(process.execPath, [builtBin, 'preview', '--no-open', ...args], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stderr = '';
  child.stderr?.on('data', (piece) => {
    stderr += String(piece);
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (piece) => resolve(String(piece).trim()));
    child.on('close', () => reject(new Error(stderr)));
  });
  const { origin, port } = new URL(url);
  return {
    url,
    origin,
    port: Number(port),
    async stop() {
      child.kill();
      await ended;
    },
  };
}
