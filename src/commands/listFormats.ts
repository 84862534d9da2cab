/** Posts as text, in each of the formats of `blog list`. Spec section 4. */
import type { Entry } from '../blog/library.ts';
import type { Context } from '../program.ts';
import { type Column, type ColumnContext, textOf, toObject } from '../report/columns.ts';
import { csvLine } from '../report/csv.ts';
import { visible, visibleJson } from '../report/escape.ts';
import { colorOf } from './color.ts';

export const listFormats = ['table', 'json', 'jsonl', 'csv', 'paths', 'count'] as const;
export type ListFormat = (typeof listFormats)[number];

const defaultColumns: readonly Column[] = ['date', 'title', 'categories', 'authors', 'status'];

/** Prints posts; `paths0` are paths that end in NUL. */
export async function printPosts(
  entries: readonly Entry[],
  format: ListFormat | 'paths0',
  columns: readonly Column[] | undefined,
  columnContext: ColumnContext,
  context: Context,
): Promise<void> {
  const { shell } = context;
  const terminal = shell.stdout.width !== undefined;
  // What a program reads must be exact; a terminal is given no character that it would obey.
  const exact = (text: string): string => (terminal ? visible(text) : text);
  const asObject = (entry: Entry): Record<string, unknown> => toObject(entry, columns, columnContext);
  const standard = columnContext.why ? [...defaultColumns, 'why' as const] : defaultColumns;
  switch (format) {
    case 'count':
      return shell.out(`${entries.length}\n`);
    case 'paths':
      return shell.out(entries.map(({ post }) => `${exact(post.file)}\n`).join(''));
    case 'paths0':
      return shell.out(entries.map(({ post }) => `${post.file}\0`).join(''));
    case 'json':
      return shell.out(`${visibleJson(JSON.stringify(entries.map(asObject), null, 2))}\n`);
    case 'jsonl':
      return printLines(entries, (entry) => `${visibleJson(JSON.stringify(asObject(entry)))}\n`, context);
    case 'csv': {
      const wanted = columns ?? [...standard, 'file'];
      const cells = (entry: Entry): string[] => wanted.map((column) => exact(textOf(entry, column, columnContext)));
      shell.out(csvLine(wanted));
      return printLines(entries, (entry) => csvLine(cells(entry)), context);
    }
    default: {
      if (!terminal) {
        const wanted = columns ?? [...standard, 'file'];
        const cells = (entry: Entry): string[] => wanted.map((column) => visible(textOf(entry, column, columnContext)));
        return printLines(entries, (entry) => `${cells(entry).join('\t')}\n`, context);
      }
      if (entries.length === 0) return;
      const wanted = columns ?? standard;
      const forPeople = { ...columnContext, relativeDays: columns === undefined };
      const rows = entries.map((entry) => wanted.map((column) => visible(textOf(entry, column, forPeople))));
      const { formatPostTable } = await import('../report/postTable.ts');
      shell.out(await formatPostTable(wanted, rows, shell.stdout.width ?? 80, colorOf('stdout', context)));
    }
  }
}

/** Lines in pieces of a few hundred: neither a call of the system for each nor all of them in memory. */
function printLines(entries: readonly Entry[], lineOf: (entry: Entry) => string, { shell }: Context): void {
  let piece = '';
  for (const [index, entry] of entries.entries()) {
    piece += lineOf(entry);
    if (index % 512 === 511) {
      shell.out(piece);
      piece = '';
    }
  }
  if (piece !== '') shell.out(piece);
}
