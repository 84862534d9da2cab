/** A running preview for tests, on a port that is free, without a browser. */
import { startPreview } from '../../src/commands/preview/preview.ts';
import { eventsPath } from '../../src/serve/server.ts';
import type { Shell } from '../../src/shell.ts';
import { testShell } from './testShell.ts';

export interface TestPreview {
  origin: string;
  /** The URL that it printed. */
  url: string;
  stderr(): string;
  /** The page at a path, after redirects. */
  get(path: string): Promise<{ status: number; url: string; type: string; text: string }>;
  /** Waits until the page at a path is as wanted, and returns its text. */
  sees(path: string, wanted: RegExp | ((text: string, status: number) => boolean)): Promise<string>;
  /** Waits until tabs were told of a change of this kind. */
  hears(kind: string): Promise<void>;
  /** What events were sent so far, `posts`, `media` or `config`. */
  events: string[];
  close(): Promise<void>;
}

/** Starts a preview in a folder, and listens to its events. */
export async function previewOf(cwd: string, wanted?: string, overrides: Partial<Shell> = {}): Promise<TestPreview> {
  const { shell, stderr } = testShell({ cwd, now: () => new Date(), ...overrides });
  const running = await startPreview(wanted, { port: 0, open: false }, { shell, globals: { input: false } });
  const { origin } = new URL(running.url);
  const stop = new AbortController();
  const events: string[] = [];
  const listen = async (): Promise<void> => {
    const { body } = await fetch(origin + eventsPath, { signal: stop.signal });
    const decoder = new TextDecoder();
    for await (const piece of body ?? []) {
      events.push(...[...decoder.decode(piece).matchAll(/"kind":"(\w+)"/g)].map(([, kind = '']) => kind));
    }
  };
  listen().catch(() => undefined);
  const get: TestPreview['get'] = async (path) => {
    const response = await fetch(new URL(path, origin));
    const type = response.headers.get('content-type') ?? '';
    return { status: response.status, url: response.url, type, text: await response.text() };
  };
  return {
    origin,
    url: running.url,
    stderr,
    get,
    events,
    async sees(path, wanted) {
      const check = wanted instanceof RegExp ? (text: string) => wanted.test(text) : wanted;
      const end = performance.now() + 30_000;
      for (;;) {
        const { text, status } = await get(path);
        if (check(text, status)) return text;
        if (performance.now() > end) throw new Error(`not as wanted (${wanted}): ${status}\n${text.slice(0, 3000)}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    async hears(kind) {
      const end = performance.now() + 30_000;
      while (!events.includes(kind)) {
        if (performance.now() > end) throw new Error(`no event “${kind}” but ${JSON.stringify(events)}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    async close() {
      stop.abort();
      await running.close();
    },
  };
}
