/** The test export, imported as a whole: every item becomes what it must, and nothing is lost without a word. */
import { execFileSync } from 'node:child_process';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import MarkdownIt from 'markdown-it';
import { parse } from 'yaml';
import type { ImportReport } from '../../../src/import/report/report.ts';
import { run } from '../../support/site.ts';
import { filesIn, tempFolder } from '../../support/tempFolder.ts';
import { expectedPost } from '../../support/wxr/expected.ts';
import { studentsBlog } from '../../support/wxr/students.ts';
import { writeExport } from '../../support/wxr/writeExport.ts';

const blog = studentsBlog();
const written = blog.items.filter(({ skipped }) => skipped === undefined);
const expected = written.map((item) => expectedPost(item, blog));
const folder = tempFolder({ 'export.xml': writeExport(blog) });
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const importAgain = (...args: string[]) => run(folder, ['import', 'wordpress', 'export.xml', ...args]);
let report: ImportReport;
let status: number;

beforeAll(async () => {
  const result = await importAgain('--json');
  report = JSON.parse(result.stdout);
  status = result.status;
});

test('is as large as it says', () => {
  expect(status).toBe(0);
  expect(blog.items.length).toBeGreaterThanOrEqual(150);
});

test('every file is there, and no other', () => {
  const files = expected.map(({ file }) => `posts/${file}`).sort();
  expect(filesIn(folder).filter((file) => file.startsWith('posts/'))).toEqual(files);
});

test.each(expected)('$file', ({ file, fields, text, losses }) => {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n\n?([\s\S]*)$/.exec(read(`posts/${file}`)) ?? [];
  expect(parse(front)).toEqual(fields);
  expect(body.trimEnd()).toBe(text);
  const own = report.posts.find((post) => post.file === `posts/${file}`)?.losses ?? [];
  const named = own.map(({ kind, what }) => `${kind}: ${what}`).filter((line) => !/^meta: _edit_/.test(line));
  expect(named.sort()).toEqual([...losses].sort());
});

test('what is left out is left out for its reason, and whatever is private is nowhere', () => {
  for (const { skipped = '' } of blog.items) {
    if (skipped === '') continue;
    const count = blog.items.filter((item) => item.skipped === skipped).length;
    const counted = report.skipped.filter(({ reason }) => reason.replace(/(?:[;,] | \().*$/, '') === skipped);
    expect([skipped, counted.reduce((sum, one) => sum + one.count, 0)]).toEqual([skipped, count]);
  }
  const all = filesIn(folder)
    .filter((file) => file !== 'export.xml')
    .map(read)
    .join('\n');
  expect(all).not.toMatch(/Nobody outside|secret\.example|192\.0\.2\.77|mail\.example/);
});

test('items, comments, terms, images and links are as many as a script of another kind counts', () => {
  const script = resolve(import.meta.dirname, '../count.js');
  const counts = JSON.parse(execFileSync(process.execPath, [script, join(folder, 'export.xml')], { encoding: 'utf8' }));
  expect(report.items).toEqual({ total: counts.items, imported: counts.posts, skipped: counts.items - counts.posts });
  expect(report.comments).toEqual(counts.comments);
  const texts = expected.map(({ file }) => read(`posts/${file}`).split(/^---$/m));
  const tokens = texts.flatMap(([, , ...body]) => new MarkdownIt({ html: true }).parse(body.join('---'), {}));
  const count = (type: string): number =>
    tokens.flatMap(({ children }) => children ?? []).filter((token) => token.type === type).length;
  expect([count('image'), count('link_open')]).toEqual([counts.images, counts.links]);
  const fields = texts.map(([, front = '']) => parse(front));
  const sum = (name: string): number => fields.reduce((total, one) => total + (one[name]?.length ?? 0), 0);
  expect([sum('categories'), sum('tags')]).toEqual([counts.categories, counts.tags]);
});

describe('the imported folder', () => {
  test('has no error', async () => {
    const { status, stdout } = await run(folder, ['validate', '--format', 'json']);
    const { diagnostics } = JSON.parse(stdout);
    expect(diagnostics.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual([]);
    expect(status).toBe(0);
  });

  test('is the same after a second import', async () => {
    const before = filesIn(folder).map((file) => [file, read(file)]);
    expect((await importAgain('--update', '--json')).stdout).toBe(`${JSON.stringify(report, null, 2)}\n`);
    expect(filesIn(folder).map((file) => [file, read(file)])).toEqual(before);
  });

  test('keeps what was edited, renamed and deleted here, and takes what changed there', async () => {
    const [edited, renamed, deleted, changed] = ['a-format', 'a-series', 'spam', 'pings'].map(
      (name) => `posts/${expected.find(({ file }) => file.endsWith(`-${name}.md`))?.file}`,
    ) as [string, string, string, string];
    const own = `${read(edited)}\nA line of our own.\n`;
    writeFileSync(join(folder, edited), own);
    renameSync(join(folder, renamed), join(folder, 'posts/moved.md'));
    rmSync(join(folder, deleted));
    const newer = writeExport({
      ...blog,
      items: blog.items.map((item) => (item.name === 'pings' ? { ...item, content: 'New words.' } : item)),
    });
    writeFileSync(join(folder, 'export.xml'), newer);
    const { stdout } = await importAgain('--json');
    expect(JSON.parse(stdout)).toMatchObject({
      edited: [{ file: edited, alsoChanged: false }],
      deleted: [deleted],
      outdated: [changed],
    });
    expect(read(changed)).not.toContain('New words.');
    await importAgain('--update');
    expect(read(changed)).toContain('New words.');
    expect(read(edited)).toBe(own);
    const files = filesIn(folder);
    expect([renamed, deleted, 'posts/moved.md'].map((file) => files.includes(file))).toEqual([false, false, true]);
  });
});
