/**
 * Preloaded (`node --import`) into a measured program: at its exit, writes the most memory it held, in KiB,
 * to the file that BLOG_BENCH_PEAK names.
 */

import { readFileSync, writeFileSync } from 'node:fs';

const file = process.env.BLOG_BENCH_PEAK;
if (file) process.on('exit', () => writeFileSync(file, String(readPeak())));

/** On Linux `maxRSS` begins at the size of the process that started this one; VmHWM is ours alone. */
function readPeak() {
  try {
    const peak = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (peak) return Number(peak);
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS;
}
