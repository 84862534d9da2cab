/** Which files a page can show: their types, and where they really are. */
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { mediaType, openMedia } from '../../../src/files/media/media.ts';
import { tempFolder } from '../../support/tempFolder.ts';

describe('types', () => {
  const types: readonly [string, string | undefined][] = [
    ['a.png', 'image/png'],
    ['a.JPG', 'image/jpeg'],
    ['a.svg', 'image/svg+xml'],
    ['a.webm', 'video/webm'],
    ['a.pdf', 'application/pdf'],
    ...[
      'a.md',
      'a.html',
      'a.htm',
      'a.xhtml',
      'a.xml',
      'a.js',
      'a.mjs',
      'a.css',
      'a.json',
      'a.yaml',
      'a.yml',
      'a.txt',
    ].map((name): [string, undefined] => [name, undefined]),
    ...['a.wasm', 'a.swf', 'a.png.html', 'a', 'png', '.env', 'a.png~', 'a.constructor'].map(
      (name): [string, undefined] => [name, undefined],
    ),
  ];
  test.each(types)('%s: %s', (name, type) => expect(mediaType(name)).toBe(type));
});

describe('places', () => {
  const open = (folder: string, name: string): boolean => {
    const media = openMedia(folder, join(folder, name));
    media?.close();
    return media !== undefined;
  };

  test('inside, and through a link that stays inside', () => {
    const folder = tempFolder({ 'a.png': 'x', 'sub/.keep': '' });
    symlinkSync('../a.png', join(folder, 'sub/b.png'));
    expect([open(folder, 'a.png'), open(folder, 'sub/b.png')]).toEqual([true, true]);
  });

  test('not outside: by `..`, a link, a linked folder', () => {
    const outside = tempFolder({ 'secret.png': 'x' });
    const folder = tempFolder();
    symlinkSync(join(outside, 'secret.png'), join(folder, 'a.png'));
    symlinkSync(outside, join(folder, 'sub'));
    const up = join('..', outside.slice(outside.lastIndexOf('/') + 1), 'secret.png');
    expect(['a.png', 'sub/secret.png', up].map((name) => open(folder, name))).toEqual([false, false, false]);
  });

  test('not a text with the name of an image, nor what is no file', () => {
    const folder = tempFolder({ 'draft.md': 'secret', 'sub.png/.keep': '' });
    symlinkSync('draft.md', join(folder, 'a.png'));
    symlinkSync('nosuch.png', join(folder, 'b.png'));
    expect(['a.png', 'b.png', 'sub.png', 'nosuch.png'].map((name) => open(folder, name))).toEqual(Array(4).fill(false));
  });

  test('its bytes, or some of them', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'a.png'), '0123456789');
    const media = openMedia(folder, join(folder, 'a.png'));
    expect(media).toMatchObject({ type: 'image/png', size: 10 });
    let text = '';
    for await (const piece of media?.read(2, 4) ?? []) text += String(piece);
    expect(text).toBe('234');
  });
});
