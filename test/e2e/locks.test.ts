/** Commands that write wait for one another. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { locked } from '../../src/commands/locked.ts';
import { createLock } from '../../src/files/write/lock.ts';
import { lockPath } from '../../src/files/write/temporary.ts';
import { filesIn, tempFolder } from '../support/tempFolder.ts';
import { testShell } from '../support/testShell.ts';

const bin = resolve('bin/blog.js');
const now = ['--now', '2024-05-14T09:30:00Z'];
const config = 'site_url: https://b.example\npermalink: /{slug}/\n';
const tea = '---\ntitle: Tea\ndate: 2024-05-01\n---\nText.\n';
const talk = tea.replace('Tea', 'Talk').replace('01', '02');

/** The lock of a process that is alive and is not this one. */
const foreign = (folder: string, pid = process.ppid): string => lockPath(folder).replace(/-\d+-/, `-${pid}-`);

function run(
  folder: string,
  args: readonly string[],
  flags: readonly string[] = [],
): { status: number | null; stdout: string; stderr: string } {
  const all = [...flags, bin, ...args, ...now];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** A module that does what another command does at its end, once the posts folder has been looked at for the first time. */
function endAfterFirstLook(lock: string): string {
  return `data:text/javascript,${encodeURIComponent(`
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const { readdirSync } = fs;
let done = false;
fs.readdirSync = (path, ...rest) => {
  const names = readdirSync(path, ...rest);
  if (!done && String(path).endsWith('posts')) {
    done = true;
    fs.writeFileSync('posts/2024-05-01-tea.md', ${JSON.stringify(tea)});
    fs.rmSync('posts/${basename(lock)}');
  }
  return names;
};
syncBuiltinESMExports();`)}`;
}

describe('what another command writes is there when names are chosen:', () => {
  test.each([
    ['new', ['new', 'Tea'], 0, /already has that name/],
    ['new --stdin', ['new', 'Tea', '--stdin'], 0, /already has that name/],
    ['rename', ['rename', 'talk', 'Tea'], 1, /already has this file name or URL/],
    ['publish', ['publish', 'plan', '--keep-date'], 1, /duplicate URL/],
  ] as const)('%s', (_, args, wanted, message) => {
    const plan = tea.replace('title: Tea', 'title: Tea\nslug: tea\ndraft: true');
    const publishes = args[0] === 'publish';
    const posts = { 'posts/2024-05-02-talk.md': talk, ...(publishes && { 'posts/plan.md': plan }) };
    const folder = tempFolder({ 'blog.config.yaml': config, ...posts });
    const lock = foreign(join(folder, 'posts'));
    writeFileSync(lock, '');
    const { status, stderr } = run(folder, args, ['--import', endAfterFirstLook(lock)]);
    expect(stderr).toMatch(message);
    expect(status).toBe(wanted);
    if (!publishes) expect(run(folder, ['validate', '--format', 'compact']).stdout).not.toContain('duplicate URL');
    expect(filesIn(folder).filter((file) => file.includes('.blog-'))).toEqual([]);
  });
});

test.each([
  ['list', ['list']],
  ['validate', ['validate']],
  ['feed', ['feed']],
  ['feed --check', ['feed', '-o', 'posts/feed.xml', '--check']],
  ['feed --diff', ['feed', '-o', 'posts/feed.xml', '--diff']],
  ['new --dry-run', ['new', 'Tea', '--dry-run']],
  ['rename --dry-run', ['rename', 'talk', 'Tea', '--dry-run']],
  ['categories merge --dry-run', ['categories', 'merge', 'News', 'Events', '--dry-run']],
  ['validate --fix --dry-run', ['validate', '--fix', '--dry-run']],
])('%s waits for nobody, and leaves no lock', (_, args) => {
  const folder = tempFolder({
    'blog.config.yaml': config,
    'posts/2024-05-02-talk.md': talk.replace('---\nText', 'categories: [News]\n---\nText'),
    'posts/feed.xml': '',
  });
  const lock = foreign(join(folder, 'posts'));
  writeFileSync(lock, '');
  expect(run(folder, args).stderr).not.toContain('another blog command');
  expect(readdirSync(join(folder, 'posts')).filter((name) => name.startsWith('.'))).toEqual([basename(lock)]);
});

test('who waits too long is told for whom, and leaves nothing', () => {
  const folder = tempFolder({ 'blog.config.yaml': config, 'posts/2024-05-02-talk.md': talk });
  const lock = foreign(join(folder, 'posts'));
  writeFileSync(lock, '');
  const { status, stderr } = run(folder, ['new', 'Tea']);
  expect(stderr).toBe(
    `blog: another blog command is running here (process ${process.ppid}); wait for it to finish, or delete posts/${basename(lock)} if it has crashed\n`,
  );
  expect(status).toBe(2);
  expect(filesIn(folder)).toEqual(['blog.config.yaml', `posts/${basename(lock)}`, 'posts/2024-05-02-talk.md']);
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s while it waits: it ends by it, and leaves no lock',
  async (signal) => {
    const folder = tempFolder({ 'posts/a.md': talk });
    const posts = join(folder, 'posts');
    // Of those that wait, the one whose name comes first keeps its lock: that is the command's here.
    const lock = lockPath(posts).replace(/-\d+-[0-9a-f]{8}/, '-999999999-0badcafe');
    writeFileSync(lock, '');
    const child = spawn(process.execPath, [bin, 'new', 'Tea', ...now], { cwd: folder });
    const by = new Promise((done) => child.on('exit', (_, end) => done(end)));
    const own = lockPath(posts).replace(/-\d+-/, `-${child.pid}-`);
    while (!existsSync(own)) await new Promise((done) => setTimeout(done, 5));
    child.kill(signal);
    expect(await by).toBe(signal);
    expect(filesIn(folder)).toEqual([`posts/${basename(lock)}`, 'posts/a.md']);
  },
);

describe('a lock', () => {
  test('follows no link that stands in its place', async () => {
    const folder = tempFolder({ victim: 'precious' });
    symlinkSync('victim', lockPath(folder));
    const lock = createLock(folder);
    expect(lock.attempt()).toBeUndefined();
    expect(readFileSync(join(folder, 'victim'), 'utf8')).toBe('precious');
    await lock.release();
    expect(filesIn(folder)).toEqual(['victim']);
  });

  test('of a dead process, or over an hour old, is nobody’s', async () => {
    const folder = tempFolder();
    const elsewhere = foreign(folder, 1).replace(/-[0-9a-f]{8}\./, '-0badcafe.');
    for (const path of [foreign(folder, 999_999_999), elsewhere, foreign(folder)]) writeFileSync(path, '');
    const old = new Date(Date.now() - 61 * 60 * 1000);
    utimesSync(elsewhere, old, old);
    // As a checkout or a wrong clock may leave it.
    const ahead = new Date(Date.now() + 61 * 60 * 1000);
    utimesSync(foreign(folder), ahead, ahead);
    const lock = createLock(folder);
    expect(lock.attempt()).toBeUndefined();
    expect(readdirSync(folder)).toEqual([basename(lockPath(folder))]);
    await lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('of another machine holds until it is old, and a number used again is no rival', () => {
    const folder = tempFolder();
    const elsewhere = foreign(folder, 999_999_999).replace(/-[0-9a-f]{8}\./, '-0badcafe.');
    writeFileSync(elsewhere, '');
    writeFileSync(lockPath(folder), '');
    const lock = createLock(folder);
    expect(lock.attempt()).toEqual({ path: elsewhere, pid: 999_999_999, here: false });
    return lock.release();
  });

  test('a folder that is made for it is removed where it stays empty, and only there', async () => {
    const folder = tempFolder();
    const posts = join(folder, 'a', 'posts');
    const context = { shell: testShell({ cwd: folder }).shell, globals: { input: false } };
    await locked(posts, context, () => undefined, { make: true });
    expect(readdirSync(folder)).toEqual([]);
    await locked(posts, context, () => writeFileSync(join(posts, 'a.md'), ''), { make: true });
    expect(filesIn(folder)).toEqual(['a/posts/a.md']);
  });

  test('at a terminal whoever waits is told so, once', async () => {
    const folder = tempFolder();
    writeFileSync(foreign(folder), '');
    const { shell, stderr } = testShell({ cwd: folder, stderr: { width: 80, color: 0 } });
    const context = { shell, globals: { input: false } };
    await expect(locked(folder, context, () => undefined, { patience: 700 })).rejects.toThrow('another blog command');
    expect(stderr()).toBe(`waiting for another blog command (process ${process.ppid}) …\n`);
  });
});
