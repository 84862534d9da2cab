/** As much of @jest/globals as the fast tests use, with tests as values that can be run again and again. */
import { expect } from 'expect';
import { bind } from 'jest-each';
import { ModuleMocker } from 'jest-mock';

const jest = new ModuleMocker(globalThis);
let group = { before: [] };

/** Every test of the file that was imported: `{ name, run, groups }`. */
export const tests = [];

/** Runs a test with the hooks of its groups, which a mutant may change, too. */
export async function runTest({ groups, run }) {
  for (const { before } of groups) for (const hook of before) await hook();
  await run();
}

function test(name, run) {
  const groups = [];
  for (let one = group; one; one = one.parent) groups.unshift(one);
  tests.push({ name: String(name), run, groups });
}

function describe(_name, define) {
  const parent = group;
  group = { parent, before: [] };
  define();
  group = parent;
}

for (const [define, run] of [
  [test, test],
  [describe, describe],
]) {
  define.each = bind(run, false);
  define.skip = () => undefined;
  define.skip.each = () => () => undefined;
}

const beforeAll = (hook) => void group.before.push(hook);
// The parent removes whatever a file leaves.
const afterAll = () => undefined;

export { afterAll, beforeAll, describe, expect, jest, test };
