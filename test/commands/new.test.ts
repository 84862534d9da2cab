import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { main } from '../../src/main.ts';
import { templateBody, templateNames } from '../../src/post/draft/templates.ts';
import { readPost } from '../../src/post/post.ts';
import type { Shell } from '../../src/shell.ts';
import { utc } from '../support/diagnose.ts';
import { scriptedTerminal } from '../support/scriptedTerminal.ts';
import { filesIn, tempFolder } from '../support/tempFolder.ts';
import { testShell } from '../support/testShell.ts';

const config = `site_url: https://blog.example.org
timezone: Europe/London
categories:
  - Announcements
  - { name: Partnership blog, slug: partnership-blog, aliases: [partnership] }
authors:
  ruxandra: { name: Ruxandra Cālin, role: student }
`;

const old = `---
title: Old post
date: 2018-07-05
id: 0f8fad5b-d9cb-469f-a165-70867728950e
authors: [Zoë Example (staff)]
photos_by: Satya
categories: [Announcements]
tags: [Institute]
aliases: [/2024/05/former/]
---

Old text.
`;

interface Result {
  status: number;
  out: string;
  err: string;
  folder: string;
}

async function run(args: string[], files: Record<string, string> = {}, shell: Partial<Shell> = {}): Promise<Result> {
  return runIn(tempFolder(files), args, shell);
}

async function runIn(folder: string, args: string[], overrides: Partial<Shell> = {}): Promise<Result> {
  const { shell, stdout, stderr } = testShell({ cwd: folder, ...overrides });
  const status = await main(['new', ...args], shell);
  return { status, out: stdout(), err: stderr(), folder };
}

const text = ({ folder, out }: Result): string => readFileSync(join(folder, out.trim()), 'utf8');
const postOf = (result: Result) => readPost(result.out.trim(), text(result), utc).post;

