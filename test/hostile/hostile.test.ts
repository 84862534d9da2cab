/**
 * Hostile input. A case is a file in `posts/GROUP/` (a post), a folder in `sites/` (a blog), or a function in `made.ts`
 * for what git cannot hold; beside it, what is expected: `NAME.expected` has the exit statuses of list, validate, feed
 * and publish, then each diagnostic as `line:col severity rule`. Dropping in a file is a new test: UPDATE_GOLDEN=1
 * writes what it gives, to be checked by hand.
 */
import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, test } from '@jest/globals';
import { expectAsWritten } from './expected.ts';
import { made } from './made.ts';
import { hostileFolder, runCase } from './runCase.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const posts = join(here, 'posts');
const sites = join(here, 'sites');

describe.each(readdirSync(posts).sort())('a post: %s', (group) => {
  const files = readdirSync(join(posts, group)).filter((file) => /\.(?:md|markdown)$/.test(file));
  test.each(files.sort())('%s', async (file) => {
    const root = hostileFolder();
    mkdirSync(join(root, 'posts'));
    cpSync(join(posts, group, file), join(root, 'posts', file));
    const found = await runCase(root, () => '');
    expectAsWritten(join(posts, group, `${basename(file, '.md')}.expected`), found);
  });
});

describe('a folder', () => {
  const folders = readdirSync(sites, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  test.each(folders.map(({ name }) => name).sort())('%s', async (name) => {
    const root = hostileFolder();
    cpSync(join(sites, name), root, { recursive: true });
    const found = await runCase(root, (file) => `${file}:`);
    expectAsWritten(join(sites, `${name}.expected`), found);
  });
});

describe('what git cannot hold', () => {
  test.each(Object.keys(made).sort())('%s', async (name) => {
    const root = hostileFolder();
    mkdirSync(join(root, 'posts'));
    if (made[name]?.(root) === 'skipped') return;
    const found = await runCase(root, (file) => `${file}:`);
    expectAsWritten(join(here, 'made', `${name.replaceAll(' ', '-')}.expected`), found);
  });
});
