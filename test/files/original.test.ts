/** Files that are copied out of a folder: only what is inside, whatever another program puts in their place. */
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { withOriginal } from '../../src/files/outside.ts';
import { tempFolder } from '../support/tempFolder.ts';

function originals() {
  const outer = tempFolder({
    'secret.png': 'secret',
    'root/a.png': 'one',
    'root/b.png': 'another',
    'root/empty.png': '',
  });
  const root = join(outer, 'root');
  symlinkSync('a.png', join(root, 'in.png'));
  symlinkSync('../secret.png', join(root, 'out.png'));
  symlinkSync('nowhere.png', join(root, 'gone.png'));
  mkdirSync(join(root, 'folder.png'));
  const of = (name: string) => ({ root, path: join(root, name), shown: `posts/${name}` });
  const text = (name: string): string => withOriginal(of(name), ({ pieces }) => Array.from(pieces(), String).join(''));
  return { root, of, text };
}

test.each([
  ['a.png', 'one'],
  ['in.png', 'one'],
  ['empty.png', ''],
])('%s is read', (name, wanted) => {
  expect(originals().text(name)).toBe(wanted);
});

test.each([
  ['none.png', 'cannot read posts/none.png: no such file or folder'],
  ['gone.png', 'cannot read posts/gone.png: no such file or folder'],
  ['folder.png', 'posts/folder.png is not a file'],
  ['out.png', 'posts/out.png leads through a link to '],
])('%s is refused', (name, message) => {
  expect(() => originals().text(name)).toThrow(message);
});

describe('another program', () => {
  test('replaces it: what was opened is read, as often as asked', () => {
    const { root, of } = originals();
    const read = withOriginal(of('a.png'), ({ size, pieces }) => {
      renameSync(join(root, 'b.png'), join(root, 'a.png'));
      return [size, ...[...pieces()].map(String), ...[...pieces()].map(String)];
    });
    expect(read).toEqual([3, 'one', 'one']);
  });

  test('makes it longer: the bytes that it had are read', () => {
    const { root, of } = originals();
    const read = withOriginal(of('a.png'), ({ pieces }) => {
      writeFileSync(join(root, 'a.png'), 'one and more');
      return [...pieces()].map(String);
    });
    expect(read).toEqual(['one']);
  });

  test('makes it shorter: that is said', () => {
    const { root, of } = originals();
    const read = () =>
      withOriginal(of('a.png'), ({ pieces }) => {
        writeFileSync(join(root, 'a.png'), 'on');
        return [...pieces()];
      });
    expect(read).toThrow('cannot read posts/a.png: another program made it shorter; run the command again');
  });
});

test('the errors of its use are not those of reading', () => {
  const { root, of } = originals();
  const use = () => withOriginal(of('a.png'), () => rmSync(join(root, 'none')));
  expect(use).toThrow(/ENOENT/);
});
