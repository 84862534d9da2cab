/** `blog edit`: one post in the author's own editor. Spec section 4. */
import type { Command } from 'commander';
import { exit } from '../errors.ts';
import { editorCommand, openEditor } from '../files/editor.ts';
import { createHeadReader } from '../files/read.ts';
import type { Context } from '../program.ts';
import { formatCompact } from '../report/diagnostics/compact.ts';
import { choosePost, openShelf } from './choosePost.ts';
import { invalidDiagnostics } from './reportInvalid.ts';
import { openSite, readPosts } from './site.ts';

const examples = `
Examples:
  blog edit a-post
  EDITOR="code --wait" blog edit posts/2018-07-05-a-post.md
`;

/** Adds what `blog edit` takes and does. */
export function defineEdit(command: Command, context: () => Context, done: (status: number) => void): void {
  command
    .argument('<post>', 'its path, slug, id or address, or the beginning of its slug')
    .addHelpText('after', examples)
    .action(async (wanted: string) => done(await runEdit(wanted, context())));
}

async function runEdit(wanted: string, context: Context): Promise<number> {
  const { shell } = context;
  const editor = editorCommand(shell.env);
  const site = await openSite(context);
  const { file } = choosePost(wanted, openShelf(site), site);
  openEditor(editor, file.path, { cwd: site.base, env: shell.env });
  const [reading] = readPosts(site, [file], createHeadReader());
  if (!reading || reading.post) return exit.done;
  for (const diagnostic of invalidDiagnostics(reading, site.config.rules)) shell.err(formatCompact(diagnostic));
  return exit.found;
}
