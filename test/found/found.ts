/** What the tests of this folder ask of a blog. Each of them began as a small blog that was read otherwise than its owner meant. */
import { expect } from '@jest/globals';
import { readWithFeedsmith } from '../support/feedReaders.ts';
import { run, siteOf } from '../support/site.ts';
import { tempFolder } from '../support/tempFolder.ts';

export const config = 'title: Test blog\nsite_url: https://blog.example.org\n';

/** A blog of posts, each as the lines of its front matter. */
export const blogOf = (posts: Readonly<Record<string, readonly string[]>>, settings = config): string =>
  siteOf(posts, settings);

/** A blog of files, by their paths. */
export const folderOf = (files: Readonly<Record<string, string>>, settings = config): string =>
  tempFolder({ 'blog.config.yaml': settings, ...files });

/** A post of front matter and a text. */
export const postOf = (title: string, text: string, ...lines: string[]): string =>
  ['---', `title: ${title}`, 'date: 2024-01-12', ...lines, '---', text, ''].join('\n');

export interface ListedPost {
  file: string;
  title: string;
  status: string;
  url: string;
  slug: string;
  [field: string]: unknown;
}

/** The posts of a blog by their file names in the posts folder. */
export async function listPosts(folder: string, ...args: string[]): Promise<Record<string, ListedPost>> {
  const { stdout } = await run(folder, ['list', '--format', 'json', ...args]);
  const posts = JSON.parse(stdout) as ListedPost[];
  return Object.fromEntries(posts.map((post) => [post.file.replace(/^posts\//, ''), post]));
}

/** Some fields of a post; of one that is not listed, none. */
export async function fieldsOf(
  folder: string,
  file: string,
  fields: readonly string[],
): Promise<Record<string, unknown>> {
  const post = (await listPosts(folder))[file];
  return post ? Object.fromEntries(fields.map((field) => [field, post[field]])) : {};
}

/** A field of each post. */
export async function listField(folder: string, field: string, ...args: string[]): Promise<Record<string, unknown>> {
  const posts = await listPosts(folder, ...args);
  return Object.fromEntries(Object.entries(posts).map(([file, post]) => [file, post[field]]));
}

export interface Problem {
  file: string;
  rule: string;
  severity: string;
  message: string;
  hint?: string;
}

const ofTaste = ['authors-missing', 'summary-missing', 'categories-missing'].flatMap((rule) => [
  '--rule',
  `${rule}=off`,
]);

/** The problems of a blog, but for fields that not every blog has. */
export async function findProblems(folder: string, ...args: string[]): Promise<Problem[]> {
  const { stdout } = await run(folder, ['validate', '--format', 'json', ...ofTaste, ...args]);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Problem[] };
  return diagnostics.map((one) => ({ ...one, file: one.file.replace(/^posts\//, '') }));
}

/** `a.md rule`, each once. */
export async function findRules(folder: string, ...args: string[]): Promise<string[]> {
  return [...new Set((await findProblems(folder, ...args)).map(({ file, rule }) => `${file} ${rule}`))];
}

/** The titles of the posts in a feed. */
export async function feedTitles(folder: string, ...args: string[]): Promise<(string | undefined)[]> {
  const { stdout } = await run(folder, ['feed', ...args]);
  expect(stdout).not.toBe('');
  return readWithFeedsmith(stdout).map(({ title }) => title);
}
