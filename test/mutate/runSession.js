/**
 * Runs a session, or the examples of the README, like runTests.js a file of tests. A mutant begins at the first step that
 * meets it, in the folder as it was then, and goes on while the folder differs from what it should be.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { state } from '../../src/mutant.js';
import { fits, readBlogLine, readConsoleBlocks, readSession, startSession } from '../sessions/session.js';
import { takeHits, watchChildren } from './children.js';

const [file] = process.argv.slice(2);
const copies = mkdtempSync(join(tmpdir(), 'copies-'));
const copyAt = (at) => join(copies, String(at));
const asItIs = { recursive: true, preserveTimestamps: true, verbatimSymlinks: true };

function contentOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const content = entry.isFile() ? readFileSync(path, 'latin1') : entry.isSymbolicLink() ? readlinkSync(path) : '';
      return JSON.stringify([path.slice(folder.length), content]);
    })
    .sort()
    .join('\n');
}

function restore(cwd, at) {
  for (const name of readdirSync(cwd)) rmSync(join(cwd, name), { recursive: true, force: true });
  cpSync(copyAt(at), cwd, asItIs);
}

/** The first step that shows another output with this mutant; only of those that start no process with `isQuick`. */
async function killerOf(id, steps, { runStep, known, cwd, isQuick }) {
  let isSame = true;
  for (const [at, step] of steps.entries()) {
    if (isQuick && !readBlogLine(step.command)) {
      isSame = true;
      continue;
    }
    if (isSame && !known[at].hits.includes(id)) continue;
    if (isSame) restore(cwd, at);
    state.id = id;
    const printed = await runStep(step);
    state.id = 0;
    if (known[at].isUseful && !fits(printed, step.output)) return { test: step.command, failure: printed };
    isSame = at + 1 === steps.length || contentOf(cwd) === contentOf(copyAt(at + 1));
  }
  return undefined;
}

process.once('disconnect', () => process.exit());
process.once('message', async ({ ids, isQuick }) => {
  const text = readFileSync(file, 'utf8');
  const isReadme = file.endsWith('.md');
  const session = isReadme ? { site: 'sample', steps: readConsoleBlocks(text) } : readSession(text);
  let cwd;
  watchChildren((folder) => {
    cwd ??= folder;
  });
  const runStep = startSession({ ...session, isHere: true }, { hasStatus: !isReadme });
  await runStep({ command: 'true', output: '' });
  const known = [];
  for (const [at, step] of session.steps.entries()) {
    mkdirSync(copyAt(at));
    cpSync(cwd, copyAt(at), asItIs);
    const printed = await runStep(step);
    const hits = takeHits();
    const isUseful = fits(printed, step.output);
    if (!isUseful) process.send({ useless: step.command, failure: printed });
    known.push({ at, isUseful, hits: isUseful ? hits : [] });
  }
  process.send({ known });
  const met = new Set(known.flatMap(({ hits }) => hits));
  for (const id of ids.filter((one) => met.has(one))) {
    process.send({ begun: id, ms: 100 * known.length });
    process.send({ id, ...(await killerOf(id, session.steps, { runStep, known, cwd, isQuick })) });
  }
  process.send({ again: [] });
});
