/** A Shell for tests: nothing of the real process, all output collected. */
import { PassThrough, Readable } from 'node:stream';
import type { Shell } from '../../src/shell.ts';

export interface TestShell {
  shell: Shell;
  /** What was printed so far. */
  stdout(): string;
  stderr(): string;
}

/** The moment that the clock of a test shell shows. */
export const testNow = '2024-05-14T09:30:15.250Z';

/**
 * A shell that is no terminal, with an empty stdin. For a terminal set `stdout: { width: 80, color: 0 }`; for prompts
 * see `scriptedTerminal`.
 */
export function testShell(overrides: Partial<Shell> = {}): TestShell {
  const out: string[] = [];
  const err: string[] = [];
  const shell: Shell = {
    cwd: '/nonexistent',
    env: {},
    now: () => new Date(testNow),
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    stdout: { width: undefined, color: 0 },
    stderr: { width: undefined, color: 0 },
    interactive: false,
    stdin: Readable.from([]),
    prompts: new PassThrough(),
    guardTerminal: () => () => undefined,
    ...overrides,
  };
  return { shell, stdout: () => out.join(''), stderr: () => err.join('') };
}
