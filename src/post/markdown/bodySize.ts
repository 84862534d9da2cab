/** How long a body may be: the memory that its Markdown takes is limited. */
import type { Fault } from '../../diagnostic.ts';

/** UTF-16 units: more than a million words. */
const longest = 8 * 1024 * 1024;
/** The most marks, so a shorter body is never too large. The parser takes half a kilobyte for each, for a letter a byte. */
export const surelyShort = 180_000;
/** How many marks an HTML tag counts for: one that is never closed is opened again in every block that follows. */
const weightOfTag = 10;

/** The fault of a body that is too large; `line` is the line of the file on which it begins. */
export function bodySizeFault(text: string, line: number): Fault | undefined {
  if (text.length <= surelyShort) return undefined;
  const message =
    text.length > longest
      ? 'body is larger than 8 MiB, too large for feeds'
      : countMarks(text) > surelyShort && 'body has more than 180,000 lines and Markdown markers, too many for feeds';
  if (!message) return undefined;
  return { rule: 'too-large', message, hint: 'split it into several posts', place: { line, column: 1 } };
}

/** How many line breaks, tabs, and characters of Markdown or templates there are. */
function countMarks(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) count += weights[text.charCodeAt(at)] ?? 0;
  return count;
}

const weights = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return character === '<' ? weightOfTag : Number('\n\r\t#*_`~[]!>&|\\^+-.){}:"$%=@'.includes(character));
});
