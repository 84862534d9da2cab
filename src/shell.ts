/**
 * What a command may ask of the world around it, built once at the edge. The only file that touches `process`.
 * Tests hand in a Shell of their own.
 */
import { fstatSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { errorCode, OutputClosed, UserError } from './errors.ts';
import type { ColorLevel } from './report/style.ts';
import type { OutputKind } from './report/workflowCommands.ts';

export interface Stream {
  /** Columns, where it is a terminal. */
  readonly width: number | undefined;
  color: ColorLevel;
  /** A regular file: nobody obeys what is printed there. */
  readonly isFile?: boolean;
}

export interface Shell {
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  now(): Date;
  /**
   * Data. Throws OutputClosed when nobody reads it any more, UserError when it cannot be written. `kind` (default: text)
   * says how it may be kept from being a command to GitHub.
   */
  out(text: string, kind?: OutputKind): void;
  /** Everything else: hints, summaries, errors. */
  err(text: string): void;
  stdout: Stream;
  stderr: Stream;
  /** Whether a person can be asked: stdin and stderr are terminals. */
  interactive: boolean;
  stdin: NodeJS.ReadableStream;
  /** Where prompts are drawn; stdout is for data. */
  prompts: NodeJS.WritableStream;
  /** Until the result is called, a signal that ends the process first gives the terminal back as it was. */
  guardTerminal(): () => void;
}

/** The Shell of this process. Streams are opened only when a command asks for them: it is faster. */
export function processShell(): Shell {
  const { env } = process;
  const outTerminal = isTerminal(1);
  const errTerminal = isTerminal(2);
  return {
    get cwd() {
      return currentFolder();
    },
    env,
    now: () => new Date(),
    out: (text) => writeAll(1, text),
    err: (text) => writeAll(2, text),
    stdout: {
      width: outTerminal ? widthOf(1, env) : undefined,
      color: colorLevel(outTerminal, env),
      get isFile() {
        return isRegularFile(1);
      },
    },
    stderr: {
      get width() {
        return errTerminal ? widthOf(2, env) : undefined;
      },
      color: colorLevel(errTerminal, env),
    },
    get interactive() {
      return errTerminal && isTerminal(0);
    },
    get stdin() {
      checkStdin();
      return process.stdin;
    },
    get prompts() {
      return process.stderr;
    },
    guardTerminal,
  };
}

const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** The cursor is shown, and pasted text comes plain. */
const asBefore = '\u001b[?2004l\u001b[?25h\n';

/** While a question is asked, keys are not echoed and the cursor may be hidden: the next program would inherit that. */
function guardTerminal(): () => void {
  const onSignal = (signal: NodeJS.Signals): void => {
    process.stdin.setRawMode?.(false);
    writeAll(2, asBefore);
    endBy(signal);
  };
  for (const signal of endings) process.on(signal, onSignal);
  return () => {
    // Of a terminal that was closed, Node itself would die at its end, and not quietly.
    if (!loadTty().isatty(0)) endBy('SIGHUP');
    for (const signal of endings) process.removeListener(signal, onSignal);
  };
}

/** Does what a signal does where nobody listens to it. */
function endBy(signal: NodeJS.Signals): void {
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}

const loadTty = (): typeof import('node:tty') => createRequire(import.meta.url)('node:tty');

function currentFolder(): string {
  try {
    return process.cwd();
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    throw new UserError('the folder you are in is there no more: go to another one');
  }
}

/** Node reads nothing from a folder or a closed stream, and says nothing. Throws UserError. */
function checkStdin(): void {
  let isFolder: boolean;
  try {
    isFolder = fstatSync(0).isDirectory();
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    throw new UserError('standard input cannot be read: it is closed');
  }
  if (isFolder) throw new UserError('standard input cannot be read: it is a folder');
}

/** A character device is a terminal or something like /dev/null; only then is the terminal asked. */
function isTerminal(fd: 0 | 1 | 2): boolean {
  try {
    if (!fstatSync(fd).isCharacterDevice() && process.platform !== 'win32') return false;
  } catch (error) {
    if (errorCode(error) === 'EBADF') return false;
    throw error;
  }
  return Boolean([process.stdin, process.stdout, process.stderr][fd]?.isTTY);
}

function isRegularFile(fd: number): boolean {
  try {
    return fstatSync(fd).isFile();
  } catch (error) {
    if (errorCode(error) === 'EBADF') return false;
    throw error;
  }
}

function widthOf(fd: 1 | 2, env: Shell['env']): number {
  const set = Number(env['COLUMNS']);
  if (Number.isInteger(set) && set > 0) return set;
  return (fd === 1 ? process.stdout : process.stderr).columns || 80;
}

/** NO_COLOR, FORCE_COLOR and TERM=dumb as their conventions say: https://no-color.org, https://force-color.org. */
function colorLevel(terminal: boolean, env: Shell['env']): ColorLevel {
  const force = env['FORCE_COLOR'];
  if (force !== undefined && force !== '') {
    if (force === '0' || force === 'false') return 0;
    return force === '2' ? 2 : force === '3' ? 3 : 1;
  }
  if (env['NO_COLOR'] || env['TERM'] === 'dumb' || !terminal) return 0;
  if (/^(?:truecolor|24bit)$/.test(env['COLORTERM'] ?? '')) return 3;
  return /256color/.test(env['TERM'] ?? '') ? 2 : 1;
}

/** Writes synchronously, so that nothing is lost at the end, and waits where a reader is slow. */
function writeAll(fd: 1 | 2, text: string): void {
  const bytes = Buffer.from(text);
  let done = 0;
  while (done < bytes.length) {
    try {
      done += writeSync(fd, bytes, done);
    } catch (error) {
      const code = errorCode(error);
      if (code === 'EAGAIN') wait();
      else if (fd === 2)
        return; // Nowhere left to say so, and no reason to leave work half done.
      else if (code === 'EPIPE' || code === 'EOF') throw new OutputClosed();
      else throw new UserError(`cannot write the output: ${code === 'ENOSPC' ? 'no space left on the disk' : code}`);
    }
  }
}

/** A reader that set its pipe not to block gets ten milliseconds. */
function wait(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
}
