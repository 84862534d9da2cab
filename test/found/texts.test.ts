/** Texts as word processors and exporters write them: invisible characters, curly quotes, entities, backslashes, bylines. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { run } from '../support/site.ts';
import {
  blogOf,
  feedTitles,
  fieldsOf,
  findProblems,
  findRules,
  folderOf,
  listField,
  listPosts,
  postOf,
} from './found.ts';

/** What `--fix` makes of a blog’s post. */
async function fixed(folder: string, file = 'posts/a.md'): Promise<string> {
  await findProblems(folder, '--fix');
  return readFileSync(join(folder, file), 'utf8');
}

describe('an invisible character', () => {
  const good = postOf('A', 'x', 'tags:', '  - b');
  test.each([
    ['U+00A0', 'before an item', good.replace('  - b', '\u00a0\u00a0- b')],
    ['U+3000', 'before an item', good.replace('  - b', '\u3000\u3000- b')],
    ['U+00A0', 'after a colon', good.replace('title: ', 'title:\u00a0')],
    ['U+3000', 'after a colon', good.replace('title: ', 'title:\u3000')],
    ['U+2003', 'after a colon', good.replace('title: ', 'title:\u2003')],
    ['U+00A0', 'behind the first ---', good.replace('---\n', '---\u00a0\n')],
    ['U+00A0', 'behind the last ---', good.replace('---\nx', '---\u00a0\nx')],
    ['U+200B', 'before the first ---', `\u200b${good}`],
    ['U+2060', 'before a key', good.replace('date:', '\u2060date:')],
    ['U+200B', 'before a key', good.replace('date:', '\u200bdate:')],
    ['U+FEFF', 'before a key', good.replace('date:', '\ufeffdate:')],
  ])('%s %s is named, and taken out', async (name, _, text) => {
    const folder = folderOf({ 'posts/a.md': text });
    expect((await findProblems(folder)).map(({ message }) => message).join('\n')).toContain(name);
    await fixed(folder);
    expect(await findProblems(folder)).toEqual([]);
    expect(await fieldsOf(folder, 'a.md', ['title', 'date', 'tags'])).toEqual({
      title: 'A',
      date: '2024-01-12T00:00:00+00:00',
      tags: ['b'],
    });
  });

  test('in a name makes no second one', async () => {
    const folder = blogOf({
      'a.md': ['title: A', 'date: 2024-01-01', 'categories: [Open\u00a0days]'],
      'b.md': ['title: B', 'date: 2024-01-01', 'categories: [Open days]'],
      'c.md': ['title: C', 'date: 2024-01-01', 'categories: [Open days]'],
    });
    const problems = await findProblems(folder);
    expect(problems.map(({ file }) => file)).toEqual(['a.md']);
    expect(problems[0]?.message).toContain('U+00A0');
    expect(await fixed(folder)).toContain('[Open days]');
  });
});

test('curly quotes around a whole value are no part of it', async () => {
  const lines = [
    'authors: “Ada Example” (student)',
    'categories: [“News”]',
    'tags: [‘a’, "“b”"]',
    'summary: ‘Ten of us met.’',
  ];
  const folder = folderOf({ 'posts/a.md': postOf('“Our first week”', 'x', ...lines) });
  expect((await findRules(folder)).filter((rule) => rule === 'a.md quotes-in-value')).toHaveLength(1);
  const text = await fixed(folder);
  expect(await fieldsOf(folder, 'a.md', ['title', 'authors', 'categories', 'tags', 'summary'])).toEqual({
    title: '“Our first week”',
    authors: [{ name: 'Ada Example', role: 'student' }],
    categories: ['News'],
    tags: ['a', 'b'],
    summary: 'Ten of us met.',
  });
  // A title may be a quotation.
  expect(text).toContain('title: “Our first week”');
});

test.each([
  ['summary: “We” and “they” met.', 'quotes at both ends of other words'],
  ['summary: “We” and “they”', 'quotes around the first and the last word'],
  ['summary: The “first” week', 'quotes within'],
  ['summary: ’Twas the first week', 'an apostrophe'],
])('%s: %s stay', async (line) => {
  const text = postOf('A', 'x', line);
  const folder = folderOf({ 'posts/a.md': text });
  expect(await findRules(folder)).toEqual([]);
  expect(await fixed(folder)).toBe(text);
});

