/** One `--fix` fixes all of a post, however many mistakes it has and whichever of them hide others. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { runs } from '../support/effort.ts';
import fc from '../support/fastCheck.ts';
import { run, siteOf } from '../support/site.ts';

const config = `categories: [Announcements, Events, { name: Partnership blog, aliases: [pb] }]
authors: { ada: { name: Ada Lovelace }, bo: { name: Bo Diddley } }
`;

const name = '2024-01-01-a.md';

/** What is fixable in a post before and after a run of `--fix`, its text after it, and after another run. */
async function fixTwice(lines: readonly string[]) {
  const folder = siteOf({ [name]: lines }, config);
  const text = (): string => readFileSync(join(folder, 'posts', name), 'utf8');
  const fixable = async (): Promise<string[]> => {
    const { stdout } = await run(folder, ['validate', '--json']);
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { message: string; fix?: unknown }[] };
    return diagnostics.filter(({ fix }) => fix !== undefined).map(({ message }) => message);
  };
  const before = await fixable();
  await run(folder, ['validate', '--fix']);
  const [after, left] = [text(), await fixable()];
  await run(folder, ['validate', '--fix']);
  return { before, left, after, again: text() };
}

/** Lines with a mistake each, in a post that has no other line of the field. Those of the second list YAML cannot read. */
const readable = [
  'titel: A',
  'date: 25/07/2024',
  'updated: 2024/07/26',
  'slug: 2018',
  'sumary: "  S.  "',
  'autors: Ada Lovelace and Bo Diddley',
  'photos_by: " Ada Lovelace"',
  'editor: "Bo\u00a0Diddley"',
  'langg: en_GB',
  'imag: {src: a.jpg, alt: 2018}',
  'keyords: a',
  'serie: 1',
];
const unreadable = [
  'title: Foo: bar',
  'summary:See this',
  "byline: 'Text by Bo O'Neil'",
  'image_alt: Ada: a door',
  'draft:true',
  'feed:false',
  'comments：https://a.example',
  'description: [Update] a term',
];
const lists = {
  tags: (at: number) => String(2000 + at),
  categories: (at: number) => ['Anouncements', 'announcements', 'Evnts', 'pb', '" Events "'][at % 5] ?? '',
};

const mistakes = fc.record({
  lines: fc.subarray([...readable, ...unreadable], { minLength: 1 }),
  tags: fc.nat(30),
  categories: fc.nat(30),
  isFlow: fc.boolean(),
  repeated: fc.boolean(),
});

test('whatever 1 to 60 mistakes a post has, one run leaves none that is fixable, and a second changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(mistakes, async ({ lines, isFlow, repeated, ...counts }) => {
      const items = (field: 'tags' | 'categories'): string[] =>
        Array.from({ length: counts[field] }, (_, at) => lists[field](at));
      const written = (['tags', 'categories'] as const).flatMap((field) => {
        if (counts[field] === 0) return [];
        return isFlow
          ? [`${field}: [${items(field).join(', ')}]`]
          : [`${field}:`, ...items(field).map((one) => `  - ${one}`)];
      });
      const { left, after, again } = await fixTwice([
        ...lines,
        ...written,
        ...(repeated ? ['layout: post', 'layout: post'] : []),
      ]);
      expect(left).toEqual([]);
      expect(again).toBe(after);
    }),
    runs(25),
  );
});

test.each<[name: string, lines: readonly string[]]>([
  [
    'items of a list of which most are duplicates once they are spelt right',
    [
      'title: A',
      'date: 2024-01-01',
      'categories:',
      ...Array.from({ length: 30 }, (_, at) => `  - ${lists.categories(at)}`),
    ],
  ],
  [
    'lines that YAML cannot read',
    [
      ...[
        'title',
        'summary',
        'byline',
        'post_title',
        'excerpt',
        'description',
        'standfirst',
        'deck',
        'subtitle',
        'image_alt',
      ].map((key) => `${key}: Foo: bar`),
      ...[
        'slug',
        'post_name',
        'basename',
        'author',
        'authors',
        'editor',
        'editors',
        'reviewed_by',
        'photographer',
        'photos_by',
        'tag',
        'keywords',
        'category',
        'lang',
        'language',
      ].map((key) => `${key}:foo`),
    ],
  ],
  [
    'a duplicate above a line that YAML cannot read',
    ['layout: post', 'layout: post', 'title: Foo: bar', 'date: 2024-01-01'],
  ],
  ['a duplicate below one', ['title: Foo: bar', 'date: 2024-01-01', 'tags: [a]', 'tags: [a]']],
])('all of many %s', async (_, lines) => {
  const { left, after, again } = await fixTwice(lines);
  expect(left).toEqual([]);
  expect(after).not.toMatch(/Foo: bar$|^\w+:foo/m);
  expect(again).toBe(after);
});
