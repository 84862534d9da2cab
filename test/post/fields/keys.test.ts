/** Keys are read whatever their case, `-` and `_`; two that differ in no more are a duplicate. */
import { describe, expect, test } from '@jest/globals';
import { statusOf } from '../../../src/post/post.ts';
import { diagnose, post, read } from '../../support/diagnose.ts';

const now = Date.UTC(2024, 4, 14);

test.each<[string, object]>([
  ['Title: A', { title: 'A' }],
  ['POST-TITLE: A', { title: 'A' }],
  ['Photos-By: Ada', { photos_by: [{ name: 'Ada' }] }],
  ['photosBy: Ada', { photos_by: [{ name: 'Ada' }] }],
  ['Categories: [A]', { categories: ['A'] }],
  ['KEYWORDS: [A]', { tags: ['A'] }],
  ['lastMod: 2024-01-02', { updated: { text: '2024-01-02' } }],
  ['post_modified: 2024-01-02', { updated: { text: '2024-01-02' } }],
  ['unpublishDate: 2024-01-02', { expires: { text: '2024-01-02' } }],
  ['Reviewed-By: Ben', { editors: [{ name: 'Ben' }] }],
  ['Cover: a.png', { image: { src: 'a.png' } }],
])('%s is read', (line, fields) => {
  const title = 'title' in fields ? [] : ['title: T'];
  const text = post(...title, 'date: 2024-01-01', line);
  expect(read(text).fields).toMatchObject(fields);
  expect(diagnose(text).map(({ rule }) => rule)).toEqual([]);
});

test.each([
  ['category: a', 'Categories: b', { categories: ['b'] }],
  ['Keywords: a', 'TAG: b', { tags: ['b'] }],
  ['wordpress_id: 5', 'guid: https://e.org/?p=5', { id: 'https://e.org/?p=5' }],
  ['GUID: 7', 'Id: 5', { id: '5' }],
])('of %s and %s the canonical name wins, then the order of the table', (one, other, fields) => {
  expect(read(post('title: A', 'date: 2024-01-01', one, other)).fields).toMatchObject(fields);
  expect(read(post('title: A', 'date: 2024-01-01', other, one)).fields).toMatchObject(fields);
});

describe('two keys of one name', () => {
  test.each([
    ['Title: A', 'Title', 'title'],
    ['DATE: 2024-01-01', 'DATE', 'date'],
    ['Title:', 'Title', 'title'],
    ['photos_by: a\nphotosBy: b', 'photosBy', 'photos_by'],
    ['draft: true\nDraft: false', 'Draft', 'draft'],
  ])('%j is named, and the post invalid', (lines, second, first) => {
    const text = post('title: A', 'date: 2024-01-01', ...lines.split('\n'));
    expect(read(text).post).toBeUndefined();
    const [problem, ...others] = diagnose(text);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      rule: 'front-matter-syntax',
      message: `duplicate key “${second}”: it is the same field as “${first}”`,
      hint: 'keep one of the two',
    });
  });

  test('are none where they are nobody’s field, or aliases', () => {
    expect(diagnose(post('title: A', 'date: 2024-01-01', 'foo: 1', 'Foo: 2', 'tag: a', 'tags: b'))).toEqual([]);
  });
});

describe('every sign of a draft counts', () => {
  test.each([
    ['draft: false', 'isDraft: true', 'draft'],
    ['published: true', 'publish: no', 'draft'],
    ['status: publish', 'post_status: pending', 'pending'],
    ['status: draft', 'post_status: pending', 'pending'],
    ['draft: true', 'status: pending', 'pending'],
    ['status: published', 'visibility: members', 'draft'],
    ['published: 2024-01-05', 'publish: false', 'draft'],
    ['published: 2024-01-05', 'publish: 2030-01-05', 'scheduled'],
    ['status: yes', 'visibility: public', 'published'],
  ])('%s and %s', (one, other, status) => {
    for (const lines of [
      [one, other],
      [other, one],
    ]) {
      const reading = read(post('title: A', 'date: 2024-01-01', ...lines));
      expect(reading.post && statusOf(reading.post, now)).toBe(status);
    }
  });

  test('an invalid date beside the date might have held the post back', () => {
    expect(read(post('title: A', 'date: 2024-01-01', 'publishDate: soon')).post).toBeUndefined();
  });
});
