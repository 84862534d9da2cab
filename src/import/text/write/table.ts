/** Tables as Markdown, where it can say them. */
import { type Element, isBlank, type Node } from '../tidy/tree.ts';
import { blockTags } from './blockTags.ts';
import { type Writing, writeInline } from './inline.ts';

/** A table as Markdown; undefined if it has no head, cells over several rows or columns, or blocks in cells. */
export function writeTable(table: Element, writing: Writing): string | undefined {
  const rows = rowsOf(table);
  const [head, ...body] =
    rows?.map((row) => row.children.filter((cell): cell is Element => typeof cell === 'object')) ?? [];
  if (!head || head.length === 0 || !head.every(({ tag }) => tag === 'th')) return undefined;
  if (!body.every((cells) => cells.length === head.length && cells.every(({ tag }) => tag === 'td'))) return undefined;
  if (![head, ...body].every((cells) => cells.every(isPlainCell))) return undefined;
  const write = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const delimiters = head.map(({ attributes }) => delimiterOf(attributes['align']));
  const lines = [head, ...body].map((cells) => cells.map((cell) => writeInline(contentOf(cell), 'cell', writing)));
  // A first line without any text is no table.
  return [write(lines[0] ?? []), write(delimiters), ...lines.slice(1).map(write)].join('\n');
}

function delimiterOf(align: string | undefined): string {
  const delimiters: Readonly<Record<string, string>> = { left: ':---', right: '---:', center: ':---:' };
  return delimiters[align ?? ''] ?? '---';
}

/** The rows of a table; undefined if it has other parts, such as a caption. */
function rowsOf(table: Element): Element[] | undefined {
  const rows: Element[] = [];
  for (const part of table.children) {
    if (isBlank([part])) continue;
    if (typeof part === 'string') return undefined;
    if (part.tag === 'tr') rows.push(part);
    else if (!/^t(?:head|body|foot)$/.test(part.tag)) return undefined;
    else {
      for (const row of part.children) {
        if (typeof row === 'object' && row.tag === 'tr') rows.push(row);
        else if (!isBlank([row])) return undefined;
      }
    }
  }
  return rows;
}

function isPlainCell(cell: Element): boolean {
  const { colspan = '1', rowspan = '1' } = cell.attributes;
  if (colspan !== '1' || rowspan !== '1') return false;
  return contentOf(cell).every((node) => typeof node === 'string' || !blockTags.has(node.tag));
}

/** What a cell contains, without the paragraph around it. */
function contentOf({ children }: Element): readonly Node[] {
  const shown = children.filter((node) => (typeof node === 'object' ? node.tag !== 'boundary' : node.trim() !== ''));
  const [only] = shown;
  if (shown.length === 1 && typeof only === 'object' && only.tag === 'p') return contentOf(only);
  return children.filter((node) => typeof node === 'string' || node.tag !== 'boundary');
}
