import {
  chmodSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { UserError } from '../../src/errors.ts';
import { temporaryPath } from '../../src/files/write/temporary.ts';
import { createFile, replaceFile } from '../../src/files/write/write.ts';
import { filesIn, tempFolder } from '../support/tempFolder.ts';

const onLinux = process.platform === 'linux' ? test : test.skip;

function message(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
}

describe('a new folder goes again where its file cannot be written', () => {
  const text = function* (): Generator<string> {
    yield 'begun';
    throw Object.assign(new Error(), { code: 'ENOSPC' });
  };
  const everything = (folder: string): string[] => readdirSync(folder, { recursive: true }).map(String);

  test.each<[string, (path: string, root: string) => unknown]>([
    ['createFile', (path, root) => createFile(path, text(), 'x.xml', { root })],
    ['replaceFile', (path, root) => replaceFile(path, text(), 'x.xml', { root, make: true })],
  ])('%s', (_, write) => {
    const folder = tempFolder({ 'a/kept': '' });
    expect(message(() => write(join(folder, 'a/b/c/x.xml'), folder))).toBe('cannot write x.xml: no space left on disk');
    expect(everything(folder).sort()).toEqual(['a', join('a', 'kept')]);
  });
});

describe('createFile', () => {
  test('makes the file and its folders, and leaves no other file', () => {
    const folder = tempFolder();
    expect(createFile(join(folder, 'a/b/x.md'), 'Zoë\n', 'x.md', { root: folder })).toBe(true);
    expect(readFileSync(join(folder, 'a/b/x.md'), 'utf8')).toBe('Zoë\n');
    expect(filesIn(folder)).toEqual(['a/b/x.md']);
    expect(statSync(join(folder, 'a/b/x.md')).nlink).toBe(1);
  });

  test('gives the file the mode that any new file has', () => {
    const folder = tempFolder({ 'other.md': '' });
    createFile(join(folder, 'x.md'), '', 'x.md', { root: folder });
    expect(statSync(join(folder, 'x.md')).mode).toBe(statSync(join(folder, 'other.md')).mode);
  });

  test('never overwrites: a file, a folder, a link to nowhere', () => {
    const folder = tempFolder({ 'x.md': 'old' });
    mkdirSync(join(folder, 'y.md'));
    symlinkSync('nowhere', join(folder, 'z.md'));
    for (const name of ['x.md', 'y.md', 'z.md'])
      expect(createFile(join(folder, name), 'new', name, { root: folder })).toBe(false);
    expect(readFileSync(join(folder, 'x.md'), 'utf8')).toBe('old');
    expect(filesIn(folder)).toEqual(['x.md', 'z.md']);
  });

  test('never overwrites what another program creates while it writes', () => {
    const folder = tempFolder();
    const path = join(folder, 'x.md');
    function* pieces() {
      yield 'new';
      writeFileSync(path, 'theirs');
    }
    expect(createFile(path, pieces(), 'x.md', { root: folder })).toBe(false);
    expect(readFileSync(path, 'utf8')).toBe('theirs');
    expect(filesIn(folder)).toEqual(['x.md']);
  });

  test('says why it cannot, and removes what it had begun', () => {
    const folder = tempFolder({ file: '' });
    expect(message(() => createFile(join(folder, 'file/x.md'), '', 'posts/x.md', { root: folder }))).toMatch(
      /^cannot write posts\/x\.md: /,
    );
    const long = `${'x'.repeat(300)}.md`;
    expect(message(() => createFile(join(folder, 'a/b', long), '', 'long.md', { root: folder }))).toBe(
      'cannot write long.md: its name is too long',
    );
    expect(filesIn(folder)).toEqual(['file']);
    expect(() => statSync(join(folder, 'a'))).toThrow('ENOENT');
  });
});

describe('replaceFile', () => {
  test('writes a new file, and replaces an old one with its mode', () => {
    const folder = tempFolder();
    const path = join(folder, 'feed.xml');
    replaceFile(path, 'one', 'feed.xml', { root: folder });
    chmodSync(path, 0o640);
    replaceFile(path, 'two', 'feed.xml', { root: folder });
    expect(readFileSync(path, 'utf8')).toBe('two');
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(filesIn(folder)).toEqual(['feed.xml']);
  });

  test('a link stays, and what it leads to is replaced or made', () => {
    const folder = tempFolder({ 'real/feed.xml': 'old' });
    symlinkSync('real/feed.xml', join(folder, 'link.xml'));
    symlinkSync('real/new.xml', join(folder, 'first.xml'));
    replaceFile(join(folder, 'link.xml'), 'new', 'link.xml', { root: folder });
    replaceFile(join(folder, 'first.xml'), 'first', 'first.xml', { root: folder });
    expect(readFileSync(join(folder, 'real/feed.xml'), 'utf8')).toBe('new');
    expect(readFileSync(join(folder, 'real/new.xml'), 'utf8')).toBe('first');
    expect(filesIn(folder)).toEqual(['first.xml', 'link.xml', 'real/feed.xml', 'real/new.xml']);
  });

  test('the old file is never open for writing: a second name for it keeps the old text', () => {
    const folder = tempFolder({ 'feed.xml': 'old' });
    linkSync(join(folder, 'feed.xml'), join(folder, 'second.xml'));
    replaceFile(join(folder, 'feed.xml'), 'new', 'feed.xml', { root: folder });
    expect(readFileSync(join(folder, 'second.xml'), 'utf8')).toBe('old');
  });

  test('a folder, and a folder that is not there, are refused in words', () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'feed.xml'));
    expect(message(() => replaceFile(join(folder, 'feed.xml'), 'x', 'feed.xml', { root: folder }))).toMatch(
      /^cannot write feed\.xml: /,
    );
    expect(message(() => replaceFile(join(folder, 'no/feed.xml'), 'x', 'no/feed.xml', { root: folder }))).toBe(
      'cannot write no/feed.xml: its folder does not exist',
    );
    symlinkSync('circle.xml', join(folder, 'circle.xml'));
    expect(message(() => replaceFile(join(folder, 'circle.xml'), 'x', 'circle.xml', { root: folder }))).toBe(
      'cannot write circle.xml: too many symbolic links',
    );
    expect(filesIn(folder)).toEqual(['circle.xml']);
  });

  onLinux('a device is written into and stays; a full one is an error in words', () => {
    replaceFile('/dev/null', 'x', '/dev/null', { root: undefined });
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
    expect(message(() => replaceFile('/dev/full', 'x', '/dev/full', { root: undefined }))).toBe(
      'cannot write /dev/full: no space left on disk',
    );
  });
});

