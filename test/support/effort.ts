/** How often a property is tried, as `npm run test:all` takes its time; and how long something takes. */

/** Whether this is `npm run test:all`. */
export function isThorough(): boolean {
  return process.env['TEST_EFFORT'] !== undefined;
}

/** The parameters of a property: so many runs, but a quarter in `npm test` and five times as many in `npm run test:all`. */
export function runs(count: number): { numRuns: number } {
  return { numRuns: Math.ceil(count * Number(process.env['TEST_EFFORT'] ?? 0.25)) };
}

/** The rows of an exhaustive table: every so many-th in `npm test`, all in `npm run test:all`. */
export function sample<Row>(rows: readonly Row[], every: number): Row[] {
  return rows.filter((_, at) => isThorough() || at % every === 0);
}

/** Milliseconds of the processor that `run` takes: others on the machine do not count. */
export function workOf(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
