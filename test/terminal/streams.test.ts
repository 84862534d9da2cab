/** Streams that are closed, full, slow or missing, and signals in the middle of work. */
import { type ChildProcess, type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { builtBin } from '../support/builtBin.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { atTerminal, plainEnv, python } from './terminal.ts';

let bin: string;
/** A post with so many faults that their lines are more than any pipe holds. */
let long: string;
/** A few posts. */
let short: string;

const faults = 20_000;
const front = (at: number): string =>
  `---\ntitle: Post ${at}\ndate: 2018-07-05\nauthors: A\nsummary: S.\nslug: p${at}\n---\n`;

beforeAll(() => {
  bin = builtBin;
  const config = { 'blog.config.yaml': 'site_url: https://blog.example.org\n' };
  long = tempFolder({ ...config, 'posts/a.md': `${front(1)}${'![](https://a.example/b.jpg)\n'.repeat(faults)}` });
  short = tempFolder({
    ...config,
    'posts/a.md': `${front(1)}Text.\n`,
    'posts/b.md': `${front(2)}![](https://a.example/b.jpg)\n`,
  });
});

/** Runs the program by way of a shell, which reads `"$@"` as the program with its arguments. */
function inShell(line: string, args: readonly string[], cwd: string): SpawnSyncReturns<string> {
  return spawnSync('/bin/sh', ['-c', line, 'sh', process.execPath, bin, ...args], {
    cwd,
    env: plainEnv() as NodeJS.ProcessEnv,
    encoding: 'utf8',
    input: '',
  });
}

/** What a command says where nothing is odd. */
const usual = new Map<string, SpawnSyncReturns<string>>();

function asUsual(args: readonly string[]): SpawnSyncReturns<string> {
  const key = args.join(' ');
  const known = usual.get(key) ?? inShell('"$@"', args, short);
  usual.set(key, known);
  return known;
}

const unix = process.platform === 'win32' ? describe.skip : describe;
const printing = [
  ['list'],
  ['list', '--format', 'json'],
  ['validate'],
  ['validate', '--format', 'json'],
  ['feed'],
  ['schema'],
  ['--help'],
  ['--version'],
].map((args) => [args.join(' '), args] as const);

unix('a reader that has gone', () => {
  const readers = ['head -n 1', ':'];

  test.each(printing)('%s: ends quietly', (_, args) => {
    for (const reader of readers) {
      for (const cwd of [long, short]) {
        const { stdout, stderr } = inShell(`{ "$@"; echo "status $?" >&2; } | ${reader}`, args, cwd);
        const [, status] = /status (\d+)\n$/.exec(stderr) ?? [];
        expect({ args, status }).toEqual({ args, status: expect.stringMatching(/^(?:0|141)$/) });
        expect(stderr).toMatch(/^(?:\d+ posts?[:,].*\n)?status \d+\n$/);
        expect(stdout.split('\n').length).toBeLessThanOrEqual(2);
      }
    }
  });
});

(existsSync('/dev/full') ? describe : describe.skip)('a disk that is full', () => {
  test.each(printing)('%s: exit 2 and one line', (_, args) => {
    const { status, stderr } = inShell('"$@" > /dev/full', args, short);
    expect({ args, status }).toEqual({ args, status: 2 });
    expect(stderr).toBe('blog: cannot write the output: no space left on disk\n');
  });

  test.each(printing)('%s: is no matter where nothing could be said of it', (_, args) => {
    const { stdout, status } = asUsual(args);
    expect(inShell('"$@" 2> /dev/full', args, short)).toMatchObject({ stdout, status });
  });
});

unix('streams that are closed', () => {
  test.each(['0<&-', '1>&-', '2>&-', '0<&- 1>&-', '1>&- 2>&-', '0<&- 1>&- 2>&-'])('%s', (closed) => {
    for (const [, args] of printing) {
      const known = asUsual(args);
      const { status, stderr, stdout } = inShell(`"$@" ${closed}`, args, short);
      expect({ args, status }).toEqual({ args, status: known.status });
      expect(['', known.stdout]).toContain(stdout);
      expect(['', known.stderr]).toContain(stderr);
    }
    // Nobody can be asked.
    const asked = inShell(`"$@" ${closed}`, ['new'], short);
    expect(asked.status).toBe(2);
    if (!closed.includes('2')) expect(asked.stderr).toContain('blog new "');
  });

  test('no terminal at all', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'new'], {
      cwd: short,
      env: plainEnv() as NodeJS.ProcessEnv,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      // Of a session of its own: there is no terminal that it could open.
      ...{ detached: true },
    });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('blog new "');
  });
});

const slow = fileURLToPath(new URL('slow.py', import.meta.url));

(python === undefined ? describe.skip : describe)('a slow reader', () => {
  test.each(['block', 'nonblock'])('loses nothing (%s)', (kind) => {
    const { status, stdout, stderr } = spawnSync(python ?? '', [slow, kind, process.execPath, bin, 'validate'], {
      cwd: long,
      env: plainEnv() as NodeJS.ProcessEnv,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringMatching(/^1 post: 20,000 warnings\n/) });
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(faults);
    expect(lines.at(-1)).toMatch(new RegExp(`^posts/a.md:${faults + 7}:1: warning: `));
  });
});

