/** The server of `blog preview`: it checks who asks, and knows nothing of pages. It is reached from this machine only. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type Duplex, pipeline } from 'node:stream';
import { errorCode } from '../errors.ts';
import { type Answer, plainAnswer, rangeOf, rawAnswer, safeHeaders } from './answers.ts';
import { type ChangeKind, createEventStreams } from './events.ts';
import { checkRequest } from './requests.ts';
import { readScript } from './script.ts';

export interface Serving {
  /** The first that is free is taken. */
  ports: readonly number[];
  /** The answer for a path (percent-encoded, without a query); undefined if there is nothing. */
  answer(path: string): Answer | undefined | Promise<Answer | undefined>;
  /** Called when a tab begins to listen for changes: it is new, or the user has come back to it. */
  onListening(): void;
  /** Called with what `answer` has thrown; the browser is told no more than that it failed. */
  onError(error: unknown): void;
}

export interface PreviewServer {
  port: number;
  /** Tells open tabs that something has changed. */
  changed(kind: ChangeKind): void;
  /** Ends every connection, and frees the port. */
  close(): Promise<void>;
}

/** The paths of what is no page: no permalink can have them, for they are answered first. */
export const scriptPath = '/.blog/preview.js';
export const eventsPath = '/.blog/events';

const host = '127.0.0.1';
/** More are of no use to one person: the one that has waited longest for a request makes room. */
const mostConnections = 256;

/** Starts the server. Rejects with the system's error if no port is free (`EADDRINUSE`), or none may be used. */
export async function startServer(serving: Serving): Promise<PreviewServer> {
  const streams = createEventStreams();
  const server = createServer({
    // An absent Host is refused here, with the same headers as every other.
    requireHostHeader: false,
    maxHeaderSize: 16 * 1024,
    headersTimeout: 5000,
    requestTimeout: 10_000,
    keepAliveTimeout: 5000,
    connectionsCheckingInterval: 1000,
  });
  // For whoever asks for a file and never reads it; streams of events have a heartbeat.
  server.setTimeout(30_000);
  limitConnections(server);
  const port = await listen(server, serving.ports);
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const respond = async (): Promise<void> => {
      const found = await findAnswer(request, port, serving, streams.open, response);
      if (found) send(found, request, response);
    };
    respond().catch((error: unknown) => {
      serving.onError(error);
      if (response.headersSent) response.destroy();
      else send(plainAnswer(500, 'the page could not be made; see the terminal'), request, response);
    });
  };
  server.on('request', handle);
  server.on('checkContinue', handle);
  server.on('checkExpectation', handle);
  server.on('connect', (request: IncomingMessage, socket: Duplex) => {
    const checked = checkRequest({ ...asked(request), method: 'CONNECT' }, port);
    endRaw(socket, 'status' in checked ? checked.status : 405, 'only GET and HEAD are possible');
  });
  server.on('clientError', (error: Error, socket: Duplex) => {
    const status = statuses[errorCode(error) ?? ''] ?? 400;
    if (errorCode(error) === 'ECONNRESET' || !socket.writable) socket.destroy();
    else endRaw(socket, status, 'not a request that this server understands');
  });
  return {
    port,
    changed: streams.send,
    close: () =>
      new Promise((resolve) => {
        streams.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What the parser calls what it refuses. */
const statuses: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

function endRaw(socket: Duplex, status: number, why: string): void {
  socket.on('error', () => socket.destroy());
  socket.end(rawAnswer(status, why, status === 405 ? allowed : {}), () => socket.destroy());
}

const allowed = { Allow: 'GET, HEAD' };

function asked({ method = '', url = '', rawHeaders }: IncomingMessage) {
  return { method, target: url, rawHeaders };
}

/** The answer to a request; undefined if it has become a stream of events. */
async function findAnswer(
  request: IncomingMessage,
  port: number,
  { answer, onListening }: Serving,
  openStream: (response: ServerResponse) => boolean,
  response: ServerResponse,
): Promise<Answer | undefined> {
  const checked = checkRequest(asked(request), port);
  if ('status' in checked) {
    const { status, why } = checked;
    // What follows on this connection may be the content of what was refused.
    return plainAnswer(status, why, { ...(status === 405 && allowed), Connection: 'close' });
  }
  const { path, isLed } = checked;
  if (path !== scriptPath && path !== eventsPath) return (await answer(path)) ?? plainAnswer(404, 'not found');
  if (isLed) return plainAnswer(403, 'asked by another site');
  if (path === scriptPath) return { status: 200, type: 'text/javascript; charset=utf-8', body: readScript() };
  if (request.method === 'HEAD') return { status: 200, type: 'text/event-stream; charset=utf-8', body: '' };
  if (!openStream(response)) return plainAnswer(503, 'too many open tabs', { 'Retry-After': '5' });
  onListening();
  return undefined;
}

function send(answer: Answer, { method, headers }: IncomingMessage, response: ServerResponse): void {
  const { status, type, body } = answer;
  const all = { ...safeHeaders, 'Content-Type': type, ...answer.headers };
  if (typeof body === 'string') {
    const bytes = Buffer.from(body);
    response.writeHead(status, { ...all, 'Content-Length': bytes.length }).end(method === 'HEAD' ? undefined : bytes);
    return;
  }
  const range = rangeOf(headers.range, body.size);
  const { start, end } = range === 'whole' || range === 'outside' ? { start: 0, end: body.size - 1 } : range;
  const partial =
    range === 'whole' ? {} : { 'Content-Range': `bytes ${range === 'outside' ? '*' : `${start}-${end}`}/${body.size}` };
  const length = range === 'outside' ? 0 : end - start + 1;
  response.writeHead(range === 'whole' ? status : range === 'outside' ? 416 : 206, {
    ...all,
    ...partial,
    'Accept-Ranges': 'bytes',
    'Content-Length': length,
  });
  if (method === 'HEAD' || length === 0) {
    body.close();
    response.end();
    return;
  }
  // If the file has become shorter or the reader has gone, the connection ends.
  pipeline(body.read(start, end), response, () => undefined);
}

/** Lets a new connection take the place of the oldest one that has sent no request. */
function limitConnections(server: Server): void {
  const waiting = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    // A reset by the other side is nobody's problem.
    socket.on('error', () => socket.destroy());
    waiting.add(socket);
    socket.on('close', () => waiting.delete(socket));
    if (waiting.size <= mostConnections) return;
    const [oldest] = waiting;
    oldest?.destroy();
  });
  server.on('request', ({ socket }: IncomingMessage) => {
    // Those with requests are moved to the end.
    waiting.delete(socket);
    waiting.add(socket);
  });
}

async function listen(server: Server, [port, ...others]: readonly number[]): Promise<number> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ port, host, exclusive: true }, () => {
        server.off('error', reject);
        resolve();
      });
    });
    return (server.address() as AddressInfo).port;
  } catch (error) {
    if (errorCode(error) !== 'EADDRINUSE' || others.length === 0) throw error;
    return listen(server, others);
  }
}
