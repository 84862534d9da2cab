/** How often a property is tried, as `npm run test:all` takes its time; and how long something takes. */

/** The parameters of a property: so many runs in `npm test`, five times as many in `npm run test:all`. */
export function runs(count: number): { numRuns: number } {
  return { numRuns: count * Number(process.env['TEST_EFFORT'] ?? 1) };
}

/** Milliseconds of the processor that `run` takes: others on the machine do not count. */
export function workOf(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
