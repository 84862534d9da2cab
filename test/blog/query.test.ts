/** The filters of a list, alone and together, against the plainest way to select posts; and the laws they keep. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { load } from 'js-yaml';
import { groupPosts } from '../../src/blog/groups.ts';
import type { Entry } from '../../src/blog/postIndex.ts';
import { type Query, selectPosts } from '../../src/blog/query.ts';
import { sortKeys } from '../../src/blog/select/order.ts';
import { parseDate } from '../../src/post/fields/date.ts';
import type { Post } from '../../src/post/post.ts';
import { runs } from '../support/effort.ts';
import fc from '../support/fastCheck.ts';
import { run } from '../support/site.ts';

const now = Date.parse('2024-05-15T00:00:00Z');
const day = fc
  .integer({ min: 0, max: 900 })
  .map((days) => new Date(Date.UTC(2022, 6, 1) + days * 86_400_000).toISOString().slice(0, 10));
const names = fc.uniqueArray(fc.constantFrom('Tea', 'Events', 'Co-op', 'C', 'C++', 'Café'), { maxLength: 3 });
const entries = fc
  .array(
    fc.record({
      day,
      categories: names,
      tags: names,
      authors: names,
      draft: fc.boolean(),
      title: fc.constantFrom('One', 'Two', 'Éclair', 'one'),
      summary: fc.option(fc.constantFrom('Tea for two', 'Résumé'), { nil: undefined }),
    }),
    { maxLength: 30 },
  )
  .map((posts) =>
    posts.map((post, index): Entry => {
      const date = parseDate(post.day, 'UTC');
      if (!date) throw new Error(post.day);
      const file = `posts/${String(index).padStart(3, '0')}.md`;
      const people = post.authors.map((name) => ({ name, ...(name.startsWith('C') && { role: 'staff' as const }) }));
      return {
        post: {
          ...post,
          date,
          file,
          path: file,
          slug: 's',
          authors: people,
          photos_by: [],
          editors: [],
          aliases: [],
        } satisfies Post,
        url: '/',
      };
    }),
  );
const files = (selected: readonly Entry[]): string[] => selected.map(({ post }) => post.file);
const select = (all: readonly Entry[], query: Query): Entry[] => selectPosts(all, query, now).entries;

/** Each filter with what it means, said once more and as plainly as can be. */
const filters: [string, Query, (post: Post) => boolean][] = [
  ['a category', { categories: ['tea'] }, ({ categories }) => categories.includes('Tea')],
  [
    'one of two',
    { categories: ['EVENTS', 'café'] },
    ({ categories }) => categories.includes('Events') || categories.includes('Café'),
  ],
  [
    'both of two',
    { categories: ['Events', 'Tea'], match: 'all' },
    ({ categories }) => categories.includes('Events') && categories.includes('Tea'),
  ],
  [
    'not a category',
    { notCategories: ['Tea', 'café'] },
    ({ categories }) => !categories.includes('Tea') && !categories.includes('Café'),
  ],
  ['a tag', { tags: ['C++'] }, ({ tags }) => tags.includes('C++')],
  ['an author', { authors: ['co-op'] }, ({ authors }) => authors.some(({ name }) => name === 'Co-op')],
  [
    'not an author',
    { notAuthors: ['co-op', 'tea'] },
    ({ authors }) => authors.every(({ name }) => !/Co-op|Tea/.test(name)),
  ],
  ['a role', { roles: ['staff'] }, ({ authors }) => authors.some(({ role }) => role === 'staff')],
  ['drafts or scheduled', { status: ['draft', 'scheduled'] }, ({ draft, date }) => draft || date.instant > now],
  ['any status', { status: ['draft', 'all'] }, () => true],
  ['either month', { months: ['2023-05', '2024-01'] }, ({ date }) => /^(?:2023-05|2024-01)/.test(date.text ?? '')],
  [
    'either search',
    { search: ['RESUME', 'eclair'] },
    ({ title, summary }) => summary === 'Résumé' || title === 'Éclair',
  ],
  ['drafts', { status: 'draft' }, ({ draft }) => draft],
  ['published', { status: 'published' }, ({ draft, date }) => !draft && date.instant <= now],
  ['scheduled', { status: 'scheduled' }, ({ draft, date }) => !draft && date.instant > now],
  ['since', { since: Date.parse('2023-06-01') }, ({ date }) => date.text >= '2023-06-01'],
  ['until', { until: Date.parse('2023-06-01T23:59:59Z') }, ({ date }) => date.text <= '2023-06-01'],
  ['a year', { years: ['2023'] }, ({ date }) => date.text.startsWith('2023')],
  ['a search', { search: 'RESUME' }, ({ summary }) => summary === 'Résumé'],
  [
    'a search of two words',
    { search: 'eclair two' },
    ({ title, summary }) => title === 'Éclair' && summary === 'Tea for two',
  ],
  ['no summary', { missing: ['summary'] }, ({ summary }) => summary === undefined],
  [
    'no tags or no summary',
    { missing: ['tags', 'summary'] },
    ({ tags, summary }) => tags.length === 0 || summary === undefined,
  ],
];

