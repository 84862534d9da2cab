/** `blog new` at a terminal whose keys a test types. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../src/main.ts';
import { readPost } from '../../src/post/post.ts';
import type { Shell } from '../../src/shell.ts';
import { utc } from './diagnose.ts';
import type { ScriptedTerminal } from './scriptedTerminal.ts';
import { testShell } from './testShell.ts';

/** What `blog new` printed, and the text of the post. */
export interface Result {
  status: number;
  out: string;
  err: string;
  text: string;
}

/** `blog new` at a terminal, where git knows the user as Satya. */
export async function start(
  folder: string,
  args: string[],
  terminal: ScriptedTerminal,
  overrides: Partial<Shell> = {},
): Promise<Result> {
  const env = {
    PATH: process.env['PATH'],
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'user.name',
    GIT_CONFIG_VALUE_0: 'Satya',
  };
  const { shell, stdout, stderr } = testShell({ cwd: folder, env, ...terminal.overrides, ...overrides });
  const status = await main(['new', ...args], shell);
  const out = stdout();
  return { status, out, err: stderr(), text: out === '' ? '' : readFileSync(join(folder, out.trim()), 'utf8') };
}

/** The post that was written. */
export const postOf = ({ out, text }: Result) => readPost(out.trim(), text, utc).post;
