/** Clients that are slow on purpose: they keep nobody waiting, and do not stay for ever. */
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Answer } from '../../src/serve/answers.ts';
import { type PreviewServer, startServer } from '../../src/serve/server.ts';
import { openRaw, sendRaw } from './raw.ts';

let server: PreviewServer;
const open: Socket[] = [];

function* pieces(): Generator<Buffer> {
  for (let count = 0; count < 1000; count++) yield Buffer.alloc(100_000);
}

/** A film of 100 MB, which is read as it is sent. */
const film = (): Answer['body'] => ({
  size: 100_000_000,
  read: () => Readable.from(pieces(), { objectMode: false }),
  close: () => undefined,
});

beforeAll(async () => {
  server = await startServer({
    ports: [0],
    answer: (path) => ({ status: 200, type: 'text/plain', body: path === '/large' ? film() : 'here' }),
    onListening: () => undefined,
    onError: (error) => {
      throw error;
    },
  });
});
afterAll(async () => {
  for (const socket of open) socket.destroy();
  await server.close();
});

const head = (): string => `Host: localhost:${server.port}\r\nConnection: close\r\n`;
const isAnswered = async (): Promise<boolean> =>
  (await sendRaw(server.port, `GET / HTTP/1.1\r\n${head()}\r\n`, 30_000)).body === 'here';
const closed = (socket: Socket): Promise<true> =>
  new Promise((resolve) => {
    socket.resume();
    if (socket.destroyed) resolve(true);
    socket.on('close', () => resolve(true));
  });

const slow: readonly [count: number, name: string, () => string][] = [
  [200, 'send nothing', () => ''],
  [200, 'send half a line', () => 'GET / HT'],
  [200, 'send half the headers', () => `GET / HTTP/1.1\r\nHost: localhost:${server.port}\r\nX: `],
  [40, 'never read', () => `GET /large HTTP/1.1\r\n${head()}\r\n`],
];

test.each(slow)('%d that %s keep nobody waiting', async (count, _, bytes) => {
  const sockets = await Promise.all(Array.from({ length: count }, () => openRaw(server.port, bytes())));
  open.push(...sockets);
  expect(await isAnswered()).toBe(true);
  for (const socket of sockets) socket.destroy();
});

test('of 600, the oldest make room', async () => {
  const sockets = await Promise.all(Array.from({ length: 600 }, () => openRaw(server.port, 'GET /')));
  open.push(...sockets);
  expect(await isAnswered()).toBe(true);
  await Promise.all(sockets.slice(0, 300).map(closed));
  for (const socket of sockets) socket.destroy();
});

test('a request that does not end is refused after a while', async () => {
  const answer = await sendRaw(server.port, `GET / HTTP/1.1\r\nHost: localhost:${server.port}\r\nX: `, 15_000);
  expect(answer.status).toBe(408);
  expect(answer.headers['x-content-type-options']).toBe('nosniff');
});

test('one that sends a byte now and then is, too', async () => {
  const socket = await openRaw(server.port, 'GET / HTTP/1.1\r\nX: ');
  const timer = setInterval(() => socket.write('y'), 200);
  const start = performance.now();
  await closed(socket);
  clearInterval(timer);
  expect(performance.now() - start).toBeLessThan(20_000);
});
