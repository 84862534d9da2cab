/** People and names as the other posts and the config know them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { run, siteOf } from '../support/site.ts';

interface Problem {
  file: string;
  rule: string;
  message: string;
  hint?: string;
}

const quiet = ['authors-missing', 'summary-missing', 'categories-missing'].flatMap((rule) => ['--rule', `${rule}=off`]);

/** A blog of posts, each of these lines of front matter. */
const blogOf = (posts: readonly string[], config?: string): string =>
  siteOf(
    Object.fromEntries(
      posts.map((lines, at) => [`${at}.md`, [`title: Post ${at}`, 'date: 2024-05-14', ...lines.split('\n')]]),
    ),
    config,
  );

async function problemsOf(folder: string, ...args: string[]): Promise<Problem[]> {
  const { stdout } = await run(folder, ['validate', '--format', 'json', ...quiet, ...args]);
  return (JSON.parse(stdout) as { diagnostics: Problem[] }).diagnostics;
}

/** The lines of the first post after `--fix`. */
async function fixed(folder: string): Promise<string> {
  await problemsOf(folder, '--fix');
  return /date: [^\n]*\n(.*)\n---/s.exec(readFileSync(join(folder, 'posts/0.md'), 'utf8'))?.[1] ?? '';
}

describe('several people in one text become a list', () => {
  const known = ['authors: [Ada Example]', 'photos_by: [Ben Sample]'];
  test.each([
    ['authors: Ada Example and Ben Sample', 'authors: [Ada Example, Ben Sample]'],
    ['authors: "Ada Example (student), Ben Sample"', 'authors: [Ada Example (student), Ben Sample]'],
    ["photos_by: 'Ada Example & Ben Sample' # both", 'photos_by: [Ada Example, Ben Sample] # both'],
    ['authors:\n  - Ada Example/Ben Sample\n  - Cy Roe', 'authors:\n  - Ada Example\n  - Ben Sample\n  - Cy Roe'],
    ['authors:\n- Ada Example, Ben Sample # both', 'authors:\n- Ada Example\n- Ben Sample # both'],
    ['authors: [Cy Roe, Ada Example and Ben Sample]', 'authors: [Cy Roe, Ada Example, Ben Sample]'],
  ])('%s', async (line, after) => {
    expect(await fixed(blogOf([line, ...known]))).toBe(after);
  });

  test.each([
    ['authors: Ada Example and Cy Roe', 'one of whom nobody knows'],
    ['authors: >-\n  Ada Example and\n  Ben Sample', 'in a block'],
  ])('%s stays: %s', async (line) => {
    const folder = blogOf([line, ...known]);
    expect((await problemsOf(folder)).map(({ rule }) => rule)).toEqual(['authors-joined']);
    expect(await fixed(folder)).toBe(line);
  });

  test('of the keys of the config', async () => {
    const config =
      'authors:\n  ada: { name: Ada Example }\n  ben: { name: Ben Sample }\n  duo: { name: Ada and Ben }\n';
    expect(await fixed(blogOf(['author: ada, ben'], config))).toBe('author: [ada, ben]');
    expect(await problemsOf(blogOf(['authors: [duo, Ada and Ben]'], config))).toEqual([]);
  });
});

test.each([
  ['Ada Example (lecturer)', 'unknown role “lecturer”'],
  ['Ada Example (Senior Lecturer)', 'unknown role “Senior Lecturer”'],
  ['Ada Example (phd student)', 'unknown role “phd student”'],
  ['Ada Example (studnet)', 'unknown role “studnet”'],
  ['By Ada Example (tutor)', 'unknown role “tutor”'],
  ['ada@example.org', 'has an email address instead of a name'],
  ['ada@example.org (staff)', 'has an email address instead of a name'],
  ['https://example.org/ada', 'has a URL instead of a name'],
  ['content/authors/ada.md', 'has the path “content/authors/ada.md” instead of a name'],
])('“%s”: %s', async (author, message) => {
  const problems = await problemsOf(blogOf([`authors: "${author}"`]));
  expect(problems.map((one) => `${one.rule} ${one.message}`)).toEqual([expect.stringContaining(message)]);
});

test.each([
  'Ada Example (she/her)',
  'Ada Example (they)',
  'Ada Example (née Sample)',
  'Ada (the elder)',
  'Robert Example (Bob)',
  'Library (Harrow)',
  'Class (2024)',
  'ada@example.org (Ada Example)',
  'Ada Example <ada@example.org>',
])('“%s” is a name', async (author) => {
  expect(await problemsOf(blogOf([`authors: "${author}"`]))).toEqual([]);
});

