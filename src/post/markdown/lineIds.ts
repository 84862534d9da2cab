/** Ids that lead from a line of a file to the block of HTML that stands for it. */
import type { Token } from './markdown.ts';

/** Gives blocks the id of the line on which they begin, in place, the first on each line. The body begins on line `first`. */
export function markLines(tokens: readonly Token[], first: number): void {
  let last = -1;
  for (const token of tokens) {
    if (token.nesting !== 1 || token.hidden || !token.map || !token.tag || token.map[0] <= last) continue;
    [last] = token.map;
    token.attrSet('id', `line-${first + last}`);
  }
}
