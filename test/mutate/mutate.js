/**
 * Damages the source, function by function, and lists the damage that no fast test notices.
 *
 *     node test/mutate/mutate.js [--kinds return,option] [--only test/report] [--left FILE] [--verbose] [src/report …]
 *
 * `--only` names the tests to try (repeatable); without it, all fast ones and the sessions. `--left` tries again what a
 * run before printed, in the same source. Nothing is written here: the
 * project is copied to the system's temporary folder, where all mutants are in one build, and one at a time is chosen.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import config from '../../jest.config.js';
import { copyProject } from './copy.js';
import { kinds } from './damage.js';

const rooms = ['src/commands', 'src/report', 'src/program.ts', 'src/main.ts', 'src/files'];
const workers = 2;
/** On a busy machine, time says little: what would never end is told by the work of the processor, or by much time. */
const silence = 900_000;
const unreached = ' (no test comes here)';
const say = (text) => process.stdout.write(`${text}\n`);

/** Whether a built file imports one of the damaged, itself or through others. */
function reaches(path, folder, chosen, seen = new Set()) {
  if (seen.has(path)) return false;
  seen.add(path);
  const file = relative(folder, path).replace(/js$/, 'ts');
  if (chosen.some((one) => file === one || file.startsWith(`${one}/`))) return true;
  const imported = readFileSync(path, 'utf8').matchAll(/(?:from|import)[\s(]*['"](\.[^'"]*\.js)(?=['"])/g);
  return [...imported].some(([, name]) => reaches(resolve(dirname(path), name), folder, chosen, seen));
}

/** The files of tests to run, each with how long its tests may take: what is slow, or starts processes, comes last. */
function listJobs(folder, chosen, only) {
  const isWanted = (file) => only.length === 0 || only.some((one) => file.startsWith(one));
  const left = config.testPathIgnorePatterns.map(
    (pattern) => new RegExp(pattern.replace('<rootDir>', folder).replace('\\.ts$', '\\.js$')),
  );
  const files = readdirSync(join(folder, 'test'), { recursive: true })
    .map((name) => `test/${name}`)
    .sort();
  const tests = files
    .filter((file) => file.endsWith('.test.js') && !/^test\/(sessions|supply)\//.test(file) && isWanted(file))
    .filter((file) => !left.some((pattern) => pattern.test(join(folder, file))))
    .filter((file) => reaches(join(folder, file), folder, chosen));
  const sessions = [...files.filter((file) => /^test\/sessions\/.*\.txt$/.test(file)), 'README.md'].filter(isWanted);
  // What sees most comes first; what takes long or starts processes, or is about other folders, last.
  const isNear = (file) => chosen.some((one) => file.startsWith(one.replace(/^src(\/[^/.]*)?.*/, 'test$1/')));
  const near = tests.filter(isNear);
  const far = tests.filter((file) => !isNear(file));
  const quick = (file) => ({ runner: 'runTests.js', file, from: 0, to: 150 });
  const slow = (file) => ({ runner: 'runTests.js', file, from: 150, to: 1e9 });
  return [
    ...sessions.map((file) => ({ runner: 'runSession.js', file, isQuick: true })),
    ...near.map(quick),
    ...sessions.map((file) => ({ runner: 'runSession.js', file, isQuick: false })),
    ...near.map(slow),
    ...far.map(quick),
    ...far.map(slow),
  ];
}

/** What a process has worked so far, in milliseconds; not known but on Linux. */
function workOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return 0;
  }
}

