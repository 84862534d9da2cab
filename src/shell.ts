/** The outside world as commands see it. The only file that touches `process`; tests pass a Shell of their own. */
import { fstatSync, type Stats, writeSync } from 'node:fs';
import { describeSystemError, errorCode, OutputClosed, UserError } from './errors.ts';
import type { ColorLevel } from './report/style.ts';
import type { OutputKind } from './report/workflowCommands.ts';

export interface Stream {
  /** Columns; undefined unless it is a terminal. */
  readonly width: number | undefined;
  color: ColorLevel;
  /** Whether it is a regular file, in which control sequences do no harm. */
  readonly isFile?: boolean;
}

export interface Shell {
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  now(): Date;
  /**
   * Writes data. Throws OutputClosed if its reader has gone, UserError if it cannot be written. `kind` (default: text)
   * says how text that GitHub Actions would take for a workflow command is escaped.
   */
  out(text: string, kind?: OutputKind): void;
  /** Writes everything else: hints, summaries, errors. */
  err(text: string): void;
  stdout: Stream;
  stderr: Stream;
  /** Whether prompts are possible: stdin and stderr are terminals. */
  interactive: boolean;
  stdin: NodeJS.ReadableStream;
  /** Where prompts are drawn; stdout is for data. */
  prompts: NodeJS.WritableStream & { readonly rows?: number };
  /** Until the returned function is called, a signal restores the terminal before it ends the process. */
  guardTerminal(): () => void;
}

/** The Shell of this process. Streams are opened only when a command uses them, which is faster. */
export function processShell(): Shell {
  return {
    get cwd() {
      return currentFolder();
    },
    env: process.env,
    now: () => new Date(),
    out: (text) => writeAll(1, text),
    err: (text) => writeAll(2, text),
    stdout: streamOf(1),
    stderr: streamOf(2),
    get interactive() {
      return isTerminal(2) && isTerminal(0);
    },
    get stdin() {
      const stats = statOf(0);
      // From a closed stream or a folder Node would silently read nothing.
      if (!stats) throw new UserError('cannot read standard input: it is closed');
      if (stats.isDirectory()) throw new UserError('cannot read standard input: it is a folder');
      return process.stdin;
    },
    get prompts() {
      return process.stderr;
    },
    guardTerminal,
  };
}

function streamOf(fd: 1 | 2): Stream {
  const terminal = isTerminal(fd);
  return {
    get width() {
      return terminal ? widthOf(fd) : undefined;
    },
    color: colorLevel(terminal),
    get isFile() {
      return statOf(fd)?.isFile() ?? false;
    },
  };
}

const fatalSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Shows the cursor and turns bracketed paste off. */
const restoreTerminal = '\u001b[?2004l\u001b[?25h\n';

/** During a prompt keys are not echoed and the cursor may be hidden: the next program would inherit that. */
function guardTerminal(): () => void {
  const onSignal = (signal: NodeJS.Signals): void => {
    process.stdin.setRawMode?.(false);
    writeAll(2, restoreTerminal);
    endBy(signal);
  };
  // The window may have been resized while the process was stopped, which only the shell was told.
  const onContinue = (): unknown => process.kill(process.pid, 'SIGWINCH');
  process.on('SIGCONT', onContinue);
  for (const signal of fatalSignals) process.on(signal, onSignal);
  return () => {
    process.removeListener('SIGCONT', onContinue);
    // If the terminal was closed, Node would abort noisily at exit.
    if (!process.getBuiltinModule('node:tty').isatty(0)) endBy('SIGHUP');
    for (const signal of fatalSignals) process.removeListener(signal, onSignal);
  };
}

/** Does what the signal does without a handler. */
function endBy(signal: NodeJS.Signals): void {
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}

function currentFolder(): string {
  try {
    return process.cwd();
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    throw new UserError('the current folder no longer exists; change to another one');
  }
}

/** Asking the stream itself would open it. */
function isTerminal(fd: 0 | 1 | 2): boolean {
  return process.getBuiltinModule('node:tty').isatty(fd);
}

/** Undefined for a closed stream. */
function statOf(fd: number): Stats | undefined {
  try {
    return fstatSync(fd);
  } catch (error) {
    if (errorCode(error) === 'EBADF') return undefined;
    throw error;
  }
}

function widthOf(fd: 1 | 2): number {
  const set = Number(process.env['COLUMNS']);
  if (Number.isInteger(set) && set > 0) return set;
  return (fd === 1 ? process.stdout : process.stderr).columns || 80;
}

/** Follows https://no-color.org and https://force-color.org; TERM=dumb means no colour. */
function colorLevel(terminal: boolean): ColorLevel {
  const { env } = process;
  const force = env['FORCE_COLOR'];
  if (force) {
    if (force === '0' || force === 'false') return 0;
    return force === '2' ? 2 : force === '3' ? 3 : 1;
  }
  if (env['NO_COLOR'] || env['TERM'] === 'dumb' || !terminal) return 0;
  if (/^(?:truecolor|24bit)$/.test(env['COLORTERM'] ?? '')) return 3;
  return /256color/.test(env['TERM'] ?? '') ? 2 : 1;
}

/** Writes synchronously, so that nothing is lost at exit, and waits for a slow reader. */
function writeAll(fd: 1 | 2, text: string): void {
  const bytes = Buffer.from(text);
  let done = 0;
  while (done < bytes.length) {
    try {
      done += writeSync(fd, bytes, done);
    } catch (error) {
      const code = errorCode(error);
      // Gives the reader of a non-blocking pipe ten milliseconds.
      if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
      // Without stderr there is nowhere to report it, and no reason to leave work half done.
      else if (fd === 2) return;
      else if (code === 'EPIPE' || code === 'EOF') throw new OutputClosed();
      else throw new UserError(`cannot write the output: ${describeSystemError(error)}`);
    }
  }
}
