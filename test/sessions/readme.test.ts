/** The `console` blocks of the README are what a user would see who types them, and its configs are valid. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { isThorough } from '../support/effort.ts';
import { run, siteOf } from '../support/site.ts';
import { type RunStep, readConsoleBlocks, startSession, withConsoleBlocks } from './session.ts';
import { expectOutput, updateSteps } from './steps.ts';

const project = resolve(import.meta.dirname, '../..');
/** After all sample posts that are not of the year 2099. */
const now = '2026-01-05T09:00:00Z';
const readme = readFileSync(join(project, 'README.md'), 'utf8');

describe('the README', () => {
  const steps = readConsoleBlocks(readme);
  const start = (): RunStep => startSession({ site: 'sample', now, isHere: !isThorough() }, { hasStatus: false });
  if (process.env['UPDATE_GOLDEN']) {
    test('is updated', async () => {
      writeFileSync(join(project, 'README.md'), withConsoleBlocks(readme, await updateSteps(steps, start())));
    });
    return;
  }

  let runStep: RunStep;
  test.each(steps)('$command', async (step) => {
    runStep ??= start();
    expectOutput(await runStep(step), step);
  });

  test('begins with the two lines that set it up and test it', () => {
    expect(readme.match(/^npm install && .*$/gm)).toEqual(['npm install && npx blog list', 'npm install && npm test']);
  });

  test.each(['README.md', 'docs/config.md'])('%s shows a valid config', async (file) => {
    const [, config = ''] = /^```yaml\n(title: [\s\S]*?)^```$/m.exec(readFileSync(join(project, file), 'utf8')) ?? [];
    expect(config).toContain('categories:');
    expect(await run(siteOf({}, config), ['list'])).toMatchObject({ status: 0 });
  });
});
