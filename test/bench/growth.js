/**
 * `npm run bench -- --growth`: how the work of each command grows with what a blog has many of. Prints for each the
 * exponent, which is 1 where twice as many take twice the time, and 2 where they take four times as much.
 */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { blogFile } from './commands.js';
import { dimensions } from './dimensions.js';
import { CommandFailure } from './measure.js';

/** @typedef {import('./dimensions.js').Dimension} Dimension */
/** @typedef {{dimension: string, command: string, n: number, work: number, exponent: number}} Growth */

const siteUrl = ['--site-url', 'https://blog.example.org'];

/** @type {Readonly<Record<string, readonly string[]>>} */
const commands = {
  list: ['list', '--format', 'json'],
  validate: ['validate', '--format', 'json'],
  feed: ['feed', ...siteUrl, '--limit', '0', '--skip-invalid'],
  show: ['show', 'a', '--json'],
  merge: ['categories', 'merge', 'name 1', 'b', '--dry-run'],
  publish: ['publish', 'posts/a.md', '--keep-date'],
};

const usual = [100, 1000, 10_000];
/** Less work than this (ms) is noise, and where it is all there is, nothing grows. */
const noise = 60;
/** Work (ms) from which an exponent can be told from that of half as much. */
const clear = 400;
const steepest = 1.2;
const patience = 60_000;

/**
 * Measures what has `only` in “dimension command”, prints a row each, and returns those that grow too fast.
 * @param {string} only
 * @param {(row: string) => void} print
 * @returns {Growth[]}
 */
export function measureGrowth(only, print) {
  const base = mkdtempSync(join(tmpdir(), 'blog-bench-growth-'));
  try {
    /** @type {Map<string, number>} */
    const starts = new Map();
    /** @type {Growth[]} */
    const all = [];
    for (const dimension of dimensions) {
      for (const [command, args] of Object.entries(commands)) {
        if (!`${dimension.name} ${command}`.includes(only)) continue;
        const start = starts.get(command) ?? measure(join(base, 'one'), one, 1, args, 0);
        starts.set(command, start);
        const growth = follow(join(base, 'many'), dimension, command, args, start);
        print(formatGrowth(growth));
        all.push(growth);
      }
    }
    return all.filter(({ exponent }) => exponent > steepest);
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

/** @type {Dimension} */
const one = { name: 'one post', make: () => [['posts/a.md', '---\ntitle: A\ndate: 2018-07-05\n---\nText.\n']] };

/**
 * Goes on to larger sizes until there is enough work to tell.
 * @param {string} folder
 * @param {Dimension} dimension
 * @param {string} command
 * @param {readonly string[]} args
 * @param {number} start what one post takes
 * @returns {Growth}
 */
function follow(folder, dimension, command, args, start) {
  const most = dimension.most ?? 10_000;
  let before = { n: 1, work: 0 };
  let last = before;
  for (const n of sizesUpTo(most)) {
    before = last;
    last = { n, work: measure(folder, dimension, n, args, start) };
    if (last.work > clear && before.work > noise) break;
  }
  // Between nothing and something there is no slope.
  if (before.work < noise && last.work > noise) {
    const n = Math.ceil(last.n / 2);
    before = { n, work: measure(folder, dimension, n, args, start) };
  }
  const [few, many] = [Math.max(before.work, noise / 2), last.work];
  const exponent = many < noise ? 0 : Math.log(many / few) / Math.log(last.n / before.n);
  return { dimension: dimension.name, command, ...last, exponent };
}

/** @param {number} most */
function sizesUpTo(most) {
  const sizes = usual.filter((n) => n <= most / 4);
  for (let n = 40_000; n <= most / 4; n *= 4) sizes.push(n);
  return [...sizes, most];
}

/**
 * The milliseconds that the processor works for a command, beyond `start`.
 * @param {string} folder
 * @param {Dimension} dimension
 * @param {number} n
 * @param {readonly string[]} args
 * @param {number} start
 */
function measure(folder, dimension, n, args, start) {
  const size = join(folder, 'size');
  const wanted = `${dimension.name} ${n}`;
  if (readIfThere(size) !== wanted || args[0] === 'publish') {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(join(folder, 'posts'), { recursive: true });
    for (const [path, text] of dimension.make(n)) writeFileSync(join(folder, path), text);
    writeFileSync(size, wanted);
  }
  const times = [run(folder, args)];
  // What others do at the same time shows most in what is short.
  if ((times[0] ?? 0) < 2 * clear) times.push(run(folder, args));
  return Math.max(0, Math.min(...times) - start);
}

/** @param {string} file */
function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * @param {string} cwd
 * @param {readonly string[]} args
 */
function run(cwd, args) {
  const file = join(dirname(cwd), 'cost');
  rmSync(file, { force: true });
  const meter = new URL('cost.js', import.meta.url).href;
  const child = spawnSync(process.execPath, ['--import', meter, blogFile, ...args], {
    cwd,
    env: { ...process.env, BLOG_BENCH_COST: file },
    stdio: 'ignore',
    timeout: patience,
  });
  const cost = readIfThere(file);
  if (cost !== undefined && child.status !== null && child.status <= 2) return Number(cost);
  if (child.error && 'code' in child.error && child.error.code === 'ETIMEDOUT') return patience;
  throw new CommandFailure(`${args.join(' ')} ended with ${child.signal ?? `exit status ${child.status}`}`);
}

/** @param {Growth} growth */
function formatGrowth({ dimension, command, n, work, exponent }) {
  const cells = [
    dimension.padEnd(44),
    command.padEnd(9),
    n.toLocaleString('en').padStart(10),
    `${Math.round(work)} ms`.padStart(9),
    (exponent === 0 ? '–' : exponent.toFixed(2)).padStart(6),
  ];
  return `${cells.join(' ')}${exponent > steepest ? '  too steep' : ''}\n`;
}
