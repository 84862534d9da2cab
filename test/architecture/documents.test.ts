/** The documents name what exists: files, links, functions, commands, fields and settings. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { run } from '../support/site.ts';

const project = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(project, path), 'utf8');
const documents = [
  ...readdirSync(project).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(project, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
  'test/sessions/README.md',
];

/** The anchors that GitHub gives a document's headings. */
function findAnchors(markdown: string): string[] {
  const headings = [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, text = '']) => text.toLowerCase());
  return headings.map((text) => text.replace(/[^\p{L}\p{N}\s_-]/gu, '').replaceAll(' ', '-'));
}

/** The text of a document's code spans; code blocks left out. */
function findCodeSpans(markdown: string): string[] {
  const prose = markdown.replace(/^```[\s\S]*?^```$/gm, '');
  return [...prose.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}

describe.each(documents)('%s', (document) => {
  const text = read(document);

  test('links to what exists', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/g)];
    const broken = links.filter(([, path = '', anchor]) => {
      const target = path === '' ? document : join(dirname(document), path);
      if (!existsSync(join(project, target))) return true;
      return anchor !== undefined && !findAnchors(read(target)).includes(anchor);
    });
    // A rule's page shows links as examples.
    expect(document === 'docs/rules.md' ? [] : broken.map(([link]) => link)).toEqual([]);
  });

  test('names files that exist', () => {
    const paths = findCodeSpans(text).filter((code) => /^(?:src|test|docs|bin)\/[\w./-]+$/.test(code));
    expect(paths.filter((path) => !existsSync(join(project, path)))).toEqual([]);
  });
});

test('CONTRIBUTING names functions and types that exist', () => {
  const sources = ['src', 'test'].flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => read(join(folder, file))),
  );
  const words = new Set(sources.join('\n').match(/\w+/g));
  const names = findCodeSpans(read('CONTRIBUTING.md')).filter((code) => /^(?:[a-z]+[A-Z]|[A-Z][a-z])\w*$/.test(code));
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name) => !words.has(name))).toEqual([]);
});

test('the README names every command', async () => {
  const { stdout } = await run(project, ['--help']);
  const [, listed = ''] = /^Commands:\n([\s\S]*?)\n\n/m.exec(stdout) ?? [];
  const commands = [...listed.matchAll(/^ {2}([a-z]+)/gm)].map(([, name = '']) => name);
  expect(commands.length).toBeGreaterThan(10);
  const readme = read('README.md');
  expect(commands.filter((name) => !new RegExp(`\`blog ${name}\\b`).test(readme))).toEqual([]);
});

test.each([
  ['front-matter.md', ['schema']],
  ['config.md', ['schema', 'config']],
])('docs/%s has a row for each name of `blog %j`', async (document, args) => {
  const { stdout } = await run(project, args);
  const { properties } = JSON.parse(stdout) as { properties: Record<string, unknown> };
  const rows = read(join('docs', document))
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .join('\n');
  const names = Object.keys(properties);
  expect(names.length).toBeGreaterThan(15);
  expect(names.filter((name) => !new RegExp(`\`${name}[\`.]`).test(rows))).toEqual([]);
});
