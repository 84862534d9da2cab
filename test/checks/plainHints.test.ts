/** Hints that are followed to the letter: what is in brackets, what stands for a page, what a wiki link leads to. */
import { describe, expect, test } from '@jest/globals';
import { run, siteOf } from '../support/site.ts';
import { tempFolder } from '../support/tempFolder.ts';

async function hintsOf(folder: string, rule: string): Promise<(string | undefined)[]> {
  const { stdout } = await run(folder, ['validate', '--format', 'json']);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { rule: string; hint?: string }[] };
  return diagnostics.filter((one) => one.rule === rule).map(({ hint }) => hint);
}

test.each([
  ['categories: {name: Life}', 'write Life'],
  ['categories: [[[Life, Work]], Home]', 'remove the inner brackets: Life, Work'],
  ['slug: [tea]', 'write tea'],
  ['authors: {name: Ada Example, role: [student]}', 'write student'],
  ['authors: {name: [Ada Example, Ben Sample]}', 'write one, without brackets'],
  ['authors: [[Ada Example, Ben Sample]]', 'remove the inner brackets: Ada Example, Ben Sample'],
  ['summary: [Update]', 'put it in quotes: "[Update]"'],
  ['permalink: false', 'remove the line; to keep the post off the site, write draft: true'],
  ['slug: true', 'write a text, or remove the line'],
])('%s: %s', async (line, hint) => {
  expect(await hintsOf(siteOf({ 'a.md': ['title: A', 'date: 2024-05-14', line] }), 'field-type')).toEqual([hint]);
});

describe('markup of other tools', () => {
  const bodyHints = (body: string): Promise<(string | undefined)[]> =>
    hintsOf(tempFolder({ 'posts/a.md': `---\ntitle: A\ndate: 2024-05-14\n---\n${body}\n` }), 'template-code');

  test.each([
    ['See [[My post#What we did|that]].', 'write that without the brackets, or a link: [that](https://…)'],
    ['See [[My post#What we did]].', 'write My post without the brackets, or a link: [My post](https://…)'],
    ['See [[#What we did]].', 'write What we did without the brackets'],
    ['See [[My post#^a1b2]].', 'write My post without the brackets, or a link: [My post](https://…)'],
    ['| a |\n| - |\n| [[b\\|that]] |', 'write that without the brackets, or a link: [that](https://…)'],
    ['![[a.png|300]]', 'copy the file to the folder of the post, and write ![what it shows](a.png)'],
    ['![[My note]]', 'write My note without the brackets, or a link: [My note](https://…)'],
    ['![[report.pdf]]', 'copy the file to the folder of the post, and write [report.pdf](report.pdf)'],
    ['{: .lead}\nText.', 'delete it, or use backticks to show it'],
    ['::: {.callout-note}\nText.\n:::', 'delete the marks, and write a quotation (>) that begins with a word in bold'],
  ])('%j', async (body, hint) => {
    expect(await bodyHints(body)).toEqual([hint]);
  });
});

test('a link to a folder without a post of its own does not claim that the folder is missing', async () => {
  const folder = tempFolder({
    'posts/a.md': '---\ntitle: A\ndate: 2024-05-14\n---\nSee [them](images/).\n',
    'posts/images/p.png': 'png',
  });
  const { stdout } = await run(folder, ['validate', '--format', 'compact']);
  expect(stdout).toContain('link “images/” not found: the posts folder has no post “images” (link-broken)');
});

test('a name with a comma is quoted in a list', async () => {
  const folder = siteOf({
    'a.md': ['title: A', 'date: 2024-05-14', 'authors: Ada Example, PhD; Ben Sample'],
    'b.md': ['title: B', 'date: 2024-05-15', 'authors: Ada Example, PhD'],
  });
  expect(await hintsOf(folder, 'authors-joined')).toEqual(['write authors: ["Ada Example, PhD", Ben Sample]']);
});

describe('a missing category', () => {
  const hints = (posts: Record<string, string[]>, config?: string): Promise<(string | undefined)[]> =>
    hintsOf(siteOf({ 'a.md': ['title: A', 'date: 2024-05-14'], ...posts }, config), 'categories-missing');
  const other = (day: number, categories: string): string[] => [`title: B${day}`, `date: 2024-05-0${day}`, categories];

  test.each([
    ['the most used of the config', 'categories: [Events, News]\n', 'categories: [News]'],
    [
      'in its spelling there',
      'categories: [Events, { name: "News, old and new", aliases: [news] }]\n',
      'categories: ["News, old and new"]',
    ],
    ['the first of the config, if no post has one of it', 'categories: [Events, Talks]\n', 'categories: [Events]'],
    ['the most used', undefined, 'categories: [News]'],
  ])('is suggested: %s', async (_, config, line) => {
    const posts = {
      'b.md': other(1, 'categories: [Events]'),
      'c.md': other(2, 'categories: [News]'),
      'd.md': other(3, 'categories: [news]'),
      'e.md': other(4, 'categories: [News]'),
    };
    const without = config?.includes('Talks') ? {} : posts;
    expect(await hints(without, config)).toEqual([`add a line such as ${line}`]);
  });

  test('of an empty field', async () => {
    const posts = { 'f.md': other(5, 'categories:') };
    expect((await hints(posts, 'categories: [Events]\n'))[1]).toBe('write, for example, categories: [Events]');
  });
});

test('categories to choose from are quoted where one has a comma', async () => {
  const folder = siteOf(
    { 'a.md': ['title: A', 'date: 2024-05-14', 'categories: [Walks]'] },
    'categories: [News, "Learning, teaching: ideas"]\n',
  );
  expect(await hintsOf(folder, 'category-unknown')).toEqual(['use one of "News", "Learning, teaching: ideas"']);
  const { stderr } = await run(folder, ['new', 'B', '-c', 'Walks', '--no-edit']);
  expect(stderr).toContain('Choose from: "News", "Learning, teaching: ideas"');
});
