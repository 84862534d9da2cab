/** `blog edit`: one post in the author's own editor. Spec section 4. */
import type { Command } from 'commander';
import { ExitCode, UserError } from '../../errors.ts';
import { editorCommand } from '../../files/editor.ts';
import { visible } from '../../report/escape.ts';
import type { Context } from '../context.ts';
import { openSite } from '../site.ts';
import { choosePost, openPostFolder } from './choose.ts';
import { editPost } from './editor.ts';

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
  const editor = editorCommand(context.shell.env);
  const site = await openSite(context);
  const { file } = choosePost(wanted, openPostFolder(site), site);
  // A link out of the folder among them: the editor would follow it.
  if (file.fault) throw new UserError(`${visible(file.file)}: ${file.fault.message}`, ExitCode.found);
  return editPost(editor, file, site, context);
}
