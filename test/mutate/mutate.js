/**
 * Damages the source, function by function, and lists the damage that no fast test notices.
 *
 *     node test/mutate/mutate.js [--kinds return,option] [--only test/report] [--verbose] [src/commands/show.ts …]
 *
 * `--only` names the tests to try (repeatable); without it, all fast ones and the sessions. Nothing is written here: the
 * project is copied to the system's temporary folder, where all mutants are in one build, and one at a time is chosen.
 */
import { execFileSync, fork } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { transformSync } from '@babel/core';
import config from '../../jest.config.js';
import { damage, kinds } from './damage.js';

const project = resolve(import.meta.dirname, '../..');
const rooms = ['src/commands', 'src/report', 'src/program.ts', 'src/main.ts', 'src/files'];
const workers = 2;
/** Longer than any test may take on a busy machine: only what would never end is ended. */
const silence = 600_000;
const say = (text) => process.stdout.write(`${text}\n`);

function toJs(text) {
  const options = { filename: 'a.ts', configFile: false, babelrc: false, retainLines: true };
  const presets = [['@babel/preset-typescript', { allowImportingTsExtensions: true }]];
  const { code } = transformSync(text, { ...options, presets });
  return code.replace(/((?:from|import)[\s(]*['"]\.[^'"]*)\.ts(?=['"])/g, '$1.js');
}

/** The project with all damage in it, built; and what the damage is. */
function copyProject(folder, chosen, wanted) {
  const mutants = [];
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: project,
  });
  const write = (file, text) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  for (const file of String(listed)
    .split('\0')
    .filter((name) => name !== '' && !/^test\/(hostile|bench)\//.test(name))) {
    const source = join(project, file);
    if (!/^(src|test)\/.*\.ts$/.test(file)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      cpSync(source, join(folder, file), { verbatimSymlinks: true });
    } else if (file.startsWith('test/')) {
      const shim = relative(dirname(file), 'test/mutate/jestGlobals.js');
      write(file.replace(/ts$/, 'js'), toJs(readFileSync(source, 'utf8')).replace('@jest/globals', `./${shim}`));
    } else {
      let text = readFileSync(source, 'utf8');
      if (chosen.some((one) => file === one || file.startsWith(`${one}/`))) {
        const runtime = `./${relative(dirname(file), 'src/mutant.js')}`;
        const damaged = damage(text, file, runtime, mutants.length + 1, wanted);
        mutants.push(...damaged.mutants);
        text = damaged.text;
      }
      for (const room of ['src', 'dist']) write(file.replace(/^src/, room).replace(/ts$/, 'js'), toJs(text));
    }
  }
  for (const room of ['src', 'dist']) cpSync(join(import.meta.dirname, 'mutant.js'), join(folder, room, 'mutant.js'));
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
  return mutants;
}

/** The files of tests to run, each with how long its tests may take: what is slow, or starts processes, comes last. */
function listJobs(folder, only) {
  const isWanted = (file) => only.length === 0 || only.some((one) => file.startsWith(one));
  const slow = config.testPathIgnorePatterns.map(
    (pattern) => new RegExp(pattern.replace('<rootDir>', folder).replace('\\.ts$', '\\.js$')),
  );
  const files = readdirSync(join(folder, 'test'), { recursive: true })
    .map((name) => `test/${name}`)
    .sort();
  const tests = files
    .filter((file) => file.endsWith('.test.js') && !/^test\/(sessions|supply)\//.test(file) && isWanted(file))
    .filter((file) => !slow.some((pattern) => pattern.test(join(folder, file))));
  const sessions = [...files.filter((file) => /^test\/sessions\/.*\.txt$/.test(file)), 'README.md'].filter(isWanted);
  return [
    ...tests.map((file) => ({ runner: 'runTests.js', file, longest: 400 })),
    ...sessions.map((file) => ({ runner: 'runSession.js', file, longest: 0 })),
    ...tests.map((file) => ({ runner: 'runTests.js', file, longest: 60_000 })),
  ];
}

/** Runs a job, in new processes where the one before broke; `found` has what is known of each mutant. */
async function runJob(folder, { runner, file, longest }, mutants, found) {
  let known;
  let ids = mutants.filter(({ id }) => !found.killed.has(id)).map(({ id }) => id);
  while (ids.length > 0) {
    const tmp = mkdtempSync(join(folder, 'tmp-'));
    const env = { ...process.env, TMPDIR: tmp };
    const options = {
      env,
      cwd: folder,
      execArgv: ['--max-old-space-size=1000'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    };
    const child = fork(join(folder, 'test/mutate', runner), [join(folder, file), String(longest)], options);
    let begun;
    let again;
    let errors = '';
    child.stderr.on('data', (data) => {
      errors = (errors + data).slice(-2000);
    });
    await new Promise((done) => {
      let timer = setTimeout(() => child.kill('SIGKILL'), silence);
      child.on('message', (message) => {
        clearTimeout(timer);
        timer = setTimeout(() => child.kill('SIGKILL'), silence);
        if (message.useless !== undefined)
          found.useless.push(`${file}: ${message.useless}: ${message.failure.slice(0, 300)}`);
        if (message.known) known = message.known;
        if (message.begun !== undefined) begun = message.begun;
        if (message.id !== undefined && message.test !== undefined) found.killed.set(message.id, { file, ...message });
        if (message.id !== undefined) begun = undefined;
        if (message.again) {
          again = message.again;
          child.kill('SIGKILL');
        }
      });
      child.on('exit', () => {
        clearTimeout(timer);
        done();
      });
      child.send({ ids, known });
    });
    for (const { hits } of known ?? []) for (const id of hits) found.reached.add(id);
    if (known === undefined) found.useless.push(`${file}: ${errors}`);
    // It ended without saying so: the mutant ended it.
    if (again === undefined && begun !== undefined) {
      found.killed.set(begun, { file, test: '(all of it)', failure: `the process ended: ${errors}` });
      again = ids.slice(ids.indexOf(begun) + 1);
    }
    ids = again ?? [];
    rmSync(tmp, { recursive: true, force: true });
  }
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { kinds: { type: 'string' }, only: { type: 'string', multiple: true }, verbose: { type: 'boolean' } },
  });
  const chosen = positionals.length > 0 ? positionals.map((one) => one.replace(/\/$/, '')) : rooms;
  const folder = mkdtempSync(join(tmpdir(), 'blog-mutants-'));
  const mutants = copyProject(folder, chosen, values.kinds?.split(',') ?? kinds);
  const found = { killed: new Map(), reached: new Set(), useless: [] };
  const jobs = listJobs(folder, values.only ?? []);
  say(`${mutants.length} mutants, ${jobs.length} runs in ${folder}`);
  const work = async () => {
    for (let job = jobs.shift(); job; job = jobs.shift()) {
      await runJob(folder, job, mutants, found);
      if (values.verbose) say(`${job.file}: ${mutants.length - found.killed.size} left`);
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  rmSync(folder, { recursive: true, force: true });
  for (const { id, file, line, name, kind } of mutants) {
    if (!found.killed.has(id))
      say(`${file}:${line} ${name} ${kind}${found.reached.has(id) ? '' : ' (no test comes here)'}`);
    else if (values.verbose)
      say(`- ${id} ${file}:${line} ${name} ${kind}: ${JSON.stringify(found.killed.get(id)).slice(0, 300)}`);
  }
  for (const one of new Set(found.useless)) say(`? not used, since it fails without damage or when run twice: ${one}`);
  say(`${mutants.length} mutants: ${found.killed.size} noticed, ${mutants.length - found.killed.size} not`);
}

await main();
