/** The program as users run it: built, in a process of its own. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** The bin of the program as it was built before the tests. */
export const builtBin = resolve(import.meta.dirname, '../../bin/blog.js');

/** Runs a built program in a folder. `env` is all of its environment but PATH. */
export function runBin(
  bin: string,
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [bin, ...args], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', ...env } as NodeJS.ProcessEnv,
    maxBuffer: 2 ** 28,
  });
}
