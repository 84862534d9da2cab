import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { openSite } from '../../src/commands/site.ts';
import { fixPosts } from '../../src/commands/validate/fix.ts';
import { findPosts } from '../../src/files/posts.ts';
import { readPost } from '../../src/post/post.ts';
import { run, siteOf } from '../support/site.ts';
import { filesIn, tempFolder } from '../support/tempFolder.ts';
import { testShell } from '../support/testShell.ts';

const whole = ['title: A', 'date: 2024-01-01', 'authors: Ada', 'summary: S.'];
const name = '2024-01-01-a.md';

/** The lines of front matter that `--fix` makes of these. */
async function fixed(lines: readonly string[], config?: string): Promise<string[]> {
  const folder = siteOf({ [name]: lines }, config);
  await run(folder, ['validate', '--fix']);
  const text = readFileSync(join(folder, 'posts', name), 'utf8');
  expect(text.startsWith('---\n') && text.endsWith('\n---\nText.\n')).toBe(true);
  return text.slice(4, -'\n---\nText.\n'.length).split('\n');
}

describe('what has one right answer', () => {
  const categories = 'categories: [Announcements, Events, { name: Partnership blog, aliases: [pb] }]\n';
  test.each<[string, string, string]>([
    // A text that YAML takes for something else.
    ['a number', 'title: 2018', 'title: "2018"'],
    ['as it is written', 'title: 1.10  # why', 'title: "1.10"  # why'],
    ['a boolean', 'title: True', 'title: "True"'],
    ['a number among tags', 'tags: [a, 2018]', 'tags: [a, "2018"]'],
    ['a slug', 'slug: 2018', 'slug: "2018"'],
    // A text for which YAML cannot be read.
    ['a colon', 'title: Foo: bar', 'title: "Foo: bar"'],
    ['a colon and quotes', 'title: Foo: "bar"', `title: 'Foo: "bar"'`],
    ['a colon in a byline', 'byline: Words: Ada, photos: Bo', 'byline: "Words: Ada, photos: Bo"'],
    ['brackets', 'title: [Update] a term', 'title: "[Update] a term"'],
    ['an at-sign', 'title: @home', 'title: "@home"'],
    ['a star', 'title: *star* of the term', 'title: "*star* of the term"'],
    ['quotes at the beginning', 'title: "Us" and them', `title: '"Us" and them'`],
    ['an apostrophe', "title: 'It's a good day'", 'title: "It\'s a good day"'],
    ['an apostrophe in a name', "authors: 'Bo O'Neil'", 'authors: "Bo O\'Neil"'],
    ['what looks like a comment', 'title: #1 in the league', 'title: "#1 in the league"'],
    ['what looks like an anchor', 'title: &x', 'title: "&x"'],
    ['no space', 'title:Foo', 'title: Foo'],
    ['a wide colon', 'title：Foo', 'title: Foo'],
    ['no space before a value that is not text', 'draft:true', 'draft: true'],
    // Names of fields.
    ['a misspelt name', 'titel: A', 'title: A'],
    ['a capital, and a letter too many', 'Categgory: Events', 'category: Events'],
    ['a space', '"photos by": Ada', '"photos_by": Ada'],
    ['letters missing', 'sumary: S.', 'summary: S.'],
    ['a name that is misspelt, and its value', 'Langg: iw', 'lang: he'],
    // Dates.
    ['year first', 'date: 2018/07/25', 'date: 2018-07-25'],
    ['day first', 'date: "25/07/2018"  # x', 'date: "2018-07-25"  # x'],
    ['month first', "date: '07/25/2018'", "date: '2018-07-25'"],
    ['with points', 'updated: 25.7.2024', 'updated: 2024-07-25'],
    ['short', 'date: 2018-7-5', 'date: 2018-07-05'],
    ['one day either way', 'date: 05/05/2018', 'date: 2018-05-05'],
    ['with a time', 'date: 2018/7/25 09:30', 'date: 2018-07-25 09:30'],
    ['with a short time', 'date: 2018-7-5 9:30', 'date: 2018-07-05 09:30'],
    ['with dashes', 'date: 2018–07–25', 'date: 2018-07-25'],
    ['in words', 'date: 25th July 2018', 'date: 2018-07-25'],
    ['in words, month first', 'date: July 25, 2018', 'date: 2018-07-25'],
    ['in one', 'date: 20180725', 'date: 2018-07-25'],
    // The rest.
    ['a sign of a draft in curly quotes', 'draft: “yes”', 'draft: true'],
    ['a language', 'lang: iw', 'lang: he'],
    ['spaces around', 'title: " Foo "', 'title: "Foo"'],
    ['spaces around, in single quotes', "title: 'It''s  '", "title: 'It''s'"],
    ['spaces around a name', "tags: [a, ' b ']", "tags: [a, 'b']"],
    ['a category of the config', 'categories: [Anouncements]', 'categories: [Announcements]'],
    ['a category that is there', 'categories: [Anouncements, Announcements]', 'categories: [Announcements]'],
    ['a category as text', "category: 'Announcement'", "category: 'Announcements'"],
  ])('%s: %s', async (_, line, expected) => {
    const key = line.split(/[:：]/, 1)[0] ?? '';
    const others = whole.filter((one) => {
      const field = one.split(':', 1)[0] ?? '';
      return (
        field !== key && !(/^titel$/.test(key) && field === 'title') && !(/^sumary$/.test(key) && field === 'summary')
      );
    });
    expect(await fixed([line, ...others], categories)).toEqual([expected, ...others]);
    expect(await fixed([...others, line, '# end'], categories)).toEqual([...others, expected, '# end']);
  });

  test.each<[string, string]>([
    ['a date of two meanings', 'date: 05/07/2018'],
    ['no date', 'date: 2018-02-30'],
    ['a date in the week', 'date: next monday'],
    ['an empty title', 'title:'],
    ['null', 'title: null'],
    ['a comment, or a part of the title', 'title: Foo: bar # 2'],
    ['quotes at both ends', 'title: "Us" and "them"'],
    ['a quote that is not closed', 'title: "Foo'],
    ['an apostrophe that is no end', "title: 'don't stop"],
    ['quotes that are not balanced', 'title: "Hello: "world" again'],
    ['a comment', 'title: # the title'],
    ['a place-holder', 'title: {{ title }} again'],
    ['an hour that is none', 'date: 2018-07-25 24:00'],
    ['a zone of two meanings', 'date: 2018-07-25 9:30 BST'],
    ['a list that is not closed', 'title: [a, b'],
    ['a colon where a mapping may be meant', 'authors: name: Ada'],
    ['what is not a typo', 'dates: 2018-07-05'],
    ['a plural', 'photos: [a.jpg]'],
    ['another number', 'image2: a.jpg'],
    ['a word that is near', 'desk: News'],
    ['a value that the field cannot have', 'Draft: [a]'],
    ['an alias', 'lastmod: 2024-07-05'],
    ['what other tools know', 'layout: post'],
    ['smart quotes within', 'summary: The “Foo”'],
    ['draft: maybe', 'draft: maybe'],
    // Whether a post is public is for its author to say.
    ['a draft that may be none', 'draft: “no”'],
    ['private, which it may not be', 'private: “no”'],
    ['published, as it may be', 'published: “yes”'],
    ['what is read as it is', 'draft: off'],
    ['a line that is no field, and would make it public', 'draft:false'],
    ['a misspelt sign of a draft', 'drafft: true'],
    ['a misspelt sign in capitals', 'Drafft: yes'],
    ['a misspelt status', 'statuss: draft'],
    ['a misspelt end', 'expirs: 2020-01-01'],
    ['an end in another form', 'expires: 25/07/2018'],
    ['image: true', 'image: true'],
    ['a status that is a number', 'status: 2'],
    ['an unknown category', 'categories: [Elsewhere]'],
    ['an anchor', 'tags: [&x 2018, *x]'],
  ])('%s is left alone: %s', async (_, line) => {
    const key = line.split(/[:：]/, 1)[0] ?? '';
    const others = whole.filter((one) => one.split(':', 1)[0] !== key);
    expect(await fixed([line, ...others], categories)).toEqual([line, ...others]);
  });

  test('a misspelt name whose field is there, or that two names mean, stays', async () => {
    for (const lines of [
      [...whole, 'Title: B'],
      [...whole.slice(1), 'titel: A', 'tilte: B'],
      [...whole, 'category: a', 'Categories: [b]'],
    ]) {
      expect(await fixed(lines)).toEqual(lines);
    }
    expect(await fixed([...whole, 'Keyords: a'], 'extra_fields: [Keyords]\n')).toEqual([...whole, 'Keyords: a']);
  });

  test('tabs become spaces if it does not matter how many', async () => {
    expect(await fixed([...whole, 'tags:', '\t- a', '\t- b', 'image:', '\tsrc: a.jpg'])).toEqual([
      ...whole,
      'tags:',
      '  - a',
      '  - b',
      'image:',
      '  src: a.jpg',
    ]);
    const mixed = [...whole, 'image:', '    src: a.jpg', '\talt: b'];
    expect(await fixed(mixed)).toEqual(mixed);
  });

  test('several problems in one post, one of which hides the others', async () => {
    const lines = [
      'Titel: Foo: bar',
      'summary:See this',
      'date: 25/07/2024',
      'tags: [2018, a]',
      'draft: no',
      'autor: Ada',
    ];
    expect(await fixed(lines)).toEqual([
      'title: "Foo: bar"',
      'summary: See this',
      'date: 2024-07-25',
      'tags: ["2018", a]',
      'draft: no',
      'author: Ada',
    ]);
  });

  test('a category is folded into the one of the config, by a typo, in capitals or by its alias', async () => {
    const lines = [...whole, 'categories:', '  - Anouncements # x', '  - announcements', '  - [pb]'];
    const folder = siteOf({ 'a.md': lines }, categories);
    const { stderr } = await run(folder, ['validate', '--fix']);
    expect(readFileSync(join(folder, 'posts/a.md'), 'utf8')).toContain(
      'categories:\n  - Announcements # x\n  - [Partnership blog]\n---',
    );
    expect(stderr).toContain('posts/a.md: set an item of categories to Announcements\n');
  });

  test('a category is never folded into one that is only more common; the hint is a command that does it', async () => {
    const posts = Object.fromEntries(
      Array.from({ length: 8 }, (_, day) => [`${day}.md`, [...whole, 'categories: [Open days]']]),
    );
    const folder = siteOf({ ...posts, 'a.md': [...whole, 'categories: Open Day'], 'b.md': [...whole, 'category: a'] });
    const { stdout, stderr } = await run(folder, ['validate', '--fix', '--format', 'json']);
    expect(stderr).not.toContain('fixed');
    const hints = (JSON.parse(stdout) as { diagnostics: { hint?: string }[] }).diagnostics.map(({ hint = '' }) => hint);
    expect(hints.join()).toContain('blog categories merge "Open Day" "Open days"');
    await run(folder, ['categories', 'merge', 'Open Day', 'Open days']);
    expect(readFileSync(join(folder, 'posts/a.md'), 'utf8')).toContain('categories: Open days\n');
  });

  test('a problem next to text that continues at the beginning of a line', async () => {
    const lines = ['title: Foo: bar', 'summary: "One', 'two"', 'date: 25/07/2024', 'authors: Ada'];
    expect(await fixed(lines)).toEqual(['title: "Foo: bar"', ...lines.slice(1, 3), 'date: 2024-07-25', 'authors: Ada']);
  });

  test('a duplicate key with the same value is removed, one with another is left', async () => {
    expect(await fixed([...whole, 'tags: [a]', 'Tags: [a]'])).toEqual([...whole, 'tags: [a]']);
    expect(await fixed([...whole, 'Draft: true', 'draft: true'])).toEqual([...whole, 'Draft: true']);
    const unlike = [...whole, 'tags: [a]', 'Tags: [b]'];
    expect(await fixed(unlike)).toEqual(unlike);
  });

  test('a fix that would change who can read the post is left to its author, and said', async () => {
    const folder = siteOf({
      'a.md': ['title: A: b', 'date: 2024-01-01', 'Draft:'],
      'b.md': ['titel: B', ...whole.slice(1)],
    });
    const { stderr } = await run(folder, ['validate', '--fix']);
    expect(stderr).toContain('posts/a.md: not fixed, because that would change who can read the post: ');
    expect(stderr).toContain('; edit the post yourself, and add draft: true if nobody may read it yet\n');
    expect(stderr.match(/not fixed/g)).toHaveLength(1);
    expect((await run(folder, ['validate', '--fix', '-q'])).stderr).not.toContain('not fixed');
  });

  test('a rule that is off fixes nothing', async () => {
    const folder = siteOf({ [name]: [...whole, 'keyords: a'] }, 'rules: { field-unknown: off }\n');
    await run(folder, ['validate', '--fix']);
    expect(readFileSync(join(folder, 'posts', name), 'utf8')).toContain('keyords: a');
  });

  test('blank lines before front matter are removed', async () => {
    const text = `---\n${whole.join('\n')}\n---\nText.\n`;
    const folder = tempFolder({ [`posts/${name}`]: `\n \n${text}`, 'posts/b.md': '\n---\nA rule.\n\n---\n' });
    await run(folder, ['validate', '--fix']);
    expect(readFileSync(join(folder, 'posts', name), 'utf8')).toBe(text);
    expect(readFileSync(join(folder, 'posts/b.md'), 'utf8')).toBe('\n---\nA rule.\n\n---\n');
  });
});

