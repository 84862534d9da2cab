import { readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { OutputClosed } from '../../src/errors.ts';
import { type Run, run, siteOf } from '../support/site.ts';
import { filesIn, tempFolder } from '../support/tempFolder.ts';

const id = (number: number): string => `id: 00000000-0000-4000-8000-00000000000${number}`;
const whole = ['date: 2024-01-01', 'authors: Ada', 'summary: S.', 'categories: [Events]'];

/** Asked for, since no other post shows that they are usual here. */
const expected = ['--rule', 'authors-missing=warn', '--rule', 'summary-missing=warn'];

/** `rule line:column` of what is found in one post, fields that are not what the case is about filled in. */
async function found(lines: readonly string[], file = '2024-01-01-a.md', config?: string): Promise<string[]> {
  const folder = siteOf({ [file]: lines }, config);
  const { stdout } = await run(folder, ['validate', ...expected]);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [, place, , rule] = /^posts\/.*?:(\d+:\d+): (error|warning): .*\(([\w-]+)\)$/s.exec(line) ?? [];
      return `${rule} ${place}`;
    });
}

describe('rules of fields', () => {
  test.each<[string, string[], string[]]>([
    ['a good post', ['title: A', ...whole], []],
    ['no authors', ['title: A', 'date: 2024-01-01', 'summary: S.'], ['authors-missing 1:1']],
    ['no summary', ['title: A', 'date: 2024-01-01', 'authors: Ada'], ['summary-missing 1:1']],
    [
      'summary: false is a choice not to have one',
      ['title: A', 'date: 2024-01-01', 'authors: Ada', 'summary: false'],
      ['summary-missing 1:1'],
    ],
    ['an author under a capital', ['title: A', 'date: 2024-01-01', 'summary: S.', 'Author: Ada'], []],
    ['an empty summary', ['title: A', 'date: 2024-01-01', 'authors: Ada', 'summary:'], ['summary-missing 5:9']],
    ['a misspelt field', ['title: A', ...whole, 'sumary: x'], ['field-unknown 7:1']],
    ['two keys of one field', ['title: A', ...whole, 'Title: x'], ['front-matter-syntax 7:1']],
    ['what other tools know', ['title: A', ...whole, 'layout: post', 'toc: true', 'weight: 3'], []],
    ['a date beside the file’s', ['title: A', 'date: 2024-01-02', ...whole.slice(1)], ['date-filename-mismatch 3:7']],
    ['years ahead beside the date', ['title: A', ...whole, 'publishDate: 2099-01-01'], ['date-future 7:14']],
    ['a word near a sign of a draft', ['title: A', ...whole, 'craft: weaving'], ['field-unknown 7:1']],
    [
      'years ahead',
      ['title: A', 'date: 2099-01-01', ...whole.slice(1)],
      ['date-filename-mismatch 3:7', 'date-future 3:7'],
    ],
    ['updated before the date', ['title: A', ...whole, 'lastmod: 2023-12-31'], ['updated-before-date 7:10']],
    ['a comma', ['title: A', ...whole.slice(0, 3), 'categories: a, b'], ['category-comma 6:13']],
    ['a comma in tags', ['title: A', ...whole, 'keywords: "a, b"'], ['category-comma 7:11']],
    ['a long title', [`title: ${'x'.repeat(121)}`, ...whole], ['title-too-long 2:8']],
    ['just not', [`title: ${'🎉'.repeat(120)}`, ...whole], []],
    [
      'a long summary',
      ['title: A', 'date: 2024-01-01', 'authors: Ada', `deck: ${'x'.repeat(501)}`],
      ['summary-too-long 5:7'],
    ],
    ['a bad id', ['title: A', ...whole, 'id: 17-b'], ['id-invalid 7:5']],
    ['a number for an id is WordPress’s', ['title: A', ...whole, 'wordpress_id: 17'], []],
    ['a slug with an empty part', ['title: A', ...whole, 'slug: a//b'], ['slug-invalid 7:7']],
    ['a slug that goes up', ['title: A', ...whole, 'slug: ..'], ['slug-invalid 7:7']],
    ['a slug of 300 letters', ['title: A', ...whole, `slug: ${'x'.repeat(300)}`], ['slug-invalid 7:7']],
    ['a slug in another script', ['title: A', ...whole, 'slug: 你好_1.x-y'], []],
    ['an empty slug is none', ['title: A', ...whole, 'slug: ""'], []],
    [
      'a permalink that runs something',
      ['title: A', ...whole, 'permalink: "javascript:alert(1)"'],
      ['slug-invalid 7:12'],
    ],
    ['a permalink that goes up', ['title: A', ...whole, 'url: /a/../../b'], ['slug-invalid 7:6']],
    ['a language that has another code', ['title: A', ...whole, 'lang: iw'], ['lang-invalid 7:7']],
    ['a language as locales write it', ['title: A', ...whole, 'lang: en_GB'], []],
    ['draft as a word', ['title: A', ...whole, 'draft: "no"'], []],
    ['draft as yes', ['title: A', ...whole, 'draft: yes'], []],
    ['draft as a number', ['title: A', ...whole, 'draft: 2'], ['field-type 7:8']],
    ['an unknown status', ['title: A', ...whole, 'status: WIP'], ['draft-unclear 7:9']],
    ['a misspelt status', ['title: A', ...whole, 'stauts: draft'], ['draft-unclear 7:1']],
    ['a number among tags', ['title: A', ...whole, 'tags: [a, 2018]'], ['field-type 7:11']],
    ['a date among categories is text', ['title: A', ...whole.slice(0, 3), 'categories:', '  - 2018-07-05'], []],
    ['a mapping among categories', ['title: A', ...whole.slice(0, 3), 'categories:', '  - a: b'], ['field-type 7:5']],
    [
      'a role that is none',
      ['title: A', 'date: 2024-01-01', 'summary: S.', 'authors:', '  - name: Ada', '    role: boss'],
      ['field-type 7:11'],
    ],
    [
      'an author without a name',
      ['title: A', 'date: 2024-01-01', 'summary: S.', 'authors:', '  - role: staff'],
      ['field-type 6:5'],
    ],
    [
      'consent that is none',
      ['title: A', ...whole, 'image: {src: /a.jpg, alt: Two people, consent: maybe}'],
      ['field-type 7:48'],
    ],
    [
      'several faults of one post',
      ['title: 12', 'date: 2024-02-30', 'draft: maybe'],
      ['field-type 2:8', 'date-invalid 3:7', 'field-type 4:8', 'authors-missing 1:1', 'summary-missing 1:1'],
    ],
  ])('%s', async (_, lines, expected) => {
    expect((await found(lines)).toSorted()).toEqual(expected.toSorted());
  });

  test('an id may be asked for', async () => {
    expect(await found(['title: A', ...whole], undefined, 'rules: { id-missing: warn }\n')).toEqual(['id-missing 1:1']);
  });

  test('categories are missed where others have them, or the config lists some', async () => {
    const none = ['title: A', ...whole.slice(0, 3)];
    expect(await found(none)).toEqual([]);
    expect(await found(none, undefined, 'categories: [Events]\n')).toEqual(['categories-missing 1:1']);
    const folder = siteOf({ 'a.md': none, 'b.md': ['title: B', ...whole] });
    expect((await run(folder, ['validate'])).stdout).toMatch(/^posts\/a\.md:1:1: warning: .*\(categories-missing\)\n$/);
  });

  test('a category that the config does not have, and the one that was meant', async () => {
    const config = 'categories:\n  - Announcements\n  - { name: Partnership blog, slug: partners, aliases: [pb] }\n';
    const lines = ['title: A', ...whole.slice(0, 3), 'categories: [announcements, pb, PARTNERS, Anouncements]'];
    const spelt = ['6:14', '6:29', '6:33'].map((place) => `category-near-duplicate ${place}`);
    expect(await found(lines, undefined, config)).toEqual([...spelt, 'category-unknown 6:43']);
    const { stdout } = await run(siteOf({ '2024-01-01-a.md': lines }, config), ['validate', '--format', 'json']);
    expect(JSON.parse(stdout).diagnostics.at(-1).hint).toBe('did you mean “Announcements”?');
  });
});

