/** The program on a disk as macOS has it, on which a name in another case or Unicode form is that of the same file. */
import { spawnSync } from 'node:child_process';
import { linkSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { builtBin } from '../support/builtBin.ts';
import { filesIn, tempFolder } from '../support/tempFolder.ts';

const macDisk = pathToFileURL(resolve(import.meta.dirname, '../support/macDisk.js')).href;

const [one, two] = ['NFC', 'NFD'].map((form) => 'café'.normalize(form)) as [string, string];

const post = (title: string, text: string): string =>
  `---\ntitle: ${title}\ndate: 2024-01-01\nauthors: Ada\nsummary: S.\n---\n\n${text}\n`;

/** Names as a Mac stores them, and links as people type them. */
const site = (): string =>
  tempFolder({
    'blog.config.yaml': 'site_url: https://e.org\nstatic: Public\n',
    [`Public/${two}.pdf`]: 'x',
    [`posts/${two}.md`]: post('One', 'Text.'),
    [`posts/In ${two}/index.md`]: post('Two', `![p](photo-${one}.jpg)`),
    [`posts/In ${two}/photo-${two}.jpg`]: 'x',
    'posts/images/Table.jpg': 'x',
    'posts/Links.md': post('Three', `[a](${one}.md) [b](In%20${one}) [c](/${one}.pdf) ![d](images/Table.jpg)`),
  });

/** Runs the program on such a disk (`isMac`) or on this one. */
function blog(folder: string, args: readonly string[], isMac = true) {
  const nodeOptions = isMac ? ['--import', macDisk] : [];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...nodeOptions, builtBin, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '' } as NodeJS.ProcessEnv,
  });
  return { status, stdout, stderr };
}

describe('what is found', () => {
  test('each post once', () => {
    expect(blog(site(), ['list', '--format', 'paths', '--sort', 'title']).stdout.split('\n')).toEqual([
      `posts/${two}.md`,
      'posts/Links.md',
      `posts/In ${two}/index.md`,
      '',
    ]);
  });

  test.each([
    [`posts/${one}.md`],
    [`POSTS/${one.toUpperCase()}.MD`],
    ['posts/LINKS.md'],
    [`Posts/in ${one}/INDEX.md`],
    [`posts/in ${one}`],
  ])('validate and show find %s', (path) => {
    const folder = site();
    expect(
      blog(folder, ['validate', path, '--rule', 'photo-credit-missing=off', '--rule', 'image-alt-missing=off']),
    ).toEqual({
      status: 0,
      stdout: '',
      stderr: '1 post, no problems\n',
    });
    expect(blog(folder, ['show', path]).status).toBe(0);
  });

  test('`validate` never takes a post that it did not read for a good one', () => {
    const folder = site();
    blog(folder, ['new', 'Bad', '--slug', 'bad', '--date', '2024-01-01']);
    const { status, stdout } = blog(folder, ['validate', '--strict', 'posts/2024-01-01-BAD.md']);
    expect({ status, found: stdout.includes('posts/2024-01-01-bad.md:') }).toEqual({ status: 1, found: true });
  });
});

describe('the same as on a disk that tells names apart', () => {
  const wrongCase = (): string => {
    const folder = site();
    linkSync(join(folder, 'posts/images/Table.jpg'), join(folder, 'posts/images/other.jpg'));
    return tempFolder({
      ...Object.fromEntries(filesIn(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')])),
      'posts/case.md': post('Four', '![e](images/TABLE.jpg) [f](links.md)'),
    });
  };

  test.each([
    ['a feed', ['feed', '--type', 'rss'], site],
    ['all feeds', ['feed', '--type', 'json'], site],
    ['problems', ['validate'], site],
    ['the wrong case, which a server would not find', ['validate'], wrongCase],
    ['the wrong case in a feed', ['feed'], wrongCase],
  ])('%s', (_, args, make) => {
    const folder = make();
    expect(blog(folder, args)).toEqual(blog(folder, args, false));
  });

  test('the wrong case is an error, with the name that it should have', () => {
    const { stdout } = blog(wrongCase(), ['validate', 'posts/case.md', '--format', 'json']);
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { rule: string; hint?: string }[] };
    expect(diagnostics.flatMap(({ rule, hint }) => (/broken|missing$/.test(rule) && hint ? [hint] : []))).toEqual([
      expect.stringContaining('images/Table.jpg'),
      expect.stringContaining('Links.md'),
    ]);
  });
});

describe('what is written', () => {
  test('a post is never overwritten by a feed, whatever the spelling of its path, and nor is the config', () => {
    for (const file of [`POSTS/${one}.md`, 'posts/LINKS.MD', 'Posts/new.md', 'BLOG.config.yaml']) {
      const folder = site();
      const before = filesIn(folder);
      expect(blog(folder, ['feed', '-o', file, '--force', '--type', 'rss'])).toMatchObject({ status: 1 });
      expect(filesIn(folder)).toEqual(before);
      expect(readFileSync(join(folder, 'blog.config.yaml'), 'utf8')).toMatch(/^site_url/);
    }
  });

  test('a feed in another case is the same feed', () => {
    const folder = site();
    blog(folder, ['feed', '-o', 'feed.xml']);
    expect(blog(folder, ['feed', '-o', 'FEED.xml', '--check']).status).toBe(0);
    expect(filesIn(folder).filter((file) => /feed/i.test(file))).toEqual(['feed.xml']);
  });

  test('a name that differs only in case or form is taken for `new`', () => {
    const folder = tempFolder({ 'posts/2024-01-01-LINKS.md': post('A', 'Text.') });
    const { stdout } = blog(folder, ['new', 'Links', '--date', '2024-01-01']);
    expect(stdout).toBe('posts/2024-01-01-links-2.md\n');
  });

  test.each([
    ['case', 'Links', 'links'],
    ['form', one, 'cafe'],
  ])('`rename` to another %s, with the links to it', (_, wanted, slug) => {
    const folder = site();
    const { status } = blog(folder, ['rename', `posts/${wanted}.md`, 'New', '--slug', slug]);
    expect(status).toBe(0);
    expect(filesIn(folder)).toContain(`posts/${slug}.md`);
    expect(filesIn(folder)).toHaveLength(filesIn(site()).length);
    expect(blog(folder, ['validate', '--rule', 'photo-credit-missing=off']).status).toBe(0);
  });

  test('`new --image` writes the name that the disk has', () => {
    const folder = site();
    const { stdout } = blog(folder, ['new', 'New', '--image', 'POSTS/images/TABLE.jpg', '--alt', 'A']);
    expect(readFileSync(join(folder, stdout.trim()), 'utf8')).toContain('images/Table.jpg');
  });
});
