/** Imports go one way, from room to room and from file to file: no room knows of one above it, and there are no cycles. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, resolve, sep } from 'node:path';
import { expect, test } from '@jest/globals';

const src = resolve(import.meta.dirname, '../../src');

/** Each line may import what stands in the lines above it, and in its own room; rooms of one line do not know each other. */
const order = [
  // The table of rules is data: whatever reads a post reports problems by rule.
  ['checks/rules/'],
  ['diagnostic.ts', 'errors.ts', 'version.ts'],
  ['post/text.ts', 'post/url.ts', 'post/nearest.ts', 'post/relativePath.ts'],
  ['post/frontmatter/mapping.ts', 'post/frontmatter/yamlText.ts'],
  // Hints about YAML know the names of fields, too.
  ['post/fields/'],
  ['post/frontmatter/', 'post/markdown/'],
  ['post/misspelt.ts'],
  ['post/post.ts'],
  ['post/edit/'],
  ['post/draft/'],
  ['blog/'],
  ['checks/', 'feed/'],
  ['files/', 'report/'],
  ['shell.ts'],
  ['commands/'],
  ['program.ts'],
  ['main.ts'],
];

/** What the rooms that are pure never import, types aside: what they must know of the disk is handed in as data. */
const impure = /^(?:node:)?(?:fs|fs\/promises|process|child_process|os|net|http|https)$|shell\.ts$/;
const pure = /^(?:post|blog|checks|feed|report)\//;

interface Import {
  from: string;
  to: string;
  isType: boolean;
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll(sep, '/'))
  .filter((file) => file.endsWith('.ts'));

const imports = files.flatMap((from): Import[] => {
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

const placeOf = (file: string): [line: number, room: string] => {
  const line = order.findIndex((rooms) => rooms.some((room) => file.startsWith(room)));
  return [line, order[line]?.find((room) => file.startsWith(room)) ?? ''];
};

/** Imports of a room from one above it, or beside it. */
function findUpward(some: readonly Import[]): Import[] {
  return some.filter(({ from, to }) => {
    const [[line, room], [other, otherRoom]] = [placeOf(from), placeOf(to)];
    return other !== -1 && room !== otherRoom && other >= line;
  });
}

/** The ways on which a file imports itself. */
function findCycles(some: readonly Import[]): string[] {
  const cycles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) cycles.push([...way.slice(way.indexOf(file)), file].join(' → '));
    if (way.includes(file) || done.has(file)) return;
    for (const { from, to } of some) if (from === file) visit(to, [...way, file]);
    done.add(file);
  };
  for (const { from } of some) visit(from, []);
  return cycles;
}

const shown = (wrong: readonly Import[]): string[] => wrong.map(({ from, to }) => `${from} imports ${to}`);

test('every file has its room, and imports are found', () => {
  expect(files.filter((file) => placeOf(file)[0] === -1)).toEqual([]);
  expect(imports.length).toBeGreaterThan(files.length);
});

test('no room imports from one above it, or beside it', () => {
  expect(shown(findUpward(imports))).toEqual([]);
  const wrong = { from: 'post/post.ts', to: 'blog/url.ts', isType: true };
  expect(findUpward([...imports, wrong])).toEqual([wrong]);
});

test('pure rooms ask neither the disk nor the process', () => {
  expect(shown(imports.filter(({ from, to, isType }) => pure.test(from) && !isType && impure.test(to)))).toEqual([]);
});

test('no file imports itself by way of others, be it by a type', () => {
  expect(findCycles(imports)).toEqual([]);
  const back = { from: 'post/text.ts', to: 'post/post.ts', isType: true };
  expect(findCycles([...imports, back])).not.toEqual([]);
});

test('no folder has more than sixteen files, no file more than 200 lines', () => {
  const folders = files.map((file) => posix.dirname(file));
  expect(folders.filter((folder) => folders.filter((other) => other === folder).length > 16)).toEqual([]);
  const lines = (file: string): number => readFileSync(join(src, file), 'utf8').split('\n').length - 1;
  expect(files.filter((file) => lines(file) > 200)).toEqual([]);
});
