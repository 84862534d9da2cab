/** A folder for one try, which is gone after it: there may be ten thousands. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expectSound } from '../hostile/runCase.ts';
import { type Run, run } from '../support/site.ts';
import { testNow } from '../support/testShell.ts';

const terminal = { stdout: { width: 60, color: 1 as const }, stderr: { width: 60, color: 1 as const } };

export interface Folder {
  /** Where the commands run; the folder around it is theirs, too. */
  root: string;
  outside: string;
  /** Runs the program, and sees that it neither crashes nor says what it must not. */
  run(...args: string[]): Promise<Run>;
  /** The same at a terminal. */
  show(...args: string[]): Promise<Run>;
}

/** Does something in a folder with these files (path with `/` → bytes). */
export async function inFolder(
  files: Readonly<Record<string, Buffer | string>>,
  work: (folder: Folder) => Promise<void>,
): Promise<void> {
  const outside = realpathSync(mkdtempSync(join(tmpdir(), 'blog-fuzz-')));
  const root = join(outside, 'site');
  try {
    mkdirSync(join(root, 'posts'), { recursive: true });
    for (const [file, bytes] of Object.entries(files)) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), bytes);
    }
    const start = async (args: string[], overrides: Partial<typeof terminal>): Promise<Run> => {
      const env = { PATH: '/nonexistent', TZ: 'UTC' };
      const result = await run(root, args, { ...overrides, env, now: () => new Date(testNow) });
      expectSound(result, args, Object.keys(overrides).length > 0);
      return result;
    };
    await work({ root, outside, run: (...args) => start(args, {}), show: (...args) => start(args, terminal) });
  } finally {
    rmSync(outside, { recursive: true, force: true });
  }
}

/** Every file below a folder with its bytes, as Latin-1. */
export function contentsOf(folder: string, below = ''): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) Object.assign(found, contentsOf(folder, path));
    else found[path] = entry.isFile() ? readFileSync(join(folder, path), 'latin1') : 'no file';
  }
  return found;
}
