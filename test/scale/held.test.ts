/** What is held of each post while a folder is checked: what later rules need, and not its text. */
import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { siteOf } from '../support/site.ts';
import { tempFolder } from '../support/tempFolder.ts';

// So many that what is loaded once for all of them does not count.
const posts = 100;
const body = `[this](https://a.example/a-page-of-some-length)\n\n{{ code of another tool }}\n\n${'Words. '.repeat(50_000)}`;
const head = ['title: "A title that is long enough"', 'date: 2018-07-05', 'authors: [Somebody With A Name]'];

/** Prints how many bytes are held for each post once nothing else is. */
const script = `
import { checkFolder } from '${resolve('src/commands/validate/check.ts')}';
import { openSite } from '${resolve('src/commands/site.ts')}';
import { findPosts } from '${resolve('src/files/posts.ts')}';
const [folder] = process.argv.slice(-1);
const shell = { cwd: folder, env: {}, now: () => new Date(0), stdout: {}, stderr: {} };
const site = await openSite({ shell, globals: {} });
const files = findPosts(site.folder);
checkFolder(site, files.slice(0, 1));
gc();
const before = process.memoryUsage().heapUsed;
globalThis.held = checkFolder(site, files);
gc();
console.log(Math.round((process.memoryUsage().heapUsed - before) / files.length));
`;

test('is a small part of a long one', () => {
  const folder = siteOf(
    Object.fromEntries(
      Array.from({ length: posts }, (_, at) => [`post-${at}.md`, [...head, `id: a:${at}`, '---', body]]),
    ),
  );
  const scratch = tempFolder({ 'script.js': script, 'package.json': '{ "type": "module" }' });
  symlinkSync(resolve('node_modules'), join(scratch, 'node_modules'), 'junction');
  const build = [join(scratch, 'script.js'), '--dir', join(scratch, 'dist'), '--platform', 'node'];
  execFileSync(process.execPath, [resolve('node_modules/rolldown/bin/cli.mjs'), ...build, '--log-level', 'silent']);
  const args = ['--expose-gc', join(scratch, 'dist/script.js'), folder];
  const held = Number(execFileSync(process.execPath, args, { encoding: 'utf8' }));
  expect(held).toBeGreaterThan(0);
  expect(held).toBeLessThan(20_000);
});
