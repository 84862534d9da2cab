import { expect, test } from '@jest/globals';
import { decide } from '../../src/import/decide.ts';
import { parseRecord, recordText } from '../../src/import/record.ts';

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
  const record = new Map([
    ['https://blog.example.org/?p=2', { path: 'b.md', hash: '2' }],
    ['__proto__', { path: 'a/a.md', hash: '1' }],
  ]);
  const text = recordText(record);
  expect(text).toBe(recordText(new Map([...record].reverse())));
  expect(parseRecord(text)).toEqual(new Map([...record].reverse()));
  expect(parseRecord(recordText(new Map()))).toEqual(new Map());
});

test.each(['', '{', '[]', 'null', '{"version":2,"posts":{}}', '{"version":1,"posts":{"a":{"path":"a.md"}}}'])(
  '%j is no record',
  (text) => {
    expect(parseRecord(text)).toBeUndefined();
  },
);

test.each(['../a.md', '/a.md', 'a/../b.md', '.git/a.md', 'a.sh', 'a\\..\\b.md', ''])(
  'a record with the path %j is refused',
  (path) => {
    expect(parseRecord(recordText(new Map([['a', { path, hash: '' }]])))).toBeUndefined();
  },
);
