/** Folders so deep that their path is longer than the system takes. */
import { execFileSync } from 'node:child_process';
import { afterEach, expect, test } from '@jest/globals';
import { expectSound } from '../hostile/runCase.ts';
import { run, siteOf } from '../support/site.ts';

let folder = '';

afterEach(() => {
  // Node's own removal gives up on such a path.
  execFileSync('rm', ['-rf', folder]);
});

const dig = `cd posts; name=$(printf '%0200d' 0); for level in $(seq 30); do mkdir $name; cd -P $name; done
printf -- '---\\ntitle: Deep\\ndate: 2018-07-05\\n---\\n' > deep.md`;

(process.platform === 'win32' ? test.skip : test)('are said to be so, and the others are read', async () => {
  folder = siteOf({ 'b.md': ['title: B', 'date: 2018-08-01'] });
  execFileSync('/bin/bash', ['-c', dig], { cwd: folder });
  for (const args of [['list'], ['validate'], ['feed', '--site-url', 'https://a.example', '--skip-invalid']]) {
    const result = await run(folder, args);
    expectSound(result, args, false);
    expect({ args, status: result.status }).toEqual({ args, status: 1 });
    expect(result.stdout + result.stderr).toContain('cannot read the folder: its name is too long (not-a-file)');
  }
  expect((await run(folder, ['list'])).stdout).toBe('2018-08-01\tB\t\t\tpublished\tposts/b.md\n');
  expect((await run(folder, ['unpublish', 'b'])).status).toBe(0);
});
