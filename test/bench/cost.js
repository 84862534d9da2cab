/** Preloaded (`node --import`) into a measured program: at its exit, writes what it took to the file of BLOG_BENCH_COST. */

import { writeFileSync } from 'node:fs';

const file = process.env.BLOG_BENCH_COST;
if (file) process.on('exit', () => writeFileSync(file, String(process.cpuUsage().user / 1000)));
