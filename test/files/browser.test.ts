/** What opens the browser: no shell, no program of the blog’s folder, and the URL as one argument. */
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { browserCommand, openBrowser } from '../../src/files/programs/browser.ts';
import { tempFolder } from '../support/tempFolder.ts';

const url = 'http://localhost:4321/2018/07/visit/';

test('xdg-open, where the PATH has it', () => {
  const folder = tempFolder({ 'bin/xdg-open': '#!/bin/sh\n' });
  chmodSync(join(folder, 'bin/xdg-open'), 0o755);
  const command = browserCommand(url, { cwd: folder, env: { PATH: join(folder, 'bin') } });
  expect(command).toEqual([join(folder, 'bin/xdg-open'), url]);
});

test('not one that lies in the blog’s folder', () => {
  const folder = tempFolder({ 'xdg-open': '#!/bin/sh\n' });
  chmodSync(join(folder, 'xdg-open'), 0o755);
  expect(browserCommand(url, { cwd: folder, env: { PATH: '/nonexistent' } })?.[0]).not.toBe(join(folder, 'xdg-open'));
});

test('on Windows a program of the system, and no cmd', () => {
  const env = { OS: 'Windows_NT', SystemRoot: '/windows', PATH: '' };
  const [program = '', ...args] = browserCommand(url, { cwd: '/', env }) ?? [];
  expect(program).toMatch(/System32.rundll32\.exe$/);
  expect(args).toEqual(['url.dll,FileProtocolHandler', url]);
});

test('a program that cannot be started is no error', async () => {
  const folder = tempFolder({ 'xdg-open': 'no program' });
  chmodSync(join(folder, 'xdg-open'), 0o755);
  expect(openBrowser(url, { cwd: folder, env: { PATH: folder } })).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 50));
});
