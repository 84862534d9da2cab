/**
 * Runs one file of tests in this process: first as it is, to see which mutants each test meets, then once for each mutant
 * that the parent names, until a test fails. All that is known goes to the parent by messages.
 */
import { readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { state } from '../../src/mutant.js';
import { takeHits, watchChildren } from './children.js';
import { runTest, tests } from './jestGlobals.js';

const [file] = process.argv.slice(2);
let children = 0;
/** Ends the test that is running, where nothing is left that could go on. */
let giveUp;

/** Undefined, or why the test failed. */
async function failureOf(test) {
  const before = new Set(readdirSync(tmpdir()));
  const late = new Promise((_, reject) => {
    giveUp = () => reject(new Error('waits for what never comes'));
  });
  try {
    await Promise.race([runTest(test), late]);
    return undefined;
  } catch (error) {
    return String(error?.message ?? error);
  } finally {
    giveUp = undefined;
    for (const name of readdirSync(tmpdir())) {
      if (!before.has(name)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
    }
  }
}

/** What each test meets, and what it costs in milliseconds; one that fails as it is, is of no use here. */
async function measure() {
  takeHits();
  const known = [];
  for (const [at, test] of tests.entries()) {
    const begin = process.cpuUsage();
    children = 0;
    const failure = await failureOf(test);
    const { user, system } = process.cpuUsage(begin);
    const hits = takeHits();
    if (failure !== undefined) process.send({ useless: test.name, failure });
    else known.push({ at, ms: (user + system) / 1000 + children * 150, hits });
  }
  return known.sort((a, b) => a.ms - b.ms);
}

/** The first test that fails with this mutant. */
async function killerOf(id, known) {
  for (const { at, hits } of known) {
    if (!hits.includes(id)) continue;
    state.id = id;
    const failure = await failureOf(tests[at]);
    state.id = 0;
    if (failure !== undefined) return { test: tests[at], failure };
  }
  return undefined;
}

async function tryAll(ids, known, isFresh) {
  for (const [index, id] of ids.entries()) {
    const ms = known.reduce((sum, one) => sum + (one.hits.includes(id) ? one.ms : 0), 0);
    process.send({ begun: id, ms });
    const killer = await killerOf(id, known);
    const isClean = killer === undefined || (await failureOf(killer.test)) === undefined;
    // A folder that tests share may have been broken by the mutant before: then it is tried again in a new process.
    if (!isClean && !(isFresh && index === 0)) return { again: [id, ...ids.slice(index + 1)] };
    process.send({ id, ...(killer && { test: killer.test.name, failure: killer.failure }) });
    if (!isClean) return { again: ids.slice(index + 1) };
  }
  return { again: [] };
}

process.once('disconnect', () => process.exit());
process.once('message', async (job) => {
  // What a mutant leaves unawaited is no reason to end.
  process.on('unhandledRejection', () => undefined);
  process.channel.unref();
  process.on('beforeExit', () => giveUp?.());
  watchChildren(() => {
    children += 1;
  });
  await import('../support/fastCheck.js');
  fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true, numRuns: 20 });
  await import(pathToFileURL(file).href);
  const all = job.known ?? (await measure());
  process.send({ known: all });
  // What a scripted terminal waits for, a mutant may never show.
  const { setTimeout } = globalThis;
  globalThis.setTimeout = (call, ms, ...rest) => setTimeout(call, ms / 10, ...rest);
  const known = all.filter(({ ms }) => job.from <= ms && ms < job.to);
  const met = new Set(known.flatMap(({ hits }) => hits));
  process.send(
    await tryAll(
      job.ids.filter((id) => met.has(id)),
      known,
      job.isFresh,
    ),
  );
});
