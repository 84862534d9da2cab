/** What is held of each post while a folder is checked: what later rules need, and not its text. */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import { siteOf } from '../support/site.ts';

// So many that what is loaded once for all of them does not count.
const posts = 100;
const body = `[this](https://a.example/a-page-of-some-length)\n\n{{ code of another tool }}\n\n${'Words. '.repeat(50_000)}`;
const head = ['title: "A title that is long enough"', 'date: 2018-07-05', 'authors: [Somebody With A Name]'];

/** Prints how many bytes are held for each post once nothing else is. */
const script = `
const [root, folder] = process.argv.slice(-2);
const [{ checkFolder }, { openSite }, { findPosts }] = await Promise.all(
  ['commands/validate/check.js', 'commands/site.js', 'files/posts.js'].map((file) => import(root + file)),
);
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
  const args = [
    '--expose-gc',
    '--input-type=module',
    '--eval',
    script,
    '--',
    `${pathToFileURL(resolve('dist')).href}/`,
  ];
  const held = Number(execFileSync(process.execPath, [...args, folder], { encoding: 'utf8' }));
  expect(held).toBeGreaterThan(0);
  expect(held).toBeLessThan(20_000);
});
