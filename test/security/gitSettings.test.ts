/** A repository that came from somebody else: no program that its settings name is started. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { builtBin } from '../support/builtBin.ts';
import { tempFolder } from '../support/tempFolder.ts';

const hasGit = spawnSync('git', ['--version']).status === 0;

/** A blog, and what runs lines of sh in it; `theirs` is a program that leaves a trace. */
function blog() {
  const folder = tempFolder({
    'blog.config.yaml': 'timezone: UTC\n',
    'posts/a.md': '---\ntitle: A\ndate: 2024-01-01\n---\nText.\n',
    theirs: '#!/bin/sh\ntouch "$TRACE"\n',
  });
  const home = tempFolder({ '.gitconfig': '[user]\n\tname = Ada\n\temail = ada@example.org\n' });
  const trace = join(home, 'trace');
  const env = { HOME: home, PATH: process.env['PATH'], GIT_CONFIG_NOSYSTEM: '1', TRACE: trace, LC_ALL: 'C' };
  const start = `blog() { "${process.execPath}" "${builtBin}" "$@" </dev/null; }\nexec 2>&1\n`;
  const run = (lines: string): string =>
    spawnSync('sh', ['-c', start + lines], { cwd: folder, env, encoding: 'utf8' }).stdout;
  run('chmod +x theirs; git init -q . && git add . && git commit -qm first');
  return { run, hasTrace: () => existsSync(trace), folder };
}

(hasGit ? describe : describe.skip)('settings of a repository', () => {
  test('start nothing when git is asked for a deleted file', () => {
    const { run, hasTrace, folder } = blog();
    run(`git config core.fsmonitor '${folder}/theirs'`);
    expect(run('blog validate posts/gone.md')).toMatch(/not found/);
    expect(hasTrace()).toBe(false);
    run('git status');
    expect(hasTrace()).toBe(true);
  });

  test('fetch nothing that a partial clone lacks', () => {
    const { run, hasTrace, folder } = blog();
    run(`
      git config core.repositoryFormatVersion 1
      git config extensions.partialClone origin
      git config remote.origin.promisor true
      git config remote.origin.url '${folder}'
      git config remote.origin.uploadPack '${folder}/theirs'
      tree=$(git rev-parse HEAD:posts)
      rm -f .git/objects/$(echo $tree | cut -c1-2)/$(echo $tree | cut -c3-)`);
    expect(run('blog validate posts/gone.md')).toMatch(/not found/);
    expect(hasTrace()).toBe(false);
    run('git log -- posts/gone.md');
    expect(hasTrace()).toBe(true);
  });

  test('choose no editor, also not those of a bare repository in a folder', () => {
    const { run, hasTrace, folder } = blog();
    run(`git config core.editor '${folder}/theirs'; PATH=$(dirname "$(command -v git)") blog edit posts/a.md`);
    expect(hasTrace()).toBe(false);
    run(`
      mkdir inner inner/refs inner/objects; cp -r posts blog.config.yaml inner; cd inner
      echo 'ref: refs/heads/main' > HEAD
      printf '[core]\\nbare = false\\nworktree = %s\\neditor = %s\\nhooksPath = %s\\n' "$PWD" '${folder}/theirs' '${folder}/hooks' > config
      blog edit posts/a.md`);
    expect(hasTrace()).toBe(false);
    expect(run('cd inner; blog init --hook')).toBe('blog: --hook needs a git repository; run: git init\n');
    expect(existsSync(join(folder, 'hooks'))).toBe(false);
  });
});
