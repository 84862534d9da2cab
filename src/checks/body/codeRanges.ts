/** Finds what a line shows as code, or not at all. */
import { commentType } from '../../post/markdown/comments.ts';
import { offsetOf, type Token, taggedLength } from '../../post/markdown/markdown.ts';

/** The ranges of code and comments, in order. */
export function codeRanges(tokens: readonly Token[], content: string): [number, number][] {
  return [...codeSpans(tokens, content), ...codeElements(tokens, content)].sort(([a], [b]) => a - b);
}

/** Returns what finds the first range that ends behind an offset. It is asked for offsets in their order. */
export function createRangeFinder<Range extends readonly [start: number, end: number]>(
  ranges: readonly Range[],
): (offset: number) => Range | undefined {
  let next = 0;
  return (offset) => {
    for (let range = ranges[next]; range && range[1] <= offset; range = ranges[next]) next++;
    return ranges[next];
  };
}

/** A code span ends at as many backticks as it begins with. */
function codeSpans(tokens: readonly Token[], content: string): [number, number][] {
  return tokens
    .filter((token) => token.type === 'code_inline' || token.type === commentType || isComment(token))
    .map((token) => {
      const start = offsetOf(token) ?? 0;
      const length = isComment(token) ? token.content.length : taggedLength(token);
      if (length !== undefined) return [start, start + length];
      const ticks = /`+/g;
      ticks.lastIndex = start + token.markup.length;
      let end = ticks.exec(content);
      while (end && end[0].length !== token.markup.length) end = ticks.exec(content);
      return [start, end ? ticks.lastIndex : content.length];
    });
}

/** The ranges of elements such as `<code>` in a line. */
function codeElements(tokens: readonly Token[], content: string): [number, number][] {
  const ranges: [number, number][] = [];
  let open: { name: string; start: number } | undefined;
  for (const token of tokens) {
    if (token.type !== 'html_inline') continue;
    const [, end, name = ''] = /^<(\/?)(code|kbd|samp|pre|tt)(?=[\s>])/i.exec(token.content) ?? [];
    const start = offsetOf(token) ?? 0;
    if (end === '' && !open) open = { name: name.toLowerCase(), start };
    else if (end === '/' && name.toLowerCase() === open?.name) {
      ranges.push([open.start, start]);
      open = undefined;
    }
  }
  return open ? [...ranges, [open.start, content.length]] : ranges;
}

function isComment({ type, content }: Token): boolean {
  return type === 'html_inline' && content.startsWith('<!--');
}
