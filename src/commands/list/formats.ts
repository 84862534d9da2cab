/** Prints posts in each format of `blog list`. */
import type { Entry } from '../../blog/postIndex.ts';
import { type Column, type ColumnContext, textOf, toObject } from '../../report/columns.ts';
import { visible, visibleJson } from '../../report/escape.ts';
import { type Context, colorOf } from '../context.ts';
import { printEach, printPieces } from '../output.ts';

export const listFormats = ['table', 'json', 'jsonl', 'csv', 'paths', 'count'] as const;
export type ListFormat = (typeof listFormats)[number];

const defaultColumns: readonly Column[] = ['date', 'title', 'categories', 'authors', 'status'];

/** A path that begins with `::` would be a workflow command to GitHub Actions. */
function asPath(file: string): string {
  return /^\s*::/.test(file) ? `./${file}` : file;
}

/** Prints posts in a format, with `columns` or those by default; `paths0` are paths terminated by NUL. */
export async function printPosts(
  entries: readonly Entry[],
  format: ListFormat | 'paths0',
  columns: readonly Column[] | undefined,
  columnContext: ColumnContext,
  context: Context,
): Promise<void> {
  const { shell } = context;
  const isTerminal = shell.stdout.width !== undefined;
  // A program needs the exact text; control characters never reach a terminal.
  const exact = (text: string): string => (isTerminal ? visible(text) : text);
  const cellsOf = (entry: Entry, wanted: readonly Column[], encode: (text: string) => string): string[] =>
    wanted.map((column) => encode(textOf(entry, column, columnContext)));
  const asObject = (entry: Entry): Record<string, unknown> => toObject(entry, columns, columnContext);
  const defaults = columnContext.why ? [...defaultColumns, 'why' as const] : defaultColumns;
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
      const { csvLine } = await import('../../report/csv.ts');
      const wanted = columns ?? [...defaults, 'file'];
      shell.out(csvLine(wanted));
      return printEach(entries, (entry) => csvLine(cellsOf(entry, wanted, exact)), shell);
    }
    default: {
      if (!isTerminal) {
        const wanted = columns ?? [...defaults, 'file'];
        return printEach(entries, (entry) => `${cellsOf(entry, wanted, visible).join('\t')}\n`, shell);
      }
      if (entries.length === 0) return;
      const wanted = columns ?? defaults;
      const forPeople = { ...columnContext, relativeDays: columns === undefined };
      const all = entries.map((entry) => wanted.map((column) => visible(textOf(entry, column, forPeople))));
      // An empty column only takes up room, unless it was asked for.
      const kept = wanted.map((_, at) => columns !== undefined || all.some((row) => row[at] !== ''));
      const rows = all.map((row) => row.filter((_, at) => kept[at]));
      const { formatPostTable } = await import('../../report/postTable.ts');
      const shown = wanted.filter((_, at) => kept[at]);
      const color = colorOf('stdout', context);
      shell.out(await formatPostTable(shown, rows, shell.stdout.width ?? 80, color, columns !== undefined));
    }
  }
}
