/** Tells open tabs that something has changed, as server-sent events. They say no more than that, and what kind of thing it was. */
import type { ServerResponse } from 'node:http';
import { safeHeaders } from './answers.ts';

/** What has changed: the text of a post or the set of posts, an image or another file, the config. */
export type ChangeKind = 'posts' | 'media' | 'config';

export interface EventStreams {
  /** Begins a stream; false if there are too many. */
  open(response: ServerResponse): boolean;
  send(kind: ChangeKind): void;
  /** Ends all streams. */
  close(): void;
}

const mostStreams = 32;
/** Bytes. */
const mostWaiting = 64 * 1024;
/** ms; shorter than the time after which an idle connection is closed. */
const heartbeat = 10_000;
/** ms; how soon a browser asks again after a restart of the server. */
const retry = 400;

/** No streams yet. */
export function createEventStreams(): EventStreams {
  const streams = new Set<ServerResponse>();
  let version = 0;
  const sendAll = (text: string): void => {
    for (const stream of streams) {
      // Its tab has stopped reading: what is written would stay in memory.
      if (stream.writableLength > mostWaiting) stream.destroy();
      else stream.write(text);
    }
  };
  const timer = setInterval(() => sendAll(':\n\n'), heartbeat).unref();
  return {
    open(response) {
      if (streams.size >= mostStreams) return false;
      streams.add(response);
      response.on('close', () => streams.delete(response));
      response.writeHead(200, { ...safeHeaders, 'Content-Type': 'text/event-stream; charset=utf-8' });
      response.write(`retry: ${retry}\n\n`);
      return true;
    },
    send(kind) {
      sendAll(`event: change\ndata: ${JSON.stringify({ version: ++version, kind })}\n\n`);
    },
    close() {
      clearInterval(timer);
      for (const stream of streams) stream.end();
      streams.clear();
    },
  };
}