const endings = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
  ['SIGKILL', 137],
] as const;

/** The status that a shell would have. */
function ended(child: ChildProcess): Promise<number> {
  const numbers: Record<string, number> = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };
  return new Promise((done) =>
    child.on('exit', (code, signal) => done(code ?? 128 + (numbers[signal ?? ''] ?? Number.NaN))),
  );
}

unix('a signal in the middle of work', () => {
  const prose = 'Some *words* of a text with a [link](https://a.example) and more of them.\n\n'.repeat(1500);

  function manyPosts(): string {
    const posts = Array.from({ length: 60 }, (_, at) => [`posts/p${at}.md`, front(at) + prose]);
    return tempFolder({ ...Object.fromEntries(posts), 'blog.config.yaml': 'site_url: https://blog.example.org\n' });
  }

  test.each(endings)(
    '%s: a feed is the old one or the whole new one, and nothing is left but by a kill',
    async (signal, status) => {
      const folder = manyPosts();
      const old = '<rss version="2.0"><channel><title>Old</title></channel></rss>\n';
      const temporary = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.tmp'));
      // A machine may be too busy to see it at work: then once more.
      for (let tries = 0; tries < 10; tries++) {
        writeFileSync(join(folder, 'feed.xml'), old);
        const child = spawn(process.execPath, [bin, 'feed', '-o', 'feed.xml', '--limit', '0'], {
          cwd: folder,
          env: plainEnv() as NodeJS.ProcessEnv,
          stdio: 'ignore',
        });
        const end = ended(child);
        while (child.exitCode === null && temporary().length === 0) await new Promise((next) => setTimeout(next, 1));
        child.kill(signal);
        if ((await end) === status) break;
      }
      const text = readFileSync(join(folder, 'feed.xml'), 'utf8');
      if (signal === 'SIGKILL' || text === old) expect(text).toBe(old);
      else expect(text).toMatch(/^<\?xml[\s\S]*<\/rss>\n$/);
      const left = readdirSync(folder).filter((name) => !['feed.xml', 'posts', 'blog.config.yaml'].includes(name));
      // A kill leaves a temporary file and a lock, at most; the next command that writes removes them.
      const ends = left.map((name) => /^\.blog-.*\.(tmp|lock)$/.exec(name)?.[1]).sort();
      expect(signal === 'SIGKILL' ? [[], ['lock'], ['lock', 'tmp']] : [[]]).toContainEqual(ends);
      expect(spawnSync(process.execPath, [bin, 'feed', '-o', 'feed.xml'], { cwd: folder }).status).toBe(0);
      expect(readdirSync(folder).filter((name) => name.startsWith('.blog-'))).toEqual([]);
      expect(readFileSync(join(folder, 'feed.xml'), 'utf8')).toMatch(/<\/rss>\n$/);
    },
  );

  test.each(endings)('%s: a check ends, and has changed nothing', async (signal, status) => {
    const before = readFileSync(join(long, 'posts/a.md'), 'utf8');
    const child = spawn(process.execPath, [bin, 'validate', '--format', 'json'], {
      cwd: long,
      env: plainEnv() as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const end = ended(child);
    // It prints more than a pipe holds, of which nobody reads more than the beginning: it cannot be done.
    await once(child.stdout, 'readable');
    child.kill(signal);
    expect(await end).toBe(status);
    expect(readFileSync(join(long, 'posts/a.md'), 'utf8')).toBe(before);
    expect(readdirSync(long).sort()).toEqual(['blog.config.yaml', 'posts']);
  });
});

(python === undefined ? test.skip : test)('a stream is opened only if it is used', () => {
  const hook = `data:text/javascript,${encodeURIComponent(
    `
    const opened = [];
    for (const name of ['stdin', 'stdout', 'stderr']) {
      const { get } = Object.getOwnPropertyDescriptor(process, name);
      Object.defineProperty(process, name, { configurable: true, get() { opened.push(name); return get.call(process); } });
    }
    process.on('exit', () => (await_import_fs.writeFileSync('opened', [...new Set(opened)].join(' '))));
  `.replace('await_import_fs', "process.getBuiltinModule('node:fs')"),
  )}`;
  const cwd = tempFolder({ 'posts/a.md': `${front(1)}Text.\n` });
  const openedBy = (...args: string[]): string => {
    atTerminal([process.execPath, '--import', hook, bin, ...args], [], { cwd, env: { NO_COLOR: '1' } });
    return readFileSync(join(cwd, 'opened'), 'utf8');
  };
  // A terminal is asked for its width. (chalk, which NO_COLOR keeps out, imports node:process, which opens them all.)
  expect(openedBy('list')).toBe('stderr stdout');
  expect(openedBy('validate')).not.toContain('stdin');
  expect(openedBy('schema')).toBe('');
});
