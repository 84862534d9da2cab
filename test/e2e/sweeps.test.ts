/** What a kill left is looked for once a run in each folder, however many files are written. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { tempFolder } from '../support/tempFolder.ts';

const bin = resolve('bin/blog.js');

/** A module that says in the end how often each folder was read. */
const counting = `data:text/javascript,${encodeURIComponent(`
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const { readdirSync } = fs;
let count = 0;
fs.readdirSync = (path, ...rest) => {
  count++;
  return readdirSync(path, ...rest);
};
syncBuiltinESMExports();
process.on('exit', () => fs.writeSync(2, 'folders read: ' + count));`)}`;

function foldersRead(posts: number, args: readonly string[]): string | undefined {
  const field = args[0] === 'validate' ? 'catgeories' : 'categories';
  const text = (at: number): string => `---\ntitle: Post ${at}\ndate: 2024-05-01\n${field}: [News]\n---\nText.\n`;
  const files = Array.from({ length: posts }, (_, at) => [`posts/p${at}.md`, text(at)]);
  const folder = tempFolder({ ...Object.fromEntries(files), 'blog.config.yaml': 'site_url: https://b.example\n' });
  const all = ['--import', counting, bin, ...args, '--now', '2024-05-14'];
  const { stderr } = spawnSync(process.execPath, all, { cwd: folder, encoding: 'utf8' });
  expect(stderr).toContain(args[0] === 'validate' ? `fixed ${posts} problems` : 'Changed ');
  return /folders read: \d+/.exec(stderr)?.[0];
}

test.each([
  ['validate --fix', ['validate', '--fix']],
  ['categories merge', ['categories', 'merge', 'News', 'Events']],
])('%s reads as many folders for thirty posts as for two', (_, args) => {
  expect(foldersRead(30, args)).toBe(foldersRead(2, args));
});
