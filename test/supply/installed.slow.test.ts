/** The published package, alone with what it depends on: no package for development, nothing of this repository. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { type Locked, shippedPaths } from '../support/shippedPackages.ts';
import { filesIn, tempFolder } from '../support/tempFolder.ts';

const project = resolve(import.meta.dirname, '../..');

/** A folder in which the package is installed. */
function install(): string {
  const folder = tempFolder({ 'package.json': '{ "private": true }' });
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], {
    cwd: project,
    shell: process.platform === 'win32',
  });
  const [tarball = ''] = filesIn(folder).filter((file) => file.endsWith('.tgz'));
  execFileSync('tar', ['-xzf', tarball], { cwd: folder });
  const home = join(folder, 'node_modules/partnership-blog');
  cpSync(join(folder, 'package'), home, { recursive: true });
  const { packages } = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  // Those within another come with it.
  for (const path of shippedPaths(packages).filter((one) => one.lastIndexOf('node_modules/') === 0)) {
    cpSync(join(project, path), join(folder, path), { recursive: true });
  }
  return folder;
}

test('every command runs from what is published', () => {
  const folder = install();
  const blog = (...args: string[]) => {
    const bin = join(folder, 'node_modules/partnership-blog/bin/blog.js');
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
      cwd: folder,
      encoding: 'utf8',
      input: 'We had tea.\n',
    });
    return { args, status, stdout, stderr };
  };
  const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { version: string };
  expect(blog('--version')).toMatchObject({ stdout: `${version}\n` });
  for (const args of [
    ['init', '--no-input', '--title', 'A', '--site-url', 'https://e.org'],
    ['new', 'Tea', '--slug', 'tea', '-c', 'News', '-a', 'Ada (student)', '--summary', 'S.', '--stdin'],
    ['validate', '--fix'],
    ['list', '--since', 'last year', '--json'],
    ['publish', 'tea', '--date', '2024-01-01'],
    ['rename', 'tea', 'Cake'],
    ['show', 'cake'],
    ['categories'],
    ['feed', '--all', '-o', 'public'],
    ['feed', '--all', '-o', 'public', '--check'],
    ['schema', 'config'],
    ['completion', 'bash'],
    ['help', 'feed'],
  ]) {
    const run = blog(...args);
    expect(run).toMatchObject({ args, status: 0 });
    expect(run.stderr).not.toMatch(/unexpected error|Warning/);
  }
  expect(filesIn(join(folder, 'public'))).toContain('feed.xml');
});
