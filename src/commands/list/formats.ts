/** Prints posts in each format of `blog list`. */
import type { Entry } from '../../blog/postIndex.ts';
import { type Column, type ColumnContext, textOf, toObject } from '../../report/columns.ts';
import { visible, visibleJson } from '../../report/escape.ts';
import { type Context, colorOf } from '../context.ts';
import { printEach, printPieces } from '../output.ts';

export const listFormats = ['table', 'json', 'jsonl', 'csv', 'paths', 'count'] as const;
export type ListFormat = (typeof listFormats)[number];

const defaultColumns: readonly Column[] = ['date', 'title', 'categories', 'authors', 'status'];

/** On a terminal, where the reason needs the room of the others. */
const explainedColumns: readonly Column[] = ['date', 'title', 'why'];

/** A path that begins with `::` would be a workflow command to GitHub Actions. */
function asPath(file: string): string {
  return /^\s*::/.test(file) ? `./${file}` : file;
}

export interface Printing {
  /** `paths0` are paths terminated by NUL. */
  format: ListFormat | 'paths0';
  /** Undefined for those by default. */
  columns: readonly Column[] | undefined;
  /** Whether CSV begins with a byte order mark. */
  bom: boolean;
}

/** Prints posts in a format. */
export async function printPosts(
  entries: readonly Entry[],
  { format, columns, bom }: Printing,
  columnContext: ColumnContext,
  context: Context,
): Promise<void> {
  const { shell } = context;
  const { width } = shell.stdout;
  // A program needs the exact text; control characters never reach a terminal.
  const exact = (text: string): string => (width === undefined ? text : visible(text));
  const asObject = (entry: Entry): Record<string, unknown> => toObject(entry, columns, columnContext);
  const defaults = columnContext.why ? [...defaultColumns, 'why' as const] : defaultColumns;
  const wanted = columns ?? [...defaults, 'file'];
  const cellsOf = (entry: Entry, encode: (text: string) => string): string[] =>
    wanted.map((column) => encode(textOf(entry, column, columnContext)));
  switch (format) {
    case 'count':
      return shell.out(`${entries.length}\n`);
    case 'paths':
      return printEach(entries, ({ post }) => `${asPath(exact(post.file))}\n`, shell);
    case 'paths0':
      return printEach(entries, ({ post }) => `${exact(post.file)}\0`, shell, 'exact');
    case 'json': {
      const { jsonList } = await import('../../report/json.ts');
      printPieces(jsonList(entries, asObject), shell, 'json');
      return shell.out('\n');
    }
    case 'jsonl':
      return printEach(entries, (entry) => `${visibleJson(JSON.stringify(asObject(entry)))}\n`, shell, 'json');
    case 'csv': {
      const { byteOrderMark, csvLine } = await import('../../report/csv.ts');
      shell.out((bom ? byteOrderMark : '') + csvLine(wanted));
      return printEach(entries, (entry) => csvLine(cellsOf(entry, exact)), shell);
    }
    default: {
      if (width === undefined) return printEach(entries, (entry) => `${cellsOf(entry, visible).join('\t')}\n`, shell);
      if (entries.length === 0) return;
      const shown = columns ?? (columnContext.why ? explainedColumns : defaultColumns);
      const forPeople = { ...columnContext, relativeDays: columns === undefined };
      const rows = entries.map((entry) => shown.map((column) => visible(textOf(entry, column, forPeople))));
      // An empty column only takes up room, unless it was asked for.
      const kept = shown.map((_, at) => columns !== undefined || rows.some((row) => row[at] !== ''));
      const keep = <T>(cells: readonly T[]): T[] => cells.filter((_, at) => kept[at]);
      const { formatPosts } = await import('../../report/postTable.ts');
      const color = colorOf('stdout', context);
      shell.out(await formatPosts(keep(shown), rows.map(keep), width, color, columns !== undefined));
    }
  }
}
