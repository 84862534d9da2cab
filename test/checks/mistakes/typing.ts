/** What people type who have never seen YAML: on telephones, in word processors, after examples of other languages. */
import { type Mistake, others, plus, post } from './mistake.ts';

const syntax = 'front-matter-syntax';
const fence = ['front-matter-missing', 'front-matter-unclosed', syntax] as const;
const day = '2017-01-15T00:00:00+00:00';
const good = { title: 'A', date: day };
const two = { authors: [{ name: 'Ada Example' }, { name: 'Ben Sample' }] };
const both = others('authors: Ada Example', 'authors: Ben Sample');
const example = /title: "Our first meeting"|Ada Example/;

/** Every field is written like this: `--fix` alone makes them fields. */
const fields: Mistake[] = (
  [
    ['no space after any colon', 'title:A\ndate:2017-01-15'],
    ['equals signs', 'title = A\ndate = 2017-01-15'],
    ['bold names', '**Title:** A\n**Date:** 2017-01-15'],
    ['bold names, the colon outside', '**title**: A\n**date**: 2017-01-15'],
    ['a list of fields', '- title: A\n- date: 2017-01-15'],
    ['bullets before fields', '• title: A\n• date: 2017-01-15'],
    ['curly quotes around names', '“title”: A\n“date”: 2017-01-15'],
    ['an emoji before a name', '📅 date: 2017-01-15\ntitle: A'],
    ['commas after quoted values', 'title: "A",\ndate: "2017-01-15",\nauthors: "Ada Example",'],
  ] as const
).map(([name, lines]) => ({
  name,
  answer: 'fix',
  rule: [syntax, 'title-missing', 'date-missing', 'field-unknown'],
  text: post(...lines.split('\n')),
  meant: good,
  wrongHint: example,
}));

/** The name of the row, what is written, what the hint says to write, what is meant. */
const lines: readonly [
  name: string,
  written: string,
  typed: string,
  meant: Mistake['meant'],
  rule: Mistake['rule'],
  hint?: string | RegExp,
][] = [
  ['a dash for the colon', 'summary - We met', 'summary: We met', { summary: 'We met' }, syntax],
  ['draft alone', 'draft', 'draft: true', { draft: true, status: 'draft' }, syntax],
  ['draft alone, in capitals', 'Draft', 'Draft: true', { draft: true, status: 'draft' }, syntax],
  [
    'a bold draft below a text',
    'summary: S\n**draft**: true',
    'summary: S\ndraft: true',
    { draft: true },
    syntax,
    'draft: true',
  ],
  [
    'a hyphen before draft',
    'summary: S\n- draft: true',
    'summary: S\ndraft: true',
    { draft: true },
    syntax,
    'draft: true',
  ],
  ['a bullet below a hyphen', 'tags:\n- a\n– b', 'tags:\n- a\n- b', { tags: ['a', 'b'] }, syntax, 'write - b'],
  [
    'text on further lines at the margin',
    'summary: We met: ten of us\nand three tutors.\nIt was good.',
    'summary: "We met: ten of us and three tutors. It was good."',
    { summary: 'We met: ten of us and three tutors. It was good.' },
    syntax,
  ],
  [
    'text after a quoted one',
    'summary: "We met."\nIt was good.',
    'summary: "We met. It was good."',
    { summary: 'We met. It was good.' },
    syntax,
    'inside the quotes',
  ],
  [
    'indented text after a quoted one',
    'summary: "We met."\n  It was good.',
    'summary: "We met. It was good."',
    { summary: 'We met. It was good.' },
    syntax,
    'inside the quotes',
  ],
  [
    'an apostrophe for a letter left out',
    "summary: 'Twas good",
    'summary: "\'Twas good"',
    { summary: "'Twas good" },
    syntax,
  ],
  ['a curly quote for the closing one', 'summary: "We met”', 'summary: "We met"', { summary: 'We met' }, syntax],
  ['a hash sign after a colon', 'summary: We met: #1', 'summary: "We met: #1"', { summary: 'We met: #1' }, syntax],
  ['quoted names', 'tags: "a", "b c"', 'tags: [a, b c]', { tags: ['a', 'b c'] }, syntax],
  ['a list of lists in a row', 'tags: [a] [b]', 'tags: [a, b]', { tags: ['a', 'b'] }, syntax],
  ['a quote that is never closed in a list', 'tags: ["a, "b"]', 'tags: [a, b]', { tags: ['a', 'b'] }, syntax],
  ['a list that is not closed', 'tags: [a, b', 'tags: [a, b]', { tags: ['a', 'b'] }, syntax],
  ['round brackets', 'tags: (a, b)', 'tags: [a, b]', { tags: ['a', 'b'] }, 'category-comma'],
  ['curly brackets', 'tags: {a, b}', 'tags: [a, b]', { tags: ['a', 'b'] }, 'field-type'],
  ['semicolons', 'tags: a; b', 'tags: [a, b]', { tags: ['a', 'b'] }, 'category-comma'],
  ['a comma at the end', 'tags: a,', 'tags: a', { tags: ['a'] }, 'category-comma'],
  [
    'hash signs in a list',
    'tags:\n  - #a\n  - b',
    'tags:\n  - a\n  - b',
    { tags: ['a', 'b'] },
    'comment-in-text',
    'write - a',
  ],
  [
    'two fields in a line',
    'summary: S, tags: [a]',
    'summary: S\ntags: [a]',
    { summary: 'S', tags: ['a'] },
    syntax,
    'line of its own: tags: [a]',
  ],
  [
    'parts of an image at the margin',
    'image:\nsrc: https://e.org/p.png\nalt: People',
    'image:\n  src: https://e.org/p.png\n  alt: People',
    { image: { src: 'https://e.org/p.png', alt: 'People' } },
    'field-unknown',
    'indent it by 2 spaces',
  ],
  [
    'alt beside an image',
    'image: https://e.org/p.png\nalt: People',
    'image: https://e.org/p.png\nimage_alt: People',
    { image: { src: 'https://e.org/p.png', alt: 'People' } },
    'field-unknown',
    'image_alt:',
  ],
];

