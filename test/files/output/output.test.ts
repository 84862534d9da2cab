import {
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { UserError } from '../../../src/errors.ts';
import { type OutputContent, readCopy } from '../../../src/files/output/content.ts';
import { readManifest } from '../../../src/files/output/manifest.ts';
import { type OutputChanges, openOutput } from '../../../src/files/output/output.ts';
import { filesIn, tempFolder } from '../../support/tempFolder.ts';

type Site = Readonly<Record<string, OutputContent>>;

/** Writes a site, or only compares it; returns the changes. */
async function build(folder: string, site: Site, isWritten = true, force = false): Promise<OutputChanges> {
  const manifest = readManifest(folder, 'public');
  const before = manifest === 'unreadable' ? undefined : manifest;
  const output = openOutput(folder, { shown: 'public', before: before ?? new Map(), isWritten, force });
  try {
    for (const [path, content] of Object.entries(site)) output.add({ path, content });
    const changes = output.compare();
    if (isWritten) output.publish();
    return changes;
  } finally {
    await output.close();
  }
}

const none = { added: [], changed: [], gone: [], kept: [], foreign: [], unchanged: 0 };
const list = '.blog-build.json';

describe('a site', () => {
  test('is written with its folders and its list, and nothing else', async () => {
    const folder = join(tempFolder(), 'new/public');
    const changes = await build(folder, { 'index.html': 'home', 'a/b/index.html': ['x', 'y'] });
    expect(changes).toEqual({ ...none, added: ['index.html', 'a/b/index.html'] });
    expect(filesIn(folder)).toEqual([list, 'a/b/index.html', 'index.html']);
    expect(readFileSync(join(folder, 'a/b/index.html'), 'utf8')).toBe('xy');
    expect([...(readManifest(folder, '') as Map<string, string[]>).keys()]).toEqual(['a/b/index.html', 'index.html']);
  });

  test('that has not changed is not written again, not even its list', async () => {
    const folder = tempFolder();
    const site = { 'index.html': 'home', 'a/index.html': 'a' };
    await build(folder, site);
    const files = filesIn(folder);
    for (const file of files) utimesSync(join(folder, file), 1000, 1000);
    expect(await build(folder, site)).toEqual({ ...none, unchanged: 2 });
    expect(filesIn(folder)).toEqual(files);
    expect(files.map((file) => statSync(join(folder, file)).mtimeMs)).toEqual(files.map(() => 1_000_000));
  });

  test('loses what is gone, with empty folders, and nothing that others have put there', async () => {
    const folder = tempFolder({ CNAME: 'blog.example.org', 'a/own.txt': 'own' });
    await build(folder, { 'a/index.html': 'a', 'b/c/index.html': 'c', 'd/index.html': 'd', 'index.html': '1' });
    writeFileSync(join(folder, 'd/index.html'), 'edited');
    const changes = await build(folder, { 'index.html': '2' });
    expect(changes).toEqual({
      ...none,
      changed: ['index.html'],
      gone: ['a/index.html', 'b/c/index.html'],
      kept: ['d/index.html'],
    });
    expect(filesIn(folder)).toEqual([list, 'CNAME', 'a/own.txt', 'd/index.html', 'index.html']);
    expect(() => statSync(join(folder, 'b'))).toThrow('ENOENT');
  });

  test('restores a page that was edited or deleted', async () => {
    const folder = tempFolder();
    const site = { 'a.html': 'a', 'b.html': 'b', 'c.html': 'c' };
    await build(folder, site);
    writeFileSync(join(folder, 'a.html'), 'edited');
    unlinkSync(join(folder, 'b.html'));
    expect(await build(folder, site)).toEqual({ ...none, changed: ['a.html', 'b.html'], unchanged: 1 });
    expect(readFileSync(join(folder, 'a.html'), 'utf8')).toBe('a');
    expect(readFileSync(join(folder, 'b.html'), 'utf8')).toBe('b');
  });

  test('is only compared if it is not to be written', async () => {
    const folder = tempFolder();
    await build(folder, { 'a.html': 'a', 'b.html': 'b' });
    const before = filesIn(folder);
    const changes = await build(folder, { 'b.html': 'new', 'c.html': 'c' }, false);
    expect(changes).toEqual({ ...none, added: ['c.html'], changed: ['b.html'], gone: ['a.html'] });
    expect(filesIn(folder)).toEqual(before);
    expect(readFileSync(join(folder, 'b.html'), 'utf8')).toBe('b');
    const missing = join(folder, 'missing');
    expect(await build(missing, { 'a.html': 'a' }, false)).toEqual({ ...none, added: ['a.html'] });
    expect(filesIn(folder)).toEqual(before);
  });

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['a file', { 'index.html': 'theirs' }, 'index.html'],
    ['a folder', { 'index.html/x': '' }, 'index.html'],
    ['a file where a folder is needed', { a: 'theirs' }, 'a'],
  ])('says what is in its way: %s', async (_, files, foreign) => {
    const folder = tempFolder(files);
    expect((await build(folder, { 'index.html': 'ours', 'a/index.html': 'a' }, false)).foreign).toEqual([foreign]);
  });

  test('takes over an equal file', async () => {
    const folder = tempFolder({ 'index.html': 'same' });
    expect(await build(folder, { 'index.html': 'same' })).toEqual({ ...none, unchanged: 1 });
    expect((await build(folder, {})).gone).toEqual(['index.html']);
    expect(filesIn(folder)).toEqual([list]);
  });

  test('turns a file into a folder', async () => {
    const folder = tempFolder();
    await build(folder, { a: 'file' });
    await build(folder, { 'a/index.html': 'page' });
    expect(filesIn(folder)).toEqual([list, 'a/index.html']);
  });

  test('changes only the case of a name', async () => {
    const folder = tempFolder();
    await build(folder, { 'News/index.html': 'same' });
    await build(folder, { 'news/index.html': 'same' });
    expect(filesIn(folder)).toEqual([list, 'news/index.html']);
  });

  test('changes nothing if it cannot be completed', async () => {
    const folder = tempFolder();
    await build(folder, { 'a.html': '1', 'b.html': '1' });
    function* pieces(): Generator<string> {
      yield 'new';
      throw new UserError('unsafe');
    }
    await expect(build(folder, { 'a.html': '2', 'b.html': pieces() })).rejects.toThrow('unsafe');
    expect(filesIn(folder)).toEqual([list, 'a.html', 'b.html']);
    expect(readFileSync(join(folder, 'a.html'), 'utf8')).toBe('1');
  });

  test('completes what a killed command has begun', async () => {
    const folder = tempFolder();
    await build(folder, { 'a.html': '1', 'b.html': '1' });
    const old = readManifest(folder, '') as Map<string, string[]>;
    const copy = tempFolder();
    await build(copy, { 'a.html': '2', 'c.html': '2' });
    const then = readManifest(copy, '') as Map<string, string[]>;
    // As after a kill in the middle: the list has both, one file is new, one old file is not yet removed.
    const both = Object.fromEntries(
      [...old, ...then].map(([path]) => [path, [...(old.get(path) ?? []), ...(then.get(path) ?? [])]]),
    );
    writeFileSync(join(folder, list), JSON.stringify({ version: 1, files: both }));
    writeFileSync(join(folder, 'a.html'), '2');
    mkdirSync(join(folder, '.blog-build.tmp'));
    writeFileSync(join(folder, '.blog-build.tmp/0'), 'torn');
    await build(folder, { 'a.html': '2', 'c.html': '2' });
    expect(filesIn(folder)).toEqual([list, 'a.html', 'c.html']);
    expect(readManifest(folder, '')).toEqual(then);
  });
});