describe('rules across posts', () => {
  test('one id twice: both files are named, as errors', async () => {
    const folder = siteOf({
      'a.md': ['title: A', ...whole, id(1)],
      'b.md': ['title: B', ...whole, id(1).toUpperCase().replace('ID', 'id')],
    });
    const { status, stdout } = await run(folder, ['validate']);
    expect(status).toBe(1);
    expect(stdout).toBe(
      'posts/a.md:7:5: error: duplicate id, also used by posts/b.md (id-duplicate)\nposts/b.md:7:5: error: duplicate id, also used by posts/a.md (id-duplicate)\n',
    );
  });

  test('an id that is the address of another post, which has no id', async () => {
    const config = 'site_url: https://blog.example.org\n';
    const folder = siteOf(
      {
        '2024-05-14-open-day.md': ['title: A', ...whole.slice(1)],
        'b.md': ['title: B', ...whole, 'id: https://blog.example.org/2024/05/14/open-day/'],
      },
      config,
    );
    const { status, stdout } = await run(folder, ['validate']);
    expect(status).toBe(1);
    expect(stdout).toBe(
      'posts/2024-05-14-open-day.md:1:1: error: the URL of this post is the id of posts/b.md; feeds cannot tell them apart (id-duplicate)\nposts/b.md:7:5: error: duplicate id, also used by posts/2024-05-14-open-day.md (id-duplicate)\n',
    );
    expect((await run(folder, ['feed'])).status).toBe(1);
  });

  test('one name in two Unicode forms is one person', async () => {
    const named = (name: string): string[] => ['title: A', 'date: 2024-01-01', `authors: ["${name}"]`, 'summary: S'];
    const folder = siteOf({ 'a.md': named('C\u0101lin'), 'b.md': named('Ca\u0304lin'), 'c.md': named('C\u0101lin') });
    expect(await run(folder, ['validate'])).toMatchObject({ status: 0, stdout: '' });
    expect((await run(folder, ['authors'])).stdout).toBe('C\u0101lin\t3\n');
  });

  test('a name that is nearly a key of the config’s people', async () => {
    const config = 'authors: { ruxandra: { name: Ruxandra Cālin } }\n';
    const lines = (name: string): string[] => ['title: A', 'date: 2024-01-01', `authors: [${name}]`, 'summary: S'];
    const folder = siteOf(
      { 'a.md': lines('ruxanda'), 'b.md': lines('ruxandra'), 'c.md': lines('Rux Example') },
      config,
    );
    expect((await run(folder, ['validate'])).stdout).toBe(
      'posts/a.md:4:11: warning: “ruxanda” is not a key of the config’s authors (author-near-duplicate)\n',
    );
  });

  test.each<[string, string, string[], string, string[]]>([
    ['by their files', '2024-01-01-a.md', [], 'a.md', []],
    ['by a slug', 'a.md', [], 'b.md', ['slug: a']],
    ['by case', 'a.md', [], 'b.md', ['slug: A']],
    ['by Unicode form', 'café.md', [], 'b.md', ['slug: "cafe\\u0301"']],
    ['by a permalink', 'a.md', [], 'b.md', ['permalink: /2024/01/01/a']],
    ['by a folder', 'a.md', [], 'a/index.md', []],
  ])('one address twice, %s', async (_, first, one, second, two) => {
    const folder = siteOf({
      [first]: ['title: A', 'date: 2024-01-01', ...one],
      [second]: ['title: B', 'date: 2024-01-01', ...two],
    });
    const { stdout } = await run(folder, ['validate', '--rule', 'date-filename-mismatch=off']);
    expect(stdout.match(/url-duplicate/g)).toHaveLength(2);
    expect((await run(folder, ['list'])).status).toBe(1);
  });
});

