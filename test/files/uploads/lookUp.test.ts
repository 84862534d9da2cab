import { readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createUploadFinder, openUploads } from '../../../src/files/uploads/lookUp.ts';
import { tempFolder } from '../../support/tempFolder.ts';

const decomposed = 'cafe\u0301.jpg';
const files = [
  '2018/06/Group.JPG',
  `2018/${decomposed}`,
  '2018/both.jpg',
  '2018/Both.jpg',
  '2018/a b%20c.jpg',
  'x/.a.jpg',
];

function finder(more: readonly string[] = []) {
  const outer = tempFolder(
    Object.fromEntries(['secret/a.jpg', ...[...files, ...more].map((file) => `up/${file}`)].map((file) => [file, ''])),
  );
  const root = openUploads(join(outer, 'up'), 'up');
  return { root, find: createUploadFinder(root, 'up') };
}

test.each([
  ['2018/06/Group.JPG', '2018/06/Group.JPG'],
  ['2018/06/group.jpg', '2018/06/Group.JPG'],
  ['2018/caf\u00e9.jpg', `2018/${decomposed}`],
  ['2018/CAFE\u0301.JPG', `2018/${decomposed}`],
  ['/2018//a b%20c.jpg', '2018/a b%20c.jpg'],
  ['x/.a.jpg', 'x/.a.jpg'],
])('%s is found as %s', (path, stored) => {
  expect(finder().find(path)).toEqual({ path: stored });
});

test.each([
  '2018',
  '2018/06/',
  '2018/06/group.jpg/x',
  '../secret/a.jpg',
  '2018/../2018/both.jpg',
  '',
  '.',
  'a\0b',
  '2018/none.jpg',
])('%j is no file there', (path) => {
  expect(finder().find(path)).toBeUndefined();
});

test('names that differ in capitals only are each found by their own', () => {
  const { root, find } = finder();
  // Some disks cannot have both.
  const names = readdirSync(join(root, '2018')).filter((name) => /^both/i.test(name));
  expect(names.map((name) => find(`2018/${name}`))).toEqual(names.map((name) => ({ path: `2018/${name}` })));
  expect(find('2018/BOTH.JPG')).toEqual({ path: '2018/both.jpg' });
});

test('links are followed within the folder only', () => {
  const { root, find } = finder();
  symlinkSync('../secret', join(root, 'out'));
  symlinkSync('2018', join(root, 'in'));
  symlinkSync('loop.jpg', join(root, 'loop.jpg'));
  const problem = 'a link leads out of the uploads folder';
  expect([find('out/a.jpg'), find('out'), find('in/both.jpg'), find('loop.jpg')]).toEqual([
    { problem },
    { problem },
    { path: 'in/both.jpg' },
    undefined,
  ]);
});
