/** Runs of plain text within a block. */
import type MarkdownIt from 'markdown-it';
import type { RuleInline } from 'markdown-it/lib/parser_inline.mjs';

/** Replaces the parser’s rule for plain text, which calls a function for each character, by one that searches for a mark. */
export function usePlainRuns({ inline }: MarkdownIt): void {
  // The characters at which the rule of markdown-it 14 ends.
  const mark = /[\n!#$%&*+\-:<=>@[\\\]^_`{}~]/g;
  const rule: RuleInline = (state, silent) => {
    mark.lastIndex = state.pos;
    const found = mark.test(state.src) ? mark.lastIndex - 1 : state.posMax;
    const end = Math.min(found, state.posMax);
    if (end <= state.pos) return false;
    if (!silent) state.pending += state.src.slice(state.pos, end);
    state.pos = end;
    return true;
  };
  inline.ruler.at('text', rule);
}