describe('how it is told', () => {
  const bad = {
    'a.md': ['title: 学生 12: "x', 'date: 2024-01-01'],
    'b.md': ['title: B', 'date: 2024-02-30', 'authors: Ada', 'summary: S.'],
  };
  const validate = (...args: string[]): Promise<Run> => run(siteOf(bad), ['validate', ...args]);

  test('compact: file:line:column, errors first to last, and a summary', async () => {
    const { status, stdout, stderr } = await validate();
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^posts\/a\.md:2:15: error: .*\(front-matter-syntax\)\nposts\/b\.md:3:7: error: invalid date “2024-02-30” \(date-invalid\)\n$/,
    );
    expect(stderr).toBe('2 posts: 2 errors\n');
  });

  test('pretty: the line with its span marked, under wide characters, and a hint', async () => {
    const { stdout } = await run(siteOf({ 'a.md': ['{title: 学生, date: 2024-02-30}'] }), [
      'validate',
      '--format',
      'pretty',
    ]);
    const lines = stdout.split('\n');
    const at = lines.findIndex((line) => line.includes('date: 2024-02-30'));
    // 学生 takes four columns, and the marks must stand under the date.
    expect(lines[at]).toBe('  2 | {title: 学生, date: 2024-02-30}');
    expect(lines[at + 1]).toBe('    |                     ^^^^^^^^^^');
    expect(stdout).toContain('hint: ');
  });

  test('json has a version, the diagnostics and a summary', async () => {
    const { stdout } = await validate('--format', 'json');
    const report = JSON.parse(stdout);
    expect(report.version).toBe(1);
    expect(report.summary).toEqual({ posts: 2, pages: 0, errors: 2, warnings: 0 });
    expect(report.diagnostics[1]).toMatchObject({
      file: 'posts/b.md',
      line: 3,
      column: 7,
      endColumn: 17,
      rule: 'date-invalid',
      severity: 'error',
    });
  });

  test('github: workflow commands, escaped', async () => {
    const folder = siteOf({ 'a,b%.md': ['title: A', 'date: "50%:\\n::error::x"', 'authors: Ada', 'summary: S.'] });
    const { stdout } = await run(folder, ['validate', '--format', 'github']);
    expect(stdout.split('\n')[0]).toMatch(
      /^::error file=posts\/a%2Cb%25\.md,line=3,col=7,endColumn=\d+,title=date-invalid::invalid date “50%25: ::error::x”%0A/,
    );
  });

  test('github: nothing of a post is a command of its own', async () => {
    const folder = tempFolder({
      '::set-output name=x::y.md': '---\ntitle: A\ndate: 2024-01-01\n"##[stop-commands]x": 1\n---\n',
      'a\nb.md': 'x',
    });
    const { stdout } = await run(folder, ['--posts', '.', 'validate', '--format', 'github']);
    expect(stdout).not.toContain('##[');
    expect(stdout.split('\n').filter((line) => /^\s*::(?!(?:error|warning) file=)/.test(line))).toEqual([]);
    expect(stdout).toContain('::error file=a%0Ab.md,line=1,');
  });

  test('github: files are told from the root of the repository', async () => {
    const folder = tempFolder({ 'blog/posts/a.md': 'x' });
    const args = ['-C', 'blog', 'validate', '--format', 'github'];
    const { stdout } = await run(folder, args, { env: { GITHUB_WORKSPACE: folder } });
    expect(stdout).toMatch(/^::error file=blog\/posts\/a\.md,/);
    expect((await run(folder, args)).stdout).toMatch(/^::error file=posts\/a\.md,/);
    const link = join(tempFolder(), 'work');
    symlinkSync(folder, link);
    const linked = await run(folder, args, { env: { GITHUB_WORKSPACE: link } });
    expect(linked.stdout).toMatch(/^::error file=blog\/posts\/a\.md,/);
  });

  test('github: an invalid config', async () => {
    const config = 'languge: en\nsite_url: nope\n';
    const folder = tempFolder({ 'blog/blog.config.yaml': config, 'blog/posts/a.md': 'x' });
    const args = ['-C', 'blog', 'validate', '--format'];
    const { status, stdout, stderr } = await run(folder, [...args, 'github'], { env: { GITHUB_WORKSPACE: folder } });
    expect(status).toBe(2);
    expect(stderr).toContain('  blog.config.yaml:1:1: unknown setting “languge”');
    const place = 'file=blog/blog.config.yaml,line';
    expect(stdout.split('\n')).toEqual([
      `::error ${place}=1,col=1,endColumn=8,title=field-unknown::unknown setting “languge”%0Adid you mean “language”?`,
      expect.stringMatching(new RegExp(`^::error ${place}=2,col=11,.*::site_url must be a URL`)),
      '',
    ]);
    expect((await run(folder, [...args, 'compact'])).stdout).toBe('');
    const hostile = tempFolder({ 'blog/blog.config.yaml': '"##[x]\\n::y": 1\n' });
    const annotated = await run(hostile, [...args, 'github']);
    expect(annotated.stdout).toMatch(/^::error file=blog.config.yaml,[^\n]*unknown setting “# #\[x][^\n]*\n$/);
  });

  test('nothing of a post moves the cursor', async () => {
    const folder = siteOf({
      'a.md': ['title: A', 'date: "\\u202e\\x1b[31m\\x9b"', 'x\\u202e: 1'],
      'b.md': ['title: A', '"\\x85": \u202eabc'],
    });
    for (const format of ['pretty', 'compact', 'json', 'github']) {
      const { stdout } = await run(folder, ['validate', '--format', format], { stdout: { width: 80, color: 0 } });
      expect(stdout.replaceAll('\n', '')).not.toMatch(/[\0-\x1f\x7f-\x9f\u202e]/);
    }
  });

  test('--strict and --max-warnings', async () => {
    const folder = siteOf({ 'a.md': ['title: A', 'date: 2024-01-01'] });
    expect((await run(folder, ['validate', ...expected])).status).toBe(0);
    expect((await run(folder, ['validate', ...expected, '--strict'])).status).toBe(1);
    expect((await run(folder, ['validate', ...expected, '--max-warnings', '1'])).status).toBe(1);
    expect((await run(folder, ['validate', ...expected, '--max-warnings', '2'])).status).toBe(0);
    expect(
      (await run(folder, ['validate', '--rule', 'summary-missing=off', '--rule', 'authors-missing=error'])).status,
    ).toBe(1);
  });

  test('an unknown rule: exit 2, and the one that was meant', async () => {
    const { status, stderr } = await validate('--rule', 'date-invald=off');
    expect(status).toBe(2);
    expect(stderr).toContain('did you mean “date-invalid”?');
  });

  test.each([
    ['visit', '; did you mean “posts/2024-05-14-visit.md”?'],
    ['Visit.md', '; did you mean “posts/2024-05-14-visit.md”?'],
    ['2024-05-14-visit', '; did you mean “posts/2024-05-14-visit.md”?'],
    ['talk', '; did you mean “posts/a/talk.md” or “posts/talk/index.md”?'],
    ['posts/a/tak.md', '; did you mean “posts/a/talk.md”?'],
    ['nowhere.md', ''],
    ['../nowhere', ''],
  ])('a path that does not exist is not found, wherever it would be: %s', async (path, hint) => {
    const files = { '2024-05-14-visit.md': ['no'], 'a/talk.md': ['no'], 'talk/index.md': ['no'] };
    const { status, stderr } = await run(siteOf(files), ['validate', path]);
    expect({ status, stderr }).toEqual({ status: 2, stderr: `blog: “${path}” not found${hint}\n` });
  });

  test('paths: only these are told, and they are compared with all; one that does not exist is an error', async () => {
    const folder = siteOf({ 'x/a.md': ['title: A', ...whole, id(1)], 'b.md': ['title: B', ...whole, id(1)] });
    expect((await run(folder, ['validate', 'posts/x'])).stdout).toMatch(
      /^posts\/x\/a\.md:7:5: .*duplicate id, also used by posts\/b\.md.*\n$/,
    );
    writeFileSync(join(folder, 'b.md'), '');
    expect(await run(folder, ['validate', 'b.md', 'posts/gone.md'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'blog: “b.md” is outside the posts folder “posts”\n',
    });
    expect(await run(folder, ['validate', 'posts/gone.md'])).toMatchObject({ status: 2, stdout: '' });
    expect((await run(folder, ['validate', 'posts/x/b.md'])).stderr).toBe(
      'blog: “posts/x/b.md” not found; did you mean “posts/x/a.md”?\n',
    );
    writeFileSync(join(folder, 'posts/x.png'), '');
    expect((await run(folder, ['validate', 'posts/x.png'])).stderr).toMatch(/^posts\/x\.png: no posts found, skipped/);
    expect(await run(folder, ['validate', 'elsewhere'])).toMatchObject({ status: 2, stdout: '' });
    const glob = await run(folder, ['validate', 'posts/*.md']);
    expect(glob).toMatchObject({ status: 2, stderr: expect.stringContaining('remove the quotes') });
    for (const pattern of ['posts/2031*.md', 'drafts/*.md', 'posts/[xy]z.md']) {
      const unmatched = await run(folder, ['validate', pattern]);
      expect(unmatched).toEqual({ status: 2, stdout: '', stderr: `blog: no posts match “${pattern}”\n` });
    }
  });

  test('paths by way of a link are the same posts', async () => {
    const folder = siteOf({ 'a.md': ['title: A', ...whole], 'b.md': ['title: B', ...whole] });
    const link = join(tempFolder(), 'link');
    symlinkSync(folder, link);
    for (const [cwd, path] of [
      [folder, join(link, 'posts/a.md')],
      [link, join(folder, 'posts/a.md')],
    ] as const) {
      expect(await run(cwd, ['validate', path])).toMatchObject({ status: 0, stderr: '1 post, no problems\n' });
    }
    expect(await run(folder, ['validate', link])).toMatchObject({ stderr: '2 posts, no problems\n' });
  });

  test('whoever stops reading does not make it pass', async () => {
    const folder = siteOf({ 'a.md': ['title: A'] });
    const out = (): never => {
      throw new OutputClosed();
    };
    expect(await run(folder, ['validate'], { out })).toMatchObject({ status: 1 });
    const good = siteOf({ 'a.md': ['title: A', 'date: 2024-01-01'] });
    expect(await run(good, ['list'], { out })).toMatchObject({ status: 0, stderr: '' });
  });

  test('reading changes nothing', async () => {
    const folder = siteOf(bad);
    const state = (): unknown =>
      filesIn(folder).map((file) => [
        file,
        readFileSync(join(folder, file), 'latin1'),
        statSync(join(folder, file)).mtimeMs,
      ]);
    const before = state();
    for (const command of ['validate', 'list']) await run(folder, [command]);
    expect(state()).toEqual(before);
  });

  test('one bad file hides no other', async () => {
    const folder = siteOf(bad);
    rmSync(join(folder, 'posts/b.md'));
    expect((await run(folder, ['validate'])).stdout.split('\n')).toHaveLength(2);
  });
});
