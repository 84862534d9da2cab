/** Ids that lead from a line of a file to the block of HTML that stands for it. */
import type { Token } from './markdown.ts';

/** Gives blocks the id of the line on which they begin, in place, the first on each line. The body begins on line `first`. */
export function markLines(tokens: readonly Token[], first: number): void {
  // Footnotes stand below the text, whatever their lines.
  const marked = new Set<number>();
  for (const token of tokens) {
    if (token.nesting !== 1 || token.hidden || !token.map || !token.tag || marked.has(token.map[0])) continue;
    const [line] = token.map;
    marked.add(line);
    token.attrSet('id', `line-${first + line}`);
  }
}
