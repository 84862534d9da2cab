/**
 * `npm run fuzz`: nasty values with a seed of chance. `npm run fuzz -- --minutes 30` looks longer than two minutes,
 * `--seed N` sees a find again, and what else is said goes to jest (a file, `-t` and the beginning of a property's name).
 */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  options: {
    minutes: { type: 'string', default: '2' },
    seed: { type: 'string', default: String(randomInt(2 ** 31)) },
    testNamePattern: { type: 'string', short: 't' },
  },
  allowPositionals: true,
});
process.stderr.write(`seed ${values.seed}, ${values.minutes} minutes\n`);
const { status } = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    ...['--config', 'test/fuzz/jest.config.js', '--verbose'],
    ...(values.testNamePattern === undefined ? [] : ['-t', values.testNamePattern]),
    ...positionals,
  ],
  { stdio: 'inherit', env: { ...process.env, FUZZ_SEED: values.seed, FUZZ_MINUTES: values.minutes } },
);
process.exitCode = status ?? 1;
