/** Comments of other tools, which readers must not see: `{::comment}…{:/comment}` (kramdown) and `%%…%%` (Obsidian). */
import type MarkdownIt from 'markdown-it';
import type { RuleBlock } from 'markdown-it/lib/parser_block.mjs';
import type { RuleInline } from 'markdown-it/lib/parser_inline.mjs';

type State = Parameters<RuleBlock>[0];

const kinds = [
  { opening: '{::comment}', closing: /\{:\/(?:comment)?\}/, atEnd: /\{:\/(?:comment)?\}[ \t]*$/gm },
  { opening: '%%', closing: /(?<=\S[ \t]*)%%(?![%\w])/, atEnd: /%%[ \t]*$/gm },
] as const;

type Kind = (typeof kinds)[number];

/** The type of the token of a comment in a sentence; its `meta.length` is that of the comment. */
export const commentType = 'tool_comment';

/** Makes the parser leave them out where they are closed. */
export function useComments(parser: MarkdownIt): void {
  const alt = ['paragraph', 'reference', 'blockquote', 'list'];
  parser.block.ruler.before('fence', commentType, createBlockRule(), { alt });
  parser.inline.ruler.before('escape', commentType, readInline);
  parser.renderer.rules[commentType] = () => '';
}

function findKind(text: string, at: number): Kind | undefined {
  return kinds.find(({ opening }) => text.startsWith(opening, at));
}

/** A comment of whole lines, which may hold empty ones. */
function createBlockRule(): RuleBlock {
  const lastEnds = new WeakMap<object, Map<Kind, number>>();
  const lastEnd = (kind: Kind, { src, env }: State): number => {
    const known = lastEnds.get(env) ?? new Map<Kind, number>();
    lastEnds.set(env, known);
    let last = known.get(kind);
    if (last === undefined) {
      last = -1;
      for (const { index } of src.matchAll(kind.atEnd)) last = index;
      known.set(kind, last);
    }
    return last;
  };
  return (state, line, endLine, silent) => {
    const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
    const kind = findKind(state.src, start);
    if (!kind || (state.sCount[line] ?? 0) - state.blkIndent >= 4 || lastEnd(kind, state) <= start) return false;
    const end = findEnd(state, kind, line, endLine);
    if (end === undefined) return false;
    if (!silent) state.line = end + 1;
    return true;
  };
}

/** The line at whose end a comment is closed, in the same list item. */
function findEnd(state: State, { opening, closing, atEnd }: Kind, line: number, endLine: number): number | undefined {
  const textOf = (at: number): string =>
    state.src.slice((state.bMarks[at] ?? 0) + (state.tShift[at] ?? 0), state.eMarks[at]);
  const rest = textOf(line).slice(opening.length);
  const [{ index } = { index: -1 }] = rest.matchAll(atEnd);
  const first = closing.exec(rest);
  if (first) return first.index === index ? line : undefined;
  for (let at = line + 1; at < endLine; at++) {
    if (!state.isEmpty(at) && (state.sCount[at] ?? 0) < state.blkIndent) return undefined;
    const text = textOf(at);
    if (text.search(atEnd) !== -1) return at;
    // Two lines that begin alike are no comment: other languages have such marks.
    if (text.startsWith(opening)) return undefined;
  }
  return undefined;
}

/** The longest comment in a sentence: without a bound, a text of marks would take quadratic time. */
const longestInline = 1000;

const readInline: RuleInline = (state, silent) => {
  const kind = findKind(state.src, state.pos);
  if (!kind) return false;
  const { length } = kind.opening;
  const text = state.src.slice(state.pos, Math.min(state.posMax, state.pos + longestInline));
  const closed = kind.closing.exec(text.slice(length));
  // `50%%` and `%%%` are no marks.
  const isMark = kind.opening !== '%%' || !/[\w%{]/.test(state.src[state.pos - 1] ?? '');
  if (!closed || !isMark || text.slice(length, length + closed.index).includes('\n')) return false;
  const whole = length + closed.index + closed[0].length;
  if (!silent) {
    const token = state.push(commentType, '', 0);
    token.meta = { ...token.meta, length: whole };
  }
  state.pos += whole;
  return true;
};
