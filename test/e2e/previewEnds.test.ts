/** How a preview ends: at once, with its port free, however it is told to, and never by a request. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { openRaw, sendRaw } from '../serve/raw.ts';
import { builtBin } from '../support/builtBin.ts';
import { siteOf } from '../support/site.ts';
import { tempFolder } from '../support/tempFolder.ts';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

const folder = (): string => siteOf({ 'visit.md': ['title: Visit', 'date: 2018-07-05'] });

/** Starts a preview; its port, and how the process ends. */
async function start(cwd: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [builtBin, 'preview', ...args], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let stderr = '';
  child.stderr.on('data', (piece) => {
    stderr += String(piece);
  });
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal }));
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (piece) => resolve(String(piece).trim()));
    child.on('close', () => reject(new Error(stderr)));
  });
  return { child, ended, url, port: Number(new URL(url).port), stderr: () => stderr };
}

const isFree = async (port: number): Promise<boolean> => {
  const second = await start(folder(), ['--no-open', '--port', String(port)]);
  second.child.kill();
  return second.port === port;
};

const page = (port: number): Promise<{ status: number }> =>
  sendRaw(port, `GET / HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`, 10_000);

describe.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s', (signal) => {
  test('ends it at once and frees the port, with tabs open and a request under way', async () => {
    const { child, ended, port } = await start(folder(), ['--no-open']);
    expect((await page(port)).status).toBe(200);
    await openRaw(port, `GET /.blog/events HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`);
    await openRaw(port, 'GET / HTTP/1.1\r\n');
    const begin = performance.now();
    child.kill(signal);
    expect(await ended).toEqual({ code: null, signal });
    expect(performance.now() - begin).toBeLessThan(1000);
    expect(await isFree(port)).toBe(true);
  });
});

test('what it prints: the URL on stdout, how to end it on stderr', async () => {
  const { url, stderr, port } = await start(folder(), ['visit', '--no-open']);
  expect(url).toBe(`http://127.0.0.1:${port}/2018/07/05/visit/`);
  await page(port);
  expect(stderr()).toMatch(/press Ctrl-C to stop/);
});

test('the next port, if the first is in use; a port that was asked for is not replaced', async () => {
  const first = await start(folder(), ['--no-open']);
  const second = await start(folder(), ['--no-open']);
  expect(second.port).toBeGreaterThan(first.port);
  await expect(start(folder(), ['--no-open', '--port', String(first.port)])).rejects.toThrow(
    `blog: port ${first.port} is in use; pass another one, such as --port 8000`,
  );
});

test('output into a closed pipe ends it quietly', () => {
  const preview = `timeout 20 "${process.execPath}" "${builtBin}" preview --no-open`;
  const command = `${preview} | (exec 0<&-; sleep 3); echo "\${PIPESTATUS[0]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: folder(), encoding: 'utf8' });
  expect([stdout, stderr]).toEqual(['0\n', '']);
});

test('without a terminal no browser is opened', async () => {
  const bin = tempFolder();
  writeFileSync(join(bin, 'xdg-open'), `#!/bin/sh\ntouch "${bin}/opened"\n`, { mode: 0o755 });
  const { port } = await start(folder(), [], { PATH: `${bin}:${process.env['PATH']}` });
  await page(port);
  expect(spawnSync('ls', [bin], { encoding: 'utf8' }).stdout).toBe('xdg-open\n');
});
