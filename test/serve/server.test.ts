/** The server with an answer of its own for a few paths: who is answered, how, and that nothing ends it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { safeHeaders, sandboxed } from '../../src/serve/answers.ts';
import { eventsPath, type PreviewServer, scriptPath, startServer } from '../../src/serve/server.ts';
import { openRaw, sendRaw } from './raw.ts';

let server: PreviewServer;
const errors: unknown[] = [];
let listening = 0;

beforeAll(async () => {
  server = await startServer({
    ports: [0],
    answer: (path) => {
      if (path === '/') return { status: 200, type: 'text/html; charset=utf-8', body: '<main>Home</main>' };
      if (path === '/image.svg') return { status: 200, type: 'image/svg+xml', body: '<svg/>', headers: sandboxed };
      if (path === '/bug') throw new Error('a secret of the bug');
      return undefined;
    },
    onListening: () => void listening++,
    onError: (error) => errors.push(error),
  });
});
afterAll(() => server.close());

const from = (...lines: readonly string[]): string =>
  `${lines.join('\r\n')}\r\n\r\n`.replaceAll(':P', `:${server.port}`);
const get = (path: string, ...headers: readonly string[]): string =>
  from(`GET ${path} HTTP/1.1`, 'Host: localhost:P', 'Connection: close', ...headers);
const host = (...lines: readonly string[]): string => from('GET / HTTP/1.1', 'Connection: close', ...lines);
const ask = (method: string, ...headers: readonly string[]): string =>
  from(`${method} / HTTP/1.1`, 'Host: localhost:P', 'Connection: close', ...headers);

const long = 'a'.repeat(20_000);

/** What is sent, and the status of the answer. */
const probes: readonly [name: string, status: number, () => string][] = [
  ['the home page', 200, () => get('/')],
  ['by number', 200, () => host('Host: 127.0.0.1:P')],
  ['with a query', 200, () => get('/?x=1&y=%ff')],
  ['HTTP 1.0', 200, () => from('GET / HTTP/1.0', 'Host: localhost:P')],
  // Hosts.
  ['no Host', 421, () => host('X: y')],
  ['no Host, HTTP 1.0', 421, () => from('GET / HTTP/1.0')],
  ['an empty Host', 421, () => host('Host: ')],
  ['a foreign Host', 421, () => host('Host: evil.example')],
  ['a foreign Host with the port', 421, () => host('Host: evil.example:P')],
  ['a Host that ends in ours', 421, () => host('Host: evil.localhost:P')],
  ['a Host that begins with ours', 421, () => host('Host: localhost:P.evil.example')],
  ['the Host twice', 421, () => host('Host: localhost:P', 'Host: localhost:P')],
  ['two Hosts', 421, () => host('Host: localhost:P', 'Host: evil.example')],
  ['two Hosts, ours last', 421, () => host('Host: evil.example', 'Host: localhost:P')],
  ['two Hosts in one', 421, () => host('Host: localhost:P, evil.example')],
  ['a Host in capitals', 421, () => host('Host: LOCALHOST:P')],
  ['a Host with a dot', 421, () => host('Host: localhost.:P')],
  ['a Host without port', 421, () => host('Host: localhost')],
  ['a Host with another port', 421, () => host('Host: localhost:80')],
  ['a Host with a zero before the port', 421, () => host('Host: localhost:0P'.replace(':0P', `:0${server.port}`))],
  ['a Host with a name', 421, () => host('Host: user@localhost:P')],
  ['a Host with a path', 421, () => host('Host: localhost:P/')],
  ['0.0.0.0', 421, () => host('Host: 0.0.0.0:P')],
  ['127.1', 421, () => host('Host: 127.1:P')],
  ['another number of the loopback', 421, () => host('Host: 127.0.0.2:P')],
  ['IPv6', 421, () => host('Host: [::1]:P')],
  ['the Host of X-Forwarded-Host', 421, () => host('Host: evil.example', 'X-Forwarded-Host: localhost:P')],
  ['a foreign Host, for the script', 421, () => from(`GET ${scriptPath} HTTP/1.1`, 'Host: evil.example')],
  ['a foreign Host, for the events', 421, () => from(`GET ${eventsPath} HTTP/1.1`, 'Host: evil.example')],
  ['a foreign Host, with a write method', 421, () => from('POST / HTTP/1.1', 'Host: evil.example')],
  ['a foreign Host, absolute form', 421, () => from('GET http://localhost:P/ HTTP/1.1', 'Host: evil.example')],
  ['a line in the Host', 400, () => host('Host: localhost:P\n evil')],
  // Who asks.
  ['our own Origin', 200, () => get('/', 'Origin: http://localhost:P')],
  ['a foreign Origin', 403, () => get('/', 'Origin: https://evil.example')],
  ['the Origin null', 403, () => get('/', 'Origin: null')],
  ['an empty Origin', 403, () => get('/', 'Origin: ')],
  ['the Origin of another port', 403, () => get('/', 'Origin: http://localhost:1')],
  ['our own Origin by https', 403, () => get('/', 'Origin: https://localhost:P')],
  ['our other name as Origin', 403, () => get('/', 'Origin: http://127.0.0.1:P')],
  ['two Origins', 403, () => get('/', 'Origin: http://localhost:P', 'Origin: https://evil.example')],
  ['a foreign Origin, for the events', 403, () => get(eventsPath, 'Origin: https://evil.example')],
  ['a foreign Origin that asks beforehand', 403, () => ask('OPTIONS', 'Origin: https://evil.example')],
  ['the same origin', 200, () => get('/', 'Sec-Fetch-Site: same-origin')],
  ['the user', 200, () => get('/', 'Sec-Fetch-Site: none')],
  ['another site', 403, () => get('/', 'Sec-Fetch-Site: cross-site')],
  ['another port, which is the same site', 403, () => get('/', 'Sec-Fetch-Site: same-site')],
  ['an unknown Sec-Fetch-Site', 403, () => get('/', 'Sec-Fetch-Site: none-such')],
  ['two of Sec-Fetch-Site', 403, () => get('/', 'Sec-Fetch-Site: none', 'Sec-Fetch-Site: cross-site')],
  [
    'a link on another site that was followed',
    200,
    () => get('/', 'Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: document'),
  ],
  [
    'a frame of another site',
    403,
    () => get('/', 'Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: iframe'),
  ],
  [
    'a link on another site to the events',
    403,
    () => get(eventsPath, 'Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: document'),
  ],
  ['the script for another site', 403, () => get(scriptPath, 'Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: no-cors')],
  ['the events for another site', 403, () => get(eventsPath, 'Sec-Fetch-Site: same-site', 'Sec-Fetch-Mode: cors')],
  // Methods.
  ['HEAD', 200, () => ask('HEAD')],
  ['HEAD of the events', 200, () => from(`HEAD ${eventsPath} HTTP/1.1`, 'Host: localhost:P', 'Connection: close')],
  ...['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'MKCOL', 'MOVE', 'LOCK', 'PURGE'].map(
    (method): [string, number, () => string] => [method, 405, () => ask(method)],
  ),
  ['POST with content', 405, () => `${ask('POST', 'Content-Length: 3')}x=1`],
  ['POST that waits to be asked', 405, () => ask('POST', 'Content-Length: 3', 'Expect: 100-continue')],
  ['OPTIONS of the whole server', 405, () => from('OPTIONS * HTTP/1.1', 'Host: localhost:P', 'Connection: close')],
  ['an unknown method', 400, () => ask('EVIL')],
  ['a method in small letters', 400, () => ask('get')],
  ['CONNECT', 405, () => from('CONNECT evil.example:443 HTTP/1.1', 'Host: localhost:P')],
  ['CONNECT with a foreign Host', 421, () => from('CONNECT evil.example:443 HTTP/1.1', 'Host: evil.example:443')],
  ['an upgrade', 200, () => get('/', 'Upgrade: websocket', 'Connection: Upgrade')],
  ['GET with content', 400, () => `${get('/', 'Content-Length: 5')}POST `],
  ['GET with pieces', 400, () => `${get('/', 'Transfer-Encoding: chunked')}0\r\n\r\n`],
  ['two lengths', 400, () => ask('GET', 'Content-Length: 1', 'Content-Length: 2')],
  ['a length and pieces', 400, () => ask('GET', 'Content-Length: 1', 'Transfer-Encoding: chunked')],
  ['an unknown expectation', 200, () => get('/', 'Expect: the-unexpected')],
  // Paths.
  ['the absolute form', 400, () => get('http://localhost:P/')],
  ['the absolute form of another host', 400, () => get('http://evil.example/')],
  ['no slash', 400, () => get('index.html')],
  ['a star', 400, () => get('*')],
  ['another host', 404, () => get('//evil.example/')],
  ['a backslash', 404, () => get('/\\evil.example')],
  ['up', 404, () => get('/../../../../etc/passwd')],
  ['up, encoded', 404, () => get('/%2e%2e/%2e%2e/%2e%2e/etc/passwd')],
  ['up, with an encoded slash', 404, () => get('/..%2f..%2f..%2fetc%2fpasswd')],
  ['up, encoded twice', 404, () => get('/%252e%252e/%252e%252e/etc/passwd')],
  ['up, with backslashes', 404, () => get('/..\\..\\..\\etc\\passwd')],
  ['up, with encoded backslashes', 404, () => get('/..%5c..%5cetc%5cpasswd')],
  ['up, in long form', 404, () => get('/%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd')],
  ['up, from a page', 404, () => get('/x/../../etc/passwd')],
  ['dots and a semicolon', 404, () => get('/..;/..;/etc/passwd')],
  ['four dots', 404, () => get('/....//....//etc/passwd')],
  ['an absolute path', 404, () => get('//etc/passwd')],
  ['a file URL', 400, () => get('file:///etc/passwd')],
  ['a drive', 404, () => get('/C:/Windows/win.ini')],
  ['a device', 404, () => get('/NUL')],
  ['the prefix of other servers', 404, () => get('/@fs/etc/passwd')],
  ['a query of other servers', 404, () => get('/x?raw??&import')],
  ['NUL, encoded', 404, () => get('/%00')],
  ['NUL behind a page', 404, () => get('/%00/index.html')],
  ['NUL', 400, () => get('/\0')],
  ['a byte that is no UTF-8', 404, () => get('/%ff')],
  ['a raw byte', 400, () => get('/\xff')],
  ['half an encoding', 404, () => get('/%')],
  ['a wrong encoding', 404, () => get('/%zz')],
  ['a line break, encoded', 404, () => get('/%0d%0aSet-Cookie:%20x=1')],
  ['12 kB', 414, () => get(`/${long.slice(0, 12_000)}`)],
  ['20 kB', 431, () => get(`/${long}`)],
  ['20 kB of query', 431, () => get(`/?${long}`)],
  ['20 kB of a header', 431, () => get('/', `X: ${long}`)],
  ['3,000 headers', 431, () => get('/', ...Array.from({ length: 3000 }, (_, at) => `X-${at}: y`))],
  ['a fragment', 200, () => get('/#x')],
  ['a bug', 500, () => get('/bug')],
  // No HTTP.
  ['TLS', 400, () => '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
  ['HTTP 2', 400, () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['SSH', 400, () => 'SSH-2.0-OpenSSH_9.2\r\n'],
  ['an unknown version', 400, () => from('GET / HTTP/9.9', 'Host: localhost:P')],
  ['no version, and so no Host', 421, () => 'GET /\r\n\r\n'],
  ['a space before the colon', 400, () => get('/', 'X : y')],
  ['zeros', 400, () => '\0'.repeat(64)],
];

describe('raw requests', () => {
  test.each(probes)('%s: %d', async (_, status, bytes) => {
    const answer = await sendRaw(server.port, bytes());
    expect({ status: answer.status, all: answer.all.slice(0, 300) }).toEqual({
      status,
      all: expect.stringMatching(/^HTTP\/1\.1 /),
    });
    for (const [name, value] of Object.entries(safeHeaders)) expect(answer.headers[name.toLowerCase()]).toBe(value);
    const names = Object.keys(answer.headers).join();
    expect(names).not.toMatch(/access-control|set-cookie|server|x-powered-by/);
    if (status === 405) expect(answer.headers['allow']).toBe('GET, HEAD');
    if (status !== 200) expect(answer.all).not.toMatch(/root:|secret|Home/);
  });

  test('there are at least eighty, and none has ended the server', async () => {
    expect(probes.length).toBeGreaterThan(80);
    expect((await sendRaw(server.port, get('/'))).body).toBe('<main>Home</main>');
    expect(errors).toEqual([new Error('a secret of the bug')]);
  });

  test('a refused request is the last of its connection', async () => {
    const both = from('POST / HTTP/1.1', 'Host: localhost:P', 'Content-Length: 0') + get('/');
    expect((await sendRaw(server.port, both)).all).not.toContain('Home');
  });

  test('HEAD has no content', async () => {
    const { body, headers } = await sendRaw(server.port, ask('HEAD'));
    expect([body, headers['content-length']]).toEqual(['', '17']);
  });

  test('an SVG can do nothing, even opened by itself', async () => {
    const { headers } = await sendRaw(server.port, get('/image.svg'));
    expect(headers['content-security-policy']).toMatch(/; sandbox$/);
  });

  test('the script is there', async () => {
    const { headers, body } = await sendRaw(server.port, get(scriptPath));
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(body).toContain('EventSource');
  });
});

describe('events', () => {
  const open = () => openRaw(server.port, from(`GET ${eventsPath} HTTP/1.1`, 'Host: localhost:P'));
  const heard = (socket: Awaited<ReturnType<typeof openRaw>>, wanted: RegExp): Promise<string> =>
    new Promise((resolve) => {
      let all = '';
      socket.on('data', (piece) => {
        all += String(piece);
        if (wanted.test(all)) resolve(all);
      });
      socket.on('close', () => resolve(all));
    });

  test('they say that something has changed, and no more', async () => {
    const before = listening;
    const socket = await open();
    await heard(socket, /retry/);
    expect(listening).toBe(before + 1);
    const message = heard(socket, /version/);
    server.changed('posts');
    expect(await message).toMatch(/event: change\ndata: \{"version":\d+,"kind":"posts"\}\n\n/);
    socket.destroy();
  });

  test('of sixty streams, 32 are opened', async () => {
    const sockets = await Promise.all(Array.from({ length: 60 }, open));
    const answers = await Promise.all(sockets.map((socket) => heard(socket, /\r\n\r\n/)));
    const count = (status: number): number => answers.filter((one) => one.startsWith(`HTTP/1.1 ${status}`)).length;
    expect([count(200), count(503)]).toEqual([32, 28]);
    for (const socket of sockets) socket.destroy();
    // Those that have gone make room.
    await expect(waitFor(async () => (await heard(await open(), /\r\n\r\n/)).startsWith('HTTP/1.1 200'))).resolves.toBe(
      true,
    );
  });
});

/** Tries until it is true, for two seconds. */
async function waitFor(check: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 40; tries++) {
    if (await check()) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

describe('ports', () => {
  const other = (ports: readonly number[]) =>
    startServer({ ports, answer: () => undefined, onListening: () => undefined, onError: () => undefined });

  test('the first that is free is taken', async () => {
    const second = await other([server.port, 0]);
    expect(second.port).not.toBe(server.port);
    await second.close();
  });

  test('without a free one the error is the system’s', async () => {
    await expect(other([server.port])).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  test('closing frees it at once, whatever is open', async () => {
    const first = await other([0]);
    await openRaw(first.port, 'GET / HTTP/1.1\r\n');
    await openRaw(first.port, `GET ${eventsPath} HTTP/1.1\r\nHost: localhost:${first.port}\r\n\r\n`);
    await first.close();
    const second = await other([first.port]);
    expect(second.port).toBe(first.port);
    await second.close();
  });
});
