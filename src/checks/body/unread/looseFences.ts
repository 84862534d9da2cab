/** Finds fences that are not read as such, so that their ends begin others. */
import type { Fault } from '../../../diagnostic.ts';
import { abridge } from '../../../post/text.ts';
import { createRangeFinder } from '../codeRanges.ts';
import type { BlockRange, TextBlock } from '../partTypes.ts';

/** The first fence in a block of HTML, or in one of text above line `last`, where a fence begins that is never closed. */
export function looseFence({ kind, block, end }: BlockRange, last: number): Fault[] {
  if (!block) return [];
  if (kind === 'html') return find(block, /^(?:`{3,}[^`\n]*|~{3,}[^\n]*)$/gm, () => inHtml);
  if (kind !== 'text' || end > last) return [];
  return find(block, /(?:^|(?<=\S))[ \t]*`{3,}[^\n]*/gm, (line) => {
    if (/^`+[^`]+`/.test(line)) return followed;
    return /^[ \t]*`+[\w+#.-]*\s*$/.test(line) ? inside : undefined;
  });
}

type Words = Record<'why' | 'hint', string>;

const inHtml: Words = { why: 'it is inside HTML', hint: 'leave an empty line above it' };
const followed: Words = { why: 'it has another backtick', hint: 'delete the backticks after ```' };
const inside: Words = { why: 'text is before it', hint: 'put it on a line of its own' };

function find(
  { content, code, locate }: TextBlock,
  pattern: RegExp,
  wordsFor: (line: string) => Words | undefined,
): Fault[] {
  const rangeAt = createRangeFinder(code);
  for (const { 0: line, index } of content.matchAll(pattern)) {
    const start = index + line.length - line.trimStart().length;
    if ((rangeAt(start)?.[0] ?? Number.POSITIVE_INFINITY) <= start) continue;
    const words = wordsFor(line);
    if (!words) continue;
    const message = `“${abridge(line.trim())}” is not read as code: ${words.why}`;
    const place = locate(start, index + line.trimEnd().length);
    return [{ rule: 'markdown-unread', message, hint: words.hint, place }];
  }
  return [];
}
