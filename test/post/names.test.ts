import { describe, expect, test } from '@jest/globals';
import { parsePerson } from '../../src/post/fields/authors.ts';
import { slugKey } from '../../src/post/fields/slug.ts';
import { lineProblem } from '../../src/post/frontmatter/yamlText.ts';
import { post, read } from '../support/diagnose.ts';

const jo = { name: 'Jo Bloggs', email: 'jo@example.org' };

describe('a person in a line of text', () => {
  test.each<[string, object]>([
    ['Ruxandra Cālin (student)', { name: 'Ruxandra Cālin', role: 'student' }],
    ['Jo (the elder)', { name: 'Jo (the elder)' }],
    ['Jo Bloggs <jo@example.org>', jo],
    ['Jo Bloggs<jo@example.org>', jo],
    ['Jo Bloggs <jo@example.org> (student)', { ...jo, role: 'student' }],
    ['Jo Bloggs (Student) <jo@example.org>', { ...jo, role: 'student' }],
    ['Jo <3', { name: 'Jo <3' }],
    ['C <D>', { name: 'C <D>' }],
    ['<jo@example.org>', { name: 'jo', email: 'jo@example.org' }],
    ['jo@example.org', { name: 'jo', email: 'jo@example.org' }],
    ['jo@example.org (staff)', { name: 'jo', email: 'jo@example.org', role: 'staff' }],
    ['jo@example.org (Jo Bloggs)', jo],
    ['Jo Bloggs (jo@example.org)', jo],
    ['Jo Bloggs, jo@example.org', jo],
    ['Jo Bloggs – jo@example.org (student)', { ...jo, role: 'student' }],
    ['@jo', { name: '@jo' }],
    ['Jo Bloggs (staff),', { name: 'Jo Bloggs', role: 'staff' }],
    ['', { name: '' }],
  ])('%j', (text, person) => {
    expect(parsePerson(text)).toEqual(person);
  });

  test('in a mapping, what is said apart goes before what the name says', () => {
    const lines = [
      'authors:',
      '  - { name: "Jo Bloggs <old@example.org> (staff)", role: student, email: jo@example.org }',
    ];
    expect(read(post('title: A', 'date: 2024-05-01', ...lines)).post?.authors).toEqual([{ ...jo, role: 'student' }]);
  });
});

test.each([
  ['Students & Staff', 'students-staff'],
  ['Cālin', 'calin'],
  ['R&amp;D', 'r-d'],
  ['Tiếng Việt', 'tieng-viet'],
  ['한국어', '한국어'],
  ['がくせい', 'がくせい'],
  ['\u1112\u1161\u11ab', '한'],
  ['ﬁne ①', 'fine-1'],
  ['C++', 'c'],
  ['…', ''],
])('as a slug %j is %j, composed', (name, slug) => {
  expect(slugKey(name)).toBe(slug.normalize('NFC'));
});

test.each([
  ['A title', undefined],
  ['a\tb', 'it contains a tab; use spaces'],
  ['a\ufdd0', 'it contains the invisible character U+FDD0; retype it'],
  ['a\u{1fffe}', 'it contains the invisible character U+1FFFE; retype it'],
  ['a\ud800', 'it contains the invisible character U+D800; retype it'],
])('a new text %j: %j', (text, problem) => {
  expect(lineProblem(text)).toBe(problem);
});

test('names of signs that nobody sees are none, and a title of them is missing', () => {
  const lines = ['authors: ["\\u200b", "\\N", Jo]', 'categories: ["\\N", "\\u200b", News]'];
  expect(read(post('title: A', 'date: 2024-05-01', ...lines)).post).toMatchObject({
    authors: [{ name: 'Jo' }],
    categories: ['News'],
  });
  for (const nothing of ['\\N', '\\x92', '\\uFDD0', '\\u200b \\N']) {
    const { faults } = read(post(`title: "${nothing}"`, 'date: 2024-05-01'));
    // An escape is reported, too, where it stands in the text.
    expect(faults.map(({ rule }) => rule).filter((rule) => rule !== 'field-type')).toEqual(['title-missing']);
  }
});
