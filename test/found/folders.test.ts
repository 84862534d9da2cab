/** Folders that other tools leave behind: translations in bundles, nested categories, short dates, authors as mappings. */
import { describe, expect, test } from '@jest/globals';
import { run } from '../support/site.ts';
import { config, feedTitles, findProblems, findRules, folderOf, listField, listPosts, postOf } from './found.ts';

describe('translations in the folder of a post', () => {
  const pair = (folder: string): Record<string, string> => ({
    [`posts/${folder}/index.de.md`]: postOf(`${folder} de`, 'x'),
    [`posts/${folder}/index.en.md`]: postOf(`${folder} en`, 'x'),
  });
  const site = 'https://blog.example.org';

  test('belong to it, without a word in the config', async () => {
    const folder = folderOf({ ...pair('talk'), ...pair('trip') });
    expect(await listField(folder, 'url')).toEqual({
      'talk/index.de.md': `${site}/de/2024/01/12/talk/`,
      'talk/index.en.md': `${site}/en/2024/01/12/talk/`,
      'trip/index.de.md': `${site}/de/2024/01/12/trip/`,
      'trip/index.en.md': `${site}/en/2024/01/12/trip/`,
    });
    expect(Object.values(await listField(folder, 'lang')).sort()).toEqual(['de', 'de', 'en', 'en']);
    expect(Object.values(await listField(folder, 'slug')).sort()).toEqual(['talk', 'talk', 'trip', 'trip']);
    expect(await findProblems(folder)).toEqual([]);
    expect((await run(folder, ['list'])).stderr).toMatch(/languages: \[/);
  });

  test('have the URLs of the config’s languages', async () => {
    const folder = folderOf({ ...pair('talk') }, `${config}language: en-GB\nlanguages: [en, de]\n`);
    expect(await listField(folder, 'url')).toEqual({
      'talk/index.de.md': `${site}/de/2024/01/12/talk/`,
      'talk/index.en.md': `${site}/2024/01/12/talk/`,
    });
    expect((await run(folder, ['list'])).stderr).not.toContain('languages:');
  });

  test('are one post to a feed, and each has its own feed', async () => {
    const folder = folderOf({ ...pair('talk'), ...pair('trip') }, `${config}language: en\nlanguages: [en, de]\n`);
    expect((await feedTitles(folder)).sort()).toEqual(['talk en', 'trip en']);
    expect((await feedTitles(folder, '--lang', 'de')).sort()).toEqual(['talk de', 'trip de']);
    expect(Object.keys(await listPosts(folder, '--lang', 'de')).sort()).toEqual([
      'talk/index.de.md',
      'trip/index.de.md',
    ]);
    const { stdout } = await run(folder, ['feed', '--lang', 'de']);
    expect(stdout).toContain('<language>de</language>');
  });

  test('where the site’s language is missing, the first of the config’s languages stands for the group', async () => {
    const files = {
      ...pair('talk'),
      'posts/walk/index.cy.md': postOf('walk cy', 'x'),
      'posts/walk/index.de.md': postOf('walk de', 'x'),
    };
    const folder = folderOf(files, `${config}language: en\nlanguages: [en, de, cy]\n`);
    expect((await feedTitles(folder)).sort()).toEqual(['talk en', 'walk de']);
  });

  test.each([
    [
      'a file beside a file',
      { 'posts/visit.md': postOf('visit', 'x'), 'posts/visit.cy.md': postOf('ymweliad', 'x') },
      'visit.cy.md',
      'visit',
      'cy',
    ],
    [
      'a region',
      { 'posts/visit.md': postOf('visit', 'x'), 'posts/visit.pt-br.md': postOf('visita', 'x') },
      'visit.pt-br.md',
      'visit',
      'pt-br',
    ],
    [
      'an index beside an index',
      { 'posts/v/index.md': postOf('v', 'x'), 'posts/v/index.cy.md': postOf('y', 'x') },
      'v/index.cy.md',
      'v',
      'cy',
    ],
  ])('%s', async (_, files, file, slug, lang) => {
    const folder = folderOf(files as Record<string, string>);
    const post = (await listPosts(folder))[file];
    expect({ slug: post?.slug, lang: String(post?.['lang']).toLowerCase() }).toEqual({ slug, lang });
    expect(post?.url.toLowerCase()).toContain(`/${lang}/2024/01/12/${slug}/`);
    expect(await findProblems(folder)).toEqual([]);
  });

  test('a folder of a language of the config', async () => {
    const files = {
      'posts/visit.md': postOf('visit', 'x'),
      'posts/cy/visit.md': postOf('ymweliad', 'x'),
      'posts/de/visit.md': postOf('Besuch', 'x'),
    };
    const folder = folderOf(files, `${config}language: en\nlanguages: [en, cy]\n`);
    const posts = await listPosts(folder);
    expect(posts['cy/visit.md']).toMatchObject({ lang: 'cy', url: `${site}/cy/2024/01/12/visit/` });
    expect(posts['de/visit.md']?.['lang']).toBeUndefined();
  });

  test.each(['x.bak.md', 'x.new.md', 'node.io.md', 'v1.2.md', 'x.md.md'])('%s is none', async (name) => {
    const folder = folderOf({
      'posts/x.md': postOf('x', 'x'),
      'posts/v1.md': postOf('v', 'x'),
      [`posts/${name}`]: postOf('y', 'x'),
    });
    const post = (await listPosts(folder))[name];
    expect(post).toMatchObject({ slug: name.replace(/\.md$/, '') });
    expect(post?.['lang']).toBeUndefined();
  });

  test('a translation without a sibling is none, unless the config says so', async () => {
    const files = { 'posts/lonely.cy.md': postOf('x', 'x') };
    expect(await listField(folderOf(files), 'slug')).toEqual({ 'lonely.cy.md': 'lonely.cy' });
    expect(await listField(folderOf(files, `${config}language: en\nlanguages: [en, cy]\n`), 'slug')).toEqual({
      'lonely.cy.md': 'lonely',
    });
  });
});

test.each([
  ['- [Sports, Baseball]\n- [Play]', ['Sports', 'Baseball', 'Play']],
  ['- [Sports, Baseball]\n- Play', ['Sports', 'Baseball', 'Play']],
  ['  - - Sports\n    - Baseball\n  - - Play', ['Sports', 'Baseball', 'Play']],
  ['- [Sports, Baseball]\n- [Sports, Rugby]', ['Sports', 'Baseball', 'Rugby']],
])('nested categories are read: %j', async (lines, categories) => {
  const folder = folderOf({ 'posts/a.md': postOf('A', 'x', 'categories:', lines) });
  expect(await listField(folder, 'categories')).toEqual({ 'a.md': categories });
  expect(await findProblems(folder)).toEqual([]);
});

test.each([
  ['2017-4-20-concepts.md', '2017-04-20', 'concepts'],
  ['2017-4-2-concepts.md', '2017-04-02', 'concepts'],
  ['2017-12-2-concepts.markdown', '2017-12-02', 'concepts'],
  ['events/2017-4-20-open-day.md', '2017-04-20', 'open-day'],
])('%s has its date and slug in its name', async (file, day, slug) => {
  const folder = folderOf({ [`posts/${file}`]: '---\ntitle: A\n---\nx\n' });
  expect((await listPosts(folder))[file]).toMatchObject({ date: `${day}T00:00:00+00:00`, slug });
  expect(await findProblems(folder)).toEqual([]);
});

test.each(['2017-13-20-concepts.md', '2017-2-30-concepts.md', '17-4-20-concepts.md'])(
  '%s has no date',
  async (file) => {
    const folder = folderOf({ [`posts/${file}`]: '---\ntitle: A\n---\nx\n' });
    expect(await findRules(folder)).toEqual([`${file} date-missing`]);
  },
);

test.each([
  [
    'display_name: Dana Gray\n  login: dana\n  email: dana@example.org',
    { name: 'Dana Gray', email: 'dana@example.org' },
  ],
  ['name: Dana Gray\n  uri: https://d.example.org/', { name: 'Dana Gray', url: 'https://d.example.org/' }],
  ['name: Dana Gray\n  link: https://d.example.org/', { name: 'Dana Gray', url: 'https://d.example.org/' }],
  ['login: dana', { name: 'dana' }],
])('an author as an importer writes it: %j', async (lines, author) => {
  const comments = ['comments:', '- id: 5', '  author: Jo Fox', '  content: Nice'];
  const folder = folderOf({ 'posts/a.md': postOf('Hello', 'x', 'author:', `  ${lines}`, ...comments) });
  expect(await listField(folder, 'authors')).toEqual({ 'a.md': [author] });
  expect(await findProblems(folder)).toEqual([]);
  expect((await run(folder, ['feed'])).stdout).toContain(author.name);
});

test('where the posts of other tools are is suggested', async () => {
  for (const posts of ['_posts', 'content/posts', 'content/blog', 'source/_posts', 'src/content/blog']) {
    const folder = folderOf({ [`${posts}/2024-01-12-a.md`]: postOf('A', 'x') });
    const { status, stderr } = await run(folder, ['list']);
    expect(status).toBe(2);
    expect(stderr).toContain(posts);
  }
});

test('files that are no Markdown to this tool are counted in a note', async () => {
  const folder = folderOf({
    'posts/a.md': postOf('A', 'x'),
    'posts/b.mdx': 'x',
    'posts/c.qmd': 'x',
    'posts/d.Rmd': 'x',
  });
  const { stderr } = await run(folder, ['list']);
  expect(stderr).toContain('3');
  expect(stderr).toContain('.mdx');
});

test.each([
  ['posts/b.html', '---\ntitle: B\n---\n<p>x</p>', '1 file not read: .html (1); posts are .md and .markdown files\n'],
  [
    'posts/b/README.md',
    '---\r\ntitle: B\r\n---\r\nx',
    '1 file not read: README.md (1); posts are .md and .markdown files, but not README.md\n',
  ],
  ['posts/b.html', '<p>x</p>', ''],
  ['posts/b/README.md', '# x', ''],
  ['posts/README.md', '---\ntitle: B\n---\nx', ''],
  ['posts/.b.html', '---\ntitle: B\n---\nx', ''],
])('%s of another tool (%j) is counted if it has front matter', async (file, text, note) => {
  const folder = folderOf({ 'posts/a.md': postOf('A', 'x'), [file]: text });
  expect((await run(folder, ['list'])).stderr).toBe(note);
});
