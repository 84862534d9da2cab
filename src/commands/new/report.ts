/** What `blog new` prints. */
import type { Answers } from '../../post/draft/draft.ts';
import { statusOf } from '../../post/post.ts';
import { visible, visibleJson } from '../../report/escape.ts';
import type { Context } from '../context.ts';
import type { SiteContext } from '../site.ts';
import type { Written } from './file.ts';

/** How `blog new` was asked to go on. */
export interface ReportOptions {
  edit?: boolean;
  dryRun?: boolean;
  json?: boolean;
}

/** Prints the path, or as JSON what was made; for a dry run the text. */
export function report(
  { file, slug, url, text }: Written,
  answers: Answers,
  options: ReportOptions,
  { shell, globals }: Context,
  { config, now }: SiteContext,
): void {
  const terminal = shell.stdout.width !== undefined;
  const safe = (line: string): string => (terminal ? visible(line) : line);
  if (options.json) {
    const data = {
      file,
      slug,
      id: answers.id,
      url: config.siteUrl === undefined ? null : url,
      title: answers.title,
      status: statusOf(answers, now),
      written: !options.dryRun,
      ...(options.dryRun && { text }),
    };
    shell.out(`${visibleJson(JSON.stringify(data, null, 2))}\n`, 'json');
  } else if (options.dryRun) {
    if (!globals.quiet) shell.err(`${visible(file)}\n`);
    shell.out(text.split('\n').map(safe).join('\n'));
  } else shell.out(`${safe(file)}\n`);
}

/** Said of a post whose name or address another one has already. */
export function numbered({ file, instead }: Written): string | undefined {
  return instead === undefined ? undefined : `${instead} has that name already: this is another post, ${visible(file)}`;
}

/** What the author does next, in a line. */
export function nextStep(answers: Answers, options: ReportOptions, { now }: SiteContext): string {
  if (options.dryRun) return 'A dry run: nothing was written.';
  const done = answers.draft ? 'Draft written' : 'Written and published';
  const scheduled = statusOf(answers, now) === 'scheduled' ? ', to be seen from its date on' : '';
  if (options.edit) return `${done}${scheduled}. Next: blog validate`;
  const empty = answers.body.trim() === '' ? ' It has no text yet.' : '';
  if (answers.draft || empty) return `${done}${scheduled}.${empty} Open it, write, then: blog validate`;
  return `${done}${scheduled}. Next: blog validate`;
}
