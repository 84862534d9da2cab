/** What is published: the files of the package, and what it asks of Node and of other packages. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { builtBin } from '../support/builtBin.ts';
import { oldestNode, satisfies } from '../support/nodeRange.ts';

const project = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(project, path), 'utf8');

/** The files that `npm pack` takes. */
function packedFiles(): string[] {
  const packed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: project,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  const [{ files = [] } = {}] = JSON.parse(packed) as { files?: { path: string }[] }[];
  return files.map(({ path }) => path).sort();
}

const packed = packedFiles();

/** The built files that a module loads, itself included. */
function loadedFrom(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, path = ''] of read(file).matchAll(/\b(?:from|import|URL)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/g)) {
    loadedFrom(posix.join(posix.dirname(file), path), found);
  }
  return found;
}

describe('the package', () => {
  test('has the program, its documents and the sample posts, and nothing else', () => {
    const others = packed.filter(
      (file) => !/^(?:dist\/[\w-]+\.js|docs\/[\w-]+\.(?:md|png)|posts\/.+\.(?:md|png))$/.test(file),
    );
    expect(others).toEqual([
      'CHANGELOG.md',
      'CONTRIBUTING.md',
      'LICENSE',
      'README.md',
      'SECURITY.md',
      'bin/blog.js',
      'blog.config.yaml',
      'package.json',
    ]);
  });

  test('has every built file that is loaded, and no other', () => {
    const loaded = [...loadedFrom('bin/blog.js')].sort();
    expect(loaded.length).toBeGreaterThan(20);
    expect(packed.filter((file) => /^(?:bin|dist)\//.test(file))).toEqual(loaded);
  });

  test('has what its documents link to', () => {
    const documents = packed.filter((file) => /^(?:[A-Z]+|docs\/[\w-]+)\.md$/.test(file));
    const missing = documents.flatMap((file) =>
      [...read(file).matchAll(/\]\((?![a-z]+:|#)([^)\s#]+)/g)]
        .map(([, link = '']) => posix.join(posix.dirname(file), link))
        .filter((path) => existsSync(join(project, path)) && !packed.includes(path))
        .map((path) => `${file}: ${path}`),
    );
    expect(missing).toEqual([]);
  });

  test('asks for nothing but Node 20.19, and runs nothing, when it is installed', () => {
    const { scripts, engines, bin } = JSON.parse(read('package.json')) as {
      scripts: Record<string, string>;
      engines: { node: string };
      bin: Record<string, string>;
    };
    // npm runs `prepare` in a clone only.
    expect(Object.keys(scripts).filter((name) => /install$/.test(name))).toEqual([]);
    expect({ engines, bin }).toEqual({ engines: { node: `>=${oldestNode}` }, bin: { blog: 'bin/blog.js' } });
    expect(read('README.md')).toContain(`Node.js ${oldestNode} or newer`);
  });
});

describe('a Node that is too old', () => {
  const asNode = (version: string): string =>
    `data:text/javascript,Object.defineProperty(process, "versions", { value: { ...process.versions, node: "${version}" } })`;

  test.each(['10.24.1', '12.22.12', '18.20.8', '20.0.0', '20.18.3'])('%s is told so', (version) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', asNode(version), builtBin, 'list'], {
      encoding: 'utf8',
    });
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr: `blog: Node.js ${version} is too old; install 20.19 or newer from https://nodejs.org\n`,
    });
  });

  test.each(['20.19.0', '21.0.0', '22.0.0', '26.1.0'])('%s is not', (version) => {
    const { status } = spawnSync(process.execPath, ['--import', asNode(version), builtBin, '--version']);
    expect(status).toBe(0);
  });

  test('can read the launcher: it is no module to Node 10, which knows neither its imports nor newer operators', () => {
    const code = read('bin/blog.js').replace(/^\s*\/\/.*$/gm, '');
    expect(code).not.toMatch(/^import\b|^export\b|\bawait\b|\?\.|\?\?|\|\|=|&&=/m);
  });
});

test('no package asks for a newer Node', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { engines?: { node?: string } }>;
  };
  const newer = Object.entries(packages).filter(
    ([, { engines }]) => !satisfies(`${oldestNode}.0`, engines?.node ?? '*'),
  );
  expect(newer.map(([path, { engines }]) => `${path}: ${engines?.node}`)).toEqual([]);
});

test.each([
  ['20.19.0', '>=20.19', true],
  ['20.19.0', '^22.22.2 || ^24.15.0 || >=26.0.0', false],
  ['20.19.0', '^18.14.0 || ^20.0.0 || ^22.0.0', true],
  ['20.19.0', '>=16 || 14 >=14.18', true],
  ['20.19.0', '6.* || 8.* || >= 10.*', true],
  ['20.19.0', '>=v12.22.7', true],
  ['20.19.0', '18 || 20 || >=22', true],
  ['20.19.0', '>=22.12.0 || 18', false],
  ['20.19.0', '^20.20.0', false],
  ['20.19.0', '', true],
])('Node %s, asked for %j: %s', (version, range, expected) => {
  expect(satisfies(version, range)).toBe(expected);
});
