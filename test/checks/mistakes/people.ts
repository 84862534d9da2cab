/** People: words around a name, roles, and names that are nearly somebody’s. */
import { type Mistake, others, plus } from './mistake.ts';

const joined = 'authors-joined';
const roles = ['field-type', 'role-missing', 'field-unknown'] as const;

/** What is written, and who is meant. */
const words: readonly [name: string, line: string, meant: Mistake['meant']][] = [
  ['By', 'author: By Dana Gray', { authors: [{ name: 'Dana Gray' }] }],
  ['by', 'authors: [by Dana Gray]', { authors: [{ name: 'Dana Gray' }] }],
  [
    'Text and photos by',
    'author: Text and photos by Dana Gray',
    { authors: [{ name: 'Dana Gray' }], photos_by: [{ name: 'Dana Gray' }] },
  ],
  [
    'Text by … photos by …',
    'author: "Text by Dana Gray, photos by Bo Lin"',
    { authors: [{ name: 'Dana Gray' }], photos_by: [{ name: 'Bo Lin' }] },
  ],
  [
    'an email address before a name',
    'author: dana@example.org (Dana Gray)',
    { authors: [{ name: 'Dana Gray', email: 'dana@example.org' }] },
  ],
  ['display_name', 'author:\n  display_name: Dana Gray\n  login: dana', { authors: [{ name: 'Dana Gray' }] }],
  [
    'uri',
    'author:\n  name: Dana Gray\n  uri: https://dana.example.org/',
    { authors: [{ name: 'Dana Gray', url: 'https://dana.example.org/' }] },
  ],
  [
    'link',
    'author: {name: Dana Gray, link: "https://dana.example.org/"}',
    { authors: [{ name: 'Dana Gray', url: 'https://dana.example.org/' }] },
  ],
  [
    'the same person twice',
    'authors: [Dana Gray (student), Dana Gray (student)]',
    { authors: [{ name: 'Dana Gray', role: 'student' }] },
  ],
];

export const peopleMistakes: readonly Mistake[] = [
  ...words.map(
    ([name, line, meant]): Mistake => ({
      name,
      answer: 'read',
      rule: ['field-type', 'field-unknown', joined, 'category-comma'],
      text: plus(line),
      meant,
    }),
  ),
  {
    name: 'a role that is none',
    answer: 'told',
    rule: roles,
    text: plus('authors: Ada Example (lecturer)'),
    meant: {},
    names: 'lecturer',
  },
  {
    name: 'a misspelt role',
    answer: 'hint',
    rule: roles,
    text: plus('authors: Ada Example (studnet)'),
    meant: { authors: [{ name: 'Ada Example', role: 'student' }] },
    hint: 'student',
    typed: ['studnet', 'student'],
  },
  {
    name: 'a misspelt part',
    answer: 'hint',
    rule: 'field-unknown',
    text: plus('authors:', '  - name: Ada Example', '    rol: student'),
    meant: { authors: [{ name: 'Ada Example', role: 'student' }] },
    hint: 'role',
    typed: ['rol:', 'role:'],
  },
  {
    name: 'a paragraph before them',
    answer: 'told',
    rule: 'front-matter-syntax',
    text: plus('We met on Monday.', 'authors: Ada Example'),
    meant: { authors: [{ name: 'Ada Example' }] },
    // It would make a text of the authors.
    wrongHint: /add a --- line/,
  },
  {
    name: 'a misspelt key',
    answer: 'fix',
    rule: 'field-unknown',
    text: plus('autor: Ada Example'),
    meant: { authors: [{ name: 'Ada Example' }] },
  },
  {
    name: 'nearly somebody',
    answer: 'hint',
    rule: 'author-near-duplicate',
    text: plus('authors: Ada Exmple'),
    meant: { authors: [{ name: 'Ada Example' }] },
    beside: others('authors: Ada Example', 'authors: Ada Example', 'authors: Ada Example'),
    hint: 'Ada Example',
    typed: ['Exmple', 'Example'],
  },
  {
    name: 'an entity in a name',
    answer: 'fix',
    rule: 'entity-in-text',
    text: plus('author: "Dana O&#8217;Neil"'),
    meant: { authors: [{ name: 'Dana O’Neil' }] },
  },
  {
    name: 'curly quotes around a name',
    answer: 'fix',
    rule: 'quotes-in-value',
    text: plus('authors: “Ada Example” (student)'),
    meant: { authors: [{ name: 'Ada Example', role: 'student' }] },
  },
  {
    name: 'an apostrophe in single quotes',
    answer: 'fix',
    rule: 'front-matter-syntax',
    text: plus("author: 'Bo O'Neil'"),
    meant: { authors: [{ name: "Bo O'Neil" }] },
  },
  {
    name: 'a byline with a colon',
    answer: 'fix',
    rule: 'front-matter-syntax',
    text: plus('byline: Words: Ada Example, photos: Bo Lin'),
    meant: { authors: [{ name: 'Ada Example' }], photos_by: [{ name: 'Bo Lin' }] },
  },
];
