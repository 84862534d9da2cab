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
import { prepare, tests } from './jestGlobals.js';

const [file, longest] = process.argv.slice(2);

/** Undefined, or why the test failed. */
async function failureOf(test, limit) {
  const before = new Set(readdirSync(tmpdir()));
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('took too long')), limit);
  });
  try {
    await Promise.race([test.run(), late]);
    return undefined;
  } catch (error) {
    return String(error?.message ?? error);
  } finally {
    clearTimeout(timer);
    for (const name of readdirSync(tmpdir())) {
      if (!before.has(name)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
    }
  }
}

/** What each test meets and how long it takes; a test that fails, be it at the second time, is of no use here. */
async function measure() {
  takeHits();
  const known = [];
  for (const [at, test] of tests.entries()) {
    await prepare(test);
    const begin = performance.now();
    const failure = (await failureOf(test, 120_000)) ?? (await failureOf(test, 120_000));
    const ms = (performance.now() - begin) / 2;
    const hits = takeHits();
    if (failure !== undefined) process.send({ useless: test.name, failure });
    else if (ms <= Number(longest)) known.push({ at, ms, hits });
  }
  return known.sort((a, b) => a.ms - b.ms);
}

/** The first test that fails with this mutant. */
async function killerOf(id, known) {
  for (const { at, ms, hits } of known) {
    if (!hits.includes(id)) continue;
    state.id = id;
    const failure = await failureOf(tests[at], 60_000 + 20 * ms);
    state.id = 0;
    if (failure !== undefined) return { test: tests[at], failure };
  }
  return undefined;
}

async function tryAll(ids, known, isFresh) {
  for (const [index, id] of ids.entries()) {
    process.send({ begun: id });
    const killer = await killerOf(id, known);
    const isClean = killer === undefined || (await failureOf(killer.test, 120_000)) === undefined;
    // A folder that tests share may have been broken by the mutant before: then it is tried again in a new process.
    if (!isClean && !(isFresh && index === 0)) return { again: [id, ...ids.slice(index + 1)] };
    process.send({ id, ...(killer && { test: killer.test.name, failure: killer.failure }) });
    if (!isClean) return { again: ids.slice(index + 1) };
  }
  return { again: [] };
}

process.once('message', async (job) => {
  // What a mutant leaves unawaited is no reason to end.
  process.on('unhandledRejection', () => undefined);
  watchChildren();
  await import('../support/seed.js');
  fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });
  await import(pathToFileURL(file).href);
  if (job.known) for (const test of tests) await prepare(test);
  const known = job.known ?? (await measure());
  process.send({ known });
  const met = new Set(known.flatMap(({ hits }) => hits));
  process.send(
    await tryAll(
      job.ids.filter((id) => met.has(id)),
      known,
      job.known !== undefined,
    ),
  );
});
