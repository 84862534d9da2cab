/** Files of pages that Windows cannot have: whoever copies the site there, or clones it, does without the pages. */
import { nameProblem } from '../../files/windows.ts';
import type { Page, SiteProblem } from '../../site/site.ts';

/** What is wrong with the files of these pages for Windows. */
export function windowsProblems(files: ReadonlyMap<Page, string>): SiteProblem[] {
  return [...files].flatMap(([{ kind, source }, path]): SiteProblem[] => {
    const problem = nameProblem(`/${path}`, true);
    if (problem === undefined) return [];
    const message = `${problem}: the site cannot be copied there`;
    const hint = hintOf(kind);
    return [{ severity: 'warning', file: source, message, ...(hint !== undefined && { hint }) }];
  });
}

function hintOf(kind: Page['kind']): string | undefined {
  if (kind === 'post') return 'write another slug or permalink';
  if (kind === 'redirect') return 'remove it from the aliases';
  return kind === 'text' ? 'rename the file' : undefined;
}
