import { describe, expect, test } from '@jest/globals';
import { fileKey } from '../../../src/import/index/urls.ts';
import type { Attachment } from '../../../src/import/types.ts';
import { copyPath } from '../../../src/import/uploads/paths.ts';
import { createUploads, type UploadsOnDisk } from '../../../src/import/uploads/uploads.ts';

const base = 'https://blog.example.org/wp-content/uploads';

/** A function that says what becomes of a URL, where these files are in the uploads folder. */
function uploads(files: readonly string[], given: Partial<UploadsOnDisk> = {}) {
  const find = (path: string) => (files.includes(path) ? { path } : undefined);
  const place = createUploads({ find, isFree: () => true, copied: new Map(), ...given });
  return (url: string, attachment?: Attachment) => place(url, fileKey(url), attachment);
}

const attachment = (file: string): Attachment => ({
  ...{ id: 1, url: `${base}/${file}`, title: '', alt: '', caption: '', parent: 0 },
  file,
});

describe('the file of a URL', () => {
  test.each([
    ['2018/06/a.jpg', ['2018/06/a.jpg'], '2018/06/a.jpg'],
    ['2018/06/a-300x200.jpg', ['2018/06/a.jpg', '2018/06/a-300x200.jpg'], '2018/06/a.jpg'],
    ['2018/06/a-300x200.jpg', ['2018/06/a.jpg', '2018/06/a-scaled.jpg'], '2018/06/a-scaled.jpg'],
    ['2018/06/a-300x200.jpg', ['2018/06/a-300x200.jpg'], '2018/06/a-300x200.jpg'],
    ['2018/06/a.jpg', ['2018/06/a.jpg', '2018/06/a-scaled.jpg'], '2018/06/a.jpg'],
    ['2018/06/a.jpg?w=300', ['2018/06/a.jpg'], '2018/06/a.jpg'],
    ['sites/2/2018/a.jpg', ['2018/a.jpg'], '2018/a.jpg'],
    ['sites/2/2018/a.jpg', ['sites/2/2018/a.jpg'], 'sites/2/2018/a.jpg'],
    ['2018/caf%C3%A9%20%23.jpg', ['2018/café #.jpg'], '2018/café #.jpg'],
    ['2018/a%2520b.jpg', ['2018/a%20b.jpg'], '2018/a%20b.jpg'],
  ])('%s of %j is %s', (url, files, from) => {
    expect(uploads(files)(`${base}/${url}`).copy?.from).toBe(from);
  });

  test('is that of its attachment, wherever WordPress serves it', () => {
    const place = uploads(['2018/a.jpg']);
    expect(place('https://cdn.example.net/x/a.jpg', attachment('2018/a.jpg')).copy?.from).toBe('2018/a.jpg');
  });

  test('is missing, or none of the uploads', () => {
    const place = uploads([]);
    expect(place(`${base}/a.jpg`)).toEqual({ url: `${base}/a.jpg`, isMissing: true });
    const theme = 'https://blog.example.org/wp-content/themes/x/a.jpg';
    expect(place(theme)).toEqual({ url: theme });
  });

  test('was copied before, even if the folder has it no more', () => {
    const given = { copied: new Map([['2018/A.jpg', 'uploads/2018/A-2.jpg']]) };
    const copy = { from: '2018/A.jpg', to: 'uploads/2018/A-2.jpg' };
    for (const find of [() => undefined, undefined]) {
      expect(uploads([], { ...given, find })(`${base}/2018/a-30x30.jpg`).copy).toEqual(copy);
    }
  });
});

test.each([
  ['a.svg', '.svg may contain scripts'],
  ['a.php', '.php is not a type of images, documents or recordings'],
  ['a.html', '.html is not a type of images, documents or recordings'],
  ['a.jpg.php', '.php is not a type of images, documents or recordings'],
  ['a', 'no file extension'],
  ['a.md', '.md is not a type of images, documents or recordings'],
])('%s is not copied: %s', (file, problem) => {
  expect(uploads([file])(`${base}/${file}`)).toEqual({ url: `${base}/${file}`, problem });
});

test('equal names are kept apart, also where capitals do not count or another file is there', () => {
  const files = ['a.jpg', 'A.jpg', 'a-2.jpg', 'b.jpg'];
  const place = uploads(files, { isFree: (copy) => copy !== 'uploads/b.jpg' });
  const copies = files.map((file) => place(`${base}/${file}`).copy?.to);
  expect(copies).toEqual(['uploads/a.jpg', 'uploads/A-2.jpg', 'uploads/a-2-2.jpg', 'uploads/b-2.jpg']);
  expect(place(`${base}/A.jpg`).copy?.to).toBe('uploads/A-2.jpg');
});

test.each([
  ['2018/06/a.jpg', 'uploads/2018/06/a.jpg'],
  ['2018/a (b) #1%.jpg', 'uploads/2018/a-b-1-.jpg'],
  ['e\u0301.jpg', 'uploads/é.jpg'],
  ['.hidden/.a.jpg', 'uploads/hidden/a.jpg'],
  ['con/nul.jpg', 'uploads/con-file/nul-file.jpg'],
  ['..jpg', 'uploads/jpg'],
  ['a\u202ejpg.exe.jpg', 'uploads/a-jpg.exe.jpg'],
  [`${'x'.repeat(250)}.jpg`, `uploads/${'x'.repeat(180)}.jpg`],
])('the copy of %j is %j', (path, copy) => {
  expect(copyPath(path)).toBe(copy);
});
