/** How long a text may be for its Markdown to be read: the parser takes several hundred bytes for a single one. */
import type { Fault } from '../diagnostic.ts';

/** Ninety thousand words. */
export const longestBody = 512 * 1024;

/** The fault of a text that is no post's any more; `line` is the line of the file on which it begins. */
export function bodySizeFault(text: string, line: number): Fault | undefined {
  if (text.length <= longestBody) return undefined;
  // Pictures written into the text cost the parser nothing.
  if (text.replace(/data:image\/[\w/+;=,.-]+/g, '').length <= longestBody) return undefined;
  return {
    rule: 'too-large',
    message: 'the text is longer than 512 KiB: feeds and their readers cannot carry it',
    hint: 'split it into several posts',
    place: { line, column: 1 },
  };
}
