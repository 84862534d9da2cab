/** Identities, slugs and permalinks. */
import { type Mistake, plus, post } from './mistake.ts';

const invalid = 'slug-invalid';
const site = 'title: T\nsite_url: https://blog.example.org\n';
const uuid = '3f0c8a52-7a0e-4c6e-9d7e-0a5d2c1b4e6f';

export const urlMistakes: readonly Mistake[] = [
  ...(
    [
      ['a way out of the folder', 'slug: ../x'],
      ['spaces in a slug', 'slug: my first post'],
      ['encoded spaces in a slug', 'slug: my%20post'],
      ['signs in a slug', 'slug: "what? a name"'],
      ['a URL for a slug', 'slug: https://blog.example.org/x/'],
      ['template code in a permalink', 'permalink: "/blog/{{ title | slugify }}/"'],
      ['template code in a slug', 'slug: "{{ title }}"'],
      ['a token that no tool knows', 'permalink: /:nowhere/:title/'],
      ['a style’s name', 'permalink: pretty'],
    ] as const
  ).map(
    ([name, line]): Mistake => ({ name, answer: 'told', rule: invalid, text: plus(line), meant: {}, config: site }),
  ),
  {
    name: 'no page, as Eleventy writes it',
    answer: 'told',
    rule: 'field-type',
    text: plus('permalink: false'),
    meant: {},
    hint: 'remove the line; to keep the post off the site, write draft: true',
    wrongHint: /"false"/,
    config: site,
  },
  {
    name: 'no slug',
    answer: 'hint',
    rule: 'field-type',
    text: plus('slug: false'),
    meant: { slug: 'a' },
    hint: 'remove the line',
    wrongHint: /"false"/,
    typed: ['\nslug: false', ''],
  },
  { name: 'an id of no form', answer: 'told', rule: 'id-invalid', text: plus('id: my first post'), meant: {} },
  {
    name: 'a slug that is a number',
    answer: 'fix',
    rule: 'field-type',
    text: plus('slug: 2017'),
    meant: { slug: '2017' },
  },
  {
    name: 'a misspelt permalink',
    answer: 'fix',
    rule: 'field-unknown',
    text: plus('permalnk: /old/tea/'),
    meant: { url: 'https://blog.example.org/old/tea/' },
    config: site,
  },
  {
    name: 'a misspelt former URL',
    answer: 'hint',
    rule: 'field-unknown',
    text: plus('redirect_form: /old/'),
    meant: { aliases: ['/old/'] },
    hint: 'redirect_from',
    typed: ['redirect_form', 'redirect_from'],
  },
  {
    name: 'an id of another post',
    answer: 'told',
    rule: 'id-duplicate',
    text: plus(`id: ${uuid}`),
    meant: {},
    beside: { 'posts/b.md': post('title: B', 'date: 2016-01-15', `id: ${uuid}`) },
  },
  {
    name: 'a URL of another day’s post',
    answer: 'told',
    rule: 'url-duplicate',
    text: plus('slug: tea'),
    meant: {},
    beside: { 'posts/b.md': post('title: B', 'date: 2017-01-20', 'slug: tea') },
    config: `${site}permalink: "/{year}/{month}/{slug}/"\n`,
    hint: '{day}',
  },
  {
    name: 'a URL that differs in capitals',
    answer: 'told',
    rule: 'url-duplicate',
    text: plus('slug: tea'),
    meant: {},
    beside: { 'posts/b.md': post('title: B', 'date: 2017-01-15', 'slug: Tea') },
    config: site,
    hint: 'slug',
  },
  ...['id:', 'id: null', 'id: ~', 'id: ""', 'guid:', 'slug:', 'permalink: ~'].map(
    (line): Mistake => ({
      name: `${line} is absent`,
      answer: 'read',
      rule: ['field-type', 'id-invalid', invalid],
      text: plus(line),
      meant: { slug: 'a', url: 'https://blog.example.org/2017/01/15/a/' },
      config: site,
    }),
  ),
  ...(
    [
      [
        'a guid beside a number',
        `id: 1234\nguid: "http://blog.example.org/?p=1234"`,
        'http://blog.example.org/?p=1234',
      ],
      [
        'a guid beside a WordPress id',
        `wordpress_id: 7\nguid: "https://old.example.org/?p=7"`,
        'https://old.example.org/?p=7',
      ],
      ['a UUID beside a number', `id: 1234\nguid: ${uuid}`, `urn:uuid:${uuid}`],
    ] as const
  ).map(
    ([name, lines, id]): Mistake => ({
      name,
      answer: 'read',
      rule: ['id-invalid', 'field-type'],
      text: plus(...lines.split('\n')),
      meant: { id },
      config: site,
    }),
  ),
  ...(
    [
      ['/blog/:title/', 'https://blog.example.org/blog/tea/'],
      ['/:year/:month/:day/:slug/', 'https://blog.example.org/2017/01/15/tea/'],
      ['/blog/:year-:month-:day-:title.html', 'https://blog.example.org/blog/2017-01-15-tea.html'],
    ] as const
  ).map(
    ([permalink, url]): Mistake => ({
      name: permalink,
      answer: 'read',
      rule: invalid,
      text: plus(`permalink: ${permalink}`),
      file: '2017-01-15-tea.md',
      meant: { url },
      config: site,
    }),
  ),
  {
    name: 'a percent-encoded slug',
    answer: 'read',
    rule: invalid,
    text: plus('slug: caf%C3%A9'),
    meant: { slug: 'café', url: 'https://blog.example.org/2017/01/15/caf%C3%A9/' },
    config: site,
  },
  {
    name: 'a slug of several parts',
    answer: 'read',
    rule: invalid,
    text: plus('slug: trips/rome'),
    meant: { slug: 'trips/rome', url: 'https://blog.example.org/2017/01/15/trips/rome/' },
    config: site,
  },
];
