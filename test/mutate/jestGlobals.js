/** As much of @jest/globals as the fast tests use, with tests as values that can be run again and again. */
import { expect } from 'expect';
import { bind } from 'jest-each';
import { ModuleMocker } from 'jest-mock';

const jest = new ModuleMocker(globalThis);
const root = { before: [], after: [] };
let group = root;

/** Every test of the file that was imported: `{ name, run, groups }`. */
export const tests = [];

/** Runs the hooks of a test's groups that have not run yet. */
export async function prepare({ groups }) {
  for (const { before } of groups) for (const hook of before.splice(0)) await hook();
}

/** Runs what the file wants to be run at its end. */
export async function finish() {
  for (const hook of root.after) await hook();
}

function test(name, run) {
  const groups = [];
  for (let one = group; one; one = one.parent) groups.unshift(one);
  tests.push({ name: String(name), run, groups });
}

function describe(_name, define) {
  const parent = group;
  group = { parent, before: [], after: [] };
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
const afterAll = (hook) => void group.after.push(hook);

export { afterAll, beforeAll, describe, expect, jest, test };
