/** A feed into a named pipe: its reader gets all of it, however soon it begins to read. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { builtBin } from '../support/builtBin.ts';
import { siteOf } from '../support/site.ts';

const hasPipes = process.platform !== 'win32' && spawnSync('mkfifo', ['--version']).status === 0;

(hasPipes ? test : test.skip)('in twenty rounds', async () => {
  const folder = siteOf({ 'a.md': ['title: A', 'date: 2024-01-01'] });
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  for (let round = 0; round < 20; round++) {
    const reader = spawn('cat', [pipe], { stdio: ['ignore', 'pipe', 'inherit'] });
    let read = '';
    reader.stdout.on('data', (chunk) => (read += String(chunk)));
    const writer = spawn(process.execPath, [builtBin, 'feed', '--site-url', 'https://a.example', '-o', 'pipe'], {
      cwd: folder,
      stdio: 'ignore',
      timeout: 20_000,
    });
    const [[status]] = await Promise.all([once(writer, 'close'), once(reader, 'close')]);
    expect({ round, status, isWhole: read.endsWith('</rss>\n') }).toEqual({ round, status: 0, isWhole: true });
  }
});
