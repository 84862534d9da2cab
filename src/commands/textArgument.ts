/** Arguments and option values that become one line of front matter. */
import { UserError } from '../errors.ts';
import { lineProblem } from '../post/frontmatter/yamlText.ts';
import { visible } from '../report/escape.ts';

/** Whether a text consists of spaces and invisible characters only. */
export function showsNothing(text: string): boolean {
  return !/[^\s\p{Cf}]/u.test(text);
}

/** The text, trimmed. Throws UserError, which names it as `what`, for a text that does not fit on one line. */
export function readLineArgument(text: string, what: string): string {
  const problem = lineProblem(text.trim());
  if (problem !== undefined) throw new UserError(`${what} “${visible(text)}” cannot be used: ${problem}`);
  return text.trim();
}

/** As `readLineArgument`, and also throws UserError for an empty text. */
export function readFilledLine(text: string, what: string): string {
  if (showsNothing(text)) throw new UserError(`${what} is empty`);
  return readLineArgument(text, what);
}

/** Whether a text that should name a person is only a role: `(student)`. */
export function isNameless(text: string): boolean {
  return /^\([^()]*\)$/.test(text.trim());
}

/** As `readFilledLine`, and also throws UserError for a role without a name. */
export function readPersonArgument(text: string, what: string): string {
  const line = readFilledLine(text, what);
  if (!isNameless(line)) return line;
  throw new UserError(`${what} “${visible(line)}” has no name; write "Name ${visible(line)}"`);
}
