/** The steps of the workflow that `blog init --feeds` writes, in a repository with a remote. */
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { feedsWorkflowText } from '../../src/blog/workflows.ts';
import { tempFolder } from '../support/tempFolder.ts';

const bin = resolve('bin/blog.js');
const post = '---\ntitle: Tea\ndate: 2024-01-01\n---\nText.\n';
const [, , make, commit, publish]: { run: string }[] = parse(feedsWorkflowText('1.0.0')).jobs.feeds.steps;

function repositories() {
  const folder = tempFolder();
  const git = (cwd: string, ...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd: join(folder, cwd),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  git('.', 'init', '-q', '--bare', '-b', 'main', 'remote');
  git('.', 'clone', '-q', 'remote', 'author');
  git('author', 'checkout', '-q', '-B', 'main');
  const push = (name: string, text: string): void => {
    writeFileSync(join(folder, 'author', name), text);
    git('author', 'add', '-A');
    git('author', 'commit', '-q', '-m', name);
    git('author', 'push', '-q', 'origin', 'main');
  };
  execFileSync('mkdir', ['-p', join(folder, 'author/posts')]);
  writeFileSync(join(folder, 'author/posts/tea.md'), post);
  push('blog.config.yaml', 'site_url: https://blog.example.org\n');
  git('.', 'clone', '-q', '--depth', '1', `file://${join(folder, 'remote')}`, 'runner');
  const step = (script = '') => {
    const tool = script.replace('npx --yes "$BLOG_TOOL"', `"${process.execPath}" "${bin}"`);
    const env = { ...process.env, FEEDS: 'public', CI: 'true', GITHUB_OUTPUT: '/dev/null' };
    return spawnSync('bash', ['-e', '-o', 'pipefail', '-c', tool], {
      cwd: join(folder, 'runner'),
      env,
      encoding: 'utf8',
    });
  };
  const log = (): string[] => git('remote', 'log', '--format=%an: %s', 'main').trim().split('\n');
  return { folder, push, step, log };
}

test('feeds that have changed are committed once, also after a push in between', () => {
  const { folder, push, step, log } = repositories();
  expect(step(make?.run)).toMatchObject({ status: 0 });
  expect(step(commit?.run)).toMatchObject({ status: 0 });
  expect(log()).toEqual(['github-actions[bot]: Update the feeds', 'A: blog.config.yaml']);
  // Nothing has changed: no commit, and no failure.
  expect(step(make?.run)).toMatchObject({ status: 0 });
  expect(step(commit?.run)).toMatchObject({ status: 0 });
  expect(log()).toHaveLength(2);
  execFileSync('git', ['pull', '-q', '--rebase', 'origin', 'main'], { cwd: join(folder, 'author') });
  push('notes.txt', 'Somebody pushes while the workflow runs.\n');
  appendFileSync(join(folder, 'runner/posts/tea.md'), 'More.\n');
  expect(step(make?.run)).toMatchObject({ status: 0 });
  execFileSync('git', ['checkout', '-q', 'posts'], { cwd: join(folder, 'runner') });
  expect(step(commit?.run)).toMatchObject({ status: 0 });
  expect(log().slice(0, 2)).toEqual(['github-actions[bot]: Update the feeds', 'A: notes.txt']);
});

test.each([
  ['does not publish the site', 'false', '', 0],
  ['builds the site by a workflow', 'true', 'workflow', 0],
  ['publishes from a branch', 'true', 'legacy', 1],
])('GitHub Pages that %s: builds asked for', (_, has, type, asked) => {
  const { folder, step } = repositories();
  const gh = join(folder, 'runner/gh');
  const answers = `#!/bin/sh\ncase "$*" in\n*POST*) echo "$*" >> asked ;;\n*has_pages*) echo ${has} ;;\n*) echo ${type} ;;\nesac\n`;
  writeFileSync(gh, answers, { mode: 0o755 });
  expect(step(`export PATH="$PWD:$PATH" GITHUB_REPOSITORY=a/b\n${publish?.run}`)).toMatchObject({ status: 0 });
  const lines = existsSync(join(folder, 'runner/asked')) ? readFileSync(join(folder, 'runner/asked'), 'utf8') : '';
  expect(lines).toBe(asked === 1 ? 'api --method POST --silent repos/a/b/pages/builds\n' : '');
});

test('only a run that has pushed something asks for a build', () => {
  const { folder, step } = repositories();
  const output = join(folder, 'output');
  writeFileSync(output, '');
  for (const expected of ['pushed=true\n', 'pushed=true\n']) {
    expect(step(make?.run)).toMatchObject({ status: 0 });
    expect(step(`export GITHUB_OUTPUT="${output}"\n${commit?.run}`)).toMatchObject({ status: 0 });
    expect(readFileSync(output, 'utf8')).toBe(expected);
  }
});