test('brackets that belong to a name in the config are no role', async () => {
  expect(await problemsOf(blogOf(['author: The team (lecturers)'], 'authors: { t: The team (lecturers) }\n'))).toEqual(
    [],
  );
});

describe('nearly the same name', () => {
  const twice = ['category: Interviews', 'category: Interviews'];
  test.each([
    ['category: Interveiws', 1],
    ['category: interviews', 1],
    ['categories: [[Interview]]', 1],
    ['category: Overviews', 0],
  ])('%s beside one of two posts', async (line, count) => {
    const problems = await problemsOf(blogOf([line, ...twice]));
    expect(problems.map(({ file, rule }) => `${file} ${rule}`)).toEqual(
      Array.from({ length: count }, () => 'posts/0.md category-near-duplicate'),
    );
  });

  test.each(['Year 1/Year 2', 'Part I/Part II', 'Part IX/Part XI', 'Group A/Group B', 'Covid-19/Covid-20'])(
    '%s are two',
    async (names) => {
      const [one, other] = names.split('/');
      const posts = [`category: ${one}`, ...Array.from({ length: 8 }, () => `category: ${other}`)];
      expect(await problemsOf(blogOf(posts))).toEqual([]);
    },
  );

  test('the hint quotes what a shell would read', async () => {
    const [problem] = await problemsOf(
      blogOf(['category: Whats the news', ...Array(2).fill('category: "What’s the $news"')]),
    );
    expect(problem?.hint).toContain('blog categories merge "Whats the news" \'What’s the $news\'');
  });

  test('a person of the config, whoever else is common', async () => {
    const config = 'authors:\n  rux: { name: Ruxandra Cālin }\n';
    const problems = await problemsOf(blogOf(Array(3).fill('authors: Ruxandra Calin'), config));
    expect(problems.map(({ message }) => message)).toEqual(
      Array(3).fill('“Ruxandra Calin” here, but the config has “Ruxandra Cālin”'),
    );
  });
});

test('words that other posts have as names are reported, since Jekyll reads several', async () => {
  const posts = ['tags: garden frogs', 'tags: [garden]', 'tags: [frogs]', 'tags: open day', 'tags: [open]'];
  const problems = await problemsOf(blogOf(posts));
  expect(problems.map(({ file, rule, hint }) => `${file} ${rule}: ${hint}`)).toEqual([
    'posts/0.md category-comma: write tags: [garden, frogs]',
  ]);
});

describe('another spelling of a name in the config', () => {
  const config = `site_url: https://blog.example.org
categories:
  - { name: Partnership blog, slug: partners, aliases: [pb] }
authors:
  rux: { name: Ruxandra Cālin }
`;
  const lines = 'categories: [pb, PARTNERS]\nauthors: ruxandra calin';

  test('is reported, and a category’s is fixed, once', async () => {
    const folder = blogOf([lines], config);
    expect((await problemsOf(folder)).map(({ rule }) => rule)).toEqual([
      'category-near-duplicate',
      'category-near-duplicate',
      'author-near-duplicate',
    ]);
    expect(await fixed(folder)).toBe('categories: [Partnership blog]\nauthors: ruxandra calin');
  });

  test('is not what feeds say', async () => {
    const { stdout } = await run(blogOf([lines], config), ['feed']);
    expect(stdout.match(/<category>.*<\/category>/g)).toEqual(['<category>Partnership blog</category>']);
    expect(stdout).toContain('<dc:creator>Ruxandra Cālin</dc:creator>');
  });
});

test('a category in a nested list is merged like any other', async () => {
  const folder = blogOf(['categories:\n  - [Sports, Basball]\n  - [Baseball, Basball]', 'category: Baseball']);
  await run(folder, ['categories', 'merge', 'Basball', 'Baseball']);
  expect(readFileSync(join(folder, 'posts/0.md'), 'utf8')).toContain('  - [Sports, Baseball]\n  - [Baseball]\n');
});

test('a name in quotation marks is no other name', async () => {
  const posts = [
    'authors: “Ada Example”',
    'authors: “Ada Example”',
    'authors: Ada Example',
    'category: “News”',
    'category: News',
  ];
  expect((await problemsOf(blogOf(posts))).map(({ file, rule }) => `${file} ${rule}`)).toEqual(
    [0, 1, 3].map((at) => `posts/${at}.md quotes-in-value`),
  );
});

test('a text of several lines keeps its style', async () => {
  expect(await fixed(blogOf(['summary: |\n  One &amp;\n  two']))).toBe('summary: |\n  One &\n  two');
});

