/** The files of pages, and what is wrong with them. */
import { encodeUrl } from '../../blog/url.ts';
import { refusal } from '../../errors.ts';
import { isWindows } from '../../files/windows.ts';
import { plural } from '../../report/diagnostics/summary.ts';
import { visible } from '../../report/escape.ts';
import { findFileClashes, outputPath } from '../../site/outputPaths.ts';
import { problemLine } from '../../site/problemLine.ts';
import type { Page, SitePlan, SiteProblem } from '../../site/site.ts';
import { printHint } from '../context.ts';
import type { FeedSite } from '../feed/options.ts';
import type { FeedTarget } from '../feed/targets.ts';
import { firstLines } from './changes.ts';
import type { BuildOptions } from './options.ts';
import { windowsProblems } from './windowsNames.ts';

/**
 * The file of each page. Throws UserError if two files could not be there together, or a page is invalid and not to be skipped,
 * having said what else is wrong.
 */
export function filesOf(
  { pages }: SitePlan,
  problems: readonly SiteProblem[],
  feeds: readonly FeedTarget[],
  { skipInvalid = false }: BuildOptions,
  site: FeedSite,
): Map<Page, string> {
  const lines: string[] = [];
  const invalid: string[] = [];
  for (const problem of problems) {
    const line = visible(problemLine(problem));
    if (problem.isInvalidPage) invalid.push(line);
    else if (problem.severity === 'error') lines.push(line);
    else printHint(line, site);
  }
  const files = new Map<Page, string>();
  for (const page of pages.values()) {
    const found = outputPath(page.path);
    if ('file' in found) files.set(page, found.file);
    else lines.push(`${visible(page.source)}: no file can have the URL ${visible(page.path)}: ${found.problem}`);
  }
  const sources = new Map<string, string>();
  const claim = (file: string, source: string): void => {
    const other = sources.get(file);
    if (other === undefined) sources.set(file, visible(source));
    else
      lines.push(
        `${other} and ${visible(source)} need the same file: ${visible(file)}; change the path in one of them`,
      );
  };
  for (const [page, file] of files) claim(file, page.source);
  // A page with the path of a feed is a problem of the plan.
  for (const { file } of feeds) {
    if (!pages.has(`/${file}`)) claim(file, 'a feed');
    const page = pages.get(encodeUrl(`/${file.replace(/(^|\/)index\.(?:xml|json)$/, '$1')}`));
    if (page) {
      const source = visible(page.source);
      lines.push(
        `${source} and a feed have the same URL: ${visible(page.path)}; remove it from feed.aliases in the config`,
      );
    }
  }
  for (const [one, other] of findFileClashes([...sources.keys()])) {
    const both = `${sources.get(one)} and ${sources.get(other)}`;
    lines.push(`${both} need files that cannot be in one folder: ${visible(one)}, ${visible(other)}`);
  }
  noteWindows(files, lines, site);
  if (lines.length > 0) throw refusal([...invalid, ...lines, 'nothing built: fix these files first']);
  if (invalid.length > 0 && !skipInvalid) {
    throw refusal([...invalid, 'nothing built: fix these files first, or pass --skip-invalid to leave them out']);
  }
  for (const line of invalid) site.shell.err(`${line}\n`);
  return files;
}

/** Says which files Windows cannot have; there, they are errors. */
function noteWindows(files: ReadonlyMap<Page, string>, errors: string[], site: FeedSite): void {
  const problems = windowsProblems(files).map((problem) => visible(problemLine(problem)));
  if (isWindows) errors.push(...problems);
  else {
    const more = (count: number): string => `${plural(count, 'more file')} whose names Windows does not allow`;
    for (const line of firstLines(problems, (problem) => problem, more)) printHint(line, site);
  }
}