describe('a file that is gone, and was changed after the build', () => {
  const changedOne = async (): Promise<string> => {
    const folder = tempFolder();
    await build(folder, { 'index.html': '1', 'd/index.html': 'd' });
    writeFileSync(join(folder, 'd/index.html'), 'edited');
    return folder;
  };
  const kept = { ...none, kept: ['d/index.html'], unchanged: 1 };
  const gone = { ...none, gone: ['d/index.html'], unchanged: 1 };

  test('is not forgotten until somebody removes it', async () => {
    const folder = await changedOne();
    for (const isWritten of [true, true, false])
      expect(await build(folder, { 'index.html': '1' }, isWritten)).toEqual(kept);
    expect(filesIn(folder)).toEqual([list, 'd/index.html', 'index.html']);
    expect([...(readManifest(folder, '') as Map<string, string[]>).keys()]).toEqual(['d/index.html', 'index.html']);
    unlinkSync(join(folder, 'd/index.html'));
    expect(await build(folder, { 'index.html': '1' })).toEqual({ ...none, unchanged: 1 });
    expect([...(readManifest(folder, '') as Map<string, string[]>).keys()]).toEqual(['index.html']);
  });

  test('is removed as soon as it is as it was written, or by force', async () => {
    const folder = await changedOne();
    await build(folder, { 'index.html': '1' });
    expect(await build(folder, { 'index.html': '1' }, false, true)).toEqual(gone);
    writeFileSync(join(folder, 'd/index.html'), 'd');
    expect(await build(folder, { 'index.html': '1' })).toEqual(gone);
    expect(filesIn(folder)).toEqual([list, 'index.html']);
    const other = await changedOne();
    expect(await build(other, { 'index.html': '1' }, true, true)).toEqual(gone);
    expect(filesIn(other)).toEqual([list, 'index.html']);
  });

  test('leaves what somebody has made of it beside it, which is named until it is gone, too', async () => {
    const folder = tempFolder();
    const site = { 'a/index.html': 'a', 'a/x.png': 'x', 'a/x.png.txt': 'y', 'index.html': '1' };
    await build(folder, site);
    for (const file of ['index.html.gz', 'a/index.html.gz', 'a/index.html.br', 'a/index.htm.gz', 'a/own.gz'])
      writeFileSync(join(folder, file), 'compressed');
    mkdirSync(join(folder, 'a/index.html.d'));
    const rest = { 'index.html': '1' };
    const copies = ['a/index.html.br', 'a/index.html.gz'];
    const own = ['a/x.png', 'a/x.png.txt', 'a/index.html'].sort();
    const sorted = async (isWritten: boolean, force = false) => {
      const changes = await build(folder, rest, isWritten, force);
      return { ...changes, gone: changes.gone.sort(), kept: changes.kept.sort() };
    };
    for (const isWritten of [false, true])
      expect(await sorted(isWritten)).toEqual({ ...none, gone: own, kept: copies, unchanged: 1 });
    for (const isWritten of [false, true])
      expect(await sorted(isWritten)).toEqual({ ...none, kept: copies, unchanged: 1 });
    rmSync(join(folder, 'a/index.html.br'));
    expect(await sorted(true, true)).toEqual({ ...none, gone: ['a/index.html.gz'], unchanged: 1 });
    expect(await sorted(true)).toEqual({ ...none, unchanged: 1 });
    expect(filesIn(folder)).toEqual([list, 'a/index.htm.gz', 'a/own.gz', 'index.html', 'index.html.gz']);
    // Removed at once, and where the page itself was deleted by hand.
    await build(folder, site);
    writeFileSync(join(folder, 'a/index.html.zst'), 'compressed');
    rmSync(join(folder, 'a/index.html'));
    expect((await sorted(false)).kept).toEqual(['a/index.html.zst']);
    expect((await sorted(true, true)).gone).toEqual(['a/index.html.zst', 'a/x.png', 'a/x.png.txt']);
  });

  test('is written again if the site has it again', async () => {
    const folder = await changedOne();
    await build(folder, { 'index.html': '1' });
    expect(await build(folder, { 'index.html': '1', 'd/index.html': 'd' })).toEqual({
      ...none,
      changed: ['d/index.html'],
      unchanged: 1,
    });
    expect(readFileSync(join(folder, 'd/index.html'), 'utf8')).toBe('d');
  });

  test('may be a link instead, but no folder', async () => {
    const folder = await changedOne();
    unlinkSync(join(folder, 'd/index.html'));
    symlinkSync('../index.html', join(folder, 'd/index.html'));
    expect(await build(folder, { 'index.html': '1' }, false)).toEqual(kept);
    expect(await build(folder, { 'index.html': '1' }, true, true)).toEqual(gone);
    const other = await changedOne();
    unlinkSync(join(other, 'd/index.html'));
    mkdirSync(join(other, 'd/index.html'));
    expect(await build(other, { 'index.html': '1' })).toEqual({ ...none, unchanged: 1 });
  });

  test('is in the way of a folder', async () => {
    const folder = tempFolder();
    await build(folder, { a: 'file' });
    writeFileSync(join(folder, 'a'), 'edited');
    expect((await build(folder, { 'a/index.html': 'page' }, false)).foreign).toEqual(['a']);
    await build(folder, { 'a/index.html': 'page' }, true, true);
    expect(filesIn(folder)).toEqual([list, 'a/index.html']);
  });

  test('is replaced where a disk finds it by its new name, too', async () => {
    const folder = tempFolder();
    await build(folder, { 'News.html': 'n' });
    writeFileSync(join(folder, 'News.html'), 'edited');
    // As on a disk that ignores case.
    linkSync(join(folder, 'News.html'), join(folder, 'news.html'));
    expect(await build(folder, { 'news.html': 'n' })).toMatchObject({ gone: ['News.html'], kept: [] });
    rmSync(join(folder, 'News.html'), { force: true });
    expect(readFileSync(join(folder, 'news.html'), 'utf8')).toBe('n');
    expect([...(readManifest(folder, '') as Map<string, string[]>).keys()]).toEqual(['news.html']);
  });
});

