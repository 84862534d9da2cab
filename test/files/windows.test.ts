/** What differs on Windows, by table; test/windows tries it there. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { folderOf, isInside } from '../../src/files/posts.ts';
import { gitName } from '../../src/files/programs/git.ts';
import { findProgram } from '../../src/files/programs/programs.ts';
import {
  comparablePath,
  nameProblem,
  pathBelow,
  renamePatiently,
  withoutPrefix,
  withSlashes,
} from '../../src/files/windows.ts';
import { tempFolder } from '../support/tempFolder.ts';

test.each([
  ['C:\\Blog\\a.md', 'C:/Blog/a.md', 'C:\\Blog\\a.md', 'c:\\blog\\a.md'],
  ['\\\\?\\C:\\Blog', '//?/C:/Blog', 'C:\\Blog', 'c:\\blog'],
  ['\\\\?\\UNC\\server\\share\\A', '//?/UNC/server/share/A', '\\\\server\\share\\A', '\\\\server\\share\\a'],
  ['\\\\server\\share', '//server/share', '\\\\server\\share', '\\\\server\\share'],
  ['\\\\?\\Volume{1}\\A', '//?/Volume{1}/A', '\\\\?\\Volume{1}\\A', '\\\\?\\volume{1}\\a'],
])('%s', (path, printed, plain, comparable) => {
  expect(withSlashes(path, true)).toBe(printed);
  expect(withoutPrefix(path, true)).toBe(plain);
  expect(comparablePath(path, true)).toBe(comparable);
  // Elsewhere each of these characters is one of a name.
  expect([withSlashes, withoutPrefix, comparablePath].map((one) => one(path, false))).toEqual([path, path, path]);
});

describe('a name that Windows does not allow', () => {
  test.each([
    ['C:\\blog\\NUL', '“NUL” is the name of a device on Windows'],
    ['C:\\blog\\con\\feed.xml', '“con” is the name of a device on Windows'],
    ['\\\\server\\share\\Com1.tar.gz', '“Com1.tar.gz” is the name of a device on Windows'],
    ['\\\\?\\C:\\blog\\aux .md', '“aux .md” is the name of a device on Windows'],
    ['C:\\blog\\nul ', '“nul ” is the name of a device on Windows'],
    ['C:\\blog\\feed.xml:x', '“feed.xml:x” contains a character that Windows does not allow in names'],
    ['C:\\blog\\why?.xml', '“why?.xml” contains a character that Windows does not allow in names'],
    ['C:\\blog\\feed.', '“feed.” ends with a dot or a space, which Windows does not allow'],
    ['C:\\a \\feed.xml', '“a ” ends with a dot or a space, which Windows does not allow'],
    ['C:\\blog\\console\\com\\nulls.xml', undefined],
    [`C:\\blog\\${'é'.repeat(256)}`, 'its name is too long'],
    [`C:\\blog\\${'é'.repeat(255)}`, undefined],
    ['C:\\', undefined],
  ])('%s: %s', (path, problem) => {
    expect(nameProblem(path, true)).toBe(problem);
    expect(nameProblem(path, false)).toBeUndefined();
  });
});

describe('a rename', () => {
  /** A rename that fails with these codes first, and how often it was tried. */
  function failing(...codes: string[]) {
    const left = [...codes];
    const tries = { count: 0 };
    const rename = (): string => {
      tries.count++;
      const code = left.shift();
      if (code !== undefined) throw Object.assign(new Error(code), { code });
      return 'done';
    };
    return { rename, tries };
  }

  test.each([['EPERM'], ['EACCES'], ['EBUSY'], ['EBUSY', 'EPERM']])('is tried again after %s', (...codes) => {
    const { rename, tries } = failing(...codes);
    expect(renamePatiently(rename, [1, 1])).toBe('done');
    expect(tries.count).toBe(codes.length + 1);
  });

  test('is given up after some time, and at once for another error', () => {
    expect(() => renamePatiently(failing('EBUSY', 'EBUSY', 'EPERM').rename, [1, 1])).toThrow('EPERM');
    const { rename, tries } = failing('ENOSPC');
    expect(() => renamePatiently(rename, [1, 1])).toThrow('ENOSPC');
    expect(tries.count).toBe(1);
  });
});

test.each(['/', '/x/y'].map((folder) => resolve(folder)))('a posts folder may be %s', (folder) => {
  const path = pathBelow(folder, 'a/b.md');
  expect(path).toBe(join(folder, 'a/b.md'));
  expect(isInside(folder, path)).toBe(true);
  expect(folderOf({ path, file: '', inPosts: 'a/b.md' })).toBe(folder);
});

describe('a program', () => {
  const folder = tempFolder();
  for (const name of ['code', 'code.cmd', 'git.exe', 'sh']) symlinkSync(process.execPath, join(folder, name));
  mkdirSync(join(folder, 'dir.exe'));
  const env = { OS: 'Windows_NT', PATH: folder, PATHEXT: '.exe;.cmd' };

  test.each([
    ['code', 'code.cmd'],
    ['code.cmd', 'code.cmd'],
    ['CODE', undefined],
    ['git', 'git.exe'],
    ['sh', undefined],
    ['dir', undefined],
  ])('%s is %s on Windows, where one without extension is for another shell', (name, found) => {
    expect(findProgram(name, { cwd: '/', env })).toBe(found && join(folder, found));
  });

  test('is not looked for in the current folder, as Windows does', () => {
    for (const PATH of ['', '.', '/nonexistent']) {
      expect(findProgram('git', { cwd: folder, env: { ...env, PATH } })).toBeUndefined();
      expect(gitName(folder, { ...env, PATH })).toBeUndefined();
    }
  });
});