describe('temporary files', () => {
  const dead = (path: string): string => path.replace(/\.blog-\d+-/, '.blog-999999999-');

  test('those of dead processes are removed by the next write; those of others stay', () => {
    const folder = tempFolder({ '.blog-notes.tmp': '' });
    const left = dead(temporaryPath(folder));
    const mine = temporaryPath(folder);
    const elsewhere = join(folder, '.blog-999999999-0badcafe-0123456789ab.tmp');
    for (const path of [left, mine, elsewhere]) writeFileSync(path, '');
    createFile(join(folder, 'x.md'), '', 'x.md', { root: folder });
    expect(() => statSync(left)).toThrow('ENOENT');
    expect(statSync(mine).isFile()).toBe(true);
    expect(statSync(elsewhere).isFile()).toBe(true);
    expect(filesIn(folder)).toHaveLength(4);
  });

  test('after a day they are nobody’s', () => {
    const folder = tempFolder();
    const old = join(folder, '.blog-999999999-0badcafe-0123456789ab.tmp');
    writeFileSync(old, '');
    utimesSync(old, new Date(), new Date(Date.now() - 25 * 60 * 60 * 1000));
    replaceFile(join(folder, 'feed.xml'), '', 'feed.xml', { root: folder });
    expect(filesIn(folder)).toEqual(['feed.xml']);
  });
});
