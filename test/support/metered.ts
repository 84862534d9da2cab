/** The built program in a process of its own, and what it took. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import type { Run } from './site.ts';

const bin = resolve('bin/blog.js');

/**
 * Milliseconds of the processor and MiB of memory, told on a fourth stream when the process ends. On Linux `maxRSS` begins at
 * the size of the process that started this one; VmHWM is ours alone.
 */
const meterCode = `import fs from 'node:fs';process.on('exit', () => {
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const status = fs.existsSync('/proc/self/status') ? fs.readFileSync('/proc/self/status', 'utf8') : '';
const peak = Number(/VmHWM:[^0-9]*([0-9]+) kB/.exec(status)?.[1] ?? maxRSS);
fs.writeSync(3, JSON.stringify([(userCPUTime + systemCPUTime) / 1000, peak / 1024])); });`;
const meter = `data:text/javascript,${encodeURIComponent(meterCode)}`;

export interface MeteredRun extends Run {
  /** Milliseconds of the processor: others on the machine do not count. */
  work: number;
  /** MiB at its peak. */
  memory: number;
}

export interface Limits {
  /** Seconds; 30 unless given. */
  patience?: number;
  /** Files that may be open at once. */
  openFiles?: number;
}

/** Runs the program; one that takes longer than its time is ended. */
export function runMetered(
  cwd: string,
  args: readonly string[],
  { patience = 30, openFiles }: Limits = {},
): Promise<MeteredRun> {
  const program = [process.execPath, '--import', meter, bin, ...args];
  const limited =
    openFiles === undefined ? program : ['/bin/sh', '-c', `ulimit -n ${openFiles}; exec "$@"`, 'sh', ...program];
  return new Promise((done) => {
    const child = spawn(limited[0] ?? '', limited.slice(1), {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      timeout: patience * 1000,
    });
    const texts = ['', '', '', ''];
    for (const at of [1, 2, 3]) child.stdio[at]?.on('data', (chunk) => (texts[at] += String(chunk)));
    child.on('close', (status) => {
      const [work = 0, memory = 0] = (texts[3] ? JSON.parse(texts[3]) : [Number.POSITIVE_INFINITY, 0]) as number[];
      done({ status: status ?? -1, stdout: texts[1] ?? '', stderr: texts[2] ?? '', work, memory });
    });
  });
}
