/**
 * How properties are tried with values of chance. run.js gives the seed and the time; a find is printed with both and
 * the smallest input, and becomes a case of `test/hostile` or of an ordinary table before it is fixed.
 */
import { test } from '@jest/globals';
import fc from '../support/fastCheck.ts';

const seed = Number(process.env['FUZZ_SEED']);
const minutes = Number(process.env['FUZZ_MINUTES']);
if (!Number.isSafeInteger(seed) || !(minutes > 0)) throw new Error('start this with: npm run fuzz');

/** Of all properties together, as their shares add up. */
const allShares = 18;
/** Files of properties run beside one another. */
const workers = 2;

/** A test that a property holds. `share` is its part of the time, of 18. */
export function fuzz<T>(name: string, arbitrary: fc.Arbitrary<T>, share: number, holds: (value: T) => unknown): void {
  const milliseconds = (minutes * 60_000 * workers * share) / allShares;
  test(
    name,
    async () => {
      let last: unknown;
      const property = fc.asyncProperty(arbitrary, async (value) => {
        last = holds(value);
        await last;
      });
      const details = await fc.check(property, {
        seed,
        numRuns: 1_000_000_000,
        interruptAfterTimeLimit: milliseconds,
        markInterruptAsFailure: false,
        includeErrorInReport: true,
      });
      // The one that was interrupted still works in its folder.
      await Promise.allSettled([last]);
      process.stderr.write(`${name}: ${details.numRuns} runs\n`);
      if (details.counterexample === null) return;
      throw new Error(`npm run fuzz -- --seed ${seed} -t "${name}"\n${fc.defaultReportMessage(details)}`);
    },
    milliseconds * 2 + 60_000,
  );
}

/** Fails with all that is known of a find, cut to what somebody would read. */
export function expectNone(problems: readonly string[], about: () => string): void {
  if (problems.length > 0) throw new Error(`${problems.slice(0, 5).join('\n')}\n${about().slice(0, 4000)}`);
}
