/** The fast tests in a few parts, each of which loads the program once: loading it for each file took half the time of all. */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import config from '../../jest.config.js';

const project = resolve(import.meta.dirname, '../..');

/** How many parts there are: the files of `test/together`. */
const parts = readdirSync(join(project, 'test/together')).length;

/** The files that `npm test` runs, neighbours together. */
function fastFiles() {
  const slow = config.testPathIgnorePatterns.map((pattern) => new RegExp(pattern.replace('<rootDir>', '')));
  return readdirSync(join(project, 'test'), { recursive: true })
    .map((path) => `/test/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.test.ts') && !slow.some((pattern) => pattern.test(path)))
    .sort();
}

/** Declares the tests of a part, counted from 1. */
export async function declarePart(part) {
  const files = fastFiles();
  const [from, to] = [part - 1, part].map((at) => Math.round((at * files.length) / parts));
  for (const file of files.slice(from, to)) await import(join(project, file));
}
