/** Sizes of images, from the first bytes of their files. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { imageSizeOf } from '../../src/files/images/sizes.ts';
import { readImageSize } from '../../src/site/images/size.ts';
import fc from '../support/fastCheck.ts';
import { project } from '../support/pages.ts';
import { tempFolder } from '../support/tempFolder.ts';

const bytes = (...parts: (string | readonly number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));

/** A JPEG of 40 × 30, with an Exif orientation. */
const jpeg = (orientation: number): Buffer =>
  bytes(
    [0xff, 0xd8, 0xff, 0xe1, 0, 34],
    'Exif\0\0MM\0*',
    [0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0],
    [0xff, 0xc0, 0, 17, 8, 0, 30, 0, 40, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0xff, 0xd9],
  );

test.each<[string, Buffer, number, number]>([
  ['GIF', bytes('GIF89a', [40, 0, 30, 0]), 40, 30],
  ['JPEG', jpeg(1), 40, 30],
  ['JPEG of a camera held upright', jpeg(6), 30, 40],
  ['WebP', bytes('RIFF', [30, 0, 0, 0], 'WEBPVP8X', [10, 0, 0, 0, 0, 0, 0, 0, 39, 0, 0, 29, 0, 0]), 40, 30],
  ['SVG', bytes('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"></svg>'), 40, 30],
])('%s', (_, head, width, height) => {
  expect(readImageSize(head)).toEqual({ width, height });
});

test('a PNG in a folder', () => {
  expect(imageSizeOf(join(project, 'posts/images/round-table.png'))).toEqual({ width: 640, height: 360 });
});

test('what is no image has no size', () => {
  const folder = tempFolder({});
  writeFileSync(join(folder, 'a.png'), 'text');
  for (const path of [join(folder, 'a.png'), join(folder, 'b.png'), folder]) expect(imageSizeOf(path)).toBeUndefined();
  expect(readImageSize(bytes('<svg width="-5" height="0"></svg>'))).toBeUndefined();
  expect(readImageSize(new Uint8Array())).toBeUndefined();
});

test('no bytes make it fail or wait', () => {
  const starts = [
    'GIF89a',
    '\x89PNG\r\n\x1a\n',
    '\xff\xd8\xff',
    'RIFF0000WEBP',
    '\0\0\0\fftypavif',
    '8BPS',
    'icns',
    '<svg',
    'BM',
  ];
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 200 }), (start, rest) => {
      const size = readImageSize(bytes(start, [...rest]));
      expect(size === undefined || (size.width >= 1 && size.height >= 1)).toBe(true);
    }),
  );
});
