import { expect, test } from '@jest/globals';
import { decide, type WrittenPost } from '../../src/import/decide.ts';
import { emptyRecord, parseRecord, recordText, withPlanned } from '../../src/import/record.ts';

test.each([
  // before, current, now, update
  [undefined, undefined, 'a', false, { action: 'create' }],
  [undefined, 'a', 'a', false, { action: 'unchanged' }],
  [undefined, 'x', 'a', true, { action: 'edited', alsoChanged: false }],
  ['a', 'a', 'a', true, { action: 'unchanged' }],
  ['a', 'a', 'b', false, { action: 'outdated' }],
  ['a', 'a', 'b', true, { action: 'update' }],
  ['a', 'b', 'b', false, { action: 'unchanged' }],
  ['a', 'x', 'a', true, { action: 'edited', alsoChanged: false }],
  ['a', 'x', 'b', true, { action: 'edited', alsoChanged: true }],
  ['a', undefined, 'a', true, { action: 'deleted' }],
  ['a', undefined, 'b', true, { action: 'deleted' }],
] as const)('written %s, there %s, now %s, --update %s: %j', (before, current, now, isUpdate, expected) => {
  expect(decide(before, current, now, isUpdate)).toEqual(expected);
});

test('a record is read back, in any order', () => {
  const posts = new Map<string, WrittenPost>([
    ['https://blog.example.org/?p=2', { path: 'b.md', hash: '2' }],
    ['__proto__', { path: 'a/a.md', hash: '1' }],
    ['post 3', { path: 'c.md' }],
  ]);
  const files = new Map([
    ['2018/b.jpg', 'uploads/2018/b.jpg'],
    ['2018/A.jpg', 'uploads/2018/A.jpg'],
  ]);
  const parts = new Map([
    ['b.md', ['x', 'y']],
    ['a/a.md', ['__proto__']],
  ]);
  const reversed = {
    posts: new Map([...posts].reverse()),
    files: new Map([...files].reverse()),
    parts: new Map([...parts].reverse()),
  };
  const text = recordText({ posts, files, parts });
  expect(text).toBe(recordText(reversed));
  expect(parseRecord(text)).toEqual(reversed);
  expect(parseRecord(recordText(emptyRecord()))).toEqual(emptyRecord());
});

test('a record of what is planned keeps the hashes of what was written', () => {
  const record = { ...emptyRecord(), posts: new Map<string, WrittenPost>([['a', { path: 'a.md', hash: '1' }]]) };
  const planned = [
    { identity: 'a', path: 'other.md' },
    { identity: 'b', path: 'b.md' },
  ];
  expect(withPlanned(record, planned).posts).toEqual(new Map([...record.posts, ['b', { path: 'b.md' }]]));
  expect(record.posts.size).toBe(1);
});

test.each([
  '',
  '{',
  '[]',
  'null',
  '{"version":2,"posts":{}}',
  '{"version":1,"posts":{"a":{"path":"a.md","hash":1}}}',
  '{"version":1,"posts":{},"parts":{"../a.md":[]}}',
  '{"version":1,"posts":{},"parts":{"a.md":[1]}}',
])('%j is no record', (text) => {
  expect(parseRecord(text)).toBeUndefined();
});

test.each(['../a.md', '/a.md', 'a/../b.md', '.git/a.md', 'a.sh', 'a\\..\\b.md', ''])(
  'a record with the path %j is refused',
  (path) => {
    expect(parseRecord(recordText({ ...emptyRecord(), posts: new Map([['a', { path, hash: '' }]]) }))).toBeUndefined();
  },
);

test.each([
  '../a.jpg',
  'a.jpg',
  'uploads/../a.jpg',
  'uploads/.git/a.jpg',
  'uploads/a.md',
  'uploads/a.php',
  'uploads/a\\..\\..\\b.jpg',
  '/uploads/a.jpg',
])('a record with the copy %j is refused', (path) => {
  expect(parseRecord(recordText({ ...emptyRecord(), files: new Map([['a.jpg', path]]) }))).toBeUndefined();
});
