/** The lines of the blocks of a body. */
import type { Token } from '../../../post/markdown/markdown.ts';
import type { BlockRange, TextBlock } from '../partTypes.ts';

const opaque: Readonly<Record<string, BlockRange['kind']>> = {
  fence: 'fence',
  code_block: 'code',
  html_block: 'html',
  hr: 'divider',
  tr_open: 'row',
};

/** Adds the lines of a block that has no other blocks in it; `before` is the token before, and `block` its text. */
export function addRange(
  ranges: BlockRange[],
  { type, map, markup, info, level }: Token,
  before: Token | undefined,
  block: TextBlock | undefined,
): void {
  if (type === 'th_open' || type === 'td_open') {
    const row = ranges.at(-1);
    if (row) row.cells++;
  }
  // The cells of a table have no lines of their own.
  if (!map) return;
  const [first, end] = map;
  const range = { first, end, level, info, cells: 0 };
  if (type === 'inline') {
    const isHeading = before?.type === 'heading_open';
    const kind = isHeading ? 'heading' : 'text';
    ranges.push({ ...range, kind, markup: isHeading ? before.markup : '', block });
  } else if (opaque[type]) {
    ranges.push({
      ...range,
      kind: opaque[type],
      markup,
      isHead: before?.type === 'thead_open',
      block: type === 'html_block' ? block : undefined,
    });
  }
}
