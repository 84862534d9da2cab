/** The exit status of every command: 0 only if all that was asked for was done. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { commandRegistry } from '../../src/commands/registry.ts';
import { run, siteOf } from '../support/site.ts';
import { tempFolder } from '../support/tempFolder.ts';

const config = 'title: T\nsite_url: https://blog.example.org\ntimezone: UTC\n';
const posts = {
  '2024-01-02-done.md': ['title: Done', 'date: 2024-01-02', 'authors: [Ada Example]', 'tags: [tea]', 'summary: S.'],
  '2024-01-03-plan.md': ['title: Plan', 'date: 2024-01-03', 'authors: [Ada Example]', 'summary: S.', 'draft: true'],
};
const broken = { 'broken.md': ['title: Broken', 'date: nonsense'] };

/** Folders of several kinds, made anew for each case. */
const folders: Readonly<Record<string, () => string>> = {
  site: () => siteOf(posts, config),
  broken: () => siteOf({ ...posts, ...broken }, config),
  empty: () => tempFolder(),
  inRepository: () => {
    const top = tempFolder({ '.git/HEAD': '', 'sub/.keep': '' });
    return join(top, 'sub');
  },
  workflow: () => tempFolder({ '.github/workflows/feeds.yml': 'name: mine\n', '.gitignore': '/feed.xml\n' }),
  feed: () => {
    const folder = siteOf(posts, config);
    writeFileSync(join(folder, 'old.xml'), '<rss version="2.0"><channel><title>T</title></channel></rss>');
    mkdirSync(join(folder, 'folder'));
    return folder;
  },
};

