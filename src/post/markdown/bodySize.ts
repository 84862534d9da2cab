/** How long a text may be for its Markdown to be read within the memory that a feed may take. */
import type { Fault } from '../../diagnostic.ts';

/** UTF-16 units: more than a million words. */
const longest = 8 * 1024 * 1024;
/** The parser takes more than half a kilobyte for a mark where it takes a byte or two for a letter. */
const mostMarks = 200_000;
/** So many marks a tag of HTML counts for: one that is never closed is opened again in all that follows. */
const weightOfTag = 10;

/** A text of this length is never too large. */
export const surelyShort = mostMarks;

/** The fault of a text that is no post's any more; `line` is the line of the file on which it begins. */
export function bodySizeFault(text: string, line: number): Fault | undefined {
  if (text.length <= surelyShort) return undefined;
  const message =
    text.length > longest
      ? 'the text is longer than 8 MiB: feeds and their readers cannot carry it'
      : countMarks(text) > mostMarks && 'the text has more than 200,000 lines and marks: feeds cannot carry it';
  if (!message) return undefined;
  return { rule: 'too-large', message, hint: 'split it into several posts', place: { line, column: 1 } };
}

/** Line ends and tabs, and the characters that Markdown and templates use as marks or that the parser stops at. */
function countMarks(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) count += weights[text.charCodeAt(at)] ?? 0;
  return count;
}

const weights = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return character === '<' ? weightOfTag : Number('\n\r\t#*_`~[]!>&|\\^+-.){}:"$%=@'.includes(character));
});