describe('filters', () => {
  test.each(filters)('%s', (_, query, naive) => {
    fc.assert(
      fc.property(entries, (all) => {
        expect(files(select(all, query)).toSorted()).toEqual(files(all.filter(({ post }) => naive(post))).toSorted());
      }),
      runs(50),
    );
  });

  const pairs = filters.flatMap(([first, one, oneTest], index) =>
    filters.slice(index + 1).flatMap(([second, two, twoTest]): [string, Query, (post: Post) => boolean][] => {
      const shared = Object.keys(one).some((key) => key in two);
      // `match` is for all flags together: such a pair would mean something else.
      const matches = 'match' in one || 'match' in two;
      return shared || matches
        ? []
        : [[`${first} and ${second}`, { ...one, ...two }, (post) => oneTest(post) && twoTest(post)]];
    }),
  );
  test.each(pairs)('%s', (_, query, naive) => {
    fc.assert(
      fc.property(entries, (all) => {
        expect(files(select(all, query)).toSorted()).toEqual(files(all.filter(({ post }) => naive(post))).toSorted());
      }),
      runs(15),
    );
  });
});

describe('laws', () => {
  const sorts = fc.constantFrom<NonNullable<Query['sort']>>(...sortKeys);

  test('the order is total: it does not depend on the order before, and reverse turns it round', () => {
    fc.assert(
      fc.property(entries, sorts, (all, sort) => {
        const sorted = files(select(all, { sort }));
        expect(files(select(all.toReversed(), { sort }))).toEqual(sorted);
        expect(files(select(all, { sort, reverse: true }))).toEqual(sorted.toReversed());
      }),
    );
  });

  test('a limit gives the beginning', () => {
    fc.assert(
      fc.property(entries, sorts, fc.integer({ min: 1, max: 40 }), (all, sort, limit) => {
        expect(files(select(all, { sort, limit }))).toEqual(files(select(all, { sort })).slice(0, limit));
      }),
    );
  });

  test('“any” is the union of the names, “all” what they share', () => {
    fc.assert(
      fc.property(entries, names, (all, asked) => {
        fc.pre(asked.length > 0);
        const each = asked.map((name) => new Set(files(select(all, { tags: [name] }))));
        const inOrder = files(select(all, {}));
        expect(files(select(all, { tags: asked }))).toEqual(
          inOrder.filter((file) => each.some((set) => set.has(file))),
        );
        expect(files(select(all, { tags: asked, match: 'all' }))).toEqual(
          inOrder.filter((file) => each.every((set) => set.has(file))),
        );
      }),
    );
  });

  test('since and until together are what both select', () => {
    fc.assert(
      fc.property(entries, day, day, (all, from, to) => {
        const [since, until] = [Date.parse(from), Date.parse(to)];
        const late = new Set(files(select(all, { since })));
        expect(files(select(all, { since, until }))).toEqual(
          files(select(all, { until })).filter((file) => late.has(file)),
        );
      }),
    );
  });

  test('groups count every post once for each of its names', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const groups = groupPosts(all, 'tag', now);
        const named = groups.filter(({ name }) => name !== null);
        expect(named.reduce((sum, { count }) => sum + count, 0)).toBe(all.flatMap(({ post }) => post.tags).length);
        for (const { name, count } of named)
          expect(count).toBe(all.filter(({ post }) => post.tags.includes(name ?? '')).length);
        const years = groupPosts(all, 'year', now).map(({ name }) => Number(name));
        const past = years.filter((year) => year <= 2024);
        expect(past).toEqual(past.map((_, index) => (past[0] ?? 0) - index));
      }),
    );
  });
});

