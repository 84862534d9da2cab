import { linkSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { renamePath } from '../../src/files/write/rename.ts';
import { filesIn, tempFolder } from '../support/tempFolder.ts';

const start = (): string => tempFolder({ 'a.md': 'A', 'b.md': 'B', 'x/in.md': 'X', 'y/in.md': 'Y' });

describe('another name', () => {
  test.each([
    ['a file', 'a.md', 'c.md', ['b.md', 'c.md', 'x/in.md', 'y/in.md']],
    ['a folder', 'x', 'z', ['a.md', 'b.md', 'y/in.md', 'z/in.md']],
    ['the same name', 'a.md', 'a.md', ['a.md', 'b.md', 'x/in.md', 'y/in.md']],
    ['only other capitals', 'a.md', 'A.md', ['A.md', 'b.md', 'x/in.md', 'y/in.md']],
  ])('%s', (_, from, to, files) => {
    const folder = start();
    expect(renamePath(join(folder, from), join(folder, to), from, folder)).toBe(true);
    expect(filesIn(folder)).toEqual(files);
  });

  test('that is another name of the same file, as where capitals do not count', () => {
    const folder = start();
    linkSync(join(folder, 'a.md'), join(folder, 'A.md'));
    expect(renamePath(join(folder, 'a.md'), join(folder, 'A.md'), 'a.md', folder)).toBe(true);
    expect(readFileSync(join(folder, 'A.md'), 'utf8')).toBe('A');
  });

  test.each([
    ['a.md', 'b.md'],
    ['a.md', 'x'],
    ['x', 'y'],
    ['x', 'a.md'],
  ])('%s is not put over %s', (from, to) => {
    const folder = start();
    expect(renamePath(join(folder, from), join(folder, to), from, folder)).toBe(false);
    expect(filesIn(folder)).toEqual(filesIn(start()));
    expect(readFileSync(join(folder, 'b.md'), 'utf8')).toBe('B');
  });

  test.each([
    ['a file that is not there', 'nosuch.md', 'c.md', 'cannot rename posts/a.md: no such file or folder'],
    ['a folder that is not there', 'a.md', 'nosuch/a.md', 'cannot rename posts/a.md: no such file or folder'],
    ['a name that is too long', 'a.md', 'a'.repeat(300), /^cannot rename posts\/a\.md: .*too long/],
  ])('%s is said so', (_, from, to, message) => {
    const folder = start();
    expect(() => renamePath(join(folder, from), join(folder, to), 'posts/a.md', folder)).toThrow(message);
    expect(filesIn(folder)).toEqual(filesIn(start()));
  });
});
