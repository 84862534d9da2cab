import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { leadsOutside, realPath } from '../../src/files/outside.ts';
import { renamePath } from '../../src/files/write/rename.ts';
import { createFile, replaceFile } from '../../src/files/write/write.ts';
import { filesIn, tempFolder } from '../support/tempFolder.ts';

/** A folder with `root` and `other` in it; `links` lie in it: path → target. */
function around(links: Readonly<Record<string, string>>): string {
  const folder = tempFolder({ 'root/x': '', 'root/a/b/x': '', 'other/x': 'theirs' });
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(folder, path));
  return folder;
}

describe('leadsOutside', () => {
  test.each<[links: Readonly<Record<string, string>>, path: string, real: string | undefined]>([
    [{}, 'root/x', undefined],
    [{}, 'root/none/at/all', undefined],
    [{}, 'other/x', undefined],
    [{}, 'root', undefined],
    [{ 'root/l': 'a' }, 'root/l/b/x', undefined],
    [{ 'root/l': '../root/a' }, 'root/l/b/x', undefined],
    [{ 'root/l': '.' }, 'root/l/l/l/x', undefined],
    [{ 'root/l': '..' }, 'root/l', '.'],
    [{ 'root/l': '../other' }, 'root/l', 'other'],
    [{ 'root/l': '../other' }, 'root/l/x', 'other/x'],
    [{ 'root/l': '../other' }, 'root/l/none/x', 'other/none/x'],
    [{ 'root/l': '../root2' }, 'root/l/x', 'root2/x'],
    [{ 'root/l': '../none' }, 'root/l', 'none'],
    [{ 'root/a/l': '../../other' }, 'root/a/l', 'other'],
    [{ 'root/l': 'm', 'root/m': '../n', n: 'other/x' }, 'root/l', 'other/x'],
    // The link below the root alone would not lead out.
    [{ 'root/l': 'a/b/m', 'root/a/b/m': '../../../other' }, 'root/l/x', 'other/x'],
    // From outside into the root, and by a link there out again.
    [{ in: 'root', 'root/l': '../other' }, 'in/l/x', 'other/x'],
    [{ out: 'other' }, 'out/x', undefined],
  ])('%j: %s', (links, path, real) => {
    const folder = around(links);
    const found = leadsOutside(join(folder, 'root'), join(folder, path));
    expect(found).toBe(real === undefined ? undefined : join(folder, real));
  });

  test('the root may be a link itself, or lie behind one', () => {
    const folder = around({ home: 'root', 'root/l': '../other', up: '.' });
    for (const root of ['home', 'up/root', 'up/home', 'root']) {
      for (const other of ['home', 'up/root', 'root']) {
        expect(leadsOutside(join(folder, root), join(folder, other, 'x'))).toBeUndefined();
        expect(leadsOutside(join(folder, root), join(folder, other, 'l/x'))).toBe(join(folder, 'other/x'));
      }
    }
  });

  test('links that go round end somewhere, and a root of all holds everything', () => {
    const folder = around({ 'root/c': 'd', 'root/d': 'c', 'root/e': 'e/e/e', 'root/l': '../other' });
    for (const name of ['c', 'd', 'e'])
      expect(leadsOutside(join(folder, 'root'), join(folder, 'root', name))).toBe(undefined);
    expect(leadsOutside('/', join(folder, 'root/l'))).toBeUndefined();
  });

  test('realPath follows a link to what is not there yet', () => {
    const folder = around({ 'root/l': '../other/new', 'root/m': 'l' });
    expect(realPath(join(folder, 'root/m/deep'))).toBe(join(folder, 'other/new/deep'));
  });
});

