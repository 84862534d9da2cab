/** How often a property is tried: `npm run test:all` takes its time. */

/** The parameters of a property: so many runs in `npm test`, five times as many in `npm run test:all`. */
export function runs(count: number): { numRuns: number } {
  return { numRuns: count * Number(process.env['TEST_EFFORT'] ?? 1) };
}
