import { setTimeout } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { createProgress } from '../../src/commands/progress.ts';
import { testShell } from '../support/testShell.ts';

const globals = { input: true };

test('work over half a second shows how far it is, and takes the line away again', async () => {
  const { shell, stderr } = testShell({ stderr: { width: 80, color: 0 } });
  const progress = createProgress({ shell, globals });
  progress?.(64, 1280);
  expect(stderr()).toBe('');
  await setTimeout(550);
  progress?.(65, 1280);
  progress?.(128, 1280);
  progress?.(192, 1280);
  expect(stderr()).toBe('\r128 of 1,280 posts …');
  progress?.(1280, 1280);
  expect(stderr()).toBe('\r128 of 1,280 posts …\r\u001b[K');
});

test('nobody is shown it who is no terminal, wants quiet, or has a dumb one', () => {
  const terminal = { width: 80, color: 0 as const };
  expect(createProgress({ shell: testShell().shell, globals })).toBeUndefined();
  expect(
    createProgress({ shell: testShell({ stderr: terminal }).shell, globals: { ...globals, quiet: true } }),
  ).toBeUndefined();
  expect(
    createProgress({ shell: testShell({ stderr: terminal, env: { TERM: 'dumb' } }).shell, globals }),
  ).toBeUndefined();
});