describe('links in the folder of a site', () => {
  test('are not followed: a folder', async () => {
    const outside = tempFolder({ 'x.txt': '' });
    const folder = tempFolder();
    symlinkSync(outside, join(folder, 'a'));
    await expect(build(folder, { 'a/index.html': 'a' })).rejects.toThrow(
      `public/a leads through a link to ${outside}, outside its folder`,
    );
    expect(filesIn(outside)).toEqual(['x.txt']);
  });

  test('are not followed: where new files wait', async () => {
    const outside = tempFolder({ 'x.txt': '' });
    const folder = tempFolder();
    symlinkSync(outside, join(folder, '.blog-build.tmp'));
    await build(folder, { 'index.html': 'a' });
    expect(filesIn(outside)).toEqual(['x.txt']);
    expect(filesIn(folder)).toEqual([list, 'index.html']);
  });

  test('are in the way: a file', async () => {
    const outside = tempFolder({ 'x.txt': 'theirs' });
    const folder = tempFolder();
    symlinkSync(join(outside, 'x.txt'), join(folder, 'index.html'));
    expect((await build(folder, { 'index.html': 'ours' }, false)).foreign).toEqual(['index.html']);
    await build(folder, { 'index.html': 'ours' });
    expect(readFileSync(join(outside, 'x.txt'), 'utf8')).toBe('theirs');
  });

  test('are not removed through', async () => {
    const outside = tempFolder({ 'index.html': 'a' });
    const folder = tempFolder();
    await build(folder, { 'a/index.html': 'a' });
    unlinkSync(join(folder, 'a/index.html'));
    const { rmdirSync } = await import('node:fs');
    rmdirSync(join(folder, 'a'));
    symlinkSync(outside, join(folder, 'a'));
    await expect(build(folder, {})).rejects.toThrow('outside its folder');
    expect(filesIn(outside)).toEqual(['index.html']);
  });
});

