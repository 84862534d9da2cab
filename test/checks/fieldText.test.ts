import { expect, test } from '@jest/globals';
import { findIn } from '../support/findings.ts';
import { run, siteOf } from '../support/site.ts';

async function found(line: string): Promise<string[]> {
  const lines = ['title: A', 'date: 2024-05-14', ...line.split('\n')];
  const args = ['validate', '--format', 'json', '--rule', 'authors-missing=off', '--rule', 'summary-missing=off'];
  const { stdout } = await run(siteOf({ 'a.md': lines }), [...args, '--rule', 'image-alt-missing=off']);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Record<string, string | number>[] };
  return diagnostics.map(({ rule, line, column, endColumn }) => `${rule} ${line}:${column}-${endColumn}`);
}

test.each<[string, string, string[]]>([
  ['a comma in a category', 'category: Events, Interviews', ['category-comma 4:11-29']],
  ['two people with roles', 'authors: Ada (student), Ben (staff)', ['authors-joined 4:10-36']],
  ['two people', 'authors: Ada Example, Ben Sample', ['authors-joined 4:10-33']],
  ['one person with a title', 'authors: Ada Example, PhD', []],
  ['one person, family name first', 'authors: Example, Ada', []],
  ['one person with a place', 'authors: Ada Example, University of Westminster', []],
  ['a list', 'authors: [Ada Example, Ben Sample]', []],
  ['a misspelt name in an image', 'image:\n  src: https://e.org/a.png\n  atl: Two people', ['field-unknown 6:3-6']],
  ['names in other cases in an image', 'image: {Src: "https://e.org/a.png", ALT: Two people, Credit-URL: x}', []],
  ['a name of another tool in an image', 'image: {src: "https://e.org/a.png", caption: x}', []],
  ['a misspelt name in a person', 'authors:\n  - name: Ada\n    rol: student', ['field-unknown 6:5-8']],
  ['words behind a #', 'summary: We are #1 in the league', ['comment-in-text 4:17-33']],
  ['wide characters before it', 'summary: 学生 are #1', ['comment-in-text 4:17-19']],
  ['nothing before a #', 'tags: #one #two', ['comment-in-text 4:7-16']],
  ['a comment', 'summary: S. # say more', []],
  ['a # in quotes, and one in a word', 'summary: "We are #1"\ntags: [C#, "#1"]', []],
  ['a field that is no text', 'draft: true #2', []],
])('%s', async (_, line, expected) => {
  expect(await found(line)).toEqual(expected);
});

test.each([
  ['tags: #one #two', 'write tags: [one, two]'],
  ['tags: #one, two words', 'write tags: [one, two words]'],
  ['tags: one, #two', 'write tags: [one, two]'],
  ['tags: one; #two', 'write tags: [one, two]'],
  ['tags: "one, two"', 'write tags: [one, two]'],
  ['tags: "one, #2"', 'write tags: [one, "#2"]'],
])('what to type for %s', async (line, hint) => {
  const { stdout } = await run(siteOf({ 'a.md': ['title: A', 'date: 2024-05-14', line] }), [
    'validate',
    '--format',
    'json',
  ]);
  expect((JSON.parse(stdout) as { diagnostics: { hint?: string }[] }).diagnostics.map((one) => one.hint)).toContain(
    hint,
  );
});

test('what to type', async () => {
  const folder = siteOf({ 'a.md': ['title: A', 'date: 2024-05-14', 'summary: We are #1'] });
  const { stdout } = await run(folder, ['validate', '--format', 'json']);
  expect(stdout).toContain('put the whole text in quotes: summary: \\"We are #1\\"');
});

test('an end before the date is marked at its own key, whatever that is called and what is equal to it', async () => {
  const found = await findIn('Text.', { fields: 'updated: 2024-05-01\nexpiry: 2024-05-01' });
  // The text begins two lines below.
  expect(found.find(({ rule }) => rule === 'expires-before-date')?.line).toBe(-1);
});
