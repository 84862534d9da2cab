/** Every session is what a user would see who types it: `*.txt` here, and the `console` blocks of the README. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { run, siteOf } from '../support/site.ts';
import {
  fits,
  formatSession,
  readConsoleBlocks,
  readSession,
  type Step,
  startSession,
  withConsoleBlocks,
} from './session.ts';

const here = import.meta.dirname;
const readmePath = resolve(here, '../../README.md');
const readme = readFileSync(readmePath, 'utf8');

function expectOutput(printed: string, { output }: Step): void {
  // A difference line by line says more than that a pattern did not match.
  if (!fits(printed, output)) expect(printed).toBe(output);
}

describe.each(readdirSync(here).filter((name) => name.endsWith('.txt')))('%s', (name) => {
  const path = join(here, name);
  const session = readSession(readFileSync(path, 'utf8'));

  if (process.env['UPDATE_GOLDEN']) {
    test('is written anew', async () => {
      const runStep = startSession(session);
      const steps: Step[] = [];
      for (const step of session.steps) {
        const printed = await runStep(step);
        steps.push(fits(printed, step.output) ? step : { ...step, output: printed });
      }
      writeFileSync(path, formatSession({ ...session, steps }));
    });
    return;
  }

  let runStep: (step: Step) => Promise<string>;
  test.each(session.steps)('$command', async (step) => {
    runStep ??= startSession(session);
    expectOutput(await runStep(step), step);
  });
});

describe('the README', () => {
  const steps = readConsoleBlocks(readme);
  let runStep: (step: Step) => Promise<string>;
  test.each(steps)('$command', async (step) => {
    runStep ??= startSession({ site: 'sample' }, { hasStatus: false });
    const printed = await runStep(step);
    if (process.env['UPDATE_GOLDEN'] && !fits(printed, step.output)) step.output = printed;
    expectOutput(printed, step);
  });

  if (process.env['UPDATE_GOLDEN']) afterAll(() => writeFileSync(readmePath, withConsoleBlocks(readme, steps)));

  test('begins with the two lines that set it up and test it', () => {
    expect(readme.match(/^npm install && .*$/gm)).toEqual(['npm install && npx blog list', 'npm install && npm test']);
  });

  test('shows a config that is valid', async () => {
    const [, config = ''] = /^```yaml\n(title: [\s\S]*?)^```$/m.exec(readme) ?? [];
    expect(config).toContain('feed:');
    expect(await run(siteOf({}, config), ['list'])).toMatchObject({ status: 0 });
  });
});

describe('a session', () => {
  test('has comments, settings, steps, here-documents and statuses', async () => {
    const text = '# About.\nsite: empty\n$ cat <<E; exit 3\n> a\n> E\na\n[3]\n$ true\n';
    const session = readSession(text);
    expect(session).toMatchObject({
      site: 'empty',
      steps: [
        { command: 'cat <<E; exit 3\na\nE', output: 'a\n[3]\n' },
        { command: 'true', output: '' },
      ],
    });
    expect(formatSession(session)).toBe(text);
    const runStep = startSession(session);
    for (const step of session.steps) expect(await runStep(step)).toBe(step.output);
  });

  test('at a terminal has its width and colours', async () => {
    const runStep = startSession(readSession('site: empty\nterminal: 60\n$ true\n'));
    const printed = (command: string): Promise<string> => runStep({ command, output: '' });
    expect(await printed('blog list')).toMatch(/^blog: there is no posts folder posts;.*\n\[2\]\n$/);
    await printed('mkdir posts; printf -- "---\\ntitle: A b\\ndate: 2024-01-01\\n---\\n" > posts/a.md');
    expect(await printed('blog list --search "a b" --color --fields title')).toBe('TITLE\n␛[1mA b␛[22m\n');
    expect(await printed('LC_ALL=C blog list --group-by year')).toMatch(/^2024 {2}1 {2}#{40}$/m);
  });

  test.each([
    ['a\n', 'a\n', true],
    ['a\n', 'b\n', false],
    ['one\ntwo\n', 'o…\n', true],
    ['one\n', 'o…\n[1]\n', false],
    ['a.c', 'a.c', true],
    ['abc…', 'a.c…', false],
  ])('printed %j, expected %j: %s', (printed, output, expected) => {
    expect(fits(printed, output)).toBe(expected);
  });

  test('with a line that is neither comment, setting nor step is refused', () => {
    expect(() => readSession('sit: empty\n$ true\n')).toThrow('sit: empty');
  });
});
