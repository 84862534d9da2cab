/** `npm run bench`: how fast the built `blog` is, each command against a baseline on the same machine. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { listComparisons } from './comparisons.js';
import { prepareCorpus } from './corpus.js';
import { measureGrowth } from './growth.js';
import { CommandFailure, measurePeak, timePair, verifyCommand } from './measure.js';
import { formatMachine, formatTable } from './table.js';

/** @typedef {import('./comparisons.js').Comparison} Comparison */
/** @typedef {{command: string, against: string, posts: number, runs: number, peakMiB: number} & import('./measure.js').Times} Result */

const help = `npm run bench -- [options]
  --quick       100 and 1,000 posts only, five runs
  --posts N     a corpus of N posts (may be given more than once; default 100, 1000, 10000)
  --runs N      runs of each command in a pair (default 20; 10 for 10,000 posts, 3 for 100,000)
  --only TEXT   only rows with TEXT in “command posts against”, such as “list 1000 hugo”
  --json        the results as JSON
  --growth      how the work grows with each thing a blog can have many of, and exit 1 where it grows too fast
BLOG_BIN names another program to measure than bin/blog.js. Corpora stay in ${join(tmpdir(), 'blog-bench')}.
`;

/** Options that make no sense. */
class UsageError extends Error {}

/**
 * Runs the benchmark: progress on stderr, results on stdout.
 * @param {string[]} args
 */
function main(args) {
  const options = readOptions(args);
  if (options.help) return void process.stdout.write(help);
  if (options.growth) return printGrowth(options.only);
  const machine = describeMachine();
  const scratch = mkdtempSync(join(tmpdir(), 'blog-bench-out-'));
  try {
    const comparisons = listComparisons(options.sizes, scratch)
      .filter(({ hugo }) => !hugo || machine.hugo)
      .filter(({ ours, posts, baseline }) => `${ours} ${posts} ${baseline}`.includes(options.only));
    if (comparisons.length === 0) throw new UsageError(`no row has “${options.only}” in it`);
    const results = measureAll(comparisons, options);
    process.stdout.write(
      options.json
        ? `${JSON.stringify({ machine, results }, null, 2)}\n`
        : `${formatMachine(machine)}\n${formatTable(results)}`,
    );
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * Prints how the work grows, in dimensions and commands that have `only` in “dimension command”.
 * @param {string} only
 */
function printGrowth(only) {
  const steep = measureGrowth(only, (row) => void process.stdout.write(row));
  if (steep.length > 0) process.exitCode = 1;
}

/** @param {string[]} args */
function readOptions(args) {
  const values = parseValues(args);
  const { quick, only, json, growth, help } = values;
  const sizes = values.posts?.map((text) => readCount('--posts', text)) ?? (quick ? [100, 1000] : [100, 1000, 10_000]);
  const runs = values.runs === undefined ? (quick ? 5 : undefined) : readCount('--runs', values.runs);
  return { sizes, runs, only, json, growth, help };
}

/** @param {string[]} args */
function parseValues(args) {
  try {
    return parseArgs({
      args,
      options: {
        quick: { type: 'boolean', default: false },
        posts: { type: 'string', multiple: true },
        runs: { type: 'string' },
        only: { type: 'string', default: '' },
        json: { type: 'boolean', default: false },
        growth: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/**
 * @param {string} name
 * @param {string} text
 */
function readCount(name, text) {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new UsageError(`${name} wants a whole number from 1, not “${text}”`);
  return Number(text);
}

/** What one has to know of the machine to compare results. `hugo` is null where it is missing. */
function describeMachine() {
  const hugo = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  return {
    node: process.version,
    system: `${process.platform} ${process.arch}`,
    processor: `${cpus()[0]?.model ?? 'unknown'}, ${availableParallelism()} cores`,
    hugo: hugo.status === 0 ? (/v\d[^ ]*/.exec(hugo.stdout)?.[0] ?? 'unknown version') : null,
  };
}

/**
 * @param {readonly Comparison[]} comparisons
 * @param {{runs: number | undefined}} options
 * @returns {Result[]}
 */
function measureAll(comparisons, options) {
  /** @type {Map<string, number>} */
  const peaks = new Map();
  return comparisons.map(({ ours: command, baseline: against, posts, composeCommands }) => {
    const runs = options.runs ?? chooseRuns(posts);
    process.stderr.write(`${command}, ${posts} posts, against ${against}\n`);
    const { ours, baseline } = composeCommands(prepareCorpus(posts));
    verifyCommand(ours);
    verifyCommand(baseline);
    const times = timePair(ours, baseline, runs);
    const peakMiB = peaks.get(`${command} ${posts}`) ?? measurePeak(ours);
    peaks.set(`${command} ${posts}`, peakMiB);
    return { command, against, posts, runs, ...times, peakMiB };
  });
}

/** @param {number} posts */
function chooseRuns(posts) {
  if (posts < 10_000) return 20;
  return posts < 100_000 ? 10 : 3;
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof CommandFailure || error instanceof UsageError)) throw error;
  process.stderr.write(`bench: ${error.message}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
