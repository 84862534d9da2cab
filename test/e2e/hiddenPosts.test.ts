/** Posts that cannot be looked at may link to the one that gets another name. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { filesIn, tempFolder } from '../support/tempFolder.ts';

const bin = resolve('bin/blog.js');
const now = ['--now', '2024-05-14T09:30:00Z'];
const tea = '---\ntitle: Tea\ndate: 2024-05-01\ndraft: true\n---\nText.\n';
const talk = '---\ntitle: Talk\ndate: 2024-05-02\n---\n\n[Tea](../2024-05-01-tea.md)\n';

/** Nobody may look into `posts/old`: the superuser, as whom tests may run, could look into any. */
const shut = `data:text/javascript,${encodeURIComponent(`
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const { readdirSync } = fs;
fs.readdirSync = (path, ...rest) => {
  if (String(path).endsWith('old')) throw Object.assign(new Error('no'), { code: 'EACCES', syscall: 'scandir' });
  return readdirSync(path, ...rest);
};
syncBuiltinESMExports();`)}`;

function site(): string {
  const posts = { 'posts/2024-05-01-tea.md': tea, 'posts/old/talk.md': talk };
  return tempFolder({ 'blog.config.yaml': 'site_url: https://b.example\n', ...posts });
}

function run(
  folder: string,
  args: readonly string[],
  flags: readonly string[],
): { status: number | null; stderr: string } {
  const all = [...flags, bin, ...args, ...now];
  const { status, stderr } = spawnSync(process.execPath, all, { cwd: folder, encoding: 'utf8' });
  return { status, stderr };
}

function contents(folder: string): Record<string, string> {
  return Object.fromEntries(filesIn(folder).map((file) => [file, readFileSync(join(folder, file), 'latin1')]));
}

describe.each([
  ['rename', ['rename', 'tea', 'Cocoa']],
  ['rename --dry-run', ['rename', 'tea', 'Cocoa', '--dry-run']],
  ['publish', ['publish', 'tea']],
])('%s', (_, args) => {
  test('refuses where a folder cannot be read, and changes nothing', () => {
    const folder = site();
    const before = contents(folder);
    const { status, stderr } = run(folder, args, ['--import', shut]);
    expect(stderr).toMatch(/posts\/old: cannot read the folder: permission denied; posts in it may link/);
    expect(status).toBe(1);
    expect(contents(folder)).toEqual(before);
  });

  test.each(['folder', 'post'])('refuses where the name of a %s is not UTF-8', (kind) => {
    const folder = site();
    const name = Buffer.concat([Buffer.from(`${join(folder, 'posts')}/caf`), Buffer.of(0xe9)]);
    if (kind === 'folder') mkdirSync(name);
    else writeFileSync(Buffer.concat([name, Buffer.from('.md')]), talk);
    const { status, stderr } = run(folder, args, []);
    expect(stderr).toContain('file name is not valid UTF-8');
    expect(status).toBe(1);
    expect(readFileSync(join(folder, 'posts/2024-05-01-tea.md'), 'utf8')).toBe(tea);
  });
});

test('publish goes on where no name changes, and unpublish', () => {
  const folder = site();
  expect(run(folder, ['publish', 'tea', '--keep-date'], ['--import', shut]).stderr).toContain('Published');
  expect(run(folder, ['unpublish', 'tea'], ['--import', shut]).stderr).toContain('is now a draft');
});