test('quotation marks and entities of people, images and names', async () => {
  const lines = [
    'authors: ["„Ada Example“ (student)", { name: "“Bo”" }, "O&#8217;Neil"]',
    'tags: ["« a »", "it’s", "“a” or “b”", "””"]',
    'image: { src: "a&amp;b.png", alt: "A &amp; B", credit: "‘It’s’" }',
  ];
  expect(await fixed(blogOf([lines.join('\n')]))).toBe(
    [
      'authors: ["Ada Example (student)", { name: "Bo" }, "O’Neil"]',
      'tags: ["a", "it’s", "“a” or “b”", "””"]',
      'image: { src: "a&amp;b.png", alt: "A & B", credit: "It’s" }',
    ].join('\n'),
  );
});

describe('a text that names several people', () => {
  test('is no other spelling of the same text with other marks', async () => {
    const authors = [
      'Ada Example | Ben Sample',
      'Ada Example Ben Sample',
      'Ada Example/Ben Sample',
      'Ada Example, Ben Sample',
    ];
    const problems = await problemsOf(blogOf(authors.map((text) => `authors: "${text}"`)));
    expect(problems.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
      'posts/0.md authors-joined',
      'posts/2.md authors-joined',
      'posts/3.md authors-joined',
    ]);
  });

  test.each([
    [
      'authors:\n  - name: Ada Example and Ben Sample',
      'write each as an item of its own: - name: Ada Example, - name: Ben Sample',
    ],
    [
      'authors: {display_name: "Ada Example, Ben Sample"}',
      'write each as an item of its own: - name: Ada Example, - name: Ben Sample',
    ],
    [
      'authors: Ada Example, Ben Sample and the Partnership team',
      'write authors: [Ada Example, Ben Sample, the Partnership team]',
    ],
    ['authors: van der Berg, Ada', undefined],
    ['authors: Berg, Ada', undefined],
    ['authors: Ada Example, Dr', undefined],
    ['authors: Ada Example, Dr Ben Sample', 'write authors: [Ada Example, Dr Ben Sample]'],
    ['authors: Smith and Jones Ltd', undefined],
    ['authors: {name: Ada Example}', undefined],
  ])('%s: %j', async (line, hint) => {
    expect((await problemsOf(blogOf([line]))).map((one) => one.hint)).toEqual(hint === undefined ? [] : [hint]);
  });
});

test.each([
  ['- Ada Example: student', 'write - name: Ada Example, with role: student below it'],
  ['- Ada Example:\n      role: staff', 'write - name: Ada Example, with role: staff below it'],
  ['- Ada Example:', 'write - name: Ada Example'],
  ['- Ada Example: Senior Lecturer', 'write - name: Ada Example'],
  ['- {full_name: Ada Example}', 'write - name: Ada Example'],
  ['- email: ada@example.org', 'add their name: below it'],
])('people without a name, %j: %s', async (item, hint) => {
  const problems = await problemsOf(blogOf([`authors:\n  ${item}`]));
  expect(problems.find(({ message }) => message.endsWith('needs a name'))?.hint).toBe(hint);
});

test('keys of a person, in whatever case', async () => {
  const folder = blogOf(['authors:\n  - {Name: Ada Example, ROLE: Student, Display-Name: x}']);
  expect(await problemsOf(folder)).toEqual([]);
  const { stdout } = await run(folder, ['list', '--format', 'json', '--fields', 'authors']);
  expect(JSON.parse(stdout)).toEqual([{ authors: [{ name: 'Ada Example', role: 'student' }] }]);
});

test('an address in brackets is not a name, either', async () => {
  for (const author of ['"<ada@example.org>"', '{name: ada@example.org}']) {
    const [problem] = await problemsOf(blogOf([`authors: ${author}`]));
    expect(problem?.message).toBe('authors has an email address instead of a name');
    expect(problem?.hint).toContain('Ada Example <ada@example.org>');
  }
});

test('writer and photographer are the same person in whatever case', async () => {
  const folder = blogOf(['authors: Ada Example\nphotos_by: ada  example']);
  expect((await run(folder, ['list', '--fields', 'byline'])).stdout).toBe('Text and photos by Ada Example\n');
});

test.each(['“Ada Example (student)”', '‘Ada Example (Staff)’', '"„Ada Example (partner)“"'])(
  'authors: %s has no unknown role, only quotation marks',
  async (name) => {
    const problems = await problemsOf(blogOf([`authors: ${name}`]));
    expect(problems.map(({ rule }) => rule)).toEqual(['quotes-in-value']);
  },
);
