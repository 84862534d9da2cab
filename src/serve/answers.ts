/** What the server answers, and the headers that every answer has. */
import { STATUS_CODES } from 'node:http';
import type { Readable } from 'node:stream';

/** A file whose bytes are read when they are sent. */
export interface Content {
  /** Bytes. */
  size: number;
  /** The bytes from `start` to `end`, which is included. */
  read(start: number, end: number): Readable;
  /** Called instead of `read` if no bytes are wanted. */
  close(): void;
}

export interface Answer {
  status: number;
  /** Of the body, as in Content-Type. */
  type: string;
  body: string | Content;
  /** Further headers. */
  headers?: Readonly<Record<string, string>>;
}

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' http: https: data:",
  "media-src 'self' http: https:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What every answer says: what a page may load, that no other site may use it, and that nothing is kept. */
export const safeHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-Robots-Tag': 'noindex',
};

/** For an SVG, which may contain scripts: it is shown as an image, and even opened by itself it can do nothing. */
export const sandboxed = { 'Content-Security-Policy': `${policy}; sandbox` };

/** An answer of one line of text. */
export function plainAnswer(status: number, text: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, type: 'text/plain; charset=utf-8', body: `${text}\n`, headers };
}

/** Leads to another path of this server. */
export function redirect(path: string): Answer {
  return plainAnswer(302, `see ${path}`, { Location: path });
}

/** The whole of an answer to what is no request: the parser refused it, or it asks for a connection elsewhere. */
export function rawAnswer(status: number, why: string, headers: Readonly<Record<string, string>> = {}): string {
  const body = `${why}\n`;
  const all = {
    ...safeHeaders,
    ...headers,
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', body].join('\r\n');
}

/** The part of a file that a Range header asks for (RFC 9110, 14.2): the whole if it is absent or has a form not known here. */
export function rangeOf(
  header: string | undefined,
  size: number,
): { start: number; end: number } | 'whole' | 'outside' {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return 'whole';
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < start) return 'whole';
  return start > end ? 'outside' : { start, end };
}
