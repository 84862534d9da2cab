/** Editing a post in the user's editor. */
import { ExitCode } from '../../errors.ts';
import { openEditor } from '../../files/editor.ts';
import type { PostFile } from '../../files/posts.ts';
import { invalidLines } from '../invalid.ts';
import { createPostReader, type SiteContext } from '../site.ts';

/**
 * Opens a post in the editor, and prints what makes it invalid afterwards. Returns the exit status. `consequence` is added
 * to the error if the editor fails.
 */
export function editPost(editor: string, file: PostFile, site: SiteContext, consequence?: string): number {
  const { shell, base, config } = site;
  openEditor(editor, file.path, { cwd: base, env: shell.env, ...(consequence !== undefined && { consequence }) });
  const reading = createPostReader(site, 1)(file);
  if (reading.post) return ExitCode.done;
  for (const line of invalidLines(reading, config.rules)) shell.err(line);
  return ExitCode.found;
}
