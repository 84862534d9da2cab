/** Languages of posts. */
import { type Mistake, plus, post } from './mistake.ts';

const invalid = 'lang-invalid';
const site = 'title: T\nsite_url: https://blog.example.org\nlanguage: en-GB\n';

export const languageMistakes: readonly Mistake[] = [
  ...(
    [
      ['a name of no language', 'lang: Martian'],
      ['two', 'lang: en-GB, cy'],
      ['a letter', 'lang: e'],
      ['a code of no language', 'lang: xq'],
    ] as const
  ).map(([name, line]): Mistake => ({ name, answer: 'told', rule: invalid, text: plus(line), meant: {} })),
  ...(
    [
      ['a name', 'lang: English', 'en'],
      ['a name in lower case', 'language: welsh', 'cy'],
      ['a name in the language itself', 'lang: Cymraeg', 'cy'],
      ['a name in letters of its own', 'lang: 日本語', 'ja'],
    ] as const
  ).map(
    ([name, line, lang]): Mistake => ({
      name,
      answer: 'fix',
      rule: invalid,
      text: plus(line),
      meant: { lang },
      hint: lang,
    }),
  ),
  { name: 'a list', answer: 'told', rule: ['field-type', invalid], text: plus('lang: [en, cy]'), meant: {} },
  { name: 'a misspelt key', answer: 'fix', rule: 'field-unknown', text: plus('langauge: cy'), meant: { lang: 'cy' } },
  {
    name: 'a translation with the same URL',
    answer: 'told',
    rule: 'url-duplicate',
    text: plus('lang: cy', 'slug: visit'),
    meant: {},
    beside: { 'posts/b.md': post('title: B', 'date: 2017-01-15', 'lang: en', 'slug: visit') },
    config: site,
    hint: 'languages',
  },
  ...(
    [
      ['an underscore', 'lang: en_GB', 'en-GB'],
      ['a key in capitals', 'Lang: cy', 'cy'],
      ['Norwegian, which is no boolean', 'lang: no', 'no'],
      ['a code of three letters', 'language: gsw', 'gsw'],
    ] as const
  ).map(
    ([name, line, lang]): Mistake => ({
      name,
      answer: 'read',
      rule: [invalid, 'field-type'],
      text: plus(line),
      meant: { lang },
    }),
  ),
  { name: 'an underscore in lower case', answer: 'read', rule: invalid, text: plus('lang: zh_tw'), meant: {} },
  {
    name: 'a suffix of the file name',
    answer: 'read',
    rule: 'url-duplicate',
    text: plus(),
    file: 'visit.cy.md',
    meant: { lang: 'cy', slug: 'visit', url: 'https://blog.example.org/cy/2017/01/15/visit/' },
    beside: { 'posts/visit.md': post('title: Visit', 'date: 2017-01-15') },
    config: `${site}languages: [en-GB, cy]\n`,
  },
  {
    name: 'a suffix that no config names',
    answer: 'read',
    rule: 'url-duplicate',
    text: plus(),
    file: 'visit/index.cy.md',
    meant: { lang: 'cy', slug: 'visit', url: 'https://blog.example.org/cy/2017/01/15/visit/' },
    beside: { 'posts/visit/index.md': post('title: Visit', 'date: 2017-01-15') },
    config: 'title: T\nsite_url: https://blog.example.org\n',
  },
  {
    name: 'a suffix of no language',
    answer: 'read',
    rule: 'url-duplicate',
    text: plus(),
    file: 'visit.bak.md',
    meant: { slug: 'visit.bak' },
    beside: { 'posts/visit.md': post('title: Visit', 'date: 2017-01-15') },
    config: site,
  },
];
