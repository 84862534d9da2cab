/** Several people in one text, and the one person whose name or title looks like several. */
import { type Mistake, others, plus } from './mistake.ts';

const both = others('authors: Ada Example', 'authors: Ben Sample');
const two = { authors: [{ name: 'Ada Example' }, { name: 'Ben Sample' }] };
const joined = 'authors-joined';

/** Several people of whom the folder knows each. */
const fixed: Mistake[] = [
  'authors: Ada Example and Ben Sample',
  'authors: Ada Example & Ben Sample',
  'authors: Ada Example, Ben Sample',
  'authors: Ada Example/Ben Sample',
  'author: "Ada Example and Ben Sample"',
  'authors: [Ada Example and Ben Sample]',
].map((line) => ({ name: line, answer: 'fix', rule: joined, text: plus(line), meant: two, beside: both }));

/** Several people whom only this post has: the hint has the list. */
const hinted: Mistake[] = [
  'authors: Ada Example and Ben Sample',
  'authors: Ada Example & Ben Sample',
  'authors: Ada Example/Ben Sample',
].map((line) => ({
  name: `${line}, both new`,
  answer: 'hint',
  rule: joined,
  text: plus(line),
  meant: two,
  hint: /\[Ada Example, Ben Sample\]/,
  typed: [line, 'authors: [Ada Example, Ben Sample]'],
}));

/** One person, or one body, however it is written. */
const one: Mistake[] = [
  'Ada Example, Senior Lecturer',
  'Ada Example, PhD',
  'Example, Ada',
  'Ada Example, University of Westminster',
  'Centre for Teaching and Learning',
  'Ada Example, Professor of Art and Design',
  'Department of Art and Design',
].map((name) => ({
  name,
  answer: 'read',
  rule: [joined, 'category-comma'],
  text: plus(`author: ${name}`),
  meant: { authors: [{ name }] },
}));

export const joinedMistakes: readonly Mistake[] = [
  ...fixed,
  ...hinted,
  ...one,
  {
    name: 'people of the registry',
    answer: 'fix',
    rule: joined,
    text: plus('authors: Ruxandra Cālin and Ben Sample'),
    meant: { authors: [{ name: 'Ruxandra Cālin' }, { name: 'Ben Sample' }] },
    config: 'authors:\n  rux: { name: Ruxandra Cālin }\n  ben: { name: Ben Sample }\n',
  },
  {
    name: 'editors',
    answer: 'fix',
    rule: joined,
    text: plus('reviewed_by: Ada Example and Ben Sample'),
    meant: { editors: two.authors },
    beside: both,
  },
  {
    name: 'two people with roles',
    answer: 'hint',
    rule: joined,
    text: plus('authors: Ada Example (student), Ben Sample (staff)'),
    meant: {
      authors: [
        { name: 'Ada Example', role: 'student' },
        { name: 'Ben Sample', role: 'staff' },
      ],
    },
    hint: /\[Ada Example \(student\), Ben Sample \(staff\)\]/,
    typed: ['Ada Example (student), Ben Sample (staff)', '[Ada Example (student), Ben Sample (staff)]'],
  },
  {
    name: 'below the key, without hyphens',
    answer: 'hint',
    rule: [joined, 'field-type', 'front-matter-syntax', 'category-comma'],
    text: plus('authors:', '  Ada Example (student)', '  Ben Sample (staff)'),
    meant: {
      authors: [
        { name: 'Ada Example', role: 'student' },
        { name: 'Ben Sample', role: 'staff' },
      ],
    },
    hint: '- Ada Example (student)',
    typed: ['  Ada Example (student)\n  Ben Sample (staff)', '  - Ada Example (student)\n  - Ben Sample (staff)'],
  },
  {
    name: 'bullets for hyphens',
    answer: 'hint',
    rule: [joined, 'field-type', 'front-matter-syntax', 'category-comma'],
    text: plus('authors:', '  • Ada Example', '  • Ben Sample'),
    meant: two,
    hint: '- Ada Example',
    typed: ['  • Ada Example\n  • Ben Sample', '  - Ada Example\n  - Ben Sample'],
  },
];
