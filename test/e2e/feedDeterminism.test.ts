/** The same posts give the same bytes, whoever makes the feed, when and where. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { builtBin, runBin } from '../support/builtBin.ts';
import { filesIn, tempFolder } from '../support/tempFolder.ts';

const project = resolve(import.meta.dirname, '../..');
const now = ['--now', '2026-01-01T12:00:00Z'];

/** Posts whose dates, names and order a machine could read its own way. */
const awkward: Readonly<Record<string, string>> = {
  'posts/i/index.md':
    '---\ntitle: "İstanbul, ISTANBUL, straße"\ndate: 2024-03-31 01:30\ncategories: [ÄB, ab]\n---\n1.5\n',
  'posts/Z.md': '---\ntitle: Same moment\ndate: 2024-10-27T01:30\nauthors: [Zoë, Ådne]\n---\n![](z.png)\n',
  'posts/a.md': '---\ntitle: Same moment\ndate: 2024-10-27T01:30\nimage: z.png\n---\n[z](Z.md)\n',
  'posts/ä.md': '---\ntitle: Day alone\ndate: 2024-02-29\nupdated: 2024-03-01\n---\nx[^1]\n\n[^1]: note\n',
  'posts/z.png': 'no picture',
};

/** The project's posts and those, file by file; `late` turns their order and time round. */
function copySite(late: boolean): string {
  const folder = tempFolder();
  const own = ['blog.config.yaml', ...filesIn(join(project, 'posts')).map((file) => `posts/${file}`)];
  const files = [...own, ...Object.keys(awkward)];
  for (const file of late ? files.toReversed() : files) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, awkward[file] ?? readFileSync(join(project, file)));
    if (late) utimesSync(path, new Date(2001, 1), new Date(2001, 1));
  }
  return folder;
}

let bin: string;
let site: string;
let elsewhere: string;

beforeAll(() => {
  bin = builtBin;
  site = copySite(false);
  elsewhere = copySite(true);
});

function feedOf(type: string, cwd: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = runBin(bin, cwd, ['-q', ...now, ...args, 'feed', '--type', type], {
    TZ: 'UTC',
    ...env,
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

describe.each(['rss', 'atom', 'json'])('the same bytes of %s', (type) => {
  let expected: string;

  beforeAll(() => {
    expected = feedOf(type, site);
    expect(expected).toContain('straße');
  });

  test.each(['Pacific/Auckland', 'America/St_Johns', 'Europe/London'])('in the zone %s', (zone) => {
    expect(feedOf(type, site, [], { TZ: zone })).toBe(expected);
  });

  test.each(['tr_TR.UTF-8', 'sv_SE.UTF-8', 'C'])('in the locale %s', (locale) => {
    expect(feedOf(type, site, [], { LC_ALL: locale, LANG: locale, LANGUAGE: locale })).toBe(expected);
  });

  test('on another day, where no other post is published', () => {
    expect(feedOf(type, site, ['--now', '2031-06-30'])).toBe(expected);
  });

  test('in another folder, with -C, with --config, from inside and from below', () => {
    expect(feedOf(type, elsewhere)).toBe(expected);
    expect(feedOf(type, join(elsewhere, 'posts/i'))).toBe(expected);
    expect(feedOf(type, '/', ['-C', elsewhere])).toBe(expected);
    expect(feedOf(type, '/', ['--config', join(elsewhere, 'blog.config.yaml')])).toBe(expected);
    expect(feedOf(type, dirname(elsewhere), ['-C', basename(elsewhere), '--posts', 'posts'])).toBe(expected);
  });
});

describe('what only a process shows', () => {
  test.each(['-', '/dev/stdout', '/dev/fd/1'])('-o %s is stdout, be it a socket, a pipe or a file', (output) => {
    const printed = feedOf('rss', site);
    expect(runBin(bin, site, ['-q', ...now, 'feed', '-o', output])).toMatchObject({
      status: 0,
      stdout: printed,
      stderr: '',
    });
    const command = `"${process.execPath}" "${bin}" ${now.join(' ')} feed -o ${output}`;
    const shell = (text: string): string => spawnSync('/bin/sh', ['-c', text], { cwd: site, encoding: 'utf8' }).stdout;
    expect(shell(`${command} | cat`)).toBe(printed);
    expect(shell(`${command} > out.xml; cat out.xml; rm out.xml`)).toBe(printed);
  });

  test('a reader that has gone ends it quietly', () => {
    const script = `"${process.execPath}" "${bin}" feed --limit 0; echo "status $?" >&2`;
    const { stderr } = spawnSync('/bin/sh', ['-c', `{ ${script}; } | head -c 10`], { cwd: site, encoding: 'utf8' });
    expect(stderr).toMatch(/^status (0|141)\n$/);
  });

  test('killed while it writes, it leaves the old feed, and the next run leaves no other file', () => {
    const folder = copySite(false);
    runBin(bin, folder, [...now, 'feed', '-o', 'feed.xml']);
    const old = readFileSync(join(folder, 'feed.xml'), 'utf8');
    // As late as can be: the new feed is whole, and has yet to get its name.
    const kill = `data:text/javascript,import fs from 'node:fs';import { syncBuiltinESMExports } from 'node:module';
fs.renameSync = () => process.kill(process.pid, 'SIGKILL'); syncBuiltinESMExports();`;
    writeFileSync(join(folder, 'posts/new.md'), '---\ntitle: New\ndate: 2025-01-01\n---\n');
    const args = ['--import', kill.replaceAll('\n', ' '), bin, ...now, 'feed', '-o', 'feed.xml'];
    expect(spawnSync(process.execPath, args, { cwd: folder }).signal).toBe('SIGKILL');
    expect(readFileSync(join(folder, 'feed.xml'), 'utf8')).toBe(old);
    expect(readdirSync(folder).filter((name) => /^\.blog-.*\.tmp$/.test(name))).toHaveLength(1);
    expect(readdirSync(folder).filter((name) => /^\.blog-.*\.lock$/.test(name))).toHaveLength(1);
    expect(runBin(bin, folder, [...now, 'feed', '-o', 'feed.xml']).status).toBe(0);
    expect(readdirSync(folder).filter((name) => name.startsWith('.blog-'))).toEqual([]);
    expect(statSync(join(folder, 'feed.xml')).size).toBeGreaterThan(old.length);
  });
});
