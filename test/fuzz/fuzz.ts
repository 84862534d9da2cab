/**
 * How properties are tried here: with a seed that is always the same, so that nobody's change is blamed for what was
 * found by chance, and with a new one. `FUZZ_SEED=N` tries that one alone, which is how a find is seen again;
 * `FUZZ_RUNS=N` tries so many times as much. A find becomes a case of `test/hostile`.
 */
import { jest, test } from '@jest/globals';
import fc from 'fast-check';

const times = Number(process.env['FUZZ_RUNS'] ?? 1);
const given = process.env['FUZZ_SEED'];
const always = 20_180_705;

export interface Effort {
  /** Tries with each seed. */
  runs: number;
  /** After so many seconds with a seed it is enough: a busy machine tries less, and fails for that never. */
  seconds: number;
}

/** A test that a property holds. */
export function fuzz<T>(name: string, arbitrary: fc.Arbitrary<T>, effort: Effort, holds: (value: T) => unknown): void {
  const seeds = given === undefined ? [always, Date.now() % 2 ** 31] : [Number(given)];
  const milliseconds = effort.seconds * 1000 * times;
  test.each(seeds.map((seed, at) => [at === 0 ? 'the usual seed' : 'a new seed', seed] as const))(
    `${name}: %s`,
    async (_, seed) => {
      const property = fc.asyncProperty(arbitrary, async (value) => void (await holds(value)));
      const details = await fc.check(property, {
        seed,
        numRuns: effort.runs * times,
        interruptAfterTimeLimit: milliseconds,
        markInterruptAsFailure: false,
        includeErrorInReport: true,
      });
      if (process.env['SHOW_FIGURES']) process.stderr.write(`${name}: ${details.numRuns} runs with seed ${seed}\n`);
      if (details.counterexample === null) return;
      throw new Error(
        `FUZZ_SEED=${seed} shows it again${times === 1 ? '' : ` (with FUZZ_RUNS=${times})`}\n${fc.defaultReportMessage(details)}`,
      );
    },
    milliseconds * 4 + 60_000,
  );
}

/** Fails with all that is known of a find, cut to what somebody would read. */
export function expectNone(problems: readonly string[], about: () => string): void {
  if (problems.length > 0) throw new Error(`${problems.slice(0, 5).join('\n')}\n${about().slice(0, 4000)}`);
}

jest.setTimeout(60_000);
