/** The hook of `blog init --hook` in real repositories: what it stops, what it lets pass, and where it is written. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { builtBin } from '../support/builtBin.ts';
import { tempFolder } from '../support/tempFolder.ts';

const hasGit = spawnSync('git', ['--version']).status === 0;

/** A repository with a blog in a folder of it (default: at its top), and what runs commands there. */
function repository(site = '', posts = 'posts') {
  const top = tempFolder();
  const folder = join(top, site);
  const bin = tempFolder();
  writeFileSync(join(bin, 'blog'), `#!/bin/sh\nexec "${process.execPath}" "${builtBin}" --now 2024-05-14 "$@"\n`);
  chmodSync(join(bin, 'blog'), 0o755);
  const home = tempFolder();
  const env = { HOME: home, PATH: `${bin}${delimiter}${process.env['PATH']}`, GIT_CONFIG_NOSYSTEM: '1', LC_ALL: 'C' };
  const run = (command: string, cwd = folder): { status: number | null; text: string } => {
    const { status, stdout } = spawnSync('sh', ['-c', `exec 2>&1\n${command}`], { cwd, env, encoding: 'utf8' });
    return { status, text: stdout };
  };
  mkdirSync(folder, { recursive: true });
  run("git init -q; git config user.name 'Ada Example'; git config user.email ada@example.org", top);
  const init = run(`blog --posts '${posts.replaceAll("'", "'\\''")}' init --hook --timezone UTC --no-ci`);
  const write = (name: string, yaml: string, body = 'Text.'): void =>
    writeFileSync(join(folder, posts, name), `---\n${yaml}\n---\n${body}\n`);
  return { top, folder, home, run, init, write, hook: join(top, '.git/hooks/pre-commit') };
}

const good = 'title: Good\ndate: 2024-01-01';
const bad = 'title: Bad: worse\ndate: 2024-01-01';

(hasGit ? describe : describe.skip)('the hook', () => {
  test.each([
    ['', 'posts'],
    ['site of ours', 'src/content/blog'],
    ["it's", 'po[s]ts'],
  ])('in %j, with posts in %j, stops what has errors, and nothing else', (site, posts) => {
    const { run, init, write, hook } = repository(site, posts);
    expect(init).toMatchObject({ status: 0 });
    expect(statSync(hook).mode & 0o777).toBe(0o755);
    expect(run('blog new "A fresh draft" && git add . && git commit -m draft')).toMatchObject({ status: 0 });
    write('bad.md', bad);
    const refused = run('git add . && git commit -m bad');
    expect(refused.status).toBe(1);
    expect(refused.text).toContain(`${posts}/bad.md:2:8: error: text containing a colon`);
    expect(refused.text).toMatch(/^Not committed\. Fix these errors and stage the posts again/m);
    expect(run('git commit --no-verify -qm bad').status).toBe(0);
    // An old mistake stops nothing.
    write('good.md', good);
    expect(run('git add . && git commit -qm good')).toEqual({
      status: 0,
      text: expect.stringMatching(/^\S+good\.md|^1 post/),
    });
    expect(
      run('git rm -q */bad.md */*/*/bad.md 2>/dev/null; git rm -q --ignore-unmatch "*bad.md"; git commit -qm gone')
        .status,
    ).toBe(0);
    expect(run('echo x > notes.txt; git add . && git commit -qm other')).toEqual({ status: 0, text: '' });
  });

  test('what is staged counts, not what the folder has', () => {
    const { run, write, folder } = repository();
    run('git add . && git commit -qm first');
    write('a.md', bad);
    run('git add .');
    write('a.md', good);
    expect(run('git commit -m staged-bad').status).toBe(1);
    expect(run('git commit -am all').status).toBe(0);
    write('a.md', `${good}\ntags: [x]`);
    run('git add .');
    write('a.md', bad);
    expect(run('git commit -m staged-good').status).toBe(0);
    // The image is there, but it would not be in the repository.
    run('git checkout -q .');
    write('b.md', good.replace('Good', 'Door'), '![A door](door.png)');
    writeFileSync(join(folder, 'posts/door.png'), 'x');
    const refused = run('git add posts/b.md && git commit -m image');
    expect(refused).toMatchObject({ status: 1, text: expect.stringContaining('image-file-missing') });
    expect(run('git add . && git commit -qm image').status).toBe(0);
  });

  test.each(['-V.md', 'BAD.MD', ':(top)x.Markdown'])('a post called %s is checked, too', (name) => {
    const { run, write } = repository('', '.');
    expect(run('git add . && git commit -qm first').status).toBe(0);
    write(name, bad);
    const { status, text } = run('git add . && git commit -m bad');
    expect({ status, text }).toEqual({ status: 1, text: expect.stringContaining(`${name}:2:8: error`) });
  });

  test('without the tool it says so, and stops', () => {
    const { run } = repository();
    const { status, text } = run('git add .; PATH=$(dirname "$(command -v git)"):/usr/bin:/bin git commit -m x');
    // Unless this machine has a `blog` of its own there.
    if (spawnSync('sh', ['-c', 'PATH=/usr/bin:/bin command -v blog']).status === 0) return;
    expect(status).toBe(1);
    expect(text).toContain('pre-commit: blog not found, so the posts were not checked');
  });
});

