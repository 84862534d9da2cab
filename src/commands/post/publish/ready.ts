/** Whether a post may be published or submitted for review: errors and an empty text refuse it. */
import type { Diagnostic } from '../../../diagnostic.ts';
import type { PostFile } from '../../../files/posts.ts';
import { cutPost } from '../../../post/frontmatter/frontMatter.ts';
import { formatCompact } from '../../../report/diagnostics/compact.ts';
import { formatPretty } from '../../../report/diagnostics/pretty.ts';
import { visible } from '../../../report/escape.ts';
import { loadStyle } from '../../../report/style.ts';
import { loadMeasure } from '../../../report/width.ts';
import { shellPath } from '../../../shellWord.ts';
import { colorOf } from '../../context.ts';
import type { SiteContext } from '../../site.ts';
import { diagnosePost } from '../../validate/check.ts';

/**
 * Whether errors refuse a post; they are printed, with what was not `done`. `before` is the text of its file, and `after`
 * the text that is checked: rules are stricter for a published post than for a draft.
 */
export async function isRefused(
  file: PostFile,
  { before, after }: { before: string; after: string },
  done: string,
  site: SiteContext,
  isError = ({ severity }: Diagnostic): boolean => severity === 'error',
): Promise<boolean> {
  const { shell } = site;
  const found = diagnosePost(site, file, after).filter(isError);
  if (found.length === 0) return false;
  const shown = visible(file.file);
  if (found.every(({ rule }) => rule === 'body-empty')) {
    shell.err(`${shown} not ${done}: it has no text yet; write it first: blog edit ${shellPath(shown)}\n`);
    return true;
  }
  const toLine = lineFinder(before, after);
  const errors = found.map((one) => ({ ...one, line: toLine(one.line) }));
  await printErrors(errors, before, site);
  shell.err(`${shown} not ${done}: fix these errors first\n`);
  return true;
}

/** In a terminal each error is shown with its line. */
async function printErrors(errors: readonly Diagnostic[], text: string, site: SiteContext): Promise<void> {
  const { shell } = site;
  const { width } = shell.stderr;
  if (width === undefined) {
    for (const error of errors) shell.err(formatCompact(error));
    return;
  }
  const lines = text.split(/\r?\n/);
  const lineOf = (_: string, line: number): string | undefined => lines[line - 1];
  const style = await loadStyle(colorOf('stderr', site));
  const measure = await loadMeasure(errors.map(({ line }) => lines[line - 1] ?? ''));
  for (const error of errors) shell.err(formatPretty(error, { style, measure, width, lineOf, isWrapped: true }));
}

/**
 * Maps a line (1-based) of a changed text to that of the text before, which is still the one in the file. Only front matter
 * has changed: a body may have millions of lines.
 */
function lineFinder(before: string, after: string): (line: number) => number {
  const [was, is] = [before, after].map((text) => (cutPost(text)?.head ?? '').split('\n')) as [string[], string[]];
  const added = is.length - was.length;
  return (line) => {
    if (line > is.length) return line - added;
    const candidates = [line, line - added].filter((one) => was[one - 1] === is[line - 1]);
    return candidates[0] ?? Math.min(line, was.length);
  };
}
