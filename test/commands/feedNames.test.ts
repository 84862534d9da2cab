/** The URLs of feeds of categories, tags and authors: each name's own for ever, or refused. */
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { feedSlug, findSlugClashes, groupByName } from '../../src/feed/categories.ts';
import { runs } from '../support/effort.ts';
import fc from '../support/fastCheck.ts';
import { samplePost } from '../support/feedPosts.ts';
import { config, feed, read, write } from '../support/feedSite.ts';
import { run, siteOf } from '../support/site.ts';
import { filesIn } from '../support/tempFolder.ts';

const siteWith = (names: readonly string[], settings = config): string =>
  siteOf({ '2024-01-01-a.md': ['title: A', 'date: 2024-01-01', `categories: ${JSON.stringify(names)}`] }, settings);
const foldersIn = (folder: string): string[] =>
  filesIn(join(folder, 'out')).flatMap((file) => /^category\/(.*)\/feed\.xml$/.exec(file)?.[1] ?? []);

// Jest cannot link modules that are asked for at once for the first time, as --all does with the formats.
beforeAll(async () => {
  for (const type of ['rss', 'atom', 'json']) await feed(siteWith([]), '--type', type);
});

test.each<[string, string[], string]>([
  ['signs between words', ['A-B', 'A / B'], 'a-b'],
  ['accents', ['Emile', 'Émile'], 'emile'],
  ['a sign with spaces', ['R&D', 'R & D'], 'r-and-d'],
  ['a sign that is no word', ['edtech', '#edtech'], 'edtech'],
  ['nothing left of either', ['🎉', '???'], 'category'],
  ['nothing left, and the name for that', ['🎉', 'Category'], 'category'],
  ['a difference behind the cut', [`${'a'.repeat(250)}x`, `${'a'.repeat(250)}y`], 'a'.repeat(200)],
  ['a device, and what is put in its place', ['Con', 'con category'], 'con-category'],
])('names with one folder are refused with the config that separates them: %s', async (_, names, slug) => {
  const [one = '', two = ''] = names;
  const listed = (...lines: string[]): string =>
    `${config}categories:\n${lines.map((line) => `  - ${line}\n`).join('')}`;
  const configs = [config, listed('Other'), listed('Other', JSON.stringify(one), JSON.stringify(two))];
  for (const settings of configs) {
    const folder = siteWith([...names, 'Other', 'Other-2'], settings);
    const before = filesIn(folder);
    const refused = await feed(folder, '--all', '-o', 'out', '--force');
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toContain(`categories “${one}” and “${two}” share the feed category/${slug}/feed.xml`);
    expect(filesIn(folder)).toEqual(before);
    for (const name of names) expect(await feed(folder, '-c', name)).toEqual(refused);
    expect((await feed(folder, '-c', 'Other')).status).toBe(0);
    expect((await feed(folder, '-c', one, '--self-url', 'https://blog.example.org/one.xml')).status).toBe(0);
    // What is written in the config, to the letter, keeps them apart.
    const [, verb, line = ''] = /(replace the line of “.*” with|add the line): (- .*)\n/.exec(refused.stderr) ?? [];
    const block = /(^categories:\n(?: {2}- .*\n)+)/m.exec(refused.stderr)?.[1];
    if (settings === config) write(folder, 'blog.config.yaml', config + block);
    else if (verb?.startsWith('add')) write(folder, 'blog.config.yaml', `${settings}  ${line}\n`);
    else write(folder, 'blog.config.yaml', settings.replace(`- ${JSON.stringify(two)}`, line));
    expect(await feed(folder, '--all', '-o', 'out')).toMatchObject({ status: 0 });
    expect(foldersIn(folder)).toHaveLength(4);
    expect(read(folder, `out/category/${slug}/feed.xml`)).toContain(`<title>${one.replace('&', '&#x26;')} ·`);
    if (settings === config) expect((await run(folder, ['validate'])).stdout).not.toContain('category-unknown');
  }
});

test('the name that was used first keeps the URL', async () => {
  const posts = {
    'a.md': ['title: A', 'date: 2024-01-01', 'categories: [Émile]'],
    'b.md': ['title: B', 'date: 2024-01-02', 'categories: [Emile]'],
  };
  const { stderr } = await feed(siteOf(posts, config), '--all', '-o', 'out');
  expect(stderr).toContain('- { name: "Emile", slug: emile-2 }\n  - "Émile"');
});

test('a feed of a name has the posts that the config counts to it, however they spell it, as that of --all has', async () => {
  const settings = `${config}categories: [{ name: R&D news, aliases: [research] }]\nauthors: { e: { name: Émile } }\n`;
  const posts = ['R&D news', 'r-and-d-news', 'research', 'R&amp;D News'].map(
    (name, index) =>
      [`${index}.md`, [`title: T${index}`, 'date: 2024-01-01', `categories: ["${name}"]`, 'author: Emile']] as const,
  );
  const folder = siteOf(
    { ...Object.fromEntries(posts), 'b.md': ['title: B', 'date: 2024-01-01', 'author: Émile'] },
    settings,
  );
  await feed(folder, '--all', '-o', 'out');
  const all = read(folder, 'out/category/r-and-d-news/feed.xml');
  for (const name of ['R&D news', 'research', 'r-d-news', 'R&amp;D news']) {
    expect((await feed(folder, '-c', name)).stdout).toBe(all);
  }
  for (const index of [0, 1, 2, 3]) expect(all).toContain(`<title>T${index}</title>`);
  const { stdout } = await feed(folder, '-a', 'Emile');
  expect(stdout).toContain('<title>Émile · Our blog</title>');
  expect(stdout).toContain('<title>B</title>');
  expect((await feed(folder, '-a', 'Émile')).stdout).toBe(stdout);
  expect((await feed(folder, '-a', 'Émile', '-c', 'research')).stdout).not.toContain('<title>B</title>');
});