(hasGit ? test : test.skip)(
  'validate leaves out a file that git knows as deleted, but no other that does not exist',
  () => {
    const { run, write } = repository();
    const skipped = { status: 0, text: 'posts/a.md: deleted, skipped\n0 posts, no problems\n' };
    write('a.md', good);
    run('git add posts; rm posts/a.md');
    expect(run('blog validate posts/a.md')).toEqual(skipped);
    run('git checkout -q posts/a.md; git commit --no-verify -qm a; git rm -q posts/a.md');
    expect(run('blog validate posts/a.md')).toEqual(skipped);
    run('git commit -qm gone');
    expect(run('blog validate posts/a.md')).toEqual(skipped);
    expect(run('blog validate posts/b.md')).toEqual({ status: 2, text: 'blog: “posts/b.md” not found\n' });
    // To git, `*` would be a wildcard.
    const quoted = 'blog: “posts/*.md” not found; remove the quotes so that the shell expands it\n';
    expect(run("blog validate 'posts/*.md'")).toEqual({ status: 2, text: quoted });
  },
);

(hasGit ? describe : describe.skip)('blog init --hook', () => {
  test('adds it to a blog that exists, once; one of ours for another posts folder is replaced', () => {
    const { run, hook } = repository();
    const text = readFileSync(hook, 'utf8');
    writeFileSync(hook, text.replace('posts/*.md', 'old/*.md'));
    chmodSync(hook, 0o644);
    expect(run('blog init --hook')).toMatchObject({
      status: 0,
      text: expect.stringMatching(/^\.git\/hooks\/pre-commit$/m),
    });
    expect(readFileSync(hook, 'utf8')).toBe(text);
    expect(statSync(hook).mode & 0o777).toBe(0o755);
    expect(run('blog init --hook --title X')).toMatchObject({
      status: 1,
      text: expect.stringContaining('already exists'),
    });
  });

  test('never overwrites another, and then writes nothing at all', () => {
    const { run, hook, top } = repository();
    writeFileSync(hook, '#!/bin/sh\nexit 0\n');
    run('rm blog.config.yaml');
    const { status, text } = run('blog init --hook --timezone UTC');
    expect({ status, text }).toEqual({
      status: 1,
      text: 'blog: .git/hooks/pre-commit is a hook of your own; nothing was written\nTo check posts in it, add: blog validate || exit 1\n',
    });
    expect(readFileSync(hook, 'utf8')).toBe('#!/bin/sh\nexit 0\n');
    expect(run('ls blog.config.yaml', top).status).not.toBe(0);
  });

  test('names a line for a hook that is there, which works where git runs it', () => {
    const { run, hook, write } = repository("it's ours");
    writeFileSync(hook, '#!/bin/sh\nexit 0\n');
    const { text } = run('blog init --hook');
    const line = /^To check posts in it, add: (.*)$/m.exec(text)?.[1];
    writeFileSync(hook, `#!/bin/sh\n${line}\n`);
    expect(run('git add . && git commit -qm good')).toMatchObject({ status: 0 });
    write('bad.md', bad);
    expect(run('git add . && git commit -qm bad')).toMatchObject({ status: 1 });
    unlinkSync(hook);
    symlinkSync('nowhere', hook);
    expect(run('blog init --hook')).toMatchObject({ status: 1, text: expect.stringContaining('a hook of your own') });
  });

  test('never takes the hook from another blog in the repository', () => {
    const { run, hook, top } = repository('one');
    const text = readFileSync(hook, 'utf8');
    mkdirSync(join(top, 'two'));
    const second = run('blog init --hook --timezone UTC; ls', join(top, 'two'));
    expect(second.text).toBe(
      'blog: ../.git/hooks/pre-commit checks the posts in “one”; nothing was written\nTo check both, add below its first line: blog -C two validate || exit 1\n',
    );
    expect(readFileSync(hook, 'utf8')).toBe(text);
    // A blog that was moved has its hook again.
    run('git mv -k one three; mv one three; true', top);
    expect(run('blog init --hook', join(top, 'three'))).toMatchObject({ status: 0 });
    expect(readFileSync(hook, 'utf8')).toBe(text.replaceAll('one/', 'three/'));
  });

  test('keeps what was added to it, such as the line for a second blog', () => {
    const { run, hook, top } = repository('one');
    const { text } = run('mkdir ../two; cd ../two; blog init --timezone UTC --no-ci -q; blog init --hook');
    const line = /add below its first line: (.*)$/m.exec(text)?.[1] ?? '';
    const longer = readFileSync(hook, 'utf8').replace('\n', `\n${line}\n`);
    writeFileSync(hook, longer);
    expect(run('blog init --hook')).toEqual({
      status: 1,
      text: 'blog: ../.git/hooks/pre-commit was changed since it was written, or is of another version; nothing was written\nTo write it anew, delete it first\n',
    });
    expect(readFileSync(hook, 'utf8')).toBe(longer);
    writeFileSync(join(top, 'two/posts/bad.md'), `---\n${bad}\n---\nText.\n`);
    expect(run('git add two && git commit -qm bad', top).status).toBe(1);
  });

  test('does not follow a link out of the repository', () => {
    const { run, top, home } = repository();
    run(`rm -r .git/hooks && ln -s ${home} .git/hooks`, top);
    const { status, text } = run('blog init --hook');
    expect({ status, text }).toEqual({ status: 2, text: expect.stringContaining('outside its folder') });
    expect(run(`ls ${home}/pre-commit`).status).not.toBe(0);
  });

  test('is written for the repository that a link to the blog leads to', () => {
    const { run, folder, home, hook } = repository('one');
    unlinkSync(hook);
    expect(run(`ln -s "${folder}" link; blog -C link init --hook`, home)).toMatchObject({ status: 0 });
    expect(statSync(hook).isFile()).toBe(true);
    expect(run('ls -A .git', home).status).not.toBe(0);
  });

  test('says so where Node cannot be found, as in a window that was not started by a shell', () => {
    const { run, hook, top, write } = repository();
    mkdirSync(join(top, 'node_modules/.bin'), { recursive: true });
    writeFileSync(join(top, 'node_modules/.bin/blog'), '#!/usr/bin/env node\n');
    chmodSync(join(top, 'node_modules/.bin/blog'), 0o755);
    const bin = tempFolder();
    for (const name of ['git', 'env', 'xargs', 'sh', 'mktemp', 'rm']) run(`ln -s "$(command -v ${name})" ${bin}`);
    write('a.md', good);
    const { status, text } = run(`git add posts; PATH=${bin} sh ${hook}`);
    expect({ status, text }).toEqual({
      status: 1,
      text: 'pre-commit: node not found, so the posts were not checked; add it to PATH, or pass --no-verify to git commit\n',
    });
  });

  test('writes where core.hooksPath says, but not into the hooks of all repositories', () => {
    const { run, folder, home } = repository();
    run('git config core.hooksPath tools/hooks');
    expect(run('blog init --hook')).toMatchObject({
      status: 0,
      text: expect.stringMatching(/^tools\/hooks\/pre-commit$/m),
    });
    expect(statSync(join(folder, 'tools/hooks/pre-commit')).mode & 0o111).not.toBe(0);
    run(`git config --unset core.hooksPath; git config --global core.hooksPath ${home}/all`);
    const { status, text } = run('blog init --hook');
    expect({ status, text }).toEqual({
      status: 1,
      text: expect.stringContaining('hooks of all your repositories are in'),
    });
    expect(run(`ls ${home}/all`).status).not.toBe(0);
  });

  test('needs a repository', () => {
    const { run } = repository();
    const outside = tempFolder();
    expect(run('blog init --hook --timezone UTC; ls', outside)).toEqual({
      status: 0,
      text: 'blog: --hook needs a git repository; run: git init\n',
    });
  });

  test('works in a second worktree', () => {
    const { run, top, hook } = repository();
    run('git add . && git commit -qm first && git worktree add -q ../second; rm .git/hooks/pre-commit', top);
    expect(run('blog -C ../second init --hook', top)).toMatchObject({ status: 0 });
    expect(statSync(hook).isFile()).toBe(true);
    run('rm -rf ../second', top);
  });
});
