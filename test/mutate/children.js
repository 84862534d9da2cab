/** Processes that tests start have the same mutant as this one, and say which mutants they met. */
import childProcess from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { state } from '../../src/mutant.js';

const hitsFile = join(mkdtempSync(join(tmpdir(), 'hits-')), 'hits');

function passOn(start, onStart) {
  return (command, ...rest) => {
    const args = Array.isArray(rest[0]) ? rest.shift() : [];
    const options = rest[0] !== null && typeof rest[0] === 'object' ? rest.shift() : {};
    onStart(options.cwd);
    const env = { ...(options.env ?? process.env), BLOG_MUTANT: String(state.id), BLOG_HITS: hitsFile };
    return start(command, args, { timeout: 300_000, ...options, env }, ...rest);
  };
}

/** From now on they do; `onStart` is told the folder of each. */
export function watchChildren(onStart = () => undefined) {
  for (const name of ['spawn', 'spawnSync', 'execFileSync', 'execFile']) {
    childProcess[name] = passOn(childProcess[name], onStart);
  }
  syncBuiltinESMExports();
}

/** The mutants met since the last call. */
export function takeHits() {
  const hits = new Set(state.hits);
  state.hits.clear();
  try {
    for (const id of readFileSync(hitsFile, 'utf8').split('\n')) if (id !== '') hits.add(Number(id));
    rmSync(hitsFile);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  return [...hits];
}
