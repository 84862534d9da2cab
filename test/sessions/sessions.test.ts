/** Every session, `*.txt` here, is what a user would see who types it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from '@jest/globals';
import { formatSession, type RunStep, readSession, startSession } from './session.ts';
import { expectOutput, updateSteps } from './steps.ts';

const here = import.meta.dirname;

describe.each(readdirSync(here).filter((name) => name.endsWith('.txt')))('%s', (name) => {
  const path = join(here, name);
  const session = readSession(readFileSync(path, 'utf8'));

  if (process.env['UPDATE_GOLDEN']) {
    test('is updated', async () => {
      const steps = await updateSteps(session.steps, startSession(session));
      writeFileSync(path, formatSession({ ...session, steps }));
    });
    return;
  }

  let runStep: RunStep;
  test.each(session.steps)('$command', async (step) => {
    runStep ??= startSession(session);
    expectOutput(await runStep(step), step);
  });
});