describe('without a terminal', () => {
  test('only the title is required: a draft, its path on stdout, hints on stderr', async () => {
    const result = await run(['Our first meeting'], { 'blog.config.yaml': config });
    expect(result).toMatchObject({
      status: 0,
      out: 'posts/2024-05-14-our-first-meeting.md\n',
      err: 'Draft written. Open it, write, then run: blog validate\n',
    });
    expect(filesIn(result.folder)).toEqual(['blog.config.yaml', 'posts/2024-05-14-our-first-meeting.md']);
    const lines = text(result).split('\n');
    expect(lines.slice(0, 3)).toEqual(['---', 'title: "Our first meeting"', 'date: 2024-05-14T10:30:15+01:00']);
    expect(lines[3]).toMatch(/^id: [0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(text(result)).toContain(`draft: true\n---\n\n${templateBody('post')}`);
  });

  test('every flag arrives in the file, in the blog’s own spelling', async () => {
    const flags = ['-c', 'partnership', '-c', 'announcements', '-c', 'Announcements', '-t', 'institute', '-t', 'New'];
    const people = ['-a', 'ruxandra', '-a', 'Ada Example (staff)', '--photos-by', 'ruxandra CĀLIN'];
    const rest = ['--summary', ' One. Two. ', '--date', '2023-01-02', '--template', 'event', '--slug', 'a-day'];
    const result = await run(['A day', ...flags, ...people, ...rest], {
      'blog.config.yaml': config,
      'posts/2018-07-05-old.md': old,
    });
    expect(result.out).toBe('posts/2023-01-02-a-day.md\n');
    expect(postOf(result)).toMatchObject({
      title: 'A day',
      date: { text: '2023-01-02T00:00:00+00:00' },
      authors: [
        { name: 'Ruxandra Cālin', role: 'student' },
        { name: 'Ada Example', role: 'staff' },
      ],
      photos_by: [{ name: 'Ruxandra Cālin', role: 'student' }],
      categories: ['Partnership blog', 'Announcements'],
      tags: ['Institute', 'New'],
      summary: 'One. Two.',
      draft: true,
    });
    expect(text(result)).toContain(templateBody('event'));
  });

  test.each([[[]], [['']], [['  ', '--summary', 'x']], [['\u200b']], [['--no-input']]])(
    'without a title (%j) it says what to give, and writes nothing',
    async (args) => {
      const result = await run(args as string[]);
      expect(result).toMatchObject({ status: 2, out: '', err: 'blog: title missing; run: blog new "Title"\n' });
      expect(filesIn(result.folder)).toEqual([]);
    },
  );

  test.each([
    ['--no-input', ['--no-input'], {}],
    ['CI', [], { CI: 'true' }],
  ])('a terminal is not asked with %s', async (_, flags, env) => {
    const terminal = scriptedTerminal();
    const { shell, stderr } = testShell({ cwd: tempFolder(), env, ...terminal.overrides });
    expect(await main([...flags, 'new'], shell)).toBe(2);
    expect(stderr()).toContain('blog new "Title"');
    expect(terminal.screen()).toBe('');
  });

  test.each(['../../x', '/etc/x', '..', '.hidden', 'a/b', 'a\\b', 'a%2fb', 'a\0', 'a\nb', '-rf', '', 'con'])(
    '--slug %j is refused, and nothing is written',
    async (slug) => {
      const result = await run(['T', '--slug', slug]);
      expect(result.status).toBe(2);
      expect(result.err).toMatch(/^blog: invalid slug for --slug: “.*”; use lower-case letters/);
      expect(filesIn(result.folder)).toEqual([]);
    },
  );

  test.each([
    [['My', 'first', 'post'], 'put the title in quotes: blog new "My first post"'],
    [['a\x1bb'], 'the title “a\\u{1b}b” cannot be used: it contains the invisible character U+001B'],
    [['a\nb'], 'the title “a\\u{a}b” cannot be used: it contains a line break'],
    [['T', '--summary', 'a\tb'], '--summary “a\\u{9}b” cannot be used: it contains a tab'],
    [['T', '-a', ' '], '--author is empty'],
    [['T', '--date', '2024-02-30'], 'invalid date for --date: “2024-02-30”; use a day from 2024-02-01 to 2024-02-29'],
    [
      ['T', '-c', 'Anouncements'],
      '--category: “Anouncements” is not in the config; did you mean “Announcements”?\nChoose from: Announcements, Partnership blog',
    ],
    [
      ['T', '--template', 'evnt'],
      'template “evnt” not found; did you mean “event”?\nChoose from: post, event, interview, reflection\n',
    ],
    [
      ['T', '-c', 'partnership blog, Announcements'],
      '“partnership blog, Announcements” is read as a single name; for several, write --category "partnership blog" --category Announcements\n',
    ],
    [['T', '-c', 'Nowhere, Announcements'], '“Nowhere, Announcements” is not in the config\nChoose from: '],
    [['T', '--edit'], 'no editor found; set EDITOR, for example'],
    [['T', '--edit', '--dry-run'], '--dry-run cannot be used with --edit'],
    [['T', '--stdin', '--template', 'post'], 'cannot be used with'],
    [['T', '--from', 'nothing'], 'post “nothing” not found'],
    [['x'.repeat(70_000)], 'cannot write the post: front matter is larger than 64 KiB'],
  ])('%j: exit 2, nothing written', async (args, message) => {
    const result = await run(args, { 'blog.config.yaml': config });
    expect(result).toMatchObject({ status: 2, out: '' });
    expect(result.err).toContain(message);
    expect(filesIn(result.folder)).toEqual(['blog.config.yaml']);
  });

  test('a category that the config does not list passes where that rule is no error', async () => {
    const lenient = `${config}rules: { category-unknown: warn }\n`;
    const result = await run(['T', '-c', 'Anouncements'], { 'blog.config.yaml': lenient });
    expect(result.status).toBe(0);
    expect(result.err).toContain('did you mean “Announcements”?');
    expect(postOf(result)?.categories).toEqual(['Anouncements']);
  });

  test('--stdin gives the text, --publish makes it no draft', async () => {
    const stdin = Readable.from([Buffer.from('Zo'), Buffer.from('ë\n\n---\n')]);
    const result = await run(['T', '--stdin', '--publish'], {}, { stdin });
    expect(text(result)).toMatch(/draft: false\n---\n\nZoë\n\n---\n$/);
    expect(result.err).toBe('Post written and published. Next: blog validate\n');
    const broken = await run(['T', '--stdin'], {}, { stdin: Readable.from([Buffer.from([0x41, 0xff])]) });
    expect(broken).toMatchObject({ status: 2, err: 'blog: --stdin: byte FF is not valid UTF-8\n' });
    expect(filesIn(broken.folder)).toEqual([]);
  });

  test('what is published at once has none of a template’s questions', async () => {
    const result = await run(['T', '--publish', '--date', '2024-06-01']);
    expect(text(result)).toMatch(/draft: false\n---\n$/);
    expect(result.err).toBe(
      'Post written and scheduled without a text; write it before readers see it: blog edit posts/2024-06-01-t.md\n',
    );
  });

  test('a text that readers would not see is none', async () => {
    const stdin = Readable.from([Buffer.from('<!-- to follow -->\n')]);
    const result = await run(['T', '--stdin', '--publish'], {}, { stdin });
    expect(result.err).toBe(
      'Post written and published without a text; write it before readers see it: blog edit posts/2024-05-14-t.md\n',
    );
  });

  test('--dry-run prints the post and writes nothing', async () => {
    const result = await run(['T', '--no-edit', '--dry-run']);
    expect(result.status).toBe(0);
    expect(result.out).toMatch(/^---\ntitle: "T"\n[\s\S]*\*\n$/);
    expect(result.err).toBe('posts/2024-05-14-t.md\nDry run: nothing was written\n');
    expect(filesIn(result.folder)).toEqual([]);
  });

  test.each(templateNames)('a draft from the template %s passes validate', async (template) => {
    const { folder } = await run(['T', '--template', template, '-c', 'Announcements'], { 'blog.config.yaml': config });
    const { shell, stdout } = testShell({ cwd: folder });
    expect([await main(['validate'], shell), stdout().replaceAll(/^.*warning.*\n/gm, '')]).toEqual([0, '']);
  });

  test('--json says what was made', async () => {
    const result = await run(['T'.repeat(3), '--json'], { 'blog.config.yaml': config });
    expect(JSON.parse(result.out)).toEqual({
      file: 'posts/2024-05-14-ttt.md',
      slug: 'ttt',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      url: 'https://blog.example.org/2024/05/14/ttt/',
      title: 'TTT',
      status: 'draft',
      written: true,
    });
    const dry = JSON.parse((await run(['T', '--json', '--dry-run'])).out);
    expect(dry).toMatchObject({ url: null, written: false, text: expect.stringContaining('title: "T"') });
  });

  test.each(['old', 'posts/2018-07-05-old.md', '0f8fad5b-d9cb-469f-a165-70867728950e', 'Old', '/2024/05/former/'])(
    '--from %s takes over people, categories, tags and text',
    async (from) => {
      const files = { 'blog.config.yaml': config, 'posts/2018-07-05-old.md': old };
      const result = await run(['New', '--from', from, '-t', 'mine'], files);
      expect(postOf(result)).toMatchObject({
        authors: [{ name: 'Zoë Example', role: 'staff' }],
        photos_by: [{ name: 'Satya' }],
        categories: ['Announcements'],
        tags: ['mine'],
      });
      expect(text(result)).toMatch(/---\n\nOld text\.\n$/);
    },
  );

  test('--edit opens the editor, which may have arguments and quotes', async () => {
    const folder = tempFolder({ 'my editor.sh': '#!/bin/sh\nprintf "%s\\n" "$@" > seen\necho Words >> "$2"\n' });
    const env = { PATH: process.env['PATH'], EDITOR: 'false', VISUAL: `sh '${join(folder, 'my editor.sh')}' --wait` };
    const result = await runIn(folder, ['T', '-e'], { env });
    expect(result.err).toBe('Draft written. Next: blog validate\n');
    expect(readFileSync(join(folder, 'seen'), 'utf8')).toBe(`--wait\n${join(folder, 'posts/2024-05-14-t.md')}\n`);
    const failed = await runIn(folder, ['U', '-e'], { env: { ...env, VISUAL: '' } });
    expect(failed).toMatchObject({
      status: 2,
      out: 'posts/2024-05-14-u.md\n',
      err: 'blog: editor “false” failed with status 1; but the post was written\n',
    });
  });

  test.each<[string, string, string[], string]>([
    ['closed', 'true', [], 'Draft written, with no text yet. Open it, write, then run: blog validate\n'],
    [
      'closed',
      'true',
      ['--publish'],
      'Post written and published without a text; write it before readers see it: blog edit posts/2024-05-14-t.md\n',
    ],
    [
      'emptied',
      'sed -i -e "s/^[*#].*//"',
      [],
      'Draft written, with no text yet. Open it, write, then run: blog validate\n',
    ],
    ['closed', 'true', ['--publish', '--stdin'], 'Post written and published. Next: blog validate\n'],
  ])('an editor that is %s (%s) with %j leaves a post as without --edit', async (_, editor, flags, err) => {
    const env = { PATH: process.env['PATH'], VISUAL: editor };
    const result = await runIn(tempFolder(), ['T', '-e', ...flags], {
      env,
      stdin: Readable.from([Buffer.from('Words.\n')]),
    });
    expect(result.err).toBe(err);
  });

  test('a title without letters to write in an address gets a part of the id', async () => {
    const result = await run(['你好']);
    expect(result.out).toMatch(/^posts\/2024-05-14-post-[0-9a-f]{8}\.md\n$/);
    expect(text(result)).toContain(`id: ${/post-([0-9a-f]{8})/.exec(result.out)?.[1]}`);
  });
});

describe('names that are nearly others', () => {
  const posts = Object.fromEntries(
    Array.from({ length: 3 }, (_, index) => [
      `posts/${index}.md`,
      `---\ntitle: ${index}a\ndate: 2018-07-05\nauthors: Ruxandra Cālin\ncategories: Announcements\n---\n`,
    ]),
  );

  test('are told, and stay what was given', async () => {
    const result = await run(['T', '-c', 'Anouncements', '-a', 'Ruxandra Calin', '-a', 'Ada'], posts);
    expect(result.err).toBe(
      '“Ruxandra Calin” is new; did you mean “Ruxandra Cālin” (3 posts)?\n' +
        '“Anouncements” is new; did you mean “Announcements” (3 posts)?\n' +
        'Draft written. Open it, write, then run: blog validate\n',
    );
    expect(postOf(result)).toMatchObject({
      categories: ['Anouncements'],
      authors: [{ name: 'Ruxandra Calin' }, { name: 'Ada' }],
    });
  });

  test('a summary that is too long is told', async () => {
    const result = await run(['T', '--summary', 'x'.repeat(501)]);
    expect(result.err).toContain('the summary has 501 characters; keep it to 500');
    expect(result.status).toBe(0);
  });
});

describe('places', () => {
  test('a taken one is never overwritten: the next number is free', async () => {
    const folder = tempFolder({ 'posts/2024-05-14-t.md': 'mine' });
    const paths = [];
    for (let index = 0; index < 3; index++) paths.push((await runIn(folder, ['T'])).out.trim());
    expect(paths).toEqual(['posts/2024-05-14-t-2.md', 'posts/2024-05-14-t-3.md', 'posts/2024-05-14-t-4.md']);
    expect(readFileSync(join(folder, 'posts/2024-05-14-t.md'), 'utf8')).toBe('mine');
  });

  test.each([[[]], [['--json']], [['--dry-run']]])(
    'that it is another post of one name is said, with %j',
    async (flags) => {
      const folder = tempFolder({ 'posts/2024-05-14-t.md': 'mine', 'posts/2024-05-14-t-2.md': 'mine' });
      const said = 'posts/2024-05-14-t.md already has that name; the new post is posts/2024-05-14-t-3.md\n';
      expect((await runIn(folder, ['T', '--dry-run', ...flags])).err).toContain(said);
      const { shell, stderr } = testShell({ cwd: folder });
      expect([await main(['new', 'T', '-q', ...flags], shell), stderr()]).toEqual([0, '']);
      expect((await runIn(folder, ['Other', ...flags])).err).not.toContain('another post');
    },
  );

  test.each([
    ['case', { 'posts/2024-05-14-T.MD': 'x' }],
    ['its address', { 'posts/other.md': '---\ntitle: O\ndate: 2024-05-14\nslug: T\n---\n' }],
    ['a former address', { 'posts/other.md': '---\ntitle: O\ndate: 2024-05-01\naliases: [/2024/05/14/t]\n---\n' }],
    ['something that is no post', { 'posts/2024-05-14-t.md/x': 'x' }],
    ['one of two with the same id', { 'posts/2024-05-14-t.md': old, 'posts/b.md': old }],
  ])('taken by %s', async (_, files) => {
    const folder = tempFolder(files as unknown as Record<string, string>);
    expect((await runIn(folder, ['T'])).out).toBe('posts/2024-05-14-t-2.md\n');
    const fixed = await runIn(folder, ['T', '--slug', 't']);
    expect(fixed).toMatchObject({ status: 1, out: '' });
    expect(fixed.err).toMatch(/^blog: slug “t” is already used by posts\//);
  });

  test('folders of the pattern are made, and where the slug is hidden in it the post says it', async () => {
    const result = await run(['Ünï', '--dry-run'], { 'blog.config.yaml': 'filename: "{year}/{slug}/text"' });
    expect(result.err).toContain('posts/2024/uni/text.md');
    expect(result.out).toContain('slug: "uni"');
    const made = await run(['Ünï'], { 'blog.config.yaml': 'filename: "{year}/{month}/{slug}"' });
    expect(filesIn(made.folder)).toContain('posts/2024/05/uni.md');
  });

  test('paths are printed from -C, and --posts names another folder', async () => {
    const folder = tempFolder({ 'site/blog.config.yaml': '' });
    const { shell, stdout } = testShell({ cwd: folder });
    expect(await main(['-C', 'site', '--posts', 'texts', 'new', 'T'], shell)).toBe(0);
    expect(stdout()).toBe('texts/2024-05-14-t.md\n');
    expect(filesIn(folder)).toEqual(['site/blog.config.yaml', 'site/texts/2024-05-14-t.md']);
  });

  test('a posts folder that is a file is named', async () => {
    expect(await run(['T'], { posts: '' })).toMatchObject({
      status: 2,
      err: expect.stringContaining('“posts” is not a folder'),
    });
  });

  test('a place that the config passes over is refused', async () => {
    const ignoring = 'filename: "drafts/{slug}"\nignore: [drafts/**]\n';
    const result = await run(['T'], { 'blog.config.yaml': ignoring });
    expect(result).toMatchObject({
      status: 2,
      err: 'blog: posts/drafts/t.md would be ignored: it matches “ignore” in the config\n',
    });
    expect(filesIn(result.folder)).toEqual(['blog.config.yaml']);
  });

  test('a link in the folder never leads a new post out of it', async () => {
    const folder = tempFolder({ 'blog.config.yaml': 'filename: "{year}/{slug}"' });
    const outside = tempFolder();
    mkdirSync(join(folder, 'posts'));
    symlinkSync(outside, join(folder, 'posts/2024'));
    const result = await runIn(folder, ['T']);
    expect(result).toMatchObject({
      status: 2,
      err: expect.stringContaining(`leads through a link to ${outside}/t.md, outside`),
    });
    expect(filesIn(outside)).toEqual([]);
  });
});

test('several names in one value: written as one, and how to give them is said', async () => {
  const { out, err } = await run(['T', '-a', 'Ada Example (student), Ben Sample', '-c', 'Tea, Talks', '--dry-run']);
  expect(out).toContain('  - Ada Example (student), Ben Sample\n');
  expect(err).toContain('for several, write --author "Ada Example (student)" --author "Ben Sample"\n');
  expect(err).toContain('for several, write --category Tea --category Talks\n');
  const one = await run(['T', '-a', 'Ada Example, Senior Lecturer', '-c', 'Students and staff', '--dry-run']);
  expect(one.err).not.toContain('for several');
});

test('another number is no typo of a category, and a known author is written as elsewhere', async () => {
  const files = {
    'blog.config.yaml': 'categories: [Year 1, Year 2]\n',
    'posts/a.md': '---\ntitle: A\ndate: 2024-01-01\nauthors: Ada Example\n---\n',
  };
  const refused = await run(['B', '-c', 'Year 3', '--dry-run'], files);
  expect(refused.err).toContain('“Year 3” is not in the config\n');
  const { out } = await run(['B', '-a', 'ada example (staff)', '--dry-run'], files);
  expect(out).toContain('  - Ada Example (staff)\n');
});
