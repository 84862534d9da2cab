/** The folders of `feed --all`: names that every disk can hold, one for each category, or nothing at all. */
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { change, config, feed, read, site } from '../support/feedSite.ts';
import { siteOf } from '../support/site.ts';
import { filesIn } from '../support/tempFolder.ts';

const siteWith = (names: readonly string[], settings = config): string =>
  siteOf({ '2024-01-01-a.md': ['title: A', 'date: 2024-01-01', `categories: ${JSON.stringify(names)}`] }, settings);
const foldersIn = (folder: string): string[] =>
  filesIn(join(folder, 'out')).flatMap((file) => /^category\/(.*)\/feed\.xml$/.exec(file)?.[1] ?? []);

// Jest cannot link modules that are asked for at once for the first time, as --all does with the formats.
beforeAll(async () => {
  for (const type of ['rss', 'atom', 'json']) await feed(siteWith([]), '--type', type);
});

const words = (count: number): string => Array.from({ length: count }, (_, at) => `word${at}`).join(' ');

test.each<[string, string, string]>([
  ['300 letters', 'a'.repeat(300), 'a'.repeat(200)],
  ['words up to 200 bytes', `${'x'.repeat(190)} and more words`, `${'x'.repeat(190)}-and-more`],
  ['200 bytes exactly', 'a'.repeat(200), 'a'.repeat(200)],
  ['201 bytes', `${'a'.repeat(100)} ${'b'.repeat(100)}`, 'a'.repeat(100)],
  ['letters of three bytes', '학'.repeat(300), '학'.repeat(66)],
  ['letters of four bytes', '𝒜 𐌰'.repeat(100), ''],
  ['letters with marks', 'क्षि'.repeat(100), ''],
  ['many words', words(100), ''],
  ['a device of Windows', 'CON', 'con-category'],
  ['another', 'Nul', 'nul-category'],
  ['a port', 'com1', 'com1-category'],
  ['a word that begins so', 'Concerts', 'concerts'],
  ['an emoji', '🎉', 'category'],
  ['signs', '???', 'category'],
  ['dots', '..', 'category'],
  ['dots and a slash', '../../x', 'x'],
  ['a hidden name', '.git', 'dot-git'],
  ['the name for what has none', 'Category', 'category'],
])('%s', async (_, name, expected) => {
  for (const settings of [config, `${config}categories: [${JSON.stringify(name)}]\n`]) {
    const folder = siteWith([name], settings);
    const { status, stderr } = await feed(folder, '--all', '-o', 'out');
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.any(String) });
    const [slug = '', ...others] = foldersIn(folder);
    expect(others).toEqual([]);
    if (expected !== '') expect(slug).toBe(expected);
    expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(200);
    expect(slug).not.toMatch(/^\p{M}|^[-.]|-$/u);
    // The same feed, asked for by its name, has the same URL.
    const self = /href="([^"]*)" rel="self"/.exec(read(folder, `out/category/${slug}/feed.xml`))?.[1];
    expect(self).toBe(`https://blog.example.org/category/${encodeURIComponent(slug)}/feed.xml`);
    expect((await feed(folder, '-c', name)).stdout).toContain(`href="${self}" rel="self"`);
  }
});

test('names that differ only in case, spaces or Unicode form are one category', async () => {
  const folder = siteWith(['News', 'NEWS ', 'Cafe\u0301', 'Café']);
  expect((await feed(folder, '--all', '-o', 'out')).status).toBe(0);
  expect(foldersIn(folder)).toEqual(['cafe', 'news']);
});

test('a place that cannot be written is found before the first feed is', async () => {
  const long = 'ł'.repeat(180);
  for (const [prepare, message] of [
    [
      (out: string) => writeFileSync(join(out, 'category'), ''),
      /cannot (?:read|write) out\/category\/x\/feed\.xml: a part of its/,
    ],
    [(out: string) => mkdirSync(join(out, 'category/x/feed.xml'), { recursive: true }), /feed\.xml is a folder/],
    [(_: string) => undefined, /cannot write new.*: its name is too long/],
  ] as const) {
    const isLong = message.source.includes('too long');
    const folder = siteWith(['X'], isLong ? `${config}categories: [{ name: X, slug: ${long} }]\n` : config);
    mkdirSync(join(folder, 'out'));
    prepare(join(folder, 'out'));
    const before = filesIn(folder);
    const { status, stderr } = await feed(folder, '--all', '-o', isLong ? `new/${'a'.repeat(256)}` : 'out');
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(message) });
    expect(filesIn(folder)).toEqual(before);
    expect(existsSync(join(folder, 'new'))).toBe(false);
  }
});

test('a folder that may not be written is found before the first feed is', async () => {
  if (process.getuid?.() === 0) return;
  const folder = siteWith(['X']);
  mkdirSync(join(folder, 'out/category'), { recursive: true });
  chmodSync(join(folder, 'out/category'), 0o500);
  const { status, stderr } = await feed(folder, '--all', '-o', 'out');
  expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining('permission denied') });
  expect(filesIn(join(folder, 'out'))).toEqual([]);
});

test('the feeds of names that went are named, and stay', async () => {
  const welsh = { 'te.cy.md': ['title: Te', 'date: 2024-01-01', 'categories: [Te]'] };
  const folder = site(welsh, `${config}language: en\nlanguages: [en, cy]\n`);
  const all = (...args: string[]) => feed(folder, '--all', '-o', 'out', ...args);
  await all();
  await feed(folder, '-c', 'Events', '-c', 'Partnership blog', '-o', 'out/category/events/all.xml');
  mkdirSync(join(folder, 'out/category/events+te'));
  await feed(folder, '-c', 'Events', '-c', 'Te', '-o', 'out/category/events+te/feed.xml');
  for (const name of ['category/own', 'fr', 'news']) mkdirSync(join(folder, 'out', name));
  writeFileSync(join(folder, 'out/category/own/feed.xml'), '<rss version="2.0"><channel></channel></rss>');
  writeFileSync(join(folder, 'out/fr/feed.xml'), 'not a feed');
  expect((await all()).stderr).not.toContain('no longer written');
  rmSync(join(folder, 'posts/te.cy.md'));
  change(folder, 'blog.config.yaml', /^languages:.*$/m, '');
  const lines = ['category/te', 'cy', 'en'].map(
    (name) =>
      `The feed out/${name}/feed.xml is no longer written, and may have posts that are gone: delete it, or redirect its URL to another feed\n`,
  );
  const before = filesIn(folder);
  for (const args of [['--check'], ['--diff'], [], []]) {
    const { stderr } = await all(...args);
    expect(stderr.slice(-lines.join('').length)).toBe(lines.join(''));
    expect(stderr.split('no longer written')).toHaveLength(4);
  }
  expect(filesIn(folder)).toEqual(before);
  // A post that is left out has a name that may come back.
  writeFileSync(join(folder, 'posts/broken.md'), '---\n');
  expect((await all('--skip-invalid')).stderr).not.toContain('no longer written');
});
