import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { readExport } from '../../src/files/exports.ts';
import { createDecoder } from '../../src/import/wxr/decoder.ts';
import { tempFolder } from '../support/tempFolder.ts';

async function read(bytes: string | Buffer) {
  const path = join(tempFolder({}), 'a.xml');
  writeFileSync(path, bytes);
  let text = '';
  const reading = await readExport(path, 'a.xml', (piece) => {
    text += piece;
  });
  return { text, problems: reading.problems.map(({ message }) => message), reading, path };
}

const latin = (declared: string): string => `<?xml version="1.0" encoding="${declared}"?>`;

describe('an encoding', () => {
  test.each([
    ['UTF-8', Buffer.from('é – 😀'), 'é – 😀', []],
    ['UTF-8 with a byte order mark', Buffer.from('\ufeffé'), 'é', []],
    [
      'UTF-8 that says it is Latin-1',
      Buffer.from(`${latin('ISO-8859-1')}é`),
      `${latin('ISO-8859-1')}é`,
      ['declares ISO-8859-1, but is UTF-8'],
    ],
    [
      'windows-1252 that says it is UTF-8',
      Buffer.from(`${latin('UTF-8')}caf\xe9 \x93x\x94`, 'latin1'),
      `${latin('UTF-8')}café “x”`,
      ['3 bytes are not UTF-8; read as windows-1252'],
    ],
    [
      'a character that is cut',
      Buffer.concat([Buffer.from('é '), Buffer.from('😀').subarray(0, 3), Buffer.from('.')]),
      'é \ufffd.',
      ['1 characters are cut in the middle'],
    ],
    [
      'windows-1251',
      Buffer.concat([Buffer.from(latin('windows-1251')), Buffer.from([0xcf, 0xf0, 0xe8])]),
      `${latin('windows-1251')}При`,
      ['encoded as windows-1251'],
    ],
    [
      'an unknown one',
      Buffer.from(`${latin('x-none')}\xe9`, 'latin1'),
      `${latin('x-none')}é`,
      ['declares the unknown encoding “x-none”', '1 bytes are not UTF-8; read as windows-1252'],
    ],
    ['UTF-16', Buffer.from('\ufeffé 😀', 'utf16le'), 'é 😀', ['encoded as UTF-16']],
  ])('%s', async (_, bytes, text, problems) => {
    expect(await read(bytes)).toMatchObject({ text, problems });
    expect(await read(gzipSync(bytes))).toMatchObject({ text, problems });
  });

  test('is the same in pieces of one byte', () => {
    const bytes = Buffer.from('é – 😀 \xe9', 'utf8');
    const decoder = createDecoder();
    let text = decoder.write(bytes.subarray(0, 4));
    for (let at = 4; at < bytes.length; at++) text += decoder.write(bytes.subarray(at, at + 1));
    expect(text + decoder.end()).toBe('é – 😀 é');
  });
});

test('what is whole of a cut gzip file is read, and the loss is said', async () => {
  const text = Array.from({ length: 100_000 }, (_, index) => String(index)).join('\n');
  const bytes = gzipSync(text);
  const { text: found, reading } = await read(bytes.subarray(0, bytes.length - 1000));
  expect(reading.problems).toEqual([
    { message: 'gzip data is damaged or cut off; what comes before was read', isLoss: true },
  ]);
  expect(text.startsWith(found) && found.length > 1000).toBe(true);
});

test('a file that changed since the last reading is refused', async () => {
  const { reading, path } = await read('one');
  await readExport(path, 'a.xml', () => {}, undefined, reading);
  writeFileSync(path, 'two');
  await expect(readExport(path, 'a.xml', () => {}, undefined, reading)).rejects.toThrow('was changed');
});

test('folders and pipes are refused', async () => {
  const folder = tempFolder({});
  mkdirSync(join(folder, 'a'));
  execFileSync('mkfifo', [join(folder, 'b')]);
  await expect(readExport(join(folder, 'a'), 'a', () => {})).rejects.toThrow('a is a folder');
  await expect(readExport(join(folder, 'b'), 'b', () => {})).rejects.toThrow('b is not a file');
  await expect(readExport(join(folder, 'c'), 'c', () => {})).rejects.toThrow('cannot read c: no such file or folder');
});