describe('entities', () => {
  const entities = ['author: "Dana O&#8217;Neil"', 'categories: ["R&amp;D"]', 'summary: "It&#8217;s here"'];
  const plain = ['author: "Dana O’Neil"', 'categories: ["R&D"]', 'summary: "It’s here"'];

  test('are said, and fixed to the characters', async () => {
    const folder = folderOf({
      'posts/a.md': postOf('"Home cinema &#8211; a &amp; b"', 'x', ...entities),
      'posts/b.md': postOf('Plain', 'x', ...plain),
    });
    const problems = (await findProblems(folder)).filter(({ rule }) => rule === 'entity-in-text');
    expect(problems.map(({ file }) => file)).toEqual(Array(4).fill('a.md'));
    expect(await fixed(folder)).toBe(postOf('"Home cinema – a & b"', 'x', ...plain));
    expect(await findRules(folder)).toEqual([]);
    const { stdout } = await run(folder, ['list', '--group-by', 'category', '--format', 'json']);
    expect(JSON.parse(stdout)).toHaveLength(1);
    expect(await feedTitles(folder)).toContain('Home cinema – a & b');
  });

  test.each([
    ['"Over the last months,\n  we met &ldquo;them&rdquo;."', '"Over the last months,\n  we met “them”."'],
    ['"a &quot;b&quot; &#92; c"', '"a \\"b\\" \\\\ c"'],
    ["'a&#39;s \n  b'", "'a''s \n  b'"],
    ['>-\n  a &amp;\n  b', '>-\n  a &\n  b'],
  ])('%s keeps its lines and quotes', async (summary, fixedSummary) => {
    const folder = folderOf({ 'posts/a.md': postOf('A', 'x', `summary: ${summary}`) });
    expect(await fixed(folder)).toBe(postOf('A', 'x', `summary: ${fixedSummary}`));
  });

  test.each([
    ['a tag', 'summary: "Write &lt;a href=x&gt; here"'],
    ['a pair of tags', 'title: "&lt;b&gt;Bold&lt;/b&gt; words"'],
    ['a tag by number', 'title: "A &#60;b&#62; tag"'],
    ['a comment', 'title: "A &lt;!-- comment"'],
    ['more text beside a tag', 'title: "<your name> &amp; co."'],
    ['an entity of its own', 'title: "Write &amp;lt; for a bracket"'],
  ])('no fix makes %s', async (_, line) => {
    const lines = line.startsWith('title') ? [line] : ['title: A', line];
    const text = `---\n${lines.join('\n')}\ndate: 2024-05-14\n---\nText.\n`;
    const folder = folderOf({ 'posts/a.md': text });
    expect(await findRules(folder)).toContain('a.md entity-in-text');
    expect(await fixed(folder)).toBe(text);
  });

  test.each([
    ['"One &amp;\\r\\n  two"', '"One &\\r\\n  two"'],
    ['"One\\ttwo &amp;\n  three"', '"One\\ttwo &\n  three"'],
    ['One&nbsp;&amp;\n  two\u00a0three', 'One &\n  two\u00a0three'],
    ['|-\n  a &amp; b\r\n  c', '|-\n  a & b\r\n  c'],
  ])('%s keeps its other characters', async (summary, fixedSummary) => {
    const folder = folderOf({ 'posts/a.md': postOf('A', 'x', `summary: ${summary}`) });
    expect(await fixed(folder)).toBe(postOf('A', 'x', `summary: ${fixedSummary}`));
  });

  test.each(['One &quot;a&quot;:\n  two', '&quot;One&quot;\n  two', '“One\n  two”', '"“One\n  two”"'])(
    'no fix puts the lines of %s on one',
    async (summary) => {
      const text = postOf('A', 'x', `summary: ${summary}`);
      const folder = folderOf({ 'posts/a.md': text });
      expect((await fixed(folder)).split('\n')).toHaveLength(text.split('\n').length);
    },
  );

  test.each(['AT&T', 'Q & A', 'R&D; and more', 'Fish &chips', 'a &nosuchthing; b'])('“%s” has none', async (title) => {
    const text = postOf(`"${title}"`, 'x');
    const folder = folderOf({ 'posts/a.md': text });
    expect(await findRules(folder)).toEqual([]);
    expect(await fixed(folder)).toBe(text);
  });
});

test.each([
  'The \\LaTeX companion',
  'C:\\new\\table',
  'A \\N and a \\Pi',
  '50\\% of it',
  'C:\\users\\ada',
  '\\_title\\_',
])('the hint for "%s" is the same text in single quotes', async (title) => {
  const folder = folderOf({ 'posts/a.md': postOf(`"${title}"`, 'x') });
  expect((await findProblems(folder)).map(({ hint }) => hint).join('\n')).toContain(`'${title}'`);
  const typed = folderOf({ 'posts/a.md': postOf(`'${title}'`, 'x') });
  expect(await listField(typed, 'title')).toEqual({ 'a.md': title });
});

describe('the words of a byline in `author`', () => {
  const dana = { name: 'Dana Gray' };
  test.each([
    ['By Dana Gray', [dana], []],
    ['by Dana Gray and Bo Lin', [dana, { name: 'Bo Lin' }], []],
    ['Text and photos by Dana Gray', [dana], [dana]],
    ['Words by Dana Gray, photos by Bo Lin', [dana], [{ name: 'Bo Lin' }]],
    ['By Dana Gray (student)', [{ ...dana, role: 'student' }], []],
    ['dana@example.org (Dana Gray)', [{ ...dana, email: 'dana@example.org' }], []],
    ['Dana Gray <dana@example.org>', [{ ...dana, email: 'dana@example.org' }], []],
    ['Byron Gray', [{ name: 'Byron Gray' }], []],
  ])('%s', async (author, authors, photos) => {
    for (const key of ['author', 'authors']) {
      const folder = folderOf({ 'posts/a.md': postOf('A', 'x', `${key}: "${author}"`) });
      const post = (await listPosts(folder))['a.md'];
      expect({ authors: post?.['authors'], photos: post?.['photos_by'] }).toEqual({ authors, photos });
      const { stdout } = await run(folder, ['feed']);
      expect(stdout).not.toMatch(/<dc:creator>[^<]*(?:@|By |by )/);
    }
  });
});
