/** A terminal for tests of prompts: one reads what it shows, and types. */
import { PassThrough, Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import type { Shell } from '../../src/shell.ts';

export interface ScriptedTerminal {
  /** For `testShell`. */
  overrides: Pick<Shell, 'stdin' | 'prompts' | 'interactive'>;
  /** Waits until a text stands on the screen (below what the last call waited for), then types the keys. */
  answer(question: string, keys: string | Buffer): Promise<void>;
  /** Ends the input, as a terminal that is closed does. */
  close(): void;
  /** All that was shown, without colours and cursor movements. */
  screen(): string;
  /** The same with them. */
  raw(): string;
}

export const keys = { enter: '\r', down: '\x1b[B', space: ' ', ctrlC: '\x03', ctrlD: '\x04' } as const;

/** A terminal with a person whom the test plays. */
export function scriptedTerminal(): ScriptedTerminal {
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => stdin });
  let shown = '';
  let seen = 0;
  const prompts = new Writable({
    write(chunk, _, done) {
      shown += String(chunk);
      done();
    },
  });
  return {
    overrides: { stdin, prompts, interactive: true },
    async answer(question, typed) {
      await waitUntil(
        () => shown.indexOf(question, seen) !== -1,
        () => `“${question}” was not asked; on the screen:\n${shown.slice(seen)}`,
      );
      seen = shown.length;
      stdin.write(typed);
    },
    close: () => void stdin.end(),
    screen: () => stripVTControlCharacters(shown),
    raw: () => shown,
  };
}

async function waitUntil(test: () => boolean, complaint: () => string): Promise<void> {
  for (let tries = 0; tries < 2500; tries++) {
    if (test()) return;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  throw new Error(complaint());
}
