/** The blogs that other tools leave behind are read as their owners mean them. test/sites/README.md says more. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { run } from '../support/site.ts';

interface Listed {
  title: string;
  date: string;
  status: string;
  categories: string[];
  tags: string[];
  /** `Ada Example (student)` */
  authors: string[];
  url: string;
}

interface Expected {
  posts: Record<string, Listed>;
  /** `posts/a.md: warning: template-code` */
  problems: string[];
  /** Those that may be reported or not, such as a field that only the other tool knows. */
  possible: string[];
}

type Printed = Omit<Listed, 'authors'> & { file: string; authors: { name: string; role?: string }[] };

/** Rules of taste, which a blog that has just moved would turn off. */
const quiet = ['authors-missing', 'summary-missing', 'categories-missing', 'photo-credit-missing', 'image-alt-missing'];

const root = resolve(import.meta.dirname, '../sites');
const sites = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe.each(sites.map(({ name }) => name))('%s', (name) => {
  const folder = join(root, name);
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected;
  let listed: Promise<Record<string, Listed>> | undefined;
  let problems: Promise<string[]> | undefined;

  const listPosts = async (): Promise<Record<string, Listed>> => {
    const { stdout } = await run(folder, ['list', '--status', 'all', '--format', 'json']);
    const posts = JSON.parse(stdout) as Printed[];
    return Object.fromEntries(
      posts.map(({ file, title, date, status, categories, tags, authors, url }) => {
        const people = authors.map((one) => (one.role === undefined ? one.name : `${one.name} (${one.role})`));
        return [file, { title, date: date.replace('.000', ''), status, categories, tags, authors: people, url }];
      }),
    );
  };

  const findProblems = async (): Promise<string[]> => {
    const off = quiet.flatMap((rule) => ['--rule', `${rule}=off`]);
    const { stdout } = await run(folder, ['validate', '--format', 'json', ...off]);
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { file: string; severity: string; rule: string }[] };
    // How often a rule speaks is for its own tests to say.
    return [...new Set(diagnostics.map(({ file, severity, rule }) => `${file}: ${severity}: ${rule}`))].sort();
  };

  test.each(Object.entries(expected.posts))('%s', async (file, post) => {
    listed ??= listPosts();
    expect((await listed)[file]).toEqual(post);
  });

  test('has no other posts', async () => {
    listed ??= listPosts();
    expect(Object.keys(await listed).filter((file) => !(file in expected.posts))).toEqual([]);
  });

  test('has the problems that a reader would see, and no others', async () => {
    problems ??= findProblems();
    const found = await problems;
    expect(found.filter((one) => !expected.possible.includes(one))).toEqual(expected.problems);
  });
});
