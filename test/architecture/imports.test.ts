/** Imports go one way, between folders and between files: no folder imports from a later one, and there are no cycles. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, resolve, sep } from 'node:path';
import { expect, test } from '@jest/globals';

const src = resolve(import.meta.dirname, '../../src');

/** Each folder may import from those in the lines above, and from itself, but not from others in its own line. */
const order = [
  // The table of rules is data: whatever reads a post reports problems by rule.
  ['checks/rules/'],
  ['diagnostic.ts', 'errors.ts', 'shellWord.ts', 'version.ts'],
  ['post/text.ts', 'post/url.ts', 'post/nearest.ts', 'post/relativePath.ts', 'post/entities.ts', 'post/imageType.ts'],
  // The table of elements is data, too.
  ['post/markdown/safeHtml.ts'],
  ['post/htmlAsText.ts'],
  ['post/invisible.ts', 'post/lookalikes.ts', 'post/faults/conflicts.ts', 'post/headingIds.ts'],
  ['post/frontmatter/mapping.ts', 'post/frontmatter/yamlText.ts'],
  // Hints about YAML know the names of fields, too.
  ['post/fields/'],
  ['post/frontmatter/', 'post/markdown/'],
  ['post/faults/misspelt.ts', 'post/faults/escapes.ts', 'post/faults/unrecognised.ts'],
  ['post/identity.ts', 'post/faults/missing.ts'],
  ['post/post.ts'],
  ['post/pageText.ts'],
  ['post/edit/'],
  ['post/draft/'],
  ['blog/'],
  ['checks/', 'feed/', 'import/'],
  ['site/'],
  ['files/', 'report/'],
  ['shell.ts'],
  ['serve/'],
  ['commands/'],
  ['program.ts'],
  ['main.ts'],
];

/** What pure folders never import, except as types: what they need to know about the disk is passed in as data. */
const impure = /^(?:node:)?(?:fs|fs\/promises|process|child_process|os|net|http|https)$|shell\.ts$/;
const pure = /^(?:post|blog|checks|feed|import|site|report)\//;

interface Import {
  from: string;
  to: string;
  isType: boolean;
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll(sep, '/'))
  .filter((file) => file.endsWith('.ts'));

const allImports = files.flatMap((from): Import[] => {
  const text = readFileSync(join(src, from), 'utf8');
  const found = text.matchAll(
    /^(?:import|export) (type )?[^'";]*?from '([^']+)'|^import '([^']+)'|import\('([^']+)'\)/gm,
  );
  return [...found].map(([, type, ...names]) => {
    const name = names.find((one) => one !== undefined) ?? '';
    return {
      from,
      to: name.startsWith('.') ? posix.join(posix.dirname(from), name) : name,
      isType: type !== undefined,
    };
  });
});

const positionOf = (file: string): [line: number, folder: string] => {
  const line = order.findIndex((folders) => folders.some((folder) => file.startsWith(folder)));
  return [line, order[line]?.find((folder) => file.startsWith(folder)) ?? ''];
};

/** Imports from a later folder, or from another one in the same line. */
function findWrongWay(imports: readonly Import[]): Import[] {
  return imports.filter(({ from, to }) => {
    const [[line, folder], [otherLine, otherFolder]] = [positionOf(from), positionOf(to)];
    return otherLine !== -1 && folder !== otherFolder && otherLine >= line;
  });
}

/** The paths along which a file imports itself. */
function findCycles(imports: readonly Import[]): string[] {
  const cycles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (path.includes(file) || done.has(file)) return;
    for (const { from, to } of imports) if (from === file) visit(to, [...path, file]);
    done.add(file);
  };
  for (const { from } of imports) visit(from, []);
  return cycles;
}

const format = (imports: readonly Import[]): string[] => imports.map(({ from, to }) => `${from} imports ${to}`);

test('every file has its line, and imports are found', () => {
  expect(files.filter((file) => positionOf(file)[0] === -1)).toEqual([]);
  expect(allImports.length).toBeGreaterThan(files.length);
});

test('imports go one way between folders', () => {
  expect(format(findWrongWay(allImports))).toEqual([]);
  const wrong = { from: 'post/post.ts', to: 'blog/url.ts', isType: true };
  expect(findWrongWay([...allImports, wrong])).toEqual([wrong]);
});

test('pure folders use neither the disk nor the process', () => {
  expect(format(allImports.filter(({ from, to, isType }) => pure.test(from) && !isType && impure.test(to)))).toEqual(
    [],
  );
});

test('no file imports itself through others, not even as a type', () => {
  expect(findCycles(allImports)).toEqual([]);
  const back = { from: 'post/text.ts', to: 'post/post.ts', isType: true };
  expect(findCycles([...allImports, back])).not.toEqual([]);
});

test('no folder has more than sixteen files, no file more than 200 lines', () => {
  const folders = files.map((file) => posix.dirname(file));
  expect(folders.filter((folder) => folders.filter((other) => other === folder).length > 16)).toEqual([]);
  const lines = (file: string): number => readFileSync(join(src, file), 'utf8').split('\n').length - 1;
  expect(files.filter((file) => lines(file) > 200)).toEqual([]);
});