const corpus = process.env['BLOG_CORPUS'];
const onCorpus = corpus === undefined ? test.skip : test;

/** Posts read in the plainest way, for comparison: split at the fence, YAML by js-yaml. */
function readCorpus(folder: string): { file: string; data: Record<string, unknown>; date: string }[] {
  return readdirSync(folder).map((name) => {
    const [, yaml = ''] = readFileSync(join(folder, name), 'utf8').split(/^---\s*$/m);
    const data = load(yaml) as Record<string, unknown>;
    const date = data['date'] instanceof Date ? data['date'].toISOString() : String(data['date'] ?? name);
    return { file: `posts/${name}`, data, date: date.slice(0, 10) };
  });
}

/** So many of the items, evenly spread. */
function sample<T>(items: readonly T[], count: number): T[] {
  return Array.from({ length: count }, (_, index) => items[Math.floor((index * items.length) / count)] as T);
}

onCorpus('BLOG_CORPUS: twenty queries give what a plain script over the files gives', async () => {
  const folder = corpus ?? '';
  const posts = readCorpus(join(folder, 'posts'));
  const list = (value: unknown): string[] =>
    (Array.isArray(value) ? value : [value]).filter((item) => item).map((item) => String(item).trim().toLowerCase());
  const tags = [...new Set(posts.flatMap(({ data }) => list(data['tags'])))].sort();
  const authors = [...new Set(posts.flatMap(({ data }) => list(data['authors'])))].sort();
  const cases: [string[], (post: (typeof posts)[number]) => boolean][] = [
    ...sample(tags, 8).map((tag): (typeof cases)[number] => [
      ['--tag', tag],
      ({ data }) => list(data['tags']).includes(tag),
    ]),
    ...sample(authors, 5).map((author): (typeof cases)[number] => [
      ['--author', author],
      ({ data }) => list(data['authors']).includes(author),
    ]),
    ...['2015', '2016', '2020'].map((year): (typeof cases)[number] => [
      ['--year', year],
      ({ date }) => date.startsWith(year),
    ]),
    [['--since', '2016-01-02', '--until', '2016-02-28'], ({ date }) => date >= '2016-01-02' && date <= '2016-02-28'],
    [['--until', '2014-12-31'], ({ date }) => date <= '2014-12-31'],
    [['--missing', 'image'], ({ data }) => !data['image'] && !data['hero']],
    [['--missing', 'tags'], ({ data }) => list(data['tags']).length === 0],
  ];
  expect(cases.length).toBe(20);
  for (const [args, wanted] of cases) {
    const { stdout } = await run(folder, ['-C', folder, 'list', '--format', 'paths', ...args]);
    const expected = posts.filter(wanted).map(({ file }) => file);
    expect({ args, files: stdout.trimEnd().split('\n').filter(Boolean).toSorted() }).toEqual({
      args,
      files: expected.toSorted(),
    });
  }
});