describe('every writer asks', () => {
  const writers: Readonly<Record<string, (path: string, root: string | undefined) => unknown>> = {
    createFile: (path, root) => createFile(join(path, 'deep/new'), 'mine', 'new', { root }),
    'replaceFile in a new folder': (path, root) =>
      replaceFile(join(path, 'deep/new'), 'mine', 'new', { root, make: true }),
    replaceFile: (path, root) => replaceFile(join(path, 'x'), 'mine', 'x', { root }),
    renamePath: (path, root) => root !== undefined && renamePath(join(path, 'x'), join(path, 'y'), 'x', root),
  };

  test.each(Object.keys(writers))('%s', (name) => {
    const folder = around({ 'root/l': '../other', 'root/in': 'a/b' });
    const root = join(folder, 'root');
    const before = filesIn(folder);
    expect(() => writers[name]?.(join(root, 'l'), root)).toThrow(`leads through a link to ${join(folder, 'other')}`);
    expect(filesIn(folder)).toEqual(before);
    expect(existsSync(join(folder, 'other/deep'))).toBe(false);
    expect(readFileSync(join(folder, 'other/x'), 'utf8')).toBe('theirs');
    expect(() => writers[name]?.(join(root, 'in'), root)).not.toThrow();
    expect(() => writers[name]?.(join(root, 'l'), undefined)).not.toThrow();
  });

  test.each<[string, (path: string, text: Iterable<string>, root: string) => unknown]>([
    ['createFile', (path, text, root) => createFile(join(path, 'new'), text, 'new', { root })],
    ['replaceFile', (path, text, root) => replaceFile(join(path, 'x'), text, 'x', { root })],
  ])('%s, too, where a folder becomes a link while the text is made', (_, write) => {
    const folder = around({});
    const root = join(folder, 'root');
    mkdirSync(join(folder, 'other/b'));
    const text = function* (): Generator<string> {
      yield 'mine';
      // Whoever does that moves what we have begun along.
      renameSync(join(root, 'a/b'), join(folder, 'other/moved'));
      symlinkSync('../../other/moved', join(root, 'a/b'));
    };
    expect(() => write(join(root, 'a/b'), text(), root)).toThrow('leads through a link');
    expect(filesIn(join(folder, 'other'))).toEqual(['moved/x', 'x']);
    expect(readFileSync(join(folder, 'other/moved/x'), 'utf8')).toBe('');
  });
});

describe('a folder that is swapped for a link while a file in it is written', () => {
  type When = { sweep: () => void; text: Iterable<string>; isStill: () => boolean };
  const writers: Readonly<Record<string, (path: string, root: string, when: When) => unknown>> = {
    createFile: (path, root, { text, sweep }) => createFile(join(path, 'new'), text, 'new', { root, sweep }),
    replaceFile: (path, root, { text, sweep, isStill }) =>
      replaceFile(join(path, 'x'), text, 'x', { root, sweep, isStill }),
  };

  /** The moments at which others can do something, and what they do there: swap the folder, or put it back. */
  const attacks: readonly [
    string,
    Readonly<Partial<Record<'sweep' | 'first' | 'last' | 'isStill', 'swap' | 'back'>>>,
  ][] = [
    ['before the new file is made', { sweep: 'swap' }],
    ['before, and back while it is written', { sweep: 'swap', first: 'back' }],
    ['before, and back at the end', { sweep: 'swap', last: 'back' }],
    ['before, back while it is written, and again at the end', { sweep: 'swap', first: 'back', isStill: 'swap' }],
    ['at the beginning of the text', { first: 'swap' }],
    ['at the end of the text', { last: 'swap' }],
    ['directly before the new file is put in place', { isStill: 'swap' }],
  ];

  const cases = Object.keys(writers).flatMap((name) =>
    attacks
      .filter(([, { isStill }]) => isStill === undefined || name === 'replaceFile')
      .map(([when, attack]) => [name, when, attack] as const),
  );

  test.each(cases)('%s: %s', (name, _, attack) => {
    const folder = around({});
    const root = join(folder, 'root');
    const [inside, kept] = [join(root, 'a/b'), join(folder, 'kept')];
    const act = (moment: keyof typeof attack): void => {
      if (attack[moment] === 'swap') {
        renameSync(inside, kept);
        symlinkSync('../../other', inside);
      } else if (attack[moment] === 'back') {
        rmSync(inside);
        renameSync(kept, inside);
      }
    };
    const text = function* (): Generator<string> {
      act('first');
      yield 'MINE'.repeat(100_000);
      act('last');
    };
    const when = {
      sweep: () => act('sweep'),
      text: text(),
      isStill: () => {
        act('isStill');
        return true;
      },
    };
    expect(() => writers[name]?.(inside, root, when)).toThrow(/^(?:cannot write|new|x|.*leads through)/);
    expect(readFileSync(join(folder, 'other/x'), 'utf8')).toBe('theirs');
    for (const file of filesIn(join(folder, 'other')).filter((one) => one !== 'x')) {
      expect(file).toMatch(/^\.blog-.*\.tmp$/);
      expect(readFileSync(join(folder, 'other', file), 'utf8')).toBe('');
    }
    const real = existsSync(kept) ? kept : inside;
    expect(readFileSync(join(real, 'x'), 'utf8')).toBe('');
  });

  test('by another folder of the blog is noticed, too', () => {
    const folder = around({});
    const root = join(folder, 'root');
    const text = function* (): Generator<string> {
      yield 'mine';
      renameSync(join(root, 'a/b'), join(root, 'a/c'));
      mkdirSync(join(root, 'a/b'));
    };
    expect(() => replaceFile(join(root, 'a/b/x'), text(), 'x', { root })).toThrow(
      /another program has replaced its folder/,
    );
    expect(filesIn(join(root, 'a/b'))).toEqual([]);
  });
});
