/** What is one line of text is the same for whatever writes one, and for `validate`, which reads it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { showsNothing } from '../../src/commands/textArgument.ts';
import { lineProblem, quoted } from '../../src/post/frontmatter/yamlText.ts';
import { anything } from '../support/anyText.ts';
import { runs } from '../support/effort.ts';
import fc from '../support/fastCheck.ts';
import { run, siteOf } from '../support/site.ts';

const post = ['title: A', 'date: 2018-07-05', 'categories: [News]', 'authors: Ada', 'summary: S.'];

const writers: readonly { name: string; args: (text: string) => string[] }[] = [
  { name: 'new', args: (text) => ['new', '--slug', 'b', '--', text] },
  { name: 'new --category', args: (text) => ['new', 'B', `--category=${text}`] },
  { name: 'new --author', args: (text) => ['new', 'B', `--author=${text}`] },
  { name: 'new --tag', args: (text) => ['new', 'B', `--tag=${text}`] },
  { name: 'new --summary', args: (text) => ['new', 'B', `--summary=${text}`] },
  { name: 'rename', args: (text) => ['rename', '--slug', 'b', '--', 'a', text] },
  { name: 'categories merge', args: (text) => ['categories', 'merge', '--', 'News', text] },
];

describe.each(writers)('$name', ({ args }) => {
  test.each([
    'Big\u2028News',
    'Big\u2029News',
    'Big\x85News',
    'Big\x0bNews',
    'Big\nNews',
    'Big\tNews',
    'a\ufdd0b',
    'a\x00b',
  ])('refuses %j, and writes nothing', async (text) => {
    const folder = siteOf({ 'a.md': post });
    const { status, stderr } = await run(folder, args(text));
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/cannot be used: it contains /) });
    expect(await run(folder, ['list', '--format', 'count'])).toMatchObject({ stdout: '1\n' });
    expect(readFileSync(join(folder, 'posts/a.md'), 'utf8')).toContain('title: A\n');
  });
});

test.each<[what: string, args: string[]]>([
  ['--author', ['new', 'B', '--author']],
  ['--photos-by', ['new', 'B', '--photos-by']],
  ['--editor', ['new', 'B', '--editor']],
  ['the new author', ['authors', 'merge', 'Ada']],
])('%s needs a name, not only a role', async (what, args) => {
  const folder = siteOf({ 'a.md': post });
  const { status, stdout, stderr } = await run(folder, [...args, ' (student)']);
  const said = `blog: ${what} “(student)” has no name; write "Name (student)"\n`;
  expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: said });
});

test('what passes for a line is one for validate', async () => {
  await fc.assert(
    fc.asyncProperty(anything, async (text) => {
      const line = text.trim();
      fc.pre(!showsNothing(line) && lineProblem(line) === undefined);
      const front = [
        `title: ${quoted(line)}`,
        'date: 2018-07-05',
        `categories: [${quoted(line)}]`,
        `summary: ${quoted(line)}`,
      ];
      const { stdout } = await run(siteOf({ 'a.md': front }), ['validate', '--format', 'json']);
      const { diagnostics } = JSON.parse(stdout) as { diagnostics: { severity: string }[] };
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    }),
    runs(30),
  );
});

test.each(['\\n', '\\u2028', '\\u2029', '\\x85', '\\v', '\\f'])('validate refuses a title with %s', async (written) => {
  const { stdout } = await run(siteOf({ 'a.md': [`title: "a${written}b"`, 'date: 2018-07-05'] }), ['validate']);
  expect(stdout).toMatch(/posts\/a\.md:2:\d+: error: /);
});
