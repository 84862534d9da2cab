/** Temporary files and locks: their names, and the removal of those that a killed process left behind. */
import { createHash, randomUUID } from 'node:crypto';
import { lstatSync, readdirSync, unlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { compareText } from '../../diagnostic.ts';
import { errorCode } from '../../errors.ts';
import { tried } from '../explain.ts';

// Names include the process, so that the next write can tell a crash from another running command.
// biome-ignore lint/style/noRestrictedGlobals: a Shell could add nothing, and every writer would have to pass it on.
const own = process;

const pattern = /^\.blog-(\d+)-([0-9a-f]{8})(?:-[0-9a-f]{12}\.tmp|(\.lock))$/;

const hour = 60 * 60 * 1000;
/** Older temporary files (ms) are stale, even if a process has the number. */
const maxAge = 24 * hour;
/** Older locks (ms) are stale: no command takes so long, and a new process may have the number. */
const maxLockAge = hour;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Defers signals until the returned function is called, when the file is complete and its temporary file removed. A
 * signal that arrived in the meantime then ends the process as usual.
 */
export function holdSignals(): () => void {
  const isHeld = own.listeners(signals[0]).includes(endBy);
  if (!isHeld) for (const signal of signals) own.on(signal, endBy);
  // Pending signals are delivered in the next turn, before this.
  return () => void setImmediate(letSignalsEnd);
}

function endBy(signal: NodeJS.Signals): void {
  letSignalsEnd();
  own.kill(own.pid, signal);
}

function letSignalsEnd(): void {
  for (const signal of signals) own.off(signal, endBy);
}

/** Runs `cleanUp` if a signal ends the process before the returned function is called. */
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
    // Pending signals are delivered in the next turn, before this.
    await nextTurn();
    stop();
  };
}

/** A path for a temporary file in a folder, hidden so that no tool takes it for a post. */
export function temporaryPath(folder: string): string {
  return join(folder, `.blog-${own.pid}-${machine()}-${randomUUID().slice(-12)}.tmp`);
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

/** A sweep that reads each folder only once, and those in `swept` never: a folder may hold ten thousand posts. */
export function createSweep(swept: readonly string[] = []): Sweep {
  const done = new Set(swept);
  return (folder) => {
    if (done.has(folder)) return;
    done.add(folder);
    removeStale(folder);
  };
}

/**
 * Removes temporary files and locks of dead processes on this machine, and those that are too old, if the system allows
 * it. Returns the locks of other processes, sorted by path.
 */
export function removeStale(folder: string): Rival[] {
  const rivals: Rival[] = [];
  for (const name of tried(() => readdirSync(folder)) ?? []) {
    const [found, pid, where, isLock] = pattern.exec(name) ?? [];
    if (found === undefined) continue;
    const owner = { path: join(folder, name), pid: Number(pid), here: where === machine() };
    if (isStale(owner, isLock ? maxLockAge : maxAge)) remove(owner.path);
    else if (isLock && owner.path !== lockPath(folder)) rivals.push(owner);
  }
  return rivals.sort((a, b) => compareText(a.path, b.path));
}

/** Removes a file. If the system refuses, the next command that writes there tries again. */
export function remove(path: string): void {
  tried(() => unlinkSync(path));
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

/** A hash of the host name: process numbers differ between the machines that share a folder. */
function machine(): string {
  return createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
}
