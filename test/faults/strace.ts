/** The built program under strace, which can let any call of the system fail, or end the process there. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempFolder } from '../support/tempFolder.ts';

/** A call of the system on a file or folder of the site. */
export interface FileCall {
  /** As the system calls it: `openat`. */
  name: string;
  /** Which of the calls of this name on the site it is, from 1. */
  at: number;
  /** The name and the paths, from the site's folder: `rename posts/a.md posts/b.md`. */
  label: string;
  /** Whether it makes, changes or removes something, or belongs to a file that is open for that. */
  changes: boolean;
}

/** An error that the call gives (`EIO`), having done nothing; or `SIGKILL`: the process ends before the call. */
export interface Fault {
  call: FileCall;
  what: string;
}

export interface TracedProgram {
  bin: string;
  args: readonly string[];
  /** The files of the site: path → text. */
  files: Readonly<Record<string, string>>;
  /** Calls that fail in every run. */
  always?: { names: readonly string[]; error: string } | undefined;
}

export interface TracedRun {
  status: number | null;
  signal: string | null;
  stdout: string;
  stderr: string;
  /** The site's folder. */
  root: string;
  /** All calls on the site that began, in their order. */
  calls: FileCall[];
  /** The label of the call that the fault hit. */
  hit?: string | undefined;
}

/** Why nothing can be traced here; undefined where it can. */
export function whyNoTracing(): string | undefined {
  const options = ['-qq', '-o', join(tempFolder(), 'trace')];
  const { error, status } = spawnSync('strace', [...options, process.execPath, '--version']);
  if (error) return 'strace is not installed';
  return status === 0 ? undefined : 'strace may not trace here';
}

/** All paths of the site that the program hands to the system, from the site's folder. */
export async function pathsOf(program: TracedProgram): Promise<string[]> {
  const { lines, root } = await trace(program, []);
  return [...new Set(lines.flatMap((line) => pathsIn(line, root)))];
}

/**
 * Runs the program on a new copy of the site, with a fault or without. `paths` are those that it hands to the system:
 * only calls on these are counted, so that Node's own calls are never hit, and a call has the same number each time.
 */
export async function runTraced(program: TracedProgram, paths: readonly string[], fault?: Fault): Promise<TracedRun> {
  const options: string[] = [];
  if (fault) {
    const { call, what } = fault;
    options.push('-e', `inject=${call.name}:${what === 'SIGKILL' ? 'signal' : 'error'}=${what}:when=${call.at}`);
  }
  const { lines, ...run } = await trace(program, options, paths);
  const calls = toCalls(lines, run.root);
  const injected = lines.find((line) => line.endsWith('(INJECTED)') && !program.always?.names.includes(nameOf(line)));
  return {
    ...run,
    calls,
    hit: fault?.what === 'SIGKILL' ? calls.at(-1)?.label : injected && labelOf(injected, run.root),
  };
}

/**
 * What makes one run like the other. No process has this number (Linux ends at 4,194,304), and the random bytes are
 * counted: so the names of temporary files are known beforehand, and strace can be told them.
 */
const unvarying = `data:text/javascript,
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
Object.defineProperty(process, 'pid', { value: 4194305 });
let made = 0;
crypto.randomUUID = () => '00000000-0000-4000-8000-' + String(++made).padStart(12, '0');
crypto.randomBytes = (size) => Buffer.alloc(size, ++made);
syncBuiltinESMExports();`.replaceAll('\n', ' ');

function trace(
  { bin, args, files, always }: TracedProgram,
  options: readonly string[],
  paths: readonly string[] = [],
): Promise<Omit<TracedRun, 'calls' | 'hit'> & { lines: string[] }> {
  const folder = tempFolder(Object.fromEntries(Object.entries(files).map(([file, text]) => [`site/${file}`, text])));
  const root = join(folder, 'site');
  const output = join(folder, 'trace');
  const all = [
    // Node does its file calls of the Sync kind in its main thread, the only one that is followed without -f.
    ...['-qq', '-y', '-s', '8', '-o', output],
    ...paths.flatMap((path) => ['-P', join(root, path)]),
    ...options,
    ...(always ? ['-e', `inject=${always.names.map((name) => `?${name}`)}:error=${always.error}`] : []),
  ];
  return new Promise((done, fail) => {
    const child = spawn('strace', [...all, process.execPath, '--import', unvarying, bin, ...args], {
      cwd: root,
      env: { PATH: process.env['PATH'], HOME: folder } as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const texts = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].on('data', (chunk) => {
        texts[name] += chunk;
      });
    }
    child.on('error', fail);
    child.on('close', (status, signal) => {
      // Where strace does not understand what it should do.
      if (!existsSync(output)) fail(new Error(texts.stderr));
      else done({ status, signal, ...texts, root, lines: readFileSync(output, 'utf8').split('\n') });
    });
  });
}

/** What only looks, by all the names that it has on different processors. */
const looking =
  /^(?:[fl]?stat|statx|newfstatat|fstatat64|access|faccessat2?|p?readv?|pread64|readlink(?:at)?|getdents(?:64)?|lseek)$/;

function toCalls(lines: readonly string[], root: string): FileCall[] {
  const counts = new Map<string, number>();
  const written = new Set<string>();
  return lines.flatMap((line) => {
    const name = nameOf(line);
    if (name === '') return [];
    const at = (counts.get(name) ?? 0) + 1;
    counts.set(name, at);
    const label = labelOf(line, root);
    const path = label.slice(name.length + 1);
    if (!name.startsWith('open')) {
      return [{ name, at, label, changes: name === 'close' ? written.has(path) : !looking.test(name) }];
    }
    const changes = /O_WRONLY|O_RDWR|O_CREAT/.test(line);
    if (changes) written.add(path);
    else written.delete(path);
    return [{ name, at, label, changes }];
  });
}

/** The call in a line of strace; empty where it holds none. */
function nameOf(line: string): string {
  return /^\w+(?=\()/.exec(line)?.[0] ?? '';
}

function labelOf(line: string, root: string): string {
  // Without the result, which may name the path once more.
  return [nameOf(line), ...pathsIn(line.replace(/ = [^=]*$/, ''), root)].join(' ');
}

/** The paths of the site in a line of strace, from its folder; `.` for the folder itself. */
function pathsIn(line: string, root: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(?<!AT_FDCWD)<([^>]*)>/g)].flatMap(([, named, opened]) => {
    const path = named ?? opened ?? '';
    if (path === root) return ['.'];
    return path.startsWith(`${root}/`) ? [path.slice(root.length + 1)] : [];
  });
}
