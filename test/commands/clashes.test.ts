/** Posts with one URL or one id: a clash is told about even while one of them cannot be listed for another reason. */
import { expect, test } from '@jest/globals';
import { run, siteOf } from '../support/site.ts';

const good = ['title: A', 'date: 2024-01-01', 'authors: Ada', 'summary: S.'];

interface Found {
  file: string;
  rule: string;
  message: string;
}

async function clashesOf(posts: Readonly<Record<string, readonly string[]>>, config = ''): Promise<string[]> {
  const { stdout } = await run(siteOf(posts, `site_url: https://blog.example.org\n${config}`), ['validate', '--json']);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Found[] };
  return diagnostics.filter(({ rule }) => rule.endsWith('-duplicate')).map(({ file, rule }) => `${file} ${rule}`);
}

/** Other problems that make a post invalid, of each rule that leaves its URL known. */
const fatal: Readonly<Record<string, readonly string[]>> = {
  'no title': ['date: 2024-01-01'],
  'an empty title': ['title:', 'date: 2024-01-01'],
  'a title that is a number': ['title: 2018', 'date: 2024-01-01'],
  'a title of two lines': ['title: "a\\nb"', 'date: 2024-01-01'],
  'a control character': ['title: "a\\x01"', 'date: 2024-01-01'],
  'an unclear draft': ['title: B', 'date: 2024-01-01', 'drafft: true'],
  'a draft sign that nobody understands': ['title: B', 'date: 2024-01-01', 'draft: maybe'],
  'YAML that cannot be read': ['title: a: b', 'date: 2024-01-01'],
  'a quotation mark too few': ['title: "a', 'date: 2024-01-01'],
  'a tab': ['title: B', 'date: 2024-01-01', 'tags:', '\t- a'],
  'a duplicate key': ['title: B', 'title: C', 'date: 2024-01-01'],
  'two spellings of a key': ['title: B', 'Title: C', 'date: 2024-01-01'],
  'a mapping for a key': ['title: B', 'date: 2024-01-01', '? [a]', ': b'],
};

test.each(Object.entries(fatal))('%s hides neither a URL nor an id', async (_, lines) => {
  const expected = ['posts/b.md url-duplicate'];
  expect(await clashesOf({ 'a.md': [...good, 'slug: tea'], 'b.md': [...lines, 'slug: tea'] })).toEqual(expected);
  expect(await clashesOf({ 'a/2024-01-01-tea.md': good, 'b.md': [...lines, 'permalink: /2024/01/01/tea'] })).toEqual(
    expected,
  );
  const id = 'id: 0f1cbe0a-6b8c-4b8e-9a51-2d8a9f5f7a10';
  expect(await clashesOf({ 'a.md': [...good, id], 'b.md': [...lines, id] })).toEqual(['posts/b.md id-duplicate']);
});

test.each<[name: string, lines: readonly string[]]>([
  ['a date that is none', ['title: B', 'date: 2024-02-30', 'slug: tea']],
  ['no date', ['title: B', 'slug: tea']],
  ['no date, and an unreadable line', ['title: a: b', 'slug: tea']],
])('with %s a URL is known only where the date is no part of it', async (_, lines) => {
  const posts = { 'a.md': [...good, 'slug: tea'], 'b.md': lines };
  expect(await clashesOf(posts)).toEqual([]);
  expect(await clashesOf(posts, 'permalink: "/{slug}/"')).toEqual(['posts/b.md url-duplicate']);
});

test.each<[name: string, lines: readonly string[]]>([
  ['a slug that is none', ['title: B', 'date: 2024-01-01', 'slug: "a b?"']],
  ['a slug of another kind', ['title: B', 'date: 2024-01-01', 'slug: [tea]']],
  ['a permalink that cannot be filled in', ['title: B', 'date: 2024-01-01', 'permalink: "/:nothing/"']],
  ['two slugs', ['title: B', 'date: 2024-01-01', 'slug: tea', 'slug: cake']],
  ['a slug on a line that cannot be read', ['title: B', 'date: 2024-01-01', 'slug: tea: x']],
  ['two versions of a merge', ['title: B', '<<<<<<< HEAD', 'date: 2024-01-01', '=======', '>>>>>>> x', 'slug: tea']],
])('with %s nobody knows the URL, and none is guessed', async (_, lines) => {
  const posts = { '2024-01-01-tea.md': good, 'b/2024-01-01-tea.md': lines };
  expect(await clashesOf(posts)).toEqual([]);
});

test('two broken posts are told about one another', async () => {
  const posts = { 'a.md': ['date: 2024-01-01', 'slug: tea'], 'b.md': ['title: a: b', 'date: 2024-01-01', 'slug: tea'] };
  expect(await clashesOf(posts)).toEqual(['posts/a.md url-duplicate', 'posts/b.md url-duplicate']);
});

test('a broken copy takes neither a post nor a draft out of the lists, and says whose copy it is', async () => {
  const site = siteOf({
    'a.md': [...good, 'slug: tea'],
    'b.md': [...good, 'slug: cake', 'draft: true'],
    'c.md': ['title: C: D', 'date: 2024-01-01', 'slug: tea'],
    'd.md': ['date: 2024-01-01', 'slug: cake'],
  });
  expect((await run(site, ['list', '--format', 'paths'])).stdout.trim().split('\n')).toEqual([
    'posts/a.md',
    'posts/b.md',
  ]);
  const { stdout } = await run(site, ['validate', '--format', 'compact']);
  expect(stdout).toContain('posts/c.md:1:1: error: duplicate URL, also used by posts/a.md (url-duplicate)');
  expect(stdout).toContain('posts/d.md:3:7: error: duplicate URL, also used by posts/b.md (url-duplicate)');
});
