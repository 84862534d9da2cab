/** Blocks of raw HTML that are never closed, which would take the rest of the text. */
import type MarkdownIt from 'markdown-it';
import type { RuleBlock } from 'markdown-it/lib/parser_block.mjs';

type State = Parameters<RuleBlock>[0];

/** How a block begins that ends not at an empty line, but only where it is closed. CommonMark 0.31.2, 4.6. */
const kinds: readonly [start: RegExp, end: RegExp][] = [
  [/^<(?:script|style|textarea)(?=\s|>|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<![a-z]/i, />/],
  [/^<!\[CDATA\[/, /\]\]>/],
];

/**
 * Lets such a block begin only where it is closed, too; otherwise its opening is text, and what follows is Markdown.
 * An unclosed `<pre>` stays: it hides nothing.
 */
export function useClosedBlocks({ block }: MarkdownIt): void {
  const htmlBlock = block.ruler.getRules('').find(({ name }) => name === 'html_block') as RuleBlock;
  const isUnclosed = createSearch();
  const rule: RuleBlock = (state, line, endLine, silent) =>
    !isUnclosed(state, line, endLine) && htmlBlock(state, line, endLine, silent);
  block.ruler.at('html_block', rule, { alt: ['paragraph', 'reference', 'blockquote'] });
}

/** Searches each stretch of text only once for an end that it does not have. */
function createSearch() {
  let source = '';
  let known: number[] = [];
  return (state: State, line: number, endLine: number): boolean => {
    const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
    if (state.src[start] !== '<') return false;
    const text = lineAt(state, line);
    const kind = kinds.findIndex(([opening]) => opening.test(text));
    const end = kinds[kind]?.[1];
    if (end === undefined) return false;
    if (state.src !== source) {
      source = state.src;
      known = [];
    }
    if (line < (known[kind] ?? 0)) return true;
    let next = line;
    while (next < endLine && (next === line || isInside(state, next))) {
      if (end.test(lineAt(state, next))) return false;
      next++;
    }
    known[kind] = next;
    return true;
  };
}

function lineAt({ src, bMarks, tShift, eMarks }: State, line: number): string {
  return src.slice((bMarks[line] ?? 0) + (tShift[line] ?? 0), eMarks[line]);
}

/** Whether a line is in the same list item; an empty one is. */
function isInside(state: State, line: number): boolean {
  return (state.sCount[line] ?? 0) >= state.blkIndent || state.isEmpty(line);
}