test.each([
  ['C', 'c'],
  ['C++', 'c-plus-plus'],
  ['C#', 'c-sharp'],
  ['F#', 'f-sharp'],
  ['.NET', 'dot-net'],
  ['ASP.NET', 'asp-net'],
  ['Node.js', 'node-js'],
  ['R&D', 'r-and-d'],
  ['R&amp;D', 'r-and-d'],
  ['C&#43;&#43;', 'c-plus-plus'],
  ['LGBTQ+', 'lgbtq-plus'],
  ['#edtech', 'edtech'],
  ['Émile', 'emile'],
  ['Partnership blog', 'partnership-blog'],
  ['St. Andrews, 2024', 'st-andrews-2024'],
  ['Ｃ＋＋', 'c-plus-plus'],
  ['한국어', '한국어'],
])('the slug of %s is %s, for categories, tags and authors', (name, slug) => {
  for (const kind of ['category', 'tag', 'author'] as const) expect(feedSlug(name, kind)).toBe(slug);
});

test.each([
  ['-t', 'tag', 'tags: [C, C++, "C#"]'],
  ['-a', 'author', 'authors: [C, C++, "C#"]'],
  ['-c', 'category', 'categories: [C, C++, "C#"]'],
])('%s tells C, C++ and C# apart, and takes their slugs', async (flag, kind, line) => {
  const folder = siteOf({ 'a.md': ['title: A', 'date: 2024-01-01', line] }, config);
  for (const [name, slug] of [
    ['C', 'c'],
    ['c++', 'c-plus-plus'],
    ['c-sharp', 'c-sharp'],
  ] as const) {
    const { stdout } = await feed(folder, flag, name);
    expect(stdout).toContain(`href="https://blog.example.org/${kind}/${slug}/feed.xml" rel="self"`);
  }
});

test.each(['C', 'C++'])('a category that no post has is not taken for another: %s', async (name) => {
  const other = name === 'C' ? 'C++' : 'C';
  expect(await feed(siteWith([other]), '-c', name)).toMatchObject({ status: 2, stdout: '' });
  const listed = siteWith([name, other], `${config}categories: [C++, C]\n`);
  expect((await feed(listed, '-c', name)).stdout).toContain(`<title>${name} ·`);
});

test.each([
  ['-t', 'tags', 'tags “Émile” and “Emile” share the feed tag/emile/feed.xml'],
  ['-a', 'authors', 'authors “Émile” and “Emile” share the feed author/emile/feed.xml'],
])('%s refuses a name with the URL of another', async (flag, field, message) => {
  const folder = siteOf({ 'a.md': ['title: A', 'date: 2024-01-01', `${field}: [Émile, Emile, X]`] }, config);
  const { status, stderr } = await feed(folder, flag, 'emile');
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining(message) });
  expect((await feed(folder, flag, 'emile', '--self-url', 'https://blog.example.org/e.xml')).status).toBe(0);
  expect((await feed(folder, flag, 'x')).status).toBe(0);
});

test('a slug that is that of several names is not guessed', async () => {
  const folder = siteWith(['R&D', 'R D']);
  expect((await feed(folder, '-c', 'r-d')).stderr).toBe('blog: “r-d” may be “R&D” and “R D”; pass the whole name\n');
  expect((await feed(folder, '-c', 'r-and-d')).stdout).toContain('/category/r-and-d/feed.xml');
});

test('posts that come, go and change places never give a feed’s URL to another name', async () => {
  const names = [
    'C',
    'C++',
    'C#',
    'F#',
    '.NET',
    'NET',
    'R&D',
    'R D',
    'LGBTQ',
    'LGBTQ+',
    'News',
    'A & B',
    'Émile',
    'Emile',
  ];
  const lists = fc.array(fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 4 }), { maxLength: 6 });
  const owners = new Map<string, string>();
  fc.assert(
    fc.property(lists, (posts) => {
      const entries = posts.map((categories, day) => samplePost({ categories, date: `2024-01-0${day + 1}` }));
      const groups = groupByName(entries.reverse(), 'category', { authors: {} });
      const clashing = findSlugClashes(groups).flat();
      for (const { slug, name } of groups.filter((group) => !clashing.includes(group))) {
        if (slug === 'emile') continue;
        expect(owners.get(slug) ?? name).toBe(name);
        owners.set(slug, name);
      }
      expect(clashing.map(({ name }) => name).sort()).toEqual(clashing.length === 0 ? [] : ['Emile', 'Émile']);
    }),
    runs(300),
  );
});

test.each(['/atom.xml', '/Feed.json', '/category/news/feed.xml'])(
  '--all does not write two feeds to %s',
  async (path) => {
    const folder = siteWith(['News'], `${config}feed: { path: ${path} }\n`);
    const before = filesIn(folder);
    const { status, stderr } = await feed(folder, '--all', '-o', 'out');
    expect(status).toBe(2);
    expect(stderr).toBe(`blog: --all writes another feed to feed.path, ${path}; set another path in the config\n`);
    expect(filesIn(folder)).toEqual(before);
  },
);