describe('how it is done', () => {
  const problems = {
    'a.md': ['title: 2018', 'date: 2024-01-01', 'authors: Ada', 'summary: S.'],
    'b.md': ['titel: B', 'date: 25/07/2024', 'authors: Ada', 'summary: S.'],
    'c.md': ['title: C', 'date: 2024-02-30', 'authors: Ada', 'summary: S.'],
  };
  const state = (folder: string): unknown =>
    filesIn(folder).map((file) => [
      file,
      readFileSync(join(folder, file), 'latin1'),
      statSync(join(folder, file)).mtimeMs,
    ]);

  test('it reports what it fixed and what is left, which decides the exit code; a second run changes nothing', async () => {
    const folder = siteOf(problems);
    const first = await run(folder, ['validate', '--fix']);
    expect(first.stderr).toBe(
      [
        'posts/a.md: put title in quotes: "2018"',
        'posts/b.md: set date to 2024-07-25',
        'posts/b.md: replace “titel” with “title”',
        'fixed 3 problems in 2 posts',
        '3 posts: 1 error',
        '',
      ].join('\n'),
    );
    expect(first.stdout).toBe('posts/c.md:3:7: error: invalid date “2024-02-30” (date-invalid)\n');
    expect(first.status).toBe(1);
    const after = state(folder);
    expect(await run(folder, ['validate', '--fix'])).toEqual({ ...first, stderr: '3 posts: 1 error\n' });
    expect(state(folder)).toEqual(after);
  });

  test('0 when nothing is left', async () => {
    const { 'c.md': _, ...others } = problems;
    expect(await run(siteOf(others), ['validate', '--fix', '-q'])).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('--dry-run prints a diff that git applies, and writes nothing', async () => {
    const folder = siteOf(problems);
    const before = state(folder);
    const { status, stdout, stderr } = await run(folder, ['validate', '--fix', '--dry-run']);
    expect(status).toBe(1);
    expect(state(folder)).toEqual(before);
    expect(stderr).toContain('Dry run: 2 posts would change\n');
    expect(stdout).toContain(
      '--- a/posts/a.md\n+++ b/posts/a.md\n@@ -1,5 +1,5 @@\n ---\n-title: 2018\n+title: "2018"\n',
    );
    execFileSync('git', ['apply', '-'], { cwd: folder, input: stdout });
    const applied = filesIn(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
    const other = siteOf(problems);
    await run(other, ['validate', '--fix']);
    expect(applied).toEqual(filesIn(other).map((file) => readFileSync(join(other, file), 'utf8')));
    expect(await run(folder, ['validate', '--fix', '--dry-run'])).toMatchObject({ stdout: '', status: 1 });
  });

  test('--dry-run: 1 where something would change, even if nothing would be left; 0 where nothing would', async () => {
    const folder = siteOf({ 'a.md': [...whole, 'keyords: a'] });
    expect((await run(folder, ['validate', '--fix', '--dry-run'])).status).toBe(1);
    await run(folder, ['validate', '--fix']);
    expect(await run(folder, ['validate', '--fix', '--dry-run'])).toMatchObject({ stdout: '', status: 0 });
  });

  test('--dry-run without --fix: exit 2', async () => {
    expect(await run(siteOf(problems), ['validate', '--dry-run'])).toMatchObject({ status: 2, stdout: '' });
  });

  test.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['both, and no line break at the end', (text: string) => `\ufeff${text.replaceAll('\n', '\r\n').trimEnd()}`],
  ])('%s stays, and all else', async (_, dress) => {
    const of = (title: string): string =>
      dress(
        `--- \n# mine\ntitle:   ${title}   # x\n\ndate: 2024-01-01\nauthors: Ada\nsummary: >-\n  S.\n---\n\n Text  \n`,
      );
    const folder = tempFolder({ 'posts/a.md': of('1.10') });
    const diff = await run(folder, ['validate', '--fix', '--dry-run']);
    const { status } = await run(folder, ['validate', '--fix']);
    expect(status).toBe(0);
    expect(readFileSync(join(folder, 'posts/a.md'), 'utf8')).toBe(of('"1.10"'));
    const second = tempFolder({ 'posts/a.md': of('1.10') });
    execFileSync('git', ['apply', '-'], { cwd: second, input: diff.stdout });
    expect(readFileSync(join(second, 'posts/a.md'), 'utf8')).toBe(of('"1.10"'));
  });

  test('only the named posts are fixed', async () => {
    const folder = siteOf(problems);
    await run(folder, ['validate', '--fix', 'posts/a.md']);
    expect(readFileSync(join(folder, 'posts/a.md'), 'utf8')).toContain('"2018"');
    expect(readFileSync(join(folder, 'posts/b.md'), 'utf8')).toContain('titel');
  });

  test('the mode stays', async () => {
    const folder = siteOf(problems);
    chmodSync(join(folder, 'posts/a.md'), 0o640);
    await run(folder, ['validate', '--fix']);
    expect(statSync(join(folder, 'posts/a.md')).mode & 0o777).toBe(0o640);
  });

  test('a file that cannot be written is reported, the others are fixed, exit 2', async () => {
    const folder = siteOf({ 'b.md': problems['b.md'] });
    // No temporary file fits beside it, whoever runs the tests.
    const long = join(folder, 'posts', 'x'.repeat(200));
    let deep = long;
    while (deep.length < 4085) {
      const rest = 4084 - deep.length;
      deep = join(deep, 'y'.repeat(rest > 210 ? 200 : rest));
    }
    mkdirSync(deep, { recursive: true });
    const text = `---\n${problems['a.md'].join('\n')}\n---\n`;
    writeFileSync(join(deep, 'a.md'), text);
    const { status, stdout, stderr } = await run(folder, ['validate', '--fix']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^cannot write posts\/xxx[xy/]*\/a\.md: its name is too long\n/);
    expect(stderr).toContain('fixed 2 problems in 1 post\n');
    expect(stdout).toMatch(/a\.md:2:8: error/);
    expect(readFileSync(join(deep, 'a.md'), 'utf8')).toBe(text);
    expect(filesIn(folder).filter((file) => file.endsWith('.tmp'))).toEqual([]);
  });

  test('a file that somebody changes meanwhile is left as it is, and said', async () => {
    const folder = siteOf(problems);
    const { shell, stderr } = testShell({ cwd: folder });
    const files = findPosts({ path: join(folder, 'posts'), base: folder, printed: 'posts/' });
    const settings = { timeZone: 'UTC', authors: {} };
    const context = { shell, globals: { input: false } };
    let rounds = 0;
    const { status, readings } = await fixPosts(
      {
        files: new Map(files.map((file) => [file.file, file])),
        levels: {},
        dryRun: false,
        site: await openSite(context),
        check: (readText) => {
          if (rounds++ === 1) writeFileSync(join(folder, 'posts/a.md'), '---\ntitle: 2019\n---\nTheirs.\n');
          return files.map((file) => readPost(file.file, (readText(file) as { text: string }).text, settings));
        },
      },
      context,
    );
    expect(status).toBe(1);
    expect(stderr()).toContain(
      'posts/a.md: not fixed, because another program has just changed it; run the command again\n',
    );
    expect(readFileSync(join(folder, 'posts/a.md'), 'utf8')).toBe('---\ntitle: 2019\n---\nTheirs.\n');
    expect(readFileSync(join(folder, 'posts/b.md'), 'utf8')).toContain('date: 2024-07-25');
    expect(readings[0]?.faults.map(({ rule }) => rule)).toContain('date-missing');
  });

  test('pretty says how many can be fixed, and json how', async () => {
    const folder = siteOf(problems);
    const { stderr } = await run(folder, ['validate', '--format', 'pretty']);
    expect(stderr).toMatch(/\n3 problems can be fixed automatically: blog validate --fix\n$/);
    const { stdout } = await run(folder, ['validate', '--format', 'json']);
    const { diagnostics } = JSON.parse(stdout);
    expect(diagnostics[0].fix).toEqual({
      description: 'put title in quotes: "2018"',
      edits: [{ line: 2, column: 8, endLine: 2, endColumn: 12, text: '"2018"' }],
    });
    expect(diagnostics.at(-1)).not.toHaveProperty('fix');
  });
});
