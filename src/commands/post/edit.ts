/** A post in the user's editor: `blog edit`, and the end of `blog new --edit`. */
import { ExitCode, refusal } from '../../errors.ts';
import type { PostFile } from '../../files/posts.ts';
import { editorCommand, noEditor, openEditor } from '../../files/programs/editor.ts';
import { visible } from '../../report/escape.ts';
import type { DefineCommand } from '../context.ts';
import { examples } from '../help.ts';
import { invalidLines } from '../invalid.ts';
import { createPostReader, openSite, type SiteContext } from '../site.ts';
import { askPost } from './ask.ts';
import { choosePost, postArgument, readPosts } from './choose.ts';

/** Defines `blog edit`. */
export const defineEdit: DefineCommand = (command, context, done) => {
  command
    .argument(...postArgument)
    .addHelpText(
      'after',
      '\nThe editor is $VISUAL, $EDITOR or git’s core.editor.\nIf none is set: in a terminal, editor, nano or vi; on Windows, notepad.\nWithout any, the path is printed.',
    )
    .addHelpText(...examples('blog edit a-post', 'EDITOR="code --wait" blog edit posts/2018-07-05-a-post.md'))
    .action(async (given: string | undefined) => {
      const site = await openSite(context());
      const { file } = choosePost(await askPost(given, command, site), readPosts(site));
      // For one, a symbolic link out of the folder, which the editor would follow.
      if (file.fault) throw refusal(`${visible(file.file)}: ${file.fault.message}`);
      const editor = editorCommand({ cwd: site.base, env: site.shell.env, interactive: site.shell.interactive });
      done(editor === undefined ? printPath(file, site) : editPost(editor, file, site));
    });
};

/** For an editor that the user knows how to open. */
function printPath({ file }: PostFile, { shell }: SiteContext): number {
  shell.out(`${visible(file)}\n`);
  shell.err(`blog: ${noEditor}\n`);
  return ExitCode.usage;
}

/**
 * Opens a post in the editor, and prints what makes it invalid afterwards. Returns the exit status. `consequence` is added
 * to the error if the editor fails.
 */
export function editPost(editor: string, file: PostFile, site: SiteContext, consequence?: string): number {
  const { shell, base, config } = site;
  const { env, interactive } = shell;
  openEditor(editor, file.path, { cwd: base, env, interactive, ...(consequence !== undefined && { consequence }) });
  const reading = createPostReader(site, 1)(file);
  if (reading.post) return ExitCode.done;
  for (const line of invalidLines(reading, config.rules)) shell.err(line);
  return ExitCode.found;
}
