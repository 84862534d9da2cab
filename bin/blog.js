#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { main } from '../dist/main.js';

// A run is short: compiling calls into one another takes longer than it saves. A Node that lacks the flag would complain.
if (Number.parseInt(process.versions.node, 10) <= 24) setFlagsFromString('--max-inlined-bytecode-size-cumulative=100');

process.exitCode = await main(process.argv.slice(2));
