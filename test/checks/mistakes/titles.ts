/** Titles and summaries that YAML does not read as their authors wrote them. */
import { type Mistake, post } from './mistake.ts';

const of = (title: string): string => post(`title: ${title}`, 'date: 2017-01-15');
const syntax = 'front-matter-syntax';

/** What is written, and the title: `--fix` quotes it. */
const quoted: readonly [written: string, title: string, rule: Mistake['rule']][] = [
  ['Foo: bar', 'Foo: bar', syntax],
  ['Q&A: what now?', 'Q&A: what now?', syntax],
  ['Ten o’clock: tea', 'Ten o’clock: tea', syntax],
  ["It's tea: for all", "It's tea: for all", syntax],
  ['Tea: "the best"', 'Tea: "the best"', syntax],
  ['2017', '2017', 'field-type'],
  ['1.10', '1.10', 'field-type'],
  ['0x1F', '0x1F', 'field-type'],
  ['true', 'true', 'field-type'],
  ['@home', '@home', syntax],
  ['*star* of the term', '*star* of the term', syntax],
  ['[Update] a term', '[Update] a term', syntax],
  ['`code` talk', '`code` talk', syntax],
  ['%d ways', '%d ways', syntax],
  ['"Us" and them', '"Us" and them', syntax],
  ["'It's a good day'", "It's a good day", syntax],
  ['#1 in the league', '#1 in the league', 'title-missing'],
];

/** What is written, what the hint says to write instead, and the title. */
const told: readonly [written: string, typed: string, title: string, rule: Mistake['rule']][] = [
  ["'don't stop", '"don\'t stop"', "don't stop", syntax],
  [
    '"The \\LaTeX companion"',
    "'The \\LaTeX companion'",
    'The \\LaTeX companion',
    [syntax, 'field-type', 'control-character'],
  ],
  ['"C:\\new\\table"', "'C:\\new\\table'", 'C:\\new\\table', [syntax, 'field-type', 'control-character']],
  ['"Notes on \\Pi"', "'Notes on \\Pi'", 'Notes on \\Pi', [syntax, 'field-type', 'control-character']],
  ['"50\\% of us"', "'50\\% of us'", '50\\% of us', syntax],
  ['null', '"null"', 'null', 'title-missing'],
  ['“Students: partners”', '"Students: partners"', 'Students: partners', [syntax, 'quotes-in-value']],
  ['!important news', '"!important news"', '!important news', syntax],
  ['!Sub news', '"!Sub news"', '!Sub news', syntax],
  ['We are #1 in it', '"We are #1 in it"', 'We are #1 in it', 'comment-in-text'],
];

export const titleMistakes: readonly Mistake[] = [
  ...quoted.map(
    ([written, title, rule]): Mistake => ({ name: written, answer: 'fix', rule, text: of(written), meant: { title } }),
  ),
  ...told.map(
    ([written, typed, title, rule]): Mistake => ({
      name: written,
      answer: 'hint',
      rule,
      text: of(written),
      meant: { title },
      hint: typed,
      typed: [written, typed],
    }),
  ),
  {
    name: 'no space',
    answer: 'fix',
    rule: syntax,
    text: of('').replace('title: ', 'title:Foo'),
    meant: { title: 'Foo' },
  },
  {
    name: 'a wide colon',
    answer: 'fix',
    rule: syntax,
    text: of('').replace('title: ', 'title：Foo'),
    meant: { title: 'Foo' },
  },
  {
    name: 'a misspelt name',
    answer: 'fix',
    rule: 'title-missing',
    text: post('titel: Foo', 'date: 2017-01-15'),
    meant: { title: 'Foo' },
    hint: 'title',
  },
  {
    name: 'the same title twice',
    answer: 'fix',
    rule: syntax,
    text: post('title: Foo', 'date: 2017-01-15', 'title: Foo'),
    meant: { title: 'Foo' },
    names: 'title',
  },
  {
    name: 'two titles',
    answer: 'told',
    rule: syntax,
    text: post('title: Foo', 'date: 2017-01-15', 'Title: Bar'),
    meant: {},
    names: /title/i,
  },
  {
    name: 'a title on the first line',
    answer: 'hint',
    rule: [syntax, 'front-matter-missing', 'front-matter-language'],
    text: '--- title: Foo\ndate: 2017-01-15\n---\nText.\n',
    meant: { title: 'Foo' },
    hint: 'title: Foo',
    typed: ['--- title: Foo', '---\ntitle: Foo'],
  },
  {
    name: 'entities by number',
    answer: 'fix',
    rule: 'entity-in-text',
    text: of('"Home &#8211; a &amp; b"'),
    meant: { title: 'Home – a & b' },
  },
  {
    name: 'entities by name',
    answer: 'fix',
    rule: 'entity-in-text',
    text: of('Don&rsquo;t'),
    meant: { title: 'Don’t' },
  },
  {
    name: 'entities in a summary',
    answer: 'fix',
    rule: 'entity-in-text',
    text: post('title: A', 'date: 2017-01-15', 'summary: "It&#8217;s here&hellip;"'),
    meant: { summary: 'It’s here…' },
  },
  {
    name: 'curly quotes around a summary',
    answer: 'fix',
    rule: 'quotes-in-value',
    text: post('title: A', 'date: 2017-01-15', 'summary: ‘Ten of us met.’'),
    meant: { summary: 'Ten of us met.' },
  },
  {
    name: 'curly quotes around a title, which may be a quotation',
    answer: 'told',
    rule: 'quotes-in-value',
    text: of('“Our first week”'),
    meant: {},
  },
  { name: 'an empty title', answer: 'told', rule: 'title-missing', text: of('""'), meant: {} },
  {
    name: 'a title of nothing visible',
    answer: 'told',
    rule: ['title-missing', 'field-type'],
    text: of('"\u200b"'),
    meant: {},
  },
  { name: 'a place-holder', answer: 'told', rule: [syntax, 'template-code'], text: of('{{ title }}'), meant: {} },
  {
    name: 'a place-holder of an editor',
    answer: 'told',
    rule: 'template-code',
    text: of('"<% tp.file.title %>"'),
    meant: {},
  },
  { name: 'a comma after it, as in JSON', answer: 'told', rule: syntax, text: of('"Foo",'), meant: { title: 'Foo' } },
  { name: 'a long title', answer: 'told', rule: 'title-too-long', text: of('word '.repeat(30).trim()), meant: {} },
  { name: 'yes', answer: 'read', rule: ['field-type', syntax], text: of('yes'), meant: { title: 'yes' } },
  {
    name: 'a day',
    answer: 'read',
    rule: ['field-type', syntax],
    text: of('2017-01-15'),
    meant: { title: '2017-01-15' },
  },
];
