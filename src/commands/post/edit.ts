/** `blog edit`: a post in the user's editor. */
import { ExitCode, UserError } from '../../errors.ts';
import { editorCommand } from '../../files/editor.ts';
import { visible } from '../../report/escape.ts';
import type { Context, DefineCommand } from '../context.ts';
import { examples } from '../help.ts';
import { openSite } from '../site.ts';
import { choosePost, postArgument, readPosts } from './choose.ts';
import { editPost } from './editor.ts';

/** Defines `blog edit`. */
export const defineEdit: DefineCommand = (command, context, done) => {
  command
    .argument(...postArgument)
    .addHelpText(...examples('blog edit a-post', 'EDITOR="code --wait" blog edit posts/2018-07-05-a-post.md'))
    .action(async (wanted: string) => done(await runEdit(wanted, context())));
};

async function runEdit(wanted: string, context: Context): Promise<number> {
  const editor = editorCommand(context.shell.env);
  const site = await openSite(context);
  const { file } = choosePost(wanted, readPosts(site));
  // For one, a symbolic link out of the folder, which the editor would follow.
  if (file.fault) throw new UserError(`${visible(file.file)}: ${file.fault.message}`, ExitCode.found);
  return editPost(editor, file, site);
}
