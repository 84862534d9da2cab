/** `blog submit`: a draft waits for review. */

import type { Diagnostic } from '../../../diagnostic.ts';
import { ExitCode, refusal } from '../../../errors.ts';
import type { Sweep } from '../../../files/write/temporary.ts';
import { submitText } from '../../../post/edit/publication.ts';
import { readPost, statusOf } from '../../../post/post.ts';
import { quotedTitle, visible } from '../../../report/escape.ts';
import { shellPath } from '../../../shellWord.ts';
import { printHint } from '../../context.ts';
import { printDone } from '../../output.ts';
import type { SiteContext } from '../../site.ts';
import { diagnosePost } from '../../validate/check.ts';
import { choosePost, readPosts } from '../choose.ts';
import { showDiff } from '../diff.ts';
import { readPostText, rewrite, unsafeToPatch } from '../rewrite.ts';
import { defineChange } from './change.ts';
import { publicText } from './publicText.ts';
import { isRefused, printProblems } from './ready.ts';

/** Defines `blog submit`. */
export const defineSubmit = defineChange(
  submitPost,
  ['draft'],
  'blog submit our-first-meeting',
  'blog list --status pending',
);

const byHand = 'set status: pending';

/** Without `sweep` it is a dry run. */
async function submitPost(wanted: string, site: SiteContext, sweep?: Sweep): Promise<number> {
  const { shell, globals, config, now } = site;
  const { file, entry } = choosePost(wanted, readPosts(site));
  const shown = visible(file.file);
  const command = shellPath(shown);
  const status = entry && statusOf(entry.post, now);
  if (status === 'pending') {
    printHint(`${shown} is already waiting for review`, site);
    shell.out(`${shown}\n`);
    return ExitCode.done;
  }
  if (status !== undefined && status !== 'draft')
    throw refusal(`${shown} is ${status}, not a draft; to take it back first, run: blog unpublish ${command}`);
  const before = readPostText(file);
  const reading = readPost(file.file, before, config, file);
  // Checked as it would be published, but for what the review is still to add.
  const published = publicText(file, before, reading, undefined, site, { done: 'submitted', byHand });
  const problems = diagnosePost(site, file, published).flatMap((one): Diagnostic[] => {
    if (one.rule === 'reviewer-missing') return [];
    const isOpen = one.rule === 'photo-consent-pending' && config.rules[one.rule] !== 'error';
    return [isOpen ? { ...one, severity: 'warning' } : one];
  });
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (await isRefused(errors, { file, before, after: published }, 'submitted', site)) return ExitCode.found;
  const after = submitText(before, reading.data ?? {});
  const submitted = after === undefined ? undefined : readPost(file.file, after, config, file).post;
  if (after === undefined || !submitted?.pending) throw unsafeToPatch(file, byHand);
  const rewriting = { file, before, after };
  if (!sweep) {
    await showDiff([rewriting], site);
    printHint('Dry run: nothing was written', site);
    return ExitCode.done;
  }
  rewrite(rewriting, sweep);
  printDone('but the post was submitted', () => shell.out(`${shown}\n`));
  if (!globals.quiet) await printProblems(problems, { file, before: after, after: published }, site);
  printHint(`Submitted for review: ${quotedTitle(submitted.title)}`, site);
  printHint(`To publish it after the review, run: blog publish ${command} --reviewed-by "Name (role)"`, site);
  return ExitCode.done;
}
