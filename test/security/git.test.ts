/** Folders from others that hold a git repository: git is asked, and starts nothing that the repository names. */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { run } from '../support/site.ts';
import { filesIn, tempFolder } from '../support/tempFolder.ts';

const post = '---\ntitle: Tea\ndate: 2018-07-05\ncategories: [News]\n---\n\nText.\n';
const home = '/nonexistent';
const path = process.env['PATH'] ?? '';
const env = { PATH: path, HOME: home, GIT_CONFIG_NOSYSTEM: '1' };
const inFolder = (root: string): string[] => filesIn(root).filter((file) => /canary/.test(file));

function git(cwd: string, ...args: string[]): void {
  const { status, stderr } = spawnSync('git', args, { cwd, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** A repository with one deleted post, whose config starts programs wherever git allows it. */
function repository(): string {
  const root = tempFolder({
    'blog.config.yaml': 'site_url: https://blog.example.org\n',
    'posts/a.md': post,
    'posts/gone.md': post,
    evil: '#!/bin/sh\ntouch "$0-canary"\ncat\n',
  });
  chmodSync(join(root, 'evil'), 0o755);
  git(root, 'init', '-q');
  git(root, 'add', '-A');
  git(root, '-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '-qm', 'x');
  rmSync(join(root, 'posts/gone.md'));
  const evil = join(root, 'evil');
  const settings = [
    ...['core.fsmonitor', 'core.editor', 'core.pager', 'core.sshCommand', 'sequence.editor', 'gpg.program'],
    ...['diff.external', 'core.askPass', 'alias.config', 'alias.log', 'pager.log', 'pager.config', 'init.templateDir'],
    ...['core.alternateRefsCommand', 'uploadpack.packObjectsHook', 'credential.helper', 'filter.x.clean'],
  ];
  for (const key of settings) git(root, 'config', key, evil);
  git(root, 'config', 'log.showSignature', 'true');
  git(root, 'config', 'user.name', '$(touch canary)`touch canary`');
  return root;
}

/** All commands that ask git. */
const asking: string[][] = [
  ['validate', 'posts/gone.md'],
  ['edit', 'a'],
  ['new', 'Cake', '--no-input'],
  ['init', '--hook', '--dry-run'],
  ['init', '--feeds', '--dry-run'],
];

describe('a repository', () => {
  test.each(asking)('blog %s %s: nothing that its config names is started', async (...args) => {
    const root = repository();
    const result = await run(root, args.filter(Boolean), { env });
    expect({ ...result, canaries: inFolder(root) }).toMatchObject({ canaries: [] });
    expect(result.stderr).not.toMatch(/unexpected error/);
  });

  test('its `core.editor` is not the user’s', async () => {
    const root = repository();
    const mine = tempFolder({ '.gitconfig': '[core]\n\teditor = mine\n' });
    expect((await run(root, ['edit', 'a'], { env: { ...env, HOME: mine } })).stderr).toContain(
      'editor “mine” not found',
    );
    expect((await run(root, ['edit', 'a'], { env })).stderr).toContain('no editor found');
  });

  test('a deleted post is found by its name, which is no pattern', async () => {
    const root = repository();
    expect(await run(root, ['validate', 'posts/gone.md'], { env })).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('deleted, skipped'),
    });
    for (const wanted of ['posts/*.md', 'posts/gone.m?', 'posts/[g]one.md', 'posts/none.md']) {
      const result = await run(root, ['validate', wanted], { env });
      expect({ wanted, ...result }).toMatchObject({
        wanted,
        status: 2,
        stderr: expect.stringMatching(/not found|no posts match/),
      });
    }
  });
});

describe('a folder of posts that git would take for a repository without files', () => {
  test.each(asking)('blog %s %s: its config is not read', async (...args) => {
    const root = repository();
    const inner = join(root, 'inner');
    mkdirSync(inner);
    // As it can be committed, and so be in a clone.
    cpSync(join(root, '.git'), inner, { recursive: true });
    rmSync(join(root, '.git'), { recursive: true });
    writeFileSync(join(inner, 'blog.config.yaml'), 'posts: ../posts\n'.replace('../', ''));
    cpSync(join(root, 'posts'), join(inner, 'posts'), { recursive: true });
    spawnSync('git', ['config', '--file', 'config', 'core.bare', 'false'], { cwd: inner, env });
    spawnSync('git', ['config', '--file', 'config', 'core.worktree', '.'], { cwd: inner, env });
    const result = await run(inner, args.filter(Boolean), { env });
    expect({ ...result, canaries: inFolder(root) }).toMatchObject({ canaries: [] });
    expect(result.stdout + result.stderr).not.toContain('touch canary');
  });
});

test('on Windows git is never the program of that name in the folder', async () => {
  const files = { 'posts/a.md': post, 'git.EXE': '#!/bin/sh\ntouch canary\n', 'mine.EXE': '#!/bin/sh\ntouch canary\n' };
  const root = tempFolder(files);
  const bin = tempFolder({ 'git.EXE': '#!/bin/sh\necho Ada\n' });
  for (const file of [join(root, 'git.EXE'), join(root, 'mine.EXE'), join(bin, 'git.EXE')]) chmodSync(file, 0o755);
  const windows = { OS: 'Windows_NT', PATH: bin, EDITOR: 'mine' };
  expect((await run(root, ['edit', 'a'], { env: windows })).stderr).toContain('editor “mine” not found');
  expect(inFolder(root)).toEqual([]);
});
