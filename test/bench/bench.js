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
import { measurePreview } from './preview.js';
import { formatMachine, formatTable } from './table.js';

/** @typedef {import('./comparisons.js').Comparison} Comparison */
/** @typedef {{version: string, program: string}} Node */
/** @typedef {{node: string, command: string, against: string, posts: number, runs: number, peakMiB: number} & import('./measure.js').Times} Result */

const help = `npm run bench -- [options]
  --quick       100 and 1,000 posts only, five runs
  --posts N     a corpus of N posts (may be given more than once; default 100, 1000, 10000)
  --runs N      runs of each command in a pair (default 20; 10 for 10,000 posts, 3 for 100,000)
  --node NODE   also with this Node: a program, or a version that npm has, such as 24 (may be given more than once)
  --only TEXT   only rows with TEXT in “command posts against”, such as “list 1000 hugo”
  --json        the results as JSON
  --preview     how fast a preview starts, and how soon a save is on the screen (needs Chromium)
  --growth      how the work grows with each thing a blog can have many of, and exit 1 where it grows too fast
BLOG_BIN names another program to measure than bin/blog.js. Corpora stay in ${join(tmpdir(), 'blog-bench')}.
`;

/** Options that make no sense. */
class UsageError extends Error {}

/**
 * Runs the benchmark: progress on stderr, results on stdout.
 * @param {string[]} args
 */
async function main(args) {
  const options = readOptions(args);
  if (options.help) return void process.stdout.write(help);
  if (options.growth) return printGrowth(options.only);
  if (options.preview) {
    return measurePreview(options.sizes, options.runs ?? 20, (line) => void process.stdout.write(`${line}\n`));
  }
  const nodes = [{ version: process.version, program: process.execPath }, ...options.nodes.map(findNode)];
  const machine = describeMachine(nodes);
  const scratch = mkdtempSync(join(tmpdir(), 'blog-bench-out-'));
  try {
    const comparisons = listComparisons(options.sizes, scratch)
      .filter(({ hugo }) => !hugo || machine.hugo)
      .filter(({ ours, posts, baseline }) => `${ours} ${posts} ${baseline}`.includes(options.only));
    if (comparisons.length === 0) throw new UsageError(`no row has “${options.only}” in it`);
    const results = nodes.flatMap((node) => measureAll(comparisons, node, options));
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
  const { quick, only, json, growth, preview, help } = values;
  const sizes = values.posts?.map((text) => readCount('--posts', text)) ?? (quick ? [100, 1000] : [100, 1000, 10_000]);
  const runs = values.runs === undefined ? (quick ? 5 : undefined) : readCount('--runs', values.runs);
  return { sizes, runs, nodes: values.node ?? [], only, json, growth, preview, help };
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
        node: { type: 'string', multiple: true },
        only: { type: 'string', default: '' },
        json: { type: 'boolean', default: false },
        growth: { type: 'boolean', default: false },
        preview: { type: 'boolean', default: false },
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

/**
 * The program itself: through npm it would take a second longer to start.
 * @param {string} name
 * @returns {Node}
 */
function findNode(name) {
  const ask = ['-p', 'process.version + " " + process.execPath'];
  const [program = '', ...args] = /^\d[\d.]*$/.test(name)
    ? ['npm', 'exec', '--yes', `--package=node@${name}`, '--', 'node', ...ask]
    : [name, ...ask];
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' });
  const found = status === 0 && /^(v\S+) (.+)$/m.exec(stdout);
  if (!found) throw new UsageError(`no Node could be run for --node “${name}”`);
  const [, version = '', path = ''] = found;
  return { version, program: path };
}

/**
 * What one has to know of the machine to compare results. `hugo` is null where it is missing.
 * @param {readonly Node[]} nodes
 */
function describeMachine(nodes) {
  const hugo = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  return {
    node: nodes.map(({ version }) => version).join(', '),
    system: `${process.platform} ${process.arch}`,
    processor: `${cpus()[0]?.model ?? 'unknown'}, ${availableParallelism()} cores`,
    hugo: hugo.status === 0 ? (/v\d[^ ]*/.exec(hugo.stdout)?.[0] ?? 'unknown version') : null,
  };
}

/**
 * @param {readonly Comparison[]} comparisons
 * @param {Node} node
 * @param {{runs: number | undefined}} options
 * @returns {Result[]}
 */
function measureAll(comparisons, { version: node, program }, options) {
  /** @type {Map<string, number>} */
  const peaks = new Map();
  return comparisons.map(({ ours: command, baseline: against, posts, composeCommands }) => {
    const runs = options.runs ?? chooseRuns(posts);
    process.stderr.write(`${node}: ${command}, ${posts} posts, against ${against}\n`);
    const { ours, baseline } = composeCommands({ ...prepareCorpus(posts), node: program });
    verifyCommand(ours);
    verifyCommand(baseline);
    const times = timePair(ours, baseline, runs);
    const peakMiB = peaks.get(`${command} ${posts}`) ?? measurePeak(ours);
    peaks.set(`${command} ${posts}`, peakMiB);
    return { node, command, against, posts, runs, ...times, peakMiB };
  });
}

/** @param {number} posts */
function chooseRuns(posts) {
  if (posts < 10_000) return 20;
  return posts < 100_000 ? 10 : 3;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof CommandFailure || error instanceof UsageError)) throw error;
  process.stderr.write(`bench: ${error.message}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
