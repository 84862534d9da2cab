/** The questions of `blog new` that are answered in words. */
import { longestSummary, longestTitle } from '../../checks/fields.ts';
import { isNewSlug, newSlugRule } from '../../post/draft/slug.ts';
import { lineProblem } from '../../post/frontmatter/yamlText.ts';
import { codePoints } from '../../post/text.ts';
import type { Asker } from '../prompt/prompt.ts';
import { showsNothing } from '../textArgument.ts';

/** What is wrong with a line, as a sentence. */
function lineMessage(answer: string): string | undefined {
  const problem = lineProblem(answer);
  return problem === undefined ? undefined : `${problem[0]?.toUpperCase()}${problem.slice(1)}.`;
}

/**
 * One line of text; asked again until it is one. `fileOf` tells where the post of a title would be, undefined where no
 * file can be named after it. `text` stands there already.
 */
export function askTitle(asker: Asker, fileOf: (title: string) => string | undefined, text?: string): Promise<string> {
  return asker.line('Title of the post:', {
    text,
    check: (answer) => (showsNothing(answer) ? 'A post needs a title.' : lineMessage(answer)),
    note(answer) {
      if (showsNothing(answer)) return 'Its file is named after it.';
      const length = codePoints(answer);
      const long = length > longestTitle ? `${length} letters, ${longestTitle} are enough · ` : '';
      return `${long}${fileOf(answer) ?? 'No file can be named after this: a short name is asked for next.'}`;
    },
  });
}

/** For a title of which no slug can be made, or another one than was made. `holder` tells who has a slug. */
export function askSlug(
  asker: Asker,
  suggested: { default: string } | { text: string },
  holder: (slug: string) => string | undefined,
): Promise<string> {
  return asker.line('Short name for the address, in letters a–z, digits and hyphens:', {
    ...suggested,
    check(answer) {
      if (!isNewSlug(answer)) return `Please: ${newSlugRule}.`;
      const taken = holder(answer);
      return taken === undefined ? undefined : `That is taken by ${taken}.`;
    },
  });
}

/** Nothing, or one or two sentences; `text` stands there already. */
export function askSummary(asker: Asker, text?: string): Promise<string> {
  return asker.line('Summary, one or two sentences (Enter to leave it for later):', {
    text,
    check: lineMessage,
    note(answer) {
      const length = codePoints(answer);
      const long = length > longestSummary ? ': readers and feeds want it shorter' : '';
      return `${length} of ${longestSummary} letters${long}`;
    },
  });
}

/** Names with commas between them, each once; those of `present` stand there already. */
export async function askNames(asker: Asker, message: string, present: readonly string[] = []): Promise<string[]> {
  // With a semicolon, commas belong to the names: “Ada, Countess”.
  const text = present.some((name) => name.includes(',')) ? `${present.join('; ')};` : present.join(', ');
  const answer = await asker.line(message, { text, check: lineMessage });
  const names = answer.split(answer.includes(';') ? ';' : ',').map((name) => name.trim());
  return [...new Set(names.filter((name) => !showsNothing(name)))];
}
