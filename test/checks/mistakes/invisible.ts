/** Characters that nobody sees: from word processors, web pages and input methods. Each is named, and taken out. */
import { type Mistake, others, plus, post } from './mistake.ts';

const nbsp = '\u00a0';
const ideographic = '\u3000';
const zeroWidth = '\u200b';
const narrow = '\u202f';
const good = { title: 'A', date: '2017-01-15T00:00:00+00:00' };

/** Whichever rule names them: the file, the field, or the key that they make another one. */
const rule = [
  'front-matter-syntax',
  'front-matter-missing',
  'front-matter-unclosed',
  'control-character',
  'spaces-around',
  'field-unknown',
  'field-type',
  'title-missing',
  'date-missing',
  'date-invalid',
  'category-near-duplicate',
  'author-near-duplicate',
] as const;

const rows: readonly [
  name: string,
  text: string,
  meant: Mistake['meant'],
  names: string,
  beside?: Mistake['beside'],
][] = [
  ['no-break spaces before an item', plus('tags:', `${nbsp}${nbsp}- a`), { tags: ['a'] }, 'U+00A0'],
  ['a no-break space among the spaces before an item', plus('tags:', ` ${nbsp}- a`), { tags: ['a'] }, 'U+00A0'],
  ['ideographic spaces before an item', plus('tags:', `${ideographic}- a`), { tags: ['a'] }, 'U+3000'],
  ['a no-break space after a hyphen', plus('tags:', `  -${nbsp}a`, `  -${nbsp}b`), { tags: ['a', 'b'] }, 'U+00A0'],
  ['a no-break space after a colon', post(`title:${nbsp}A`, 'date: 2017-01-15'), good, 'U+00A0'],
  ['an ideographic space after a colon', post(`title:${ideographic}A`, 'date: 2017-01-15'), good, 'U+3000'],
  ['a no-break space after the colon of date', post('title: A', `date:${nbsp}2017-01-15`), good, 'U+00A0'],
  ['a no-break space before a colon', post(`title${nbsp}: A`, 'date: 2017-01-15'), good, 'U+00A0'],
  ['a no-break space after the first ---', plus().replace('---\n', `---${nbsp}\n`), good, 'U+00A0'],
  ['a no-break space after the last ---', plus().replace('---\nText', `---${nbsp}\nText`), good, 'U+00A0'],
  ['a zero-width space before the first ---', `${zeroWidth}${plus()}`, good, 'U+200B'],
  ['a zero-width space before the last ---', plus().replace('---\nText', `${zeroWidth}---\nText`), good, 'U+200B'],
  ['a zero-width space before a key', post('title: A', `${zeroWidth}date: 2017-01-15`), good, 'U+200B'],
  ['a zero-width space within a key', post('title: A', `da${zeroWidth}te: 2017-01-15`), good, 'U+200B'],
  ['a zero-width space after a date', post('title: A', `date: 2017-01-15${zeroWidth}`), good, 'U+200B'],
  [
    'a no-break space within a date',
    post('title: A', `date: 2017-01-15${nbsp}10:00`),
    { date: '2017-01-15T10:00:00+00:00' },
    'U+00A0',
  ],
  [
    'a narrow no-break space before PM',
    post('title: A', `date: 2017-01-15 10:00${narrow}PM`),
    { date: '2017-01-15T22:00:00+00:00' },
    'U+202F',
  ],
  [
    'no-break spaces before a part',
    plus('authors:', '  - name: Ada', `${nbsp}${nbsp}${nbsp}${nbsp}role: student`),
    { authors: [{ name: 'Ada', role: 'student' }] },
    'U+00A0',
  ],
  [
    'a no-break space within a category',
    plus(`categories: [Open${nbsp}days]`),
    { categories: ['Open days'] },
    'U+00A0',
    others('categories: [Open days]', 'categories: [Open days]'),
  ],
  [
    'a zero-width space within a category',
    plus(`categories: [Open ${zeroWidth}days]`),
    { categories: ['Open days'] },
    'U+200B',
    others('categories: [Open days]', 'categories: [Open days]'),
  ],
  [
    'a no-break space within a name',
    plus(`authors: Ada${nbsp}Example`),
    { authors: [{ name: 'Ada Example' }] },
    'U+00A0',
    others('authors: Ada Example', 'authors: Ada Example'),
  ],
];

export const invisibleMistakes: readonly Mistake[] = [
  ...rows.map(
    ([name, text, meant, names, beside]): Mistake => ({
      name,
      answer: 'fix',
      rule,
      text,
      meant,
      names,
      ...(beside && { beside }),
    }),
  ),
  {
    name: 'a joiner within an emoji is a part of it',
    answer: 'read',
    rule,
    text: post('title: "👩\u200d🎓 A day"', 'date: 2017-01-15'),
    meant: { title: '👩\u200d🎓 A day' },
  },
  {
    name: 'a no-break space within a sentence is a writer’s',
    answer: 'read',
    rule,
    text: plus(`summary: At 9${nbsp}a.m. we met.`),
    meant: { summary: `At 9${nbsp}a.m. we met.` },
  },
];
