#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { main } from '../dist/main.js';

const args = process.argv.slice(2);
const node = Number.parseInt(process.versions.node, 10);
// A run is short: compiling calls into one another takes longer than it saves. A Node that lacks the flag would complain.
if (node <= 24) setFlagsFromString('--max-inlined-bytecode-size-cumulative=100');
// In the shortest it is best to compile late (132 KiB is usual); a feed of all posts would take 8 % longer.
const isShort = args.includes('list') || (args.includes('feed') && !args.includes('0') && !args.includes('--all'));
if (isShort && node < 22) setFlagsFromString('--interrupt-budget=600000');

process.exitCode = await main(args);
