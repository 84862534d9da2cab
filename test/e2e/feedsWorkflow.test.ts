/** The steps of the workflow that `blog init --feeds` writes, in a repository with a remote. */
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { feedsWorkflowText } from '../../src/blog/scaffold.ts';
import { tempFolder } from '../support/tempFolder.ts';

const bin = resolve('bin/blog.js');
const post = '---\ntitle: Tea\ndate: 2024-01-01\n---\nText.\n';
const [, , make, commit]: { run: string }[] = parse(feedsWorkflowText('1.0.0')).jobs.feeds.steps;

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
    const env = { ...process.env, FEEDS: 'public', CI: 'true' };
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