/** The same of people. */
const people: typeof lines = [
  ['a role after a colon', 'authors: Ada Example: student', 'authors: Ada Example (student)', student(), syntax],
  ['round brackets', 'authors: (Ada Example, Ben Sample)', 'authors: [Ada Example, Ben Sample]', two, 'authors-joined'],
  ['curly brackets', 'authors: {Ada Example, Ben Sample}', 'authors: [Ada Example, Ben Sample]', two, 'field-type'],
  [
    'numbers',
    'authors:\n1. Ada Example',
    'authors:\n- Ada Example',
    { authors: [{ name: 'Ada Example' }] },
    syntax,
    'write - Ada Example',
  ],
  [
    'indented numbers',
    'authors:\n  1. Ada Example\n  2. Ben Sample',
    'authors:\n  - Ada Example\n  - Ben Sample',
    two,
    'field-type',
    'write - Ada Example',
  ],
  [
    'a role before a colon',
    'authors:\n- Student: Ada Example',
    'authors:\n- Ada Example (student)',
    student(),
    'field-type',
    'write - Ada Example (student)',
  ],
  [
    'a role as an item of its own',
    'authors:\n- name: Ada Example\n- role: student',
    'authors:\n- name: Ada Example\n  role: student',
    student(),
    'field-type',
    'remove the hyphen',
  ],
  [
    'a role in the line of a name',
    'authors:\n- name: Ada Example, role: student',
    'authors:\n- name: Ada Example\n  role: student',
    student(),
    syntax,
    'role: student',
  ],
  [
    'roles as names',
    'authors: [Ada Example, student]',
    'authors: [Ada Example (student)]',
    student(),
    'field-type',
    'write Ada Example (student)',
  ],
  [
    'names and roles with semicolons',
    'authors: Ada Example, student; Ben Sample, staff',
    'authors: [Ada Example (student), Ben Sample (staff)]',
    {
      authors: [
        { name: 'Ada Example', role: 'student' },
        { name: 'Ben Sample', role: 'staff' },
      ],
    },
    'authors-joined',
  ],
];

function student(): Mistake['meant'] {
  return { authors: [{ name: 'Ada Example', role: 'student' }] };
}

const hinted = [...lines, ...people].map(
  ([name, written, typed, meant, rule, hint]): Mistake => ({
    name: `${name}: ${written.replaceAll('\n', ' / ')}`,
    answer: 'hint',
    rule,
    text: plus(written),
    meant,
    typed: [written, typed],
    ...(hint !== undefined && { hint }),
  }),
);

/** What is written, and what is meant: `--fix` makes it. */
const fixed: readonly [name: string, written: string, meant: Mistake['meant'], rule: Mistake['rule']][] = [
  ['bullets at the margin', 'authors:\n• Ada Example\n• Ben Sample', two, syntax],
  ['a role behind a comma', 'authors: Ada Example, student', student(), 'field-type'],
  ['a role behind a dash', 'authors:\n  - Ada Example – Student', student(), 'field-type'],
  ['a straight quote for the closing one', 'summary: “We met"', { summary: 'We met' }, 'quotes-in-value'],
  [
    'curly quotes around an image',
    'image: “https://e.org/p.png”',
    { image: { src: 'https://e.org/p.png' } },
    'quotes-in-value',
  ],
];

