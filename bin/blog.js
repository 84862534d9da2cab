#!/usr/bin/env node
// A Node that is too old must be able to read this file, in order to say so: no top-level `await`, no static `import`.
const version = process.versions.node;
const [major, minor] = version.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`blog: Node.js ${version} is too old; install 20.19 or newer from https://nodejs.org\n`);
  process.exitCode = 2;
} else {
  const args = process.argv.slice(2);
  const { setFlagsFromString } = process.getBuiltinModule('node:v8');
  // A run is short: compiling calls into one another takes longer than it saves. A Node that lacks the flag would complain.
  if (major <= 24) setFlagsFromString('--max-inlined-bytecode-size-cumulative=100');
  // In the shortest it is best to compile late (132 KiB is usual); a feed of all posts would take 8 % longer.
  const isShort = args.includes('list') || (args.includes('feed') && !args.includes('0') && !args.includes('--all'));
  if (isShort && major < 22) setFlagsFromString('--interrupt-budget=600000');
  // An import of years keeps little of what it makes, but the heap would grow to thrice as much before that is let go.
  if (args.includes('import') && major <= 24) setFlagsFromString('--heap-growing-percent=40');
  // Stays if the program ends before its work is done.
  process.exitCode = 2;
  void import('../dist/main.js')
    .then(({ main }) => main(args))
    .then((status) => {
      process.exitCode = status;
    });
}
