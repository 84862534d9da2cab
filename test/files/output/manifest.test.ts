import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { formatManifest, type Manifest, parseManifest, readManifest } from '../../../src/files/output/manifest.ts';
import { tempFolder } from '../../support/tempFolder.ts';

const hash = 'a'.repeat(64);
const other = 'b'.repeat(64);

describe('the list of written files', () => {
  test('is read as it was written, in the order of the paths', () => {
    const manifest: Manifest = new Map([
      ['b/index.html', [hash, other]],
      ['Ärger “x”.html', [other]],
      ['a.html', [hash]],
    ]);
    const text = formatManifest(manifest);
    expect(parseManifest(text)).toEqual(manifest);
    expect([...(parseManifest(text) ?? [])].map(([path]) => path)).toEqual([
      'a.html',
      'b/index.html',
      'Ärger “x”.html',
    ]);
    expect(parseManifest(formatManifest(new Map()))).toEqual(new Map());
  });

  const list = (path: string, value: unknown = hash): string =>
    JSON.stringify({ version: 1, files: Object.fromEntries([[path, value]]) });

  test.each([
    '../a',
    'a/../../b',
    '/etc/passwd',
    'a//b',
    './a',
    '..',
    '',
    'C:/a',
    'a\\b',
    '..\\a',
    'a\0b',
    'a\nb',
    '.blog-build.json',
  ])('with the path %j is not one of ours', (path) => {
    expect(parseManifest(list(path))).toBeUndefined();
  });

  test.each([
    ['cut off', list('a.html').slice(0, -3)],
    ['another version', JSON.stringify({ version: 2, files: {} })],
    ['no hash', list('a.html', 'x')],
    ['no hashes', list('a.html', [])],
    ['a number', list('a.html', 1)],
    ['no object', '[]'],
    ['null', 'null'],
    ['files null', '{"version":1,"files":null}'],
    ['empty', ''],
  ])('is not one of ours: %s', (_, text) => {
    expect(parseManifest(text)).toBeUndefined();
  });

  test('of a folder: there, missing, unreadable', () => {
    expect(readManifest(tempFolder({ '.blog-build.json': list('a.html') }), 'public')).toEqual(
      new Map([['a.html', [hash]]]),
    );
    expect(readManifest(tempFolder(), 'public')).toBeUndefined();
    expect(readManifest(tempFolder({ '.blog-build.json': '{' }), 'public')).toBe('unreadable');
    const folder = tempFolder();
    mkdirSync(join(folder, '.blog-build.json'));
    expect(readManifest(folder, 'public')).toBe('unreadable');
  });
});
