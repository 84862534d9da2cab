/** Every session is what a user would see who types it: `*.txt` here, and the `console` blocks of the README. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { run, siteOf } from '../support/site.ts';
import {
  fits,
  formatSession,
  type RunStep,
  readConsoleBlocks,
  readSession,
  type Step,
  startSession,
  updateOutput,
  withConsoleBlocks,
} from './session.ts';

const here = import.meta.dirname;
const project = resolve(here, '../..');
const readme = readFileSync(join(project, 'README.md'), 'utf8');

function expectOutput(printed: string, { output }: Step): void {
  // A difference line by line says more than that a pattern did not match.
  if (!fits(printed, output)) expect(printed).toBe(output);
}

async function updateSteps(steps: readonly Step[], runStep: RunStep): Promise<Step[]> {
  const updated: Step[] = [];
  for (const step of steps) updated.push({ ...step, output: updateOutput(step.output, await runStep(step)) });
  return updated;
}

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

describe('the README', () => {
  const steps = readConsoleBlocks(readme);
  const start = (): RunStep => startSession({ site: 'sample', isHere: false }, { hasStatus: false });
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
    expect(await printed('blog list')).toMatch(/^blog: posts folder “posts” not found;.*\n\[2\]\n$/);
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

  test.each([
    ['o…\n', 'one\n', 'o…\n'],
    ['o…\ntwo\n', 'one\n2\n', 'o…\n2\n'],
    ['o\n', 'one\ntwo\n', 'one\ntwo\n'],
  ])('of %j that printed %j is updated to %j', (output, printed, expected) => {
    expect(updateOutput(output, printed)).toBe(expected);
  });

  test('in Markdown is updated in its place', () => {
    const markdown = 'A\n```console\n$ a\n1\n$ b\n```\nB\n```console\n$ c\n2\n```\n';
    const steps = readConsoleBlocks(markdown);
    expect(withConsoleBlocks(markdown, steps)).toBe(markdown);
    const changed = steps.map((step) => ({ ...step, output: step.output.replace('2', '3\n4') }));
    expect(withConsoleBlocks(markdown, changed)).toBe(markdown.replace('2', '3\n4'));
  });

  test('with a line that is neither comment, setting nor step is refused', () => {
    expect(() => readSession('sit: empty\n$ true\n')).toThrow('sit: empty');
  });
});
