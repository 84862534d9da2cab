/** The questions of `blog new` that are answered with a line of text. */
import { longestSummary, longestTitle } from '../../checks/fields.ts';
import { isNewSlug, newSlugRule } from '../../post/draft/slug.ts';
import { lineProblem } from '../../post/frontmatter/yamlText.ts';
import { codePoints } from '../../post/text.ts';
import type { Asker } from '../prompt/prompt.ts';
import { showsNothing } from '../textArgument.ts';

/** Asks for a title. `fileOf` gives the file that a title makes, if it makes one; `text` is there to be edited. */
export function askTitle(asker: Asker, fileOf: (title: string) => string | undefined, text?: string): Promise<string> {
  return asker.line('Title of the post:', {
    text,
    check: (answer) => (showsNothing(answer) ? 'title is required' : lineProblem(answer)),
    note(answer) {
      if (showsNothing(answer)) return 'The file name is made from the title';
      const length = codePoints(answer);
      const long = length > longestTitle ? `${length} characters; keep it to ${longestTitle} · ` : '';
      return `${long}${fileOf(answer) ?? 'No file name can be made from this title; you will be asked for a slug next'}`;
    },
  });
}

/** Asks for a slug, where none can be made from the title or another is wanted. `holder` gives the file that has a slug. */
export function askSlug(
  asker: Asker,
  suggested: { default: string } | { text: string },
  holder: (slug: string) => string | undefined,
): Promise<string> {
  return asker.line('Slug, the post’s part of the URL (letters a–z, digits and hyphens):', {
    ...suggested,
    check(answer) {
      if (!isNewSlug(answer)) return `use ${newSlugRule}`;
      const taken = holder(answer);
      return taken === undefined ? undefined : `already used by ${taken}`;
    },
  });
}

/** Asks for a summary, which may be empty; `text` is there to be edited. */
export function askSummary(asker: Asker, text?: string): Promise<string> {
  return asker.line('Summary, one or two sentences (press Enter to add it later):', {
    text,
    check: lineProblem,
    note(answer) {
      const length = codePoints(answer);
      return `${length} of ${longestSummary} characters${length > longestSummary ? '; shorten it for readers and feeds' : ''}`;
    },
  });
}