/** Other files as they are, the hint, and what an author makes of it. */
const fences: readonly [
  name: string,
  text: string,
  typed: [string, string],
  meant: Mistake['meant'],
  hint: string | RegExp,
][] = [
  ['a row of equals signs', plus().replace('\n---\n', '\n===\n'), ['===', '---'], good, 'change line 4 to ---'],
  ['a row of stars', plus().replace('\n---\n', '\n***\n'), ['***', '---'], good, 'change line 4 to ---'],
  ['hyphens with spaces', plus().replace('\n---\n', '\n- - -\n'), ['- - -', '---'], good, 'change line 4 to ---'],
  ['text in the line of the last ---', plus().replace('\n---\n', '\n--- '), ['--- ', '---\n'], good, 'line 4'],
  ['a heading above', `# A\n\n${plus()}`, ['# A\n\n', ''], good, 'line 3'],
  [
    'a fence of code around it',
    `\`\`\`yaml\n${plus().replace('\nText', '\n```\nText')}`,
    ['```yaml\n', ''],
    good,
    'remove',
  ],
  [
    'a fence of code in its place',
    '```\ntitle: A\ndate: 2017-01-15\n```\nText.\n',
    ['```\ntitle: A\ndate: 2017-01-15\n```', '---\ntitle: A\ndate: 2017-01-15\n---'],
    good,
    'lines 1 and 4',
  ],
  [
    'no first --- and no spaces',
    'title:A\ndate: 2017-01-15\n---\nText.\n',
    ['title:A', '---\ntitle: A'],
    good,
    'add a --- line above the first line',
  ],
  [
    'everything in one line',
    '--- title: A ---\ndate: 2017-01-15\n',
    ['--- title: A ---\ndate: 2017-01-15\n', '---\ntitle: A\ndate: 2017-01-15\n---\n'],
    good,
    /below it: title: A(?! ---)/,
  ],
];

export const typingMistakes: readonly Mistake[] = [
  ...fields,
  ...hinted,
  ...fixed.map(
    ([name, written, meant, rule]): Mistake => ({
      name,
      answer: 'fix',
      rule,
      text: plus(written),
      meant,
      beside: both,
    }),
  ),
  ...fences.map(
    ([name, text, typed, meant, hint]): Mistake => ({ name, answer: 'hint', rule: fence, text, meant, typed, hint }),
  ),
  { name: 'two first ---', answer: 'fix', rule: fence, text: `---\n${plus()}`, meant: good, wrongHint: example },
  { name: 'two first ---, a line between', answer: 'fix', rule: fence, text: `---\n\n${plus()}`, meant: good },
  {
    name: 'draft only in a comment',
    answer: 'told',
    rule: 'draft-unclear',
    text: plus('draft: # true'),
    meant: { draft: true },
    hint: 'write draft: true',
  },
  {
    name: 'an empty draft with a remark',
    answer: 'told',
    rule: 'draft-unclear',
    text: plus('draft: # true while it is written'),
    meant: { draft: false },
  },
  {
    name: 'the same key twice, both comments',
    answer: 'told',
    rule: syntax,
    text: plus('tags: #a', 'tags: #b'),
    meant: {},
  },
  {
    name: 'a field less indented than the others',
    answer: 'hint',
    rule: syntax,
    text: post('  title: A', '  date: 2017-01-15', ' summary: S', '  tags: [a]'),
    meant: { ...good, summary: 'S', tags: ['a'] },
    hint: 'indent it by 2 spaces',
    typed: [' summary', '  summary'],
  },
  {
    name: 'the body as fields',
    answer: 'hint',
    rule: 'field-unknown',
    text: '---\ntitle: A\ndate: 2017-01-15\n\n# Heading\n\nWe met: it was good.\n\n---\n\nThe end.\n',
    meant: good,
    hint: 'add a --- line above “# Heading”',
    typed: ['# Heading', '---\n# Heading'],
  },
  ...(
    [
      ['headline', 'title', 'headline: A\ndate: 2017-01-15', 'title-missing'],
      ['posted on', 'date', 'title: A\nposted on: 2017-01-15', 'date-missing'],
      ['written by', 'authors', 'title: A\ndate: 2017-01-15\nwritten by: Ada Example', 'field-unknown'],
    ] as const
  ).map(
    ([written, typed, text, rule]): Mistake => ({
      name: `${written} for ${typed}`,
      answer: 'hint',
      rule,
      text: post(...text.split('\n')),
      meant: good,
      hint: `write ${typed}: instead of ${written}:`,
      typed: [written, typed],
    }),
  ),
  {
    name: 'a heading for a title',
    answer: 'hint',
    rule: 'title-missing',
    text: post('title: # A', 'date: 2017-01-15'),
    meant: good,
    hint: 'write title: A',
    typed: ['# A', 'A'],
  },
  {
    name: 'capitals of parts',
    answer: 'read',
    rule: ['field-type', 'field-unknown'],
    text: plus(
      'authors:',
      '- Name: Ada Example',
      '  Role: Student',
      'image:',
      '  Src: https://e.org/p.png',
      '  Alt: People',
    ),
    meant: { ...student(), image: { src: 'https://e.org/p.png', alt: 'People' } },
  },
  {
    name: 'a project summary that is no field',
    answer: 'fix',
    rule: syntax,
    text: post('title: Project summary: what we did', 'date: 2017-01-15'),
    meant: { title: 'Project summary: what we did' },
  },
  {
    name: 'a rule of stars in a body without a fence above',
    answer: 'hint',
    rule: fence,
    text: '---\ntitle: A\ndate: 2017-01-15\n\nText.\n\n***\n\nMore.\n',
    meant: good,
    hint: 'add a --- line after the last field',
    typed: ['\n\nText', '\n---\n\nText'],
  },
];