describe('copies', () => {
  const copy = (root: string, file: string): OutputContent => ({ copyOf: join(root, file), root, shown: file });

  test('have the bytes of the original, and follow it', async () => {
    const posts = tempFolder({ 'a.png': 'one' });
    const folder = tempFolder();
    const site = { 'img/a.png': copy(posts, 'a.png') };
    expect(await build(folder, site)).toEqual({ ...none, added: ['img/a.png'] });
    expect(await build(folder, site)).toEqual({ ...none, unchanged: 1 });
    writeFileSync(join(posts, 'a.png'), 'two');
    expect(await build(folder, site)).toEqual({ ...none, changed: ['img/a.png'] });
    expect(readFileSync(join(folder, 'img/a.png'), 'utf8')).toBe('two');
  });

  test('of several pieces', async () => {
    const text = '0123456789abcdef'.repeat(40_000);
    const posts = tempFolder({ 'a.png': text });
    const folder = tempFolder();
    await build(folder, { 'a.png': copy(posts, 'a.png') });
    expect(readFileSync(join(folder, 'a.png'), 'utf8')).toBe(text);
    expect(await build(folder, { 'a.png': text })).toEqual({ ...none, unchanged: 1 });
  });

  test('of several pieces as a text', () => {
    const text = '0123456789abcdef'.repeat(40_000);
    const root = tempFolder({ 'a.svg': text });
    expect(readCopy({ copyOf: join(root, 'a.svg'), root, shown: 'a.svg' })).toBe(text);
  });

  test('are refused: missing, a folder, a link that leads out', async () => {
    const secret = tempFolder({ 'key.png': 'secret' });
    const posts = tempFolder({ 'b.png/x': '' });
    symlinkSync(join(secret, 'key.png'), join(posts, 'c.png'));
    const folder = tempFolder();
    const error = (file: string) => build(folder, { x: copy(posts, file) }).catch((caught: Error) => caught.message);
    expect(await error('a.png')).toBe('cannot read a.png: no such file or folder');
    expect(await error('b.png')).toBe('b.png is not a file');
    expect(await error('c.png')).toContain('c.png leads through a link');
    expect(filesIn(folder)).toEqual([]);
  });
});
