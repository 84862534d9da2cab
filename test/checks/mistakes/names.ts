/** Categories and tags. */
import { type Mistake, others, plus } from './mistake.ts';

const syntax = 'front-matter-syntax';
const configured = (...names: string[]): string => `categories: [${names.join(', ')}]\n`;
const unknown = ['category-unknown', 'category-near-duplicate'] as const;

/** What is written, what the hint says to write instead, and the tags. */
const hinted: readonly [
  name: string,
  written: string,
  typed: string,
  tags: string[],
  hint: string | RegExp,
  rule: Mistake['rule'],
][] = [
  ['commas', 'tags: a, b, c', 'tags: [a, b, c]', ['a', 'b', 'c'], '[a, b, c]', 'category-comma'],
  ['an item without its space', 'tags:\n- a\n-b', 'tags:\n- a\n- b', ['a', 'b'], '- b', syntax],
  ['an item on the line of the key', 'tags: - a', 'tags:\n  - a', ['a'], '- a', syntax],
  ['an item below a text', 'tags: a\n- b', 'tags:\n- a\n- b', ['a', 'b'], '- a', syntax],
  ['a list that is not closed', 'tags: [a, b', 'tags: [a, b]', ['a', 'b'], ']', syntax],
  ['an item too far out', 'tags:\n  - a\n - b', 'tags:\n  - a\n  - b', ['a', 'b'], 'indent it by 2 spaces', syntax],
  ['a tab before the key', '\ttags: [a]', 'tags: [a]', ['a'], /remove the tab|write tags:/, syntax],
  [
    'bullets',
    'tags:\n  • a\n  • b',
    'tags:\n  - a\n  - b',
    ['a', 'b'],
    '- a',
    [syntax, 'field-type', 'category-comma'],
  ],
  ['hash signs', 'tags: [#a, #b]', 'tags: [a, b]', ['a', 'b'], 'tags: [a, b]', syntax],
];

/** What is written, the tags: `--fix` makes them. */
const fixed: readonly [name: string, written: string, tags: string[], rule: Mistake['rule']][] = [
  ['a number', 'tags: [2017, a]', ['2017', 'a'], 'field-type'],
  ['a version', 'tags: [a, 1.10]', ['a', '1.10'], 'field-type'],
  ['curly quotes', 'tags: [“a”, ‘b’]', ['a', 'b'], 'quotes-in-value'],
  ['an entity', 'tags: ["R&amp;D"]', ['R&D'], 'entity-in-text'],
  ['a tab', 'tags:\n\t- a', ['a'], syntax],
  ['the same list twice', 'tags: [a]\ntags: [a]', ['a'], syntax],
  ['a misspelt key', 'keyowrds: [a]', ['a'], 'field-unknown'],
];

