/** The fields of a post are compared as our reader reads them. */
import { expect, test } from '@jest/globals';
import type { ImportedFields } from '../../../src/import/plan.ts';
import { writePostText } from '../../../src/import/post.ts';
import { compareFields } from '../../../src/import/verify/compareFields.ts';
import { parseDate } from '../../../src/post/fields/date.ts';
import { readPost } from '../../../src/post/post.ts';
import { utc } from '../../support/diagnose.ts';

const date = parseDate('2018-07-05T15:48:16+01:00', 'UTC');
if (!date) throw new Error('the date is valid');

const fields: ImportedFields = {
  title: 'Plans: “spring” #1 \\ 2',
  date,
  id: 'https://blog.example.org/?p=10',
  permalink: '/2018/07/05/plans/',
  aliases: ['/2018/07/04/plans/'],
  authors: [{ name: 'Ruxandra Cālin', role: 'student' }, { name: 'By Design' }],
  photos_by: [],
  editors: [],
  categories: ['Null', '2018'],
  tags: ['yes'],
  summary: 'A summary: short.',
  image: { src: 'https://blog.example.org/a.jpg', alt: 'A', credit: 'B' },
  comments: 0,
  isDraft: true,
  status: 'pending',
  extra: new Map<string, string | string[]>([
    ['subtitle', 'x'],
    ['seen', ['a', 'b: c']],
  ]),
};
const text = writePostText(fields, 'Text.\n');
const check = (of: ImportedFields, written: string): string[] =>
  compareFields(of, readPost('posts/plans.md', written, utc, { inPosts: 'plans.md' }));

test('what is read as it was to be written has no problem', () => {
  expect(check(fields, text)).toEqual([]);
});

test.each<[string, Partial<ImportedFields>, string]>([
  ['title', { title: 'Plans' }, 'title is read as "Plans: “spring” #1 \\\\ 2", not as "Plans"'],
  [
    'id',
    { id: 'https://blog.example.org/?p=11' },
    'id is read as "https://blog.example.org/?p=10", not as "https://blog.example.org/?p=11"',
  ],
  ['permalink', { permalink: '/a/' }, 'permalink is read as "/2018/07/05/plans/", not as "/a/"'],
  ['aliases', { aliases: [] }, 'aliases is read as ["/2018/07/04/plans/"], not as nothing'],
  [
    'authors',
    { authors: [{ name: 'Ada' }] },
    'authors is read as [["Ruxandra Cālin","student"],["By Design",""]], not as [["Ada",""]]',
  ],
  ['categories', { categories: ['2018'] }, 'categories is read as ["Null","2018"], not as ["2018"]'],
  ['comments', { comments: false }, 'comments is read as 0, not as false'],
  ['draft', { isDraft: false }, 'draft is read as true, not as false'],
  ['extra', { extra: new Map([['subtitle', 'y']]) }, 'subtitle is read as "x", not as "y"'],
])('%s: another value is named', (_, change, message) => {
  expect(check({ ...fields, ...change }, text)).toEqual([message]);
});

test('a post that cannot be read has the reader’s words', () => {
  expect(check(fields, text.replace('title: ', 'title: ['))).toHaveLength(1);
  expect(check(fields, text.replace('title: ', 'subject: '))).toEqual([expect.stringContaining('title')]);
});
