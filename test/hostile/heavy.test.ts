/** Hostile folders that take long, or should not. The built program answers each in 2 s, a feed in 5 s, and 300 MB. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { runMetered } from '../support/metered.ts';
import type { Run } from '../support/site.ts';
import { expectAsWritten } from './expected.ts';
import { heavy } from './made.ts';
import { expectedText, expectSound, hostileFolder, linesOf, snapshot, validateArgs } from './runCase.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/**
 * Milliseconds of work and MiB. Machines are noisy: three times what is promised is still far below what a text would
 * take that is read in a time that grows with its square.
 */
const longest = { work: 6000, feed: 15_000, memory: 320 };

const commands: readonly (readonly string[])[] = [
  ['list', '--status', 'all'],
  validateArgs,
  ['feed', '--site-url', 'https://blog.example.org'],
  ['show', 'posts/a.md'],
];

describe('what takes long, or should not', () => {
  test.each(Object.keys(heavy).sort())('%s', async (name) => {
    const root = hostileFolder();
    mkdirSync(join(root, 'posts'));
    heavy[name]?.(root);
    const before = snapshot(root);
    const publish = ['publish', 'posts/a.md', '--date', '2018-07-05T10:00Z'];
    const results = await Promise.all(commands.map((args) => runMetered(root, args)));
    expect(snapshot(root)).toEqual(before);
    const all = [...results, await runMetered(root, publish)];
    for (const [at, { work, memory, ...result }] of all.entries()) {
      const args = commands[at] ?? publish;
      expectSound(result, args, false);
      if (work > (args[0] === 'feed' ? longest.feed : longest.work) || memory > longest.memory) {
        throw new Error(`${args.join(' ')} took ${Math.round(work)} ms and ${Math.round(memory)} MiB`);
      }
    }
    if (process.env['SHOW_FIGURES']) {
      const figures = all.map(
        ({ work, memory }, at) => `${(commands[at] ?? publish)[0]} ${Math.round(work)} ms ${Math.round(memory)} MiB`,
      );
      process.stderr.write(`${name}: ${figures.join(', ')}\n`);
    }
    const [list, validate, feed, , published] = all.map(({ status }) => status);
    const lines = linesOf(results[1] as Run, (file) => `${file}:`);
    const found = expectedText({ list, validate, feed, publish: published } as Record<string, number>, lines);
    expectAsWritten(join(here, 'made', `${name.replaceAll(' ', '-')}.expected`), found);
  });
});
