/** Hints about what a list does not show, and names that no post has. */
import type { PostIndex } from '../../blog/postIndex.ts';
import type { Selection } from '../../blog/query.ts';
import { UserError } from '../../errors.ts';
import { otherFolder, printedPath } from '../../files/posts.ts';
import { suggest } from '../../post/nearest.ts';
import { visible } from '../../report/escape.ts';
import type { SiteContext } from '../site.ts';

/** A line for each unknown name, with the nearest name that a post has; `posts` says among which. */
export function unknownNameHints(unknown: Selection['unknown'], posts = 'post'): string[] {
  return unknown.map(({ kind, name, nearest }) => {
    const hint = nearest === undefined ? '' : `; ${suggest(visible(nearest))}`;
    return `no ${posts} has the ${kind} “${visible(name)}”${hint}`;
  });
}

/** Throws UserError, with their names, if a part of a name is that of several people. */
export function refuseAmbiguous(ambiguous: Selection['ambiguous']): void {
  const problems = ambiguous.flatMap(({ name, people }) => [
    `“${name}” is ambiguous; use one of these names:`,
    ...people.map((person) => `  ${person}`),
  ]);
  if (problems.length > 0) throw new UserError(problems);
}

/** What to say below a list: names that no post has, or that there are no posts. */
export function listHints(selection: Selection, { entries, invalid }: PostIndex, { folder }: SiteContext): string[] {
  const hints = unknownNameHints(selection.unknown);
  if (entries.length + invalid.length === 0) {
    const other = otherFolder(folder);
    const shown = printedPath(folder.base, folder.path) || '.';
    hints.push(
      other === undefined
        ? 'no posts yet; to write one, run: blog new "My first post"'
        : `no posts in “${shown}”; “${other}” exists: pass --posts ${other}`,
    );
  } else if (entries.length > 0 && selection.entries.length === 0 && hints.length === 0) hints.push('no posts match');
  return hints;
}
