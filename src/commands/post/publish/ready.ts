/** What is wrong with a post that is to be published or submitted for review: errors and an empty text refuse it. */
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

/** What was checked: the text of a post as it is to be, `after`, since rules are stricter then. Its file holds `before`. */
interface Checked {
  file: PostFile;
  before: string;
  after: string;
}

/** Whether errors refuse a post; they are printed, with what was not `done`. */
export async function isRefused(
  found: readonly Diagnostic[],
  checked: Checked,
  done: string,
  site: SiteContext,
): Promise<boolean> {
  const { shell } = site;
  const { file } = checked;
  if (found.length === 0) return false;
  const shown = visible(file.file);
  if (found.every(({ rule }) => rule === 'body-empty')) {
    shell.err(`${shown} not ${done}: it has no text yet; write it first: blog edit ${shellPath(shown)}\n`);
    return true;
  }
  await printProblems(found, checked, site);
  shell.err(`${shown} not ${done}: fix these errors first\n`);
  return true;
}

/** Prints problems at their places in the file; in a terminal each with its line. */
export async function printProblems(
  found: readonly Diagnostic[],
  { file, before: text, after }: Checked,
  site: SiteContext,
): Promise<void> {
  const { shell } = site;
  const toLine = lineFinder(text, after);
  const problems = found.map((one) => ({ ...one, file: file.file, line: toLine(one.line) }));
  const { width } = shell.stderr;
  if (width === undefined) {
    for (const problem of problems) shell.err(formatCompact(problem));
    return;
  }
  const lines = text.split(/\r?\n/);
  const lineOf = (_: string, line: number): string | undefined => lines[line - 1];
  const style = await loadStyle(colorOf('stderr', site));
  const measure = await loadMeasure(problems.map(({ line }) => lines[line - 1] ?? ''));
  for (const problem of problems) shell.err(formatPretty(problem, { style, measure, width, lineOf, isWrapped: true }));
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
