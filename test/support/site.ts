/** `main` in a folder of posts, for tests of whole commands. */
import { main } from '../../src/main.ts';
import type { Shell } from '../../src/shell.ts';
import { tempFolder } from './tempFolder.ts';
import { testShell } from './testShell.ts';

export interface Run {
  status: number;
  stdout: string;
  stderr: string;
}

/** Runs the program with a test shell in `cwd`. */
export async function run(cwd: string, args: readonly string[], overrides: Partial<Shell> = {}): Promise<Run> {
  const { shell, stdout, stderr } = testShell({ cwd, ...overrides });
  const status = await main(args, shell);
  return { status, stdout: stdout(), stderr: stderr() };
}

/** A new folder with posts (name → lines of front matter) below `posts/`, and perhaps a config. */
export function siteOf(posts: Readonly<Record<string, readonly string[]>>, config?: string): string {
  const files = Object.entries(posts).map(([name, lines]) => [
    `posts/${name}`,
    `---\n${lines.join('\n')}\n---\nText.\n`,
  ]);
  return tempFolder({
    'posts/.keep': '',
    ...Object.fromEntries(files),
    ...(config !== undefined && { 'blog.config.yaml': config }),
  });
}
