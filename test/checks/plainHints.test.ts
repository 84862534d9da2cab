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
  ['permalink: false', 'remove it, or write draft: true if readers may not see it'],
  ['slug: true', 'remove it'],
])('%s: %s', async (line, hint) => {
  expect(await hintsOf(siteOf({ 'a.md': ['title: A', 'date: 2024-05-14', line] }), 'field-type')).toEqual([hint]);
});

describe('markup of other tools', () => {
  const bodyHints = (body: string): Promise<(string | undefined)[]> =>
    hintsOf(tempFolder({ 'posts/a.md': `---\ntitle: A\ndate: 2024-05-14\n---\n${body}\n` }), 'template-code');

  test.each([
    ['See [[My post#What we did|that]].', 'write a link: [that](My%20post.md#what-we-did)'],
    ['See [[My post#What we did]].', 'write a link: [My post](My%20post.md#what-we-did)'],
    ['See [[#What we did]].', 'write a link: [What we did](#what-we-did)'],
    ['See [[My post#^a1b2]].', 'write a link: [My post](My%20post.md)'],
    ['| a |\n| - |\n| [[b\\|that]] |', 'write a link: [that](b.md)'],
    ['![[a.png|300]]', 'write ![what it shows](a.png)'],
    ['![[My note]]', 'write a link: [My note](My%20note.md)'],
    ['![[report.pdf]]', 'write a link: [report.pdf](report.pdf)'],
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
