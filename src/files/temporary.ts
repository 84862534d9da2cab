/** Temporary files beside the file that is written: their names, and the removal of those that a kill left behind. */
import { createHash, randomBytes } from 'node:crypto';
import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { errorCode } from '../errors.ts';

// A temporary file must say whose it is, so that the next write can tell a crash from a neighbour at work.
// biome-ignore lint/style/noRestrictedGlobals: no Shell could know more, and every writer would have to hand it on.
const own = process;

const pattern = /^\.blog-(\d+)-([0-9a-f]{8})-[0-9a-f]{12}\.tmp$/;

/** After this (ms) a temporary file is nobody's, whoever has its process number now. */
const longest = 24 * 60 * 60 * 1000;

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

/** A path for a temporary file in a folder: dot-named, so that no tool takes it for a post. */
export function temporaryPath(folder: string): string {
  return join(folder, `.blog-${own.pid}-${machine()}-${randomBytes(6).toString('hex')}.tmp`);
}

/**
 * Removes the temporary files that dead processes of this machine left in a folder, and those over a day old.
 * Whatever cannot be removed stays: it is in nobody's way.
 */
export function removeStale(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const match = pattern.exec(name);
      if (match && isStale(join(folder, name), Number(match[1]), match[2] === machine())) {
        rmSync(join(folder, name), { force: true });
      }
    }
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
  }
}

function isStale(path: string, owner: number, here: boolean): boolean {
  if (here && owner !== own.pid && !isRunning(owner)) return true;
  return Date.now() - lstatSync(path).mtimeMs > longest;
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