/** Runs a job, in new processes where the one before broke; `found` has what is known of each mutant. */
async function runJob(folder, { runner, file, ...which }, mutants, found) {
  let isFresh = false;
  let ids = mutants.filter(({ id }) => !found.killed.has(id)).map(({ id }) => id);
  while (ids.length > 0) {
    // Not below the project, whose settings would be found from there.
    const tmp = mkdtempSync(join(dirname(folder), 'tmp-'));
    const env = { ...process.env, TMPDIR: tmp };
    const options = {
      env,
      cwd: folder,
      execArgv: ['--max-old-space-size=1000'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    };
    const child = fork(join(folder, 'test/mutate', runner), [join(folder, file)], options);
    let begun;
    let again;
    let errors = '';
    child.stderr.on('data', (data) => {
      errors = (errors + data).slice(-2000);
    });
    await new Promise((done) => {
      let heard = { time: Date.now(), work: 0, limit: Number.POSITIVE_INFINITY };
      const timer = setInterval(() => {
        const isStuck = workOf(child.pid) - heard.work > heard.limit || Date.now() - heard.time > silence;
        if (isStuck) child.kill('SIGKILL');
      }, 1000);
      child.on('message', (message) => {
        const limit = message.begun === undefined ? Number.POSITIVE_INFINITY : 4000 + 10 * message.ms;
        heard = { time: Date.now(), work: workOf(child.pid), limit };
        if (message.useless !== undefined)
          found.useless.push(`${file}: ${message.useless}: ${message.failure.slice(0, 300)}`);
        if (message.known) found.known.set(file, message.known);
        if (message.begun !== undefined) begun = message.begun;
        if (message.id !== undefined && message.test !== undefined) found.killed.set(message.id, { file, ...message });
        if (message.id !== undefined) begun = undefined;
        if (message.again) {
          again = message.again;
          child.kill('SIGKILL');
        }
      });
      child.on('exit', () => {
        clearInterval(timer);
        done();
      });
      child.send({ ids, ...which, isFresh, known: found.known.get(file) });
    });
    const known = found.known.get(file);
    for (const { hits } of known ?? []) for (const id of hits) found.reached.add(id);
    if (known === undefined) found.useless.push(`${file}: ${errors}`);
    // It ended without saying so: the mutant ended it.
    if (again === undefined && begun !== undefined) {
      found.killed.set(begun, { file, test: '(all of it)', failure: `the process ended: ${errors}` });
      again = ids.slice(ids.indexOf(begun) + 1);
    }
    ids = again ?? [];
    isFresh = true;
    rmSync(tmp, { recursive: true, force: true });
  }
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      kinds: { type: 'string' },
      only: { type: 'string', multiple: true },
      verbose: { type: 'boolean' },
      left: { type: 'string' },
    },
  });
  const chosen = positionals.length > 0 ? positionals.map((one) => one.replace(/\/$/, '')) : rooms;
  const root = mkdtempSync(join(tmpdir(), 'blog-mutants-'));
  const folder = join(root, 'project');
  const where = ({ file, line, name, kind }) => `${file}:${line} ${name} ${kind}`;
  const before = values.left && new Set(readFileSync(values.left, 'utf8').replaceAll(unreached, '').split('\n'));
  const all = copyProject(folder, chosen, values.kinds?.split(',') ?? kinds);
  const mutants = before ? all.filter((one) => before.has(where(one))) : all;
  const found = { killed: new Map(), reached: new Set(), known: new Map(), useless: [] };
  const jobs = listJobs(folder, chosen, values.only ?? []);
  say(`${mutants.length} mutants, ${jobs.length} runs in ${folder}`);
  const report = () => {
    for (const one of mutants) {
      const killer = found.killed.get(one.id);
      if (!killer) say(where(one) + (found.reached.has(one.id) ? '' : unreached));
      else if (values.verbose) say(`- ${where(one)}: ${JSON.stringify(killer).slice(0, 300)}`);
    }
    for (const one of new Set(found.useless)) say(`? not used, since it fails as it is: ${one}`);
    say(`${mutants.length} mutants: ${found.killed.size} noticed, ${mutants.length - found.killed.size} not`);
    // A process that is just ending may still write there.
    rmSync(root, { recursive: true, force: true, maxRetries: 10, retryDelay: 500 });
  };
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      report();
      process.exit();
    });
  }
  const work = async () => {
    for (let job = jobs.shift(); job; job = jobs.shift()) {
      const begun = Date.now();
      await runJob(folder, job, mutants, found);
      const seconds = Math.round((Date.now() - begun) / 1000);
      if (values.verbose) say(`${job.file} ${seconds} s: ${mutants.length - found.killed.size} left`);
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  report();
}

await main();
