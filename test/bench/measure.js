/** Runs commands, times them in pairs and reads their peak memory. A command that fails is never timed. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

/**
 * @typedef {object} Command
 * @property {string} name as the table shows it
 * @property {string} program
 * @property {readonly string[]} args
 * @property {string} [cwd]
 * @property {() => void} [prepare] what has to be done before each run, untimed
 * @property {(output: {stdout: string, stderr: string}) => number | undefined} [countPosts] how many posts a run dealt with
 * @property {number} [posts] how many posts it has to deal with
 */

/**
 * @typedef {object} Times
 * @property {number} ours median, ms
 * @property {number} baseline median, ms
 * @property {number} ratio of the medians
 * @property {number} pairedRatio median of the ratios of each pair
 */

/** A command that did not do its job, so that its time would mean nothing. */
export class CommandFailure extends Error {}

/**
 * Runs two commands in turns (A, B, A, B, …) and compares their times.
 * @param {Command} ours
 * @param {Command} baseline
 * @param {number} runs of each
 * @returns {Times}
 */
export function timePair(ours, baseline, runs) {
  const pairs = Array.from({ length: runs }, () => /** @type {const} */ ([time(ours), time(baseline)]));
  const medians = { ours: median(pairs.map(([a]) => a)), baseline: median(pairs.map(([, b]) => b)) };
  return { ...medians, ratio: medians.ours / medians.baseline, pairedRatio: median(pairs.map(([a, b]) => a / b)) };
}

/**
 * Runs a command once, untimed, and makes sure that it does the job it is measured by. Also warms the file cache.
 * @param {Command} command
 */
export function verifyCommand(command) {
  const output = run(command, { keepOutput: true });
  const posts = command.countPosts?.(output);
  if (command.countPosts && posts !== command.posts) {
    throw new CommandFailure(
      `${describe(command)}\ndealt with ${posts ?? 'no'} posts instead of ${command.posts}\n${output.stderr}`,
    );
  }
}

/**
 * Finds the most memory that a Node command holds, in MiB, in a run of its own.
 * @param {Command} command
 */
export function measurePeak(command) {
  const folder = mkdtempSync(join(tmpdir(), 'blog-bench-peak-'));
  const file = join(folder, 'peak');
  try {
    const args = ['--import', new URL('peak.js', import.meta.url).href, ...command.args];
    run({ ...command, args }, { env: { ...process.env, BLOG_BENCH_PEAK: file } });
    return Number(readFileSync(file, 'utf8')) / 1024;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Finds the middle of some numbers.
 * @param {readonly number[]} numbers at least one
 */
function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const around = sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1);
  return around.reduce((sum, number) => sum + number, 0) / around.length;
}

/** @param {Command} command */
function time(command) {
  return run(command).milliseconds;
}

/**
 * @param {Command} command
 * @param {{keepOutput?: boolean, env?: NodeJS.ProcessEnv}} [options] the output goes nowhere unless kept
 */
function run(command, { keepOutput = false, env = process.env } = {}) {
  command.prepare?.();
  const start = performance.now();
  const child = spawnSync(command.program, command.args, {
    cwd: command.cwd,
    env,
    stdio: ['ignore', keepOutput ? 'pipe' : 'ignore', 'pipe'],
    encoding: 'utf8',
    maxBuffer: Number.POSITIVE_INFINITY,
  });
  const milliseconds = performance.now() - start;
  if (child.error) throw new CommandFailure(`${describe(command)}\ncould not be run: ${child.error.message}`);
  if (child.status !== 0) {
    throw new CommandFailure(
      `${describe(command)}\nended with ${child.signal ?? `exit status ${child.status}`}\n${child.stderr}`,
    );
  }
  return { milliseconds, stdout: child.stdout ?? '', stderr: child.stderr };
}

/** @param {Command} command */
function describe({ name, program, args, cwd }) {
  return `${name}: ${[program, ...args].join(' ')}${cwd ? ` (in ${cwd})` : ''}`;
}
