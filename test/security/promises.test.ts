/** What SECURITY.md promises of the process: where it reads and writes, that it runs nothing and reaches no network. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { commandRegistry } from '../../src/commands/registry.ts';
import { runConfined } from '../support/confined.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { wxr } from '../support/wxr.ts';

const post = (title: string, ...lines: string[]): string =>
  `---\ntitle: ${title}\ndate: 2018-07-05\n${lines.join('\n')}\n---\n\nText with a [link](https://example.org/page) and ![a table](table.png).\n`;

function site(): string {
  return tempFolder({
    'blog.config.yaml':
      'site_url: https://blog.example.org\nfeed: { hub: https://hub.example.org }\ntemplates: posts/_templates\nstatic: public\n',
    'export.xml': wxr(['<item><title>&x;</title><wp:post_id>1</wp:post_id><wp:status>publish</wp:status></item>']),
    'public/logo.png': '',
    'posts/table.png': 'x',
    'posts/a.md': post('A', 'categories: Tea', 'tags: [milk]', 'image: https://example.org/a.jpg', 'status: draft'),
    'posts/b.md': post('B', 'categories: [Tea, Cake]', 'comments: https://example.org/comments'),
    'posts/_templates/minutes.md': '---\ntags: [minutes]\n---\n\n{{title}} of {{date}}\n',
    'old.xml':
      '<?xml version="1.0"?><!DOCTYPE rss SYSTEM "https://example.org/x.dtd" [<!ENTITY x SYSTEM "/etc/passwd">]><rss version="2.0"><channel><title>T</title><item><title>&x;</title><link>https://blog.example.org/x</link></item></channel></rss>',
  });
}

/** Every command, with all that makes it read or write: its arguments, exit status, and what it says. */
const runs: readonly [args: string[], status: number, input: string][] = [
  [['list', '--why', '--fields', 'title,url,byline'], 0, ''],
  [['list', '--search', 'tea', '--since', '3 weeks ago'], 0, ''],
  [['categories'], 0, ''],
  [['tags'], 0, ''],
  [['authors'], 0, ''],
  [['validate', '--format', 'json'], 0, ''],
  [['validate', '--fix'], 0, ''],
  [['feed', '--limit', '0'], 0, ''],
  [['feed', '-o', 'feed.xml'], 0, ''],
  [['feed', '--all', '-o', 'public'], 0, ''],
  [['feed', '-o', 'old.xml', '--diff'], 1, ''],
  [['build', '-o', 'site'], 0, ''],
  [['new', 'Tea', '--template', 'minutes', '-c', 'Tea', '-a', 'Ada (student)'], 0, ''],
  [['new', 'Cake', '--stdin', '--json'], 0, 'Text.\n'],
  [['publish', 'a'], 0, ''],
  [['unpublish', 'b'], 0, ''],
  [['submit', 'b'], 1, ''],
  [['rename', 'a', 'Afternoon'], 0, ''],
  [['show', 'b'], 0, ''],
  [['edit', 'a'], 2, ''],
  // The server itself: test/serve.
  [['preview', 'nosuch', '--no-open'], 2, ''],
  [['categories', 'merge', 'Cake', 'Tea'], 0, ''],
  [['import', 'wordpress', 'export.xml'], 0, ''],
  [['schema'], 0, ''],
  [['schema', 'config'], 0, ''],
  [['completion', 'bash'], 0, ''],
  [['help', 'list'], 0, ''],
  [['__complete', 'categories', '--word=T', '--', 'list', '-c'], 0, ''],
  [[], 0, ''],
];

describe('with reading and writing confined to its folder, nothing to start and no network', () => {
  test.each(runs)('blog %j', (args, status, input) => {
    const { status: found, stdout, stderr } = runConfined(site(), args, input);
    expect({ found, stdout, stderr }).toEqual({ found: status, stdout, stderr });
    expect(stderr).not.toMatch(/REACHED OUT|ERR_ACCESS_DENIED|unexpected error/);
    expect(stdout).not.toMatch(/root:/);
  });

  test('init, in an empty folder', () => {
    const folder = tempFolder({ '.git/HEAD': '' });
    const args = ['-C', '.', 'init', '--no-input', '--title', 'T', '--site-url', 'https://blog.example.org'];
    const { status, stderr } = runConfined(folder, args);
    expect({ status, stderr }).toEqual({ status: 0, stderr });
  });

  test('no command is forgotten here', () => {
    const tried = new Set(['init', ...runs.map(([[name]]) => name)]);
    expect(commandRegistry.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
  });

  test('the confinement holds: a path outside is refused, and said so', () => {
    const outside = tempFolder();
    const { status, stderr } = runConfined(site(), ['feed', '-o', `${outside}/feed.xml`]);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('feed.xml') });
  });
});

test('every promise of SECURITY.md names a test that is there', () => {
  const text = readFileSync(resolve('SECURITY.md'), 'utf8');
  const named = [...text.matchAll(/`(test\/[\w/.-]+)`/g)].map(([, path = '']) => path);
  expect(named.length).toBeGreaterThan(8);
  for (const path of named) expect(() => readFileSync(resolve(path))).not.toThrow(/ENOENT/);
});