const table: readonly [status: number, folder: keyof typeof folders, ...args: string[]][] = [
  [0, 'site', 'list'],
  [0, 'site', 'list', '-c', 'Nosuch'],
  [0, 'site', 'list', '--status', 'expired'],
  [1, 'broken', 'list'],
  [1, 'broken', 'list', '-q', '--format', 'count'],
  [2, 'empty', 'list'],
  [2, 'site', 'list', 'words'],
  [2, 'site', 'list', '--fields', 'nosuch'],
  [2, 'site', 'list', '--since', 'nonsense'],
  [2, 'site', '-C', 'nosuch', 'list'],
  [0, 'site', 'categories'],
  [0, 'site', 'tags', '--format', 'json'],
  [1, 'broken', 'authors'],
  [0, 'site', 'tags', 'merge', 'tea', 'coffee'],
  [0, 'site', 'tags', 'merge', 'tea', 'coffee', '--dry-run'],
  [2, 'site', 'tags', 'merge', 'nosuch', 'tea'],
  [2, 'site', 'tags', 'merge', 'tea', 'tea'],
  [2, 'site', 'tags', 'merge', 'tea', ' '],
  [2, 'site', 'categories', 'merge', 'A', 'B'],
  [0, 'site', 'authors', 'merge', 'ada example', 'Ada Sample'],
  [2, 'site', 'authors', 'merge', 'Nobody', 'Ada Sample'],
  // A post that cannot be read may have the name, too.
  [0, 'broken', 'tags', 'merge', 'tea', 'coffee'],
  [0, 'site', 'validate'],
  [1, 'site', 'validate', '--rule', 'summary-missing=error', '--rule', 'id-missing=error'],
  [1, 'broken', 'validate'],
  [0, 'broken', 'validate', 'posts/2024-01-02-done.md'],
  [2, 'site', 'validate', 'posts/nosuch.md'],
  [2, 'site', 'validate', 'blog.config.yaml'],
  [2, 'site', 'validate', '/nosuch'],
  [2, 'site', 'validate', '--dry-run'],
  [2, 'site', 'validate', '--explain', 'nosuch'],
  [2, 'site', 'validate', '--explain', 'title-missing', 'posts'],
  [2, 'site', 'validate', '--list-rules', '--fix'],
  [2, 'site', 'validate', '--list-rules', '--explain', 'title-missing'],
  [0, 'site', 'show', 'plan'],
  [1, 'broken', 'show', 'broken'],
  [2, 'site', 'show', 'nosuch'],
  [2, 'site', 'show', 'pl'],
  [2, 'site', 'show'],
  [0, 'site', 'publish', 'plan'],
  [0, 'site', 'publish', 'done'],
  [1, 'broken', 'publish', 'broken'],
  [2, 'site', 'publish', 'nosuch'],
  [2, 'site', 'publish', 'plan', '--date', 'nonsense'],
  [2, 'site', 'publish'],
  [0, 'site', 'unpublish', 'done'],
  [0, 'site', 'unpublish', 'plan'],
  [2, 'site', 'unpublish', 'nosuch'],
  [2, 'site', 'unpublish'],
  [0, 'site', 'rename', 'done', 'New title'],
  [1, 'broken', 'rename', 'broken', 'New title'],
  [2, 'site', 'rename', 'nosuch', 'New title'],
  [2, 'site', 'rename', 'done', ' '],
  [2, 'site', 'rename', 'done'],
  [2, 'site', 'rename'],
  [2, 'site', 'edit'],
  [2, 'site', 'edit', 'nosuch'],
  [0, 'site', 'new', 'A'],
  [2, 'site', 'new'],
  [2, 'site', 'new', 'A', '--from', 'nosuch'],
  [2, 'site', 'new', 'A', '--slug', '../x'],
  [2, 'site', 'preview', 'nosuch'],
  [2, 'site', 'preview', '--port', '0'],
  [2, 'site', 'preview', '--port', 'x'],
  [2, 'empty', 'preview'],
  [0, 'feed', 'feed', '-o', 'feed.xml'],
  [1, 'broken', 'feed', '-o', 'feed.xml'],
  [1, 'broken', 'feed', '-o', 'feed.xml', '--skip-invalid'],
  [1, 'site', 'submit', 'done'],
  [2, 'site', 'submit', 'nosuch'],
  [2, 'site', 'submit'],
  [1, 'feed', 'feed', '-o', 'new.xml', '--check'],
  [2, 'feed', 'feed', '-o', 'folder'],
  [2, 'feed', 'feed', '-o', ''],
  [2, 'feed', 'feed', '--all'],
  [2, 'empty', 'feed'],
  [0, 'site', 'build', '-o', 'public'],
  [1, 'site', 'build', '-o', 'public', '--check'],
  [0, 'site', 'build', '-o', 'public', '--diff'],
  [1, 'site', 'build', '-o', '.'],
  [1, 'broken', 'build', '-o', 'public'],
  [1, 'broken', 'build', '-o', 'public', '--skip-invalid'],
  [1, 'feed', 'build', '-o', 'posts'],
  [2, 'site', 'build'],
  [2, 'site', 'build', '-o', 'blog.config.yaml'],
  [2, 'empty', 'build', '-o', 'public'],
  [2, 'site', 'import', 'wordpress', 'nosuch.xml'],
  [2, 'site', 'import', 'wordpress', 'blog.config.yaml'],
  [2, 'site', 'import', 'wordpress'],
  [2, 'site', 'import', 'nosuch', 'a.xml'],
  [0, 'empty', 'init'],
  [0, 'empty', 'init', '--dry-run'],
  [1, 'site', 'init'],
  [2, 'empty', 'init', '--timezone', 'UK'],
  [2, 'empty', 'init', '--feeds'],
  [2, 'empty', 'init', '--hook'],
  [0, 'inRepository', 'init'],
  [1, 'inRepository', 'init', '--ci'],
  [1, 'inRepository', 'init', '--feeds', '--site-url', 'https://a.example'],
  [1, 'workflow', 'init', '--feeds', '--site-url', 'https://a.example'],
  [0, 'workflow', 'init', '--ignore-feed'],
  [0, 'site', 'schema'],
  [2, 'site', 'schema', 'nosuch'],
  [0, 'site', 'completion', 'bash'],
  [2, 'site', 'completion', 'tcsh'],
  [2, 'site', 'completion'],
  [0, 'site', 'help'],
  [0, 'site', 'help', 'list'],
  [2, 'site', 'help', 'nosuch'],
  [0, 'site'],
  [2, 'site', 'nosuch'],
  [2, 'site', 'nosuch', '--help'],
  [2, 'site', '--nosuch'],
];

test.each(table)('%d: in %s, blog %s %s %s', async (status, folder, ...args) => {
  const result = await run(folders[folder]?.() ?? '', args);
  expect({ args, status: result.status, ...(result.status !== status && result) }).toEqual({ args, status });
  // A status that is not 0 is explained.
  if (status !== 0) expect(result.stdout + result.stderr).not.toBe('');
});

describe('the table', () => {
  test.each(commandRegistry.filter(({ hidden }) => !hidden).map(({ name }) => name))('has a failure of %s', (name) => {
    if (['help', 'schema', 'completion'].includes(name)) return;
    expect(table.some(([status, , ...args]) => status !== 0 && args.includes(name))).toBe(true);
  });
});
