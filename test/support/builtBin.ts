/** The program as users run it: built, in a process of its own. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { cpSync, existsSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { tempFolder } from './tempFolder.ts';

const project = resolve(import.meta.dirname, '../..');

/** Builds the program into a folder of its own, so that no other test finds it half written. Returns the bin's path. */
export function buildBin(): string {
  const folder = tempFolder();
  for (const name of ['bin', 'package.json']) cpSync(join(project, name), join(folder, name), { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
  const tsc = join(project, 'node_modules/typescript/bin/tsc');
  const { stdout } = spawnSync(
    process.execPath,
    [tsc, '-p', join(project, 'tsconfig.build.json'), '--outDir', join(folder, 'dist')],
    { encoding: 'utf8' },
  );
  if (!existsSync(join(folder, 'dist/main.js'))) throw new Error(`the build failed:\n${stdout}`);
  return join(folder, 'bin/blog.js');
}

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
