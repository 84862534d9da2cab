/** `blog unpublish`. */
import { ExitCode, refusal } from '../../../errors.ts';
import type { Sweep } from '../../../files/write/temporary.ts';
import { unpublishText } from '../../../post/edit/publication.ts';
import { readPost, statusOf } from '../../../post/post.ts';
import { quotedTitle, visible } from '../../../report/escape.ts';
import { shellPath } from '../../../shellWord.ts';
import { printHint } from '../../context.ts';
import { printDone } from '../../output.ts';
import type { SiteContext } from '../../site.ts';
import { choosePost, readPosts } from '../choose.ts';
import { showDiff } from '../diff.ts';
import { feedHint } from '../feedHint.ts';
import { withPast } from '../formerUrl.ts';
import { readPostText, rewrite, unsafeToPatch } from '../rewrite.ts';
import { defineChange } from './change.ts';

/** Defines `blog unpublish`. */
export const defineUnpublish = defineChange(
  unpublishPost,
  ['published'],
  'blog unpublish our-first-meeting',
  'blog unpublish "Our first meeting"',
);

/** Without `sweep` it is a dry run. */
async function unpublishPost(wanted: string, site: SiteContext, sweep?: Sweep): Promise<number> {
  const { shell } = site;
  const { file, entry } = choosePost(wanted, readPosts(site));
  const text = readPostText(file);
  const { data, fields, keys } = readPost(file.file, text, site.config, file);
  const shown = visible(file.file);
  if (entry?.post.draft && !entry.post.pending) {
    printHint(`${shown} is already a draft`, site);
    shell.out(`${shown}\n`);
    return ExitCode.done;
  }
  if (!data) throw refusal(`cannot read ${shown}; for details, run: blog validate`);
  const draft = unpublishText(text, data);
  const wasPublic = entry && statusOf(entry.post, site.now) === 'published';
  const after = wasPublic && keys && draft !== undefined ? withPast(draft, keys, entry, site) : draft;
  if (after === undefined) throw unsafeToPatch(file, 'set draft: true');
  const rewriting = { file, before: text, after };
  if (!sweep) {
    await showDiff([rewriting], site);
    printHint('Dry run: nothing was written', site);
    return ExitCode.done;
  }
  rewrite(rewriting, sweep);
  printDone('but the post is now a draft', () => shell.out(`${shown}\n`));
  const title = fields?.title === undefined ? shown : quotedTitle(fields.title);
  const next = entry?.post.pending ? 'It no longer waits for review' : feedHint('remove it from the feed', site);
  printHint(`${title} is now a draft. ${next}`, site);
  if (wasPublic)
    printHint(`To publish it again with its date, run: blog publish ${shellPath(shown)} --keep-date`, site);
  return ExitCode.done;
}
