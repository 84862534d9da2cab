/** What the tests of sessions and of the README do with their steps. */
import { expect } from '@jest/globals';
import { fits, type RunStep, type Step, updateOutput } from './session.ts';

/** Expects what a step says, where `…` is any text. */
export function expectOutput(printed: string, { output }: Step): void {
  // A difference line by line says more than that a pattern did not match.
  if (!fits(printed, output)) expect(printed).toBe(output);
}

/** The steps with what they print now. */
export async function updateSteps(steps: readonly Step[], runStep: RunStep): Promise<Step[]> {
  const updated: Step[] = [];
  for (const step of steps) updated.push({ ...step, output: updateOutput(step.output, await runStep(step)) });
  return updated;
}
