/** What comes along with an installation: licences, install scripts, and a reason for every package. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { type Locked, shippedPaths } from '../support/shippedPackages.ts';

const project = resolve(import.meta.dirname, '../..');

const readJson = <T>(path: string): T => JSON.parse(readFileSync(join(project, path), 'utf8')) as T;
const { packages } = readJson<{ packages: Record<string, Locked> }>('package-lock.json');
const locked = Object.entries(packages).filter(([path]) => path !== '');
const { dependencies, devDependencies, allowScripts } = readJson<{
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
}>('package.json');

/** Licences that ask for no more than their own text, what two packages of data are under, and one that asks for our changes to it. */
const allowed = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'Python-2.0'];
const allowedForTests = [...allowed, 'CC-BY-4.0', 'CC0-1.0', 'MPL-2.0'];

/** The packages that somebody gets who installs `blog`. */
const paths = new Set(shippedPaths(packages));
const shipped = locked.filter(([path]) => paths.has(path));

test('every licence asks for no more than that its text goes along', () => {
  const odd = locked.flatMap(([path, { license }]) => {
    const installed = join(project, path, 'package.json');
    // What an optional package of another system says stands in the lock file alone.
    const said = (existsSync(installed) && readJson<Locked>(`${path}/package.json`).license) || license || 'none';
    const list = shipped.some(([name]) => name === path) ? allowed : allowedForTests;
    const choices = said.replace(/[()]/g, '').split(' OR ');
    return choices.some((one) => list.includes(one)) ? [] : [`${path}: ${said}`];
  });
  expect(locked.length).toBeGreaterThan(100);
  expect(odd).toEqual([]);
});

test('nothing that is shipped runs anything when it is installed', () => {
  expect(shipped.length).toBeGreaterThan(20);
  expect(shipped.filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([]);
});

test('the lock file names no place that packages are fetched from but the registry’s own default', () => {
  expect(readFileSync(join(project, 'package-lock.json'), 'utf8')).not.toMatch(
    /"resolved": "(?!https:\/\/registry\.npmjs\.org\/)/,
  );
});

test('what tests need may not run anything either, and npm 12, which asks about each, is told so', () => {
  const withScript = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
  expect(withScript.map((path) => path.replace(/^.*node_modules\//, '')).sort()).toEqual(Object.keys(allowScripts));
  expect(Object.values(allowScripts)).not.toContain(true);
});

test('npm checks every package against the SHA-512 in the lock file', () => {
  const unchecked = locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'));
  expect(unchecked.map(([path]) => path)).toEqual([]);
});

test('every package has its line in docs/decisions.md, and is used', () => {
  const guide = readFileSync(join(project, 'docs/decisions.md'), 'utf8');
  const rows = guide
    .slice(guide.indexOf('## The packages'))
    .split('\n')
    .filter((line) => line.startsWith('| '));
  const reasons = rows.map((row) => row.split('|')[1] ?? '').join(' ');
  const sources = readdirSync(join(project, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(project, 'src', file), 'utf8'))
    .join('\n');
  const missing = Object.keys(dependencies).filter(
    (name) => !new RegExp(`(?:^|[ ,])${name}(?:[ ,]|$)`).test(reasons) || !new RegExp(`'${name}['/]`).test(sources),
  );
  expect(missing).toEqual([]);
  expect(Object.keys(devDependencies).filter((name) => !guide.includes(name))).toEqual([]);
});