export const nameMistakes: readonly Mistake[] = [
  ...hinted.map(
    ([name, written, typed, tags, hint, rule]): Mistake => ({
      name: `tags: ${name}`,
      answer: 'hint',
      rule,
      text: plus(written),
      meant: { tags },
      hint,
      typed: [written, typed],
    }),
  ),
  ...fixed.map(
    ([name, written, tags, rule]): Mistake => ({
      name: `tags: ${name}`,
      answer: 'fix',
      rule,
      text: plus(written),
      meant: { tags },
    }),
  ),
  {
    name: 'a comma in a category',
    answer: 'hint',
    rule: 'category-comma',
    text: plus('category: Events, Interviews'),
    meant: { categories: ['Events', 'Interviews'] },
    hint: '[Events, Interviews]',
    typed: ['Events, Interviews', '[Events, Interviews]'],
  },
  {
    name: 'a comma between known categories',
    answer: 'fix',
    rule: 'category-comma',
    text: plus('category: Events, interviews'),
    meant: { categories: ['Events', 'Interviews'] },
    beside: others('categories: [Events]', 'category: Interviews'),
  },
  {
    name: 'a semicolon between known tags',
    answer: 'fix',
    rule: 'category-comma',
    text: plus('tags: R&amp;D; walks'),
    meant: { tags: ['R&D', 'walks'] },
    beside: others('tags: [R&D]', 'tags: [walks]'),
  },
  {
    name: 'a comma between categories of the config',
    answer: 'fix',
    rule: ['category-comma', 'category-unknown'],
    text: plus('categories: Student voices, News & events, Teaching, learning'),
    meant: { categories: ['Student voices', 'News & events', 'Teaching, learning'] },
    config: 'categories: [Student voices, News & events, "Teaching, learning"]\n',
  },
  {
    name: 'a comma after a category of the config',
    answer: 'fix',
    rule: ['category-comma', 'category-unknown'],
    text: plus('categories: Student voices,'),
    meant: { categories: ['Student voices'] },
    config: configured('Student voices'),
  },
  {
    name: 'a comma before an unknown category',
    answer: 'told',
    rule: 'category-unknown',
    text: plus('categories: Student voices, Walks'),
    meant: { categories: ['Student voices, Walks'] },
    config: configured('Student voices'),
    hint: 'write categories: [Student voices, Walks]',
  },
  {
    name: 'a comma in a category of the config',
    answer: 'read',
    rule: ['category-comma', 'category-unknown'],
    text: plus('categories: Teaching, learning'),
    meant: { categories: ['Teaching, learning'] },
    config: 'categories: ["Teaching, learning"]\n',
  },
  {
    name: 'a comma in a tag of another post’s list',
    answer: 'read',
    rule: 'category-comma',
    text: plus('tags: Teaching, learning'),
    meant: { tags: ['Teaching, learning'] },
    beside: others('tags: ["Teaching, learning"]'),
  },
  {
    name: 'hash signs without a list',
    answer: 'told',
    rule: 'comment-in-text',
    text: plus('tags: #one #two'),
    meant: {},
  },
  { name: 'a mapping', answer: 'told', rule: 'field-type', text: plus('categories: {News: true}'), meant: {} },
  { name: 'two lists', answer: 'told', rule: syntax, text: plus('tags: [a]', 'tags: [b]'), meant: {}, names: 'tags' },
  ...(['tags', 'categories'] as const).map(
    (field): Mistake => ({
      name: `${field}: none`,
      answer: 'hint',
      rule: 'field-type',
      text: plus(`${field}: false`),
      meant: { [field]: [] },
      hint: 'remove the line',
      wrongHint: /"false"/,
      typed: [`\n${field}: false`, ''],
    }),
  ),
  {
    name: 'tags: whether there are any',
    answer: 'told',
    rule: 'field-type',
    text: plus('tags: true'),
    meant: { tags: [] },
    hint: 'write a text, or remove the line',
    wrongHint: /"true"/,
  },
  {
    name: 'a boolean among names',
    answer: 'fix',
    rule: 'field-type',
    text: plus('tags: [true, a]'),
    meant: { tags: ['true', 'a'] },
  },
  {
    name: 'curly quotes around a category',
    answer: 'fix',
    rule: 'quotes-in-value',
    text: plus('categories: [“News”]'),
    meant: { categories: ['News'] },
  },
  {
    name: 'an entity in a category',
    answer: 'fix',
    rule: 'entity-in-text',
    text: plus('categories:', '  - "R&amp;D"', '  - Q&amp;A'),
    meant: { categories: ['R&D', 'Q&A'] },
  },
  {
    name: 'a misspelt key',
    answer: 'fix',
    rule: 'field-unknown',
    text: plus('catagories: [News]'),
    meant: { categories: ['News'] },
  },
  {
    name: 'a misspelt category of the config',
    answer: 'fix',
    rule: unknown,
    text: plus('categories: [Anouncements]'),
    meant: { categories: ['Announcements'] },
    config: configured('Announcements', 'Events'),
  },
  {
    name: 'a category of the config in other letters',
    answer: 'fix',
    rule: unknown,
    text: plus('category: announcements'),
    meant: { categories: ['Announcements'] },
    config: configured('Announcements', 'Events'),
  },
  {
    name: 'a category of the config with a hyphen',
    answer: 'fix',
    rule: unknown,
    text: plus('categories: [open-days]'),
    meant: { categories: ['Open days'] },
    config: configured('Open days'),
  },
  ...(
    [
      ['another number', 'Year 2', 'Year 1'],
      ['another numeral', 'Part II', 'Part I'],
      ['another sign', 'C#', '"C++"'],
      ['another name', 'Elsewhere', 'Events'],
    ] as const
  ).map(
    ([name, written, known]): Mistake => ({
      name: `${name} than the config’s`,
      answer: 'told',
      rule: 'category-unknown',
      text: plus(`categories: [${written}]`),
      meant: { categories: [written] },
      config: configured(known),
    }),
  ),
  {
    name: 'nearly a category of the folder',
    answer: 'told',
    rule: 'category-near-duplicate',
    text: plus('categories: [Open Day]'),
    meant: {},
    beside: others(...Array.from({ length: 5 }, () => 'categories: [Open days]')),
    hint: 'blog categories merge',
  },
  ...(
    [
      ['nested lists', 'categories:\n- [Sports, Baseball]\n- [Play]', ['Sports', 'Baseball', 'Play']],
      ['a nested list beside names', 'categories:\n- Sports\n- [Play, Baseball]', ['Sports', 'Play', 'Baseball']],
      ['a list in a list', 'categories: [[Sports, Baseball]]', ['Sports', 'Baseball']],
      [
        'a name in two nested lists',
        'categories:\n- [Sports, Baseball]\n- [Sports, Rugby]',
        ['Sports', 'Baseball', 'Rugby'],
      ],
      ['a name with spaces', 'category: Partnership blog', ['Partnership blog']],
      ['a key in capitals', 'Categories: [News]', ['News']],
    ] as const
  ).map(
    ([name, written, categories]): Mistake => ({
      name,
      answer: 'read',
      rule: ['field-type', 'category-comma', 'field-unknown'],
      text: plus(written),
      meant: { categories },
    }),
  ),
];
