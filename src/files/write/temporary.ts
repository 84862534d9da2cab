/** Files that a command makes for its own use: their names, and the removal of those that a kill left behind. */
import { createHash, randomBytes } from 'node:crypto';
import { lstatSync, readdirSync, unlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { compareText } from '../../diagnostic.ts';
import { errorCode } from '../../errors.ts';

// A temporary file must say whose it is, so that the next write can tell a crash from a neighbour at work.
// biome-ignore lint/style/noRestrictedGlobals: no Shell could know more, and every writer would have to hand it on.
const own = process;

const pattern = /^\.blog-(\d+)-([0-9a-f]{8})(?:-[0-9a-f]{12}\.tmp|(\.lock))$/;

const hour = 60 * 60 * 1000;
/** After this (ms) a temporary file is nobody's, whoever has its process number now. */
const longest = 24 * hour;
/** After this (ms) a lock is nobody's: no command takes so long, and a new process may have the number. */
const longestLock = hour;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Lets signals wait until the result is called: then the file is there whole, and its temporary one is not any more. A
 * signal that came meanwhile ends the process then as it would have.
 */
export function holdSignals(): () => void {
  const isHeld = own.listeners(signals[0]).includes(endBy);
  if (!isHeld) for (const signal of signals) own.on(signal, endBy);
  // What came is told in the next turn, before this.
  return () => void setImmediate(letSignalsEnd);
}

function endBy(signal: NodeJS.Signals): void {
  letSignalsEnd();
  own.kill(own.pid, signal);
}

function letSignalsEnd(): void {
  for (const signal of signals) own.off(signal, endBy);
}

/** Runs `cleanUp` if a signal ends the process before what the result gives has come. */
export function beforeSignalsEnd(cleanUp: () => void): () => Promise<void> {
  const onSignal = (signal: NodeJS.Signals): void => {
    cleanUp();
    stop();
    own.kill(own.pid, signal);
  };
  const stop = (): void => {
    for (const signal of signals) own.off(signal, onSignal);
  };
  for (const signal of signals) own.on(signal, onSignal);
  return async () => {
    // What came is told in the next turn, before this.
    await nextTurn();
    stop();
  };
}

/** A path for a temporary file in a folder: dot-named, so that no tool takes it for a post. */
export function temporaryPath(folder: string): string {
  return join(folder, `.blog-${own.pid}-${machine()}-${randomBytes(6).toString('hex')}.tmp`);
}

/** The path of this process's lock in a folder. */
export function lockPath(folder: string): string {
  return join(folder, `.blog-${own.pid}-${machine()}.lock`);
}

/** Another process's lock. */
export interface Rival {
  /** Its file. */
  path: string;
  pid: number;
  /** Whether that is a process of this machine. */
  here: boolean;
}

/** Removes from a folder what dead processes left there. */
export type Sweep = (folder: string) => void;

/** A sweep that reads each folder once, and those in `swept` not at all: a folder may hold ten thousand posts. */
export function createSweep(swept: readonly string[] = []): Sweep {
  const done = new Set(swept);
  return (folder) => {
    if (done.has(folder)) return;
    done.add(folder);
    removeStale(folder);
  };
}

/**
 * Removes the temporary files and locks that dead processes of this machine left in a folder, and those that are too
 * old. Whatever cannot be removed stays: it is in nobody's way. Returns the locks of other processes, in order.
 */
export function removeStale(folder: string): Rival[] {
  const rivals: Rival[] = [];
  for (const name of namesIn(folder)) {
    const [found, pid, where, isLock] = pattern.exec(name) ?? [];
    if (found === undefined) continue;
    const owner = { path: join(folder, name), pid: Number(pid), here: where === machine() };
    if (isStale(owner, isLock ? longestLock : longest)) remove(owner.path);
    else if (isLock && owner.path !== lockPath(folder)) rivals.push(owner);
  }
  return rivals.sort((a, b) => compareText(a.path, b.path));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return [];
  }
}

/** Removes a file. Where that cannot be done the next command that writes there tries again. */
export function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
  }
}

function isStale({ path, pid, here }: Rival, age: number): boolean {
  if (here && pid !== own.pid && !isRunning(pid)) return true;
  const stats = lstatSync(path, { throwIfNoEntry: false });
  // A time in the future is no running command's either: a checkout or a wrong clock gave it.
  return stats === undefined || Math.abs(Date.now() - stats.mtimeMs) > age;
}

function isRunning(owner: number): boolean {
  try {
    return own.kill(owner, 0);
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}

/** Process numbers mean something on one machine only; the folder may be shared by several. */
function machine(): string {
  return createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
}
