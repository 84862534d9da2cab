/** What `blog new` prints. */
import type { DraftFields } from '../../post/draft/draft.ts';
import { statusOf } from '../../post/post.ts';
import { visible, visibleJson } from '../../report/escape.ts';
import type { Context } from '../context.ts';
import type { SiteContext } from '../site.ts';
import type { NewPost } from './file.ts';
import type { NewOptions } from './plan.ts';

/** Prints the path, or with --json an object; for a dry run the text. */
export function report(
  { file, slug, url, text }: NewPost,
  fields: DraftFields,
  options: NewOptions,
  { shell, globals }: Context,
  { config, now }: SiteContext,
): void {
  const isTerminal = shell.stdout.width !== undefined;
  const safe = (line: string): string => (isTerminal ? visible(line) : line);
  if (options.json) {
    const data = {
      file,
      slug,
      id: fields.id,
      url: config.siteUrl === undefined ? null : url,
      title: fields.title,
      status: statusOf(fields, now),
      written: !options.dryRun,
      ...(options.dryRun && { text }),
    };
    shell.out(`${visibleJson(JSON.stringify(data, null, 2))}\n`, 'json');
  } else if (options.dryRun) {
    if (!globals.quiet) shell.err(`${visible(file)}\n`);
    shell.out(text.split('\n').map(safe).join('\n'));
  } else shell.out(`${safe(file)}\n`);
}

/** The hint for a post that got a number because another one has its file name or URL; undefined for any other. */
export function numberedHint({ file, instead }: NewPost): string | undefined {
  return instead === undefined ? undefined : `${instead} already has that name; the new post is ${visible(file)}`;
}

/** What was done, and what to do next, in a line. */
export function nextStep({ edit, dryRun }: NewOptions, fields: DraftFields, { now }: SiteContext): string {
  if (dryRun) return 'Dry run: nothing was written';
  const status = statusOf(fields, now);
  const done = status === 'draft' ? 'Draft written' : `Post written and ${status}`;
  const isEmpty = fields.body.trim() === '';
  if (edit || (!fields.draft && !isEmpty)) return `${done}. Next: blog validate`;
  return `${done}${isEmpty ? ', with no text yet' : ''}. Open it, write, then run: blog validate`;
}
