/** The sessions, typed on Windows. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fits, type RunStep, readSession, startSession } from '../sessions/session.ts';
import { startWindowsBlog, type WindowsBlog, whyNoWindows } from './windowsNode.ts';

const folder = resolve(import.meta.dirname, '../sessions');
const why = process.platform === 'win32' ? 'test/sessions does that here' : whyNoWindows();

let blog: WindowsBlog;
if (why === undefined) {
  beforeAll(async () => {
    blog = await startWindowsBlog();
  });
  afterAll(() => blog.stop());
}

/** The editors of the sessions are programs of other systems. */
const startsEditor = /\bEDITOR=/;

/** Without the commands that are printed for copying, which each system has its own words for: paths.test.ts has those of Windows. */
const withoutCommands = (text: string): string => text.replace(/^ {2}(?:cp|copy|mkdir) .*\n/gm, '');

const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
(why === undefined ? describe : describe.skip).each(names)(
  `%s${why === undefined ? '' : ` (${why}: skipped)`}`,
  (name) => {
    const session = readSession(readFileSync(join(folder, name), 'utf8'));
    let runStep: RunStep;
    const steps = session.steps.filter(({ command }) => !startsEditor.test(command));
    test.each(steps)('$command', async (step) => {
      runStep ??= startSession({ ...session, isHere: true }, { program: blog });
      const [printed, output] = [await runStep(step), step.output].map(withoutCommands) as [string, string];
      if (!fits(printed, output)) expect(printed).toBe(output);
    });
  },
);
