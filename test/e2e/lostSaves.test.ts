/** A post that somebody saves in an editor while a command is about to replace it. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { filesIn, tempFolder } from '../support/tempFolder.ts';

const bin = resolve('bin/blog.js');
const now = ['--now', '2024-05-14T09:30:00Z'];
const tea = '---\ntitle: Tea\ndate: 2024-05-01\ncategories: [News]\n---\nSee the [talk](2024-05-02-talk.md).\n';
const talk = tea.replace('Tea', 'Talk').replace('-01\n', '-02\n');
const theirs = 'Saved in an editor.\n';

/** A module that saves a file, as an editor does, once the first temporary file has been synced. */
function saveAfterSync(file: string, how: 'in place' | 'by rename'): string {
  return `data:text/javascript,${encodeURIComponent(`
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const { fsyncSync } = fs;
let done = false;
fs.fsyncSync = (fd) => {
  fsyncSync(fd);
  if (done) return;
  done = true;
  const path = ${how === 'in place'} ? '${file}' : 'edited';
  fs.writeFileSync(path, ${JSON.stringify(theirs)});
  if (path !== '${file}') fs.renameSync(path, '${file}');
};
syncBuiltinESMExports();`)}`;
}

const post = 'posts/2024-05-01-tea.md';

test.each([
  ['categories merge', ['categories', 'merge', 'News', 'Events'], post, {}, /was changed by another program/],
  [
    'validate --fix',
    ['validate', '--fix'],
    post,
    { [post]: tea.replace('Tea', '2018') },
    /another program has just changed it/,
  ],
  [
    'publish',
    ['publish', 'tea', '--keep-date'],
    post,
    { [post]: tea.replace('title', 'draft: true\ntitle') },
    /was changed by another program/,
  ],
  ['unpublish', ['unpublish', 'tea'], post, {}, /was changed by another program/],
  ['rename', ['rename', 'tea', 'Cocoa'], post, {}, /was changed by another program/],
  [
    'init',
    ['init', '--ignore-feed', '--timezone', 'UTC'],
    '.gitignore',
    { '.gitignore': 'dist\n' },
    /was changed by another program/,
  ],
] as const)('%s leaves what was saved meanwhile as it is, and says so', (name, args, file, own, message) => {
  for (const how of ['in place', 'by rename'] as const) {
    const posts = {
      'blog.config.yaml': 'site_url: https://b.example\n',
      [post]: tea,
      'posts/2024-05-02-talk.md': talk,
    };
    const folder = tempFolder({ ...(name !== 'init' && posts), ...own });
    // The first post of a new blog is written before, and there may be one already.
    const given = name === 'init' ? tempFolder({ 'posts/a.md': tea, ...own }) : folder;
    const run = [process.execPath, '--import', saveAfterSync(file, how), bin, ...args, ...now];
    const { status, stderr } = spawnSync(run[0] as string, run.slice(1), { cwd: given, encoding: 'utf8' });
    expect(stderr).toMatch(message);
    expect(status).toBe(1);
    expect(readFileSync(join(given, file), 'utf8')).toBe(theirs);
    expect(filesIn(given).filter((one) => one.includes('.blog-'))).toEqual([]);
  }
});
