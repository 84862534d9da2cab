/** Drafts in other tools' words, and dates of publication that are still to come. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { run } from '../support/site.ts';
import { blogOf, feedTitles, findRules, folderOf, listField, postOf } from './found.ts';

const dated = (...lines: string[]): string[] => ['title: A secret', 'date: 2024-01-10', ...lines];

test.each([
  ...['Draft: true', 'DRAFT: true', 'isDraft: true', 'is_draft: yes', 'Published: false', 'publish: false'],
  ...['Status: draft', 'unpublished: true', 'Visibility: Private', 'Post-Status: draft', 'private: "true"'],
])('%s is a draft, as plainly as draft: true', async (line) => {
  const folder = blogOf({ 'a.md': dated(line) });
  expect(await listField(folder, 'status')).toEqual({ 'a.md': 'draft' });
  expect(await feedTitles(folder)).toEqual([]);
  expect(await findRules(folder)).toEqual([]);
});

test.each(['drafts: true', 'Drafft: true', 'unpublish: yes'])('%s is asked about, and not listed', async (line) => {
  const folder = blogOf({ 'a.md': dated(line), 'b.md': ['title: B', 'date: 2024-01-01'] });
  expect(await listField(folder, 'status')).toEqual({ 'b.md': 'published' });
  expect(await findRules(folder)).toEqual(['a.md draft-unclear']);
  expect((await run(folder, ['feed'])).status).toBe(1);
});

test.each([
  ['draft', 'draft'],
  ['private', 'draft'],
  ['auto-draft', 'draft'],
  ['pending', 'pending'],
  ['publish', 'published'],
  ['future', 'published'],
])('post_status: %s is %s, as its status is', async (value, status) => {
  for (const key of ['post_status', 'status', 'postStatus']) {
    const folder = blogOf({ 'a.md': ['title: A', 'post_date: 2024-01-01 10:00:00', `${key}: ${value}`] });
    expect(await listField(folder, 'status')).toEqual({ 'a.md': status });
    expect(await findRules(folder)).toEqual([]);
  }
});

describe('beside a date, a later date of publication', () => {
  test.each(['publishDate', 'pubDate', 'published', 'published_at', 'post_date', 'publishdate', 'Publish-Date'])(
    'in %s holds the post back',
    async (key) => {
      const folder = blogOf({ 'a.md': dated(`${key}: 2030-01-01`), 'b.md': dated(`${key}: 2024-01-09`) });
      expect(await listField(folder, 'status')).toEqual({ 'a.md': 'scheduled', 'b.md': 'published' });
      expect(await feedTitles(folder)).toEqual(['A secret']);
    },
  );

  test('holds it back until then, to the minute', async () => {
    const folder = blogOf({ 'a.md': dated('publishDate: 2024-05-14 12:00') });
    const statusAt = (now: string): Promise<unknown> => listField(folder, 'status', '--now', now);
    expect(await statusAt('2024-05-14T11:59:59Z')).toEqual({ 'a.md': 'scheduled' });
    expect(await statusAt('2024-05-14T12:00:00Z')).toEqual({ 'a.md': 'published' });
  });

  test('is no date of its own', async () => {
    const folder = blogOf({ 'a.md': dated('publishDate: 2030-01-01') });
    expect(await listField(folder, 'date')).toEqual({ 'a.md': '2024-01-10T00:00:00+00:00' });
  });

  test('the latest of several counts', async () => {
    const folder = blogOf({ 'a.md': dated('pubDate: 2024-01-11', 'published_at: 2030-01-01') });
    expect(await listField(folder, 'status')).toEqual({ 'a.md': 'scheduled' });
  });
});

test('publishdate in lower case is a date, as Hugo allows', async () => {
  const folder = blogOf({ 'a.md': ['title: A', 'publishdate: 2024-01-10'], 'b.md': ['Title: B', 'DATE: 2024-01-09'] });
  expect(await listField(folder, 'date')).toEqual({
    'a.md': '2024-01-10T00:00:00+00:00',
    'b.md': '2024-01-09T00:00:00+00:00',
  });
});

test('below front matter that ends too early, a sign is seen in long posts, too', async () => {
  const long = 'Écrit à la main. '.repeat(2000);
  const folder = folderOf({
    'posts/a.md': postOf('A', `\n---\ndraft: true\n---\n${long}`),
    'posts/b.md': postOf('B', `draft: true\n${long}`),
    'posts/c.md': postOf('C', `Note: ${long}`),
  });
  expect(await listField(folder, 'status')).toEqual({ 'c.md': 'published' });
  expect((await run(folder, ['feed', '--skip-invalid'])).stdout).not.toMatch(/<title>[AB]</);
  expect((await findRules(folder)).filter((rule) => /unclear/.test(rule))).toEqual([
    'a.md draft-unclear',
    'b.md draft-unclear',
  ]);
});

describe('publish', () => {
  const publish = (folder: string, file: string) => run(folder, ['publish', '--keep-date', `posts/${file}`]);
  const textOf = (folder: string, file: string): string => readFileSync(join(folder, 'posts', file), 'utf8');

  test('says of a post in a folder of drafts that it is public', async () => {
    const folder = blogOf({ 'drafts/a.md': dated() });
    expect(await feedTitles(folder)).toEqual([]);
    expect((await publish(folder, 'drafts/a.md')).status).toBe(0);
    expect(textOf(folder, 'drafts/a.md')).toContain('\ndraft: false\n');
    expect(await feedTitles(folder)).toEqual(['A secret']);
  });

  test('does not decide about a password', async () => {
    const folder = blogOf({ 'a.md': dated('password: hunter2') });
    const { status, stdout, stderr } = await publish(folder, 'a.md');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('a.md not published: post has a password');
    expect(textOf(folder, 'a.md')).toContain('password: hunter2');
    expect(await feedTitles(folder)).toEqual([]);
  });
});
