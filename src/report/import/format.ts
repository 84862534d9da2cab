/** The report of `blog import` for people. */
import type { ImportReport } from '../../import/report/report.ts';
import { formatCount, plural } from '../diagnostics/summary.ts';
import { visible } from '../escape.ts';
import type { Measure } from '../width.ts';
import { joinNames } from './losses.ts';
import { formatVerification } from './verification.ts';

/** What this run did, which the report does not say: it is the same after a second run. */
export interface ImportFigures {
  created: number;
  updated: number;
  unchanged: number;
  /** Files that posts use. */
  copied: number;
}

/** As many as fit on a screen; the rest is in the file. */
const mostLines = 12;

export interface ImportReportPlace {
  /** Where all of the report is. */
  file: string;
  /** The posts folder. */
  folder: string;
  isDryRun: boolean;
  /** `--uploads`. */
  uploads?: string | undefined;
}

/** The lines of a report. */
export function formatImportReport(
  report: ImportReport,
  { created, updated, unchanged, copied }: ImportFigures,
  { file, folder, isDryRun, uploads }: ImportReportPlace,
): string[] {
  const {
    site,
    files,
    items,
    skipped,
    comments,
    skippedComments,
    losses,
    edited,
    deleted,
    outdated,
    withdrawn,
    missing,
    feeds,
  } = report;
  const done = [
    `${formatCount(created)} ${isDryRun ? 'to write' : 'written'}`,
    ...(updated > 0 ? [`${formatCount(updated)} ${isDryRun ? 'to update' : 'updated'}`] : []),
    ...(unchanged > 0 ? [`${formatCount(unchanged)} unchanged`] : []),
    ...(edited.length > 0 ? [`${formatCount(edited.length)} edited here`] : []),
    ...(outdated.length > 0 ? [`${formatCount(outdated.length)} changed on WordPress`] : []),
    ...(deleted.length > 0 ? [`${formatCount(deleted.length)} deleted here`] : []),
  ];
  const rest = isDryRun ? 'to list all, add --json' : `all are in ${file}`;
  const verified = formatVerification(report.verification);
  const lines = [
    `${site.title} (${site.url}): ${plural(items.total, 'item')} in ${plural(files.length, 'file')}`,
    ...files.flatMap(({ file, problems }) =>
      problems.map(({ line, message, lost }) => `${file}:${line}: ${lost ? 'error' : 'note'}: ${message}`),
    ),
    `${plural(items.imported, 'post')} in ${folder || '.'}: ${done.join(', ')}`,
    `${plural(items.skipped, 'item')} left out${items.skipped > 0 ? ':' : ''}`,
    ...table(skipped.map(({ reason, count, posts }) => [formatCount(count), `${reason}${named(posts)}`])),
    `${plural(comments.total, 'comment')}: ${formatCount(comments.imported)} imported, ${formatCount(comments.skipped)} left out${comments.skipped > 0 ? ':' : ''}`,
    ...table(skippedComments.map(({ reason, count }) => [formatCount(count), reason])),
    ...(losses.length > 0 ? ['Changed or left out:'] : []),
    ...shorten(
      table(
        joinNames(report).map(({ kind, what, count, posts }) => [
          formatCount(count),
          `${kind}: ${what}${posts === 0 ? '' : ` (${kind === 'hidden' ? idsOf(what, report) : plural(posts, 'post')})`}`,
        ]),
      ),
      rest,
    ),
    ...verified.figures,
    ...shorten(verified.lines, rest),
    ...copies(report, copied, isDryRun),
    ...remoteFiles(report, uploads),
    `WordPress had ${plural(feeds.length, 'feed')}, such as /feed/; to keep their subscribers, see docs/import.md of partnership-blog`,
    ...listOf('No longer public on WordPress, but published here; to hide them, run blog unpublish:', withdrawn, rest),
    ...listOf(
      'Published here, but not in this export; if WordPress has deleted them, delete them here, too:',
      missing,
      rest,
    ),
    ...listOf(
      'Edited here, and left as they are:',
      edited.map(({ file, alsoChanged }) => file + (alsoChanged ? ' (also changed on WordPress)' : '')),
      rest,
    ),
    ...listOf('Changed on WordPress; to update them, pass --update:', outdated, rest),
    ...listOf('Deleted here; not restored:', deleted, rest),
    ...(isDryRun ? ['Dry run: nothing was written'] : [`Full report: ${file}`]),
  ];
  return lines.map(visible);
}

/** The numbers of the posts that lost something which WordPress hides: somebody must look at each. */
function idsOf(what: string, { posts }: ImportReport): string {
  const ids = posts
    .filter(({ losses }) => losses.some((loss) => loss.kind === 'hidden' && loss.what === what))
    .map(({ id }) => id ?? '?');
  const shown = ids.slice(0, 5).join(', ');
  return `${ids.length === 1 ? 'post' : 'posts'} ${shown}${ids.length > 5 ? ', …' : ''}`;
}

/** What became of the files that posts use. */
function copies({ uploads }: ImportReport, copied: number, isDryRun: boolean): string[] {
  if (uploads.copied === 0) return [];
  const before = uploads.copied - copied;
  const done = [
    ...(copied > 0 ? [`${formatCount(copied)} ${isDryRun ? 'to copy' : 'copied'}`] : []),
    ...(before > 0 ? [`${formatCount(before)} copied before`] : []),
  ];
  return [`${plural(uploads.copied, 'file')} beside the posts: ${done.join(', ')}`];
}

function remoteFiles({ fetch, uploads }: ImportReport, dir: string | undefined): string[] {
  if (fetch.length === 0) return [];
  const [are, them] = fetch.length === 1 ? ['is', 'it'] : ['are', 'them'];
  const still = `${plural(fetch.length, 'file')} that posts use ${are} still on WordPress`;
  if (dir === undefined) return [`${still}; to copy ${them}, pass --uploads DIR, a copy of wp-content/uploads`];
  const counts = new Map<string, number>();
  if (uploads.missing.length > 0) counts.set(`not in ${dir}`, uploads.missing.length);
  for (const { reason } of uploads.refused) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const elsewhere = fetch.length - uploads.missing.length - uploads.refused.length;
  if (elsewhere > 0) counts.set('of posts that stay as they are, or outside of wp-content/uploads', elsewhere);
  return [`${still}:`, ...table([...counts].map(([reason, count]) => [formatCount(count), reason]))];
}

function listOf(heading: string, files: readonly string[], rest: string): string[] {
  if (files.length === 0) return [];
  return [
    heading,
    ...shorten(
      files.map((file) => `  ${file}`),
      rest,
    ),
  ];
}

/** The first lines, and where the rest is. */
function shorten(lines: readonly string[], rest: string): string[] {
  if (lines.length <= mostLines) return [...lines];
  return [...lines.slice(0, mostLines), `  … and ${formatCount(lines.length - mostLines)} more; ${rest}`];
}

/** Rows with their numbers below one another. */
function table(rows: readonly (readonly [count: string, text: string])[]): string[] {
  const width = Math.max(0, ...rows.map(([count]) => count.length));
  return rows.map(([count, text]) => `  ${count.padStart(width)}  ${text}`);
}

/** Lines on a terminal of so many columns: rows broken between words, and continued below their text. */
export function fitLines(lines: readonly string[], width: number, measure: Measure): string[] {
  return lines.flatMap((line) => {
    if (measure(line) <= width) return [line];
    const [lead] = /^ *(?:\d[\d,]* {2})?/.exec(line) ?? [''];
    const rows: string[] = [];
    let row = lead;
    for (const word of line.slice(lead.length).split(' ')) {
      const isEmpty = row === lead;
      const longer = row + (isEmpty ? '' : ' ') + word;
      // A path stays whole, so that it can be copied.
      if (isEmpty || measure(longer) <= width) row = longer;
      else {
        rows.push(row);
        row = ' '.repeat(Math.max(lead.length, 2)) + word;
      }
    }
    return [...rows, row];
  });
}

/** The first few posts that were left out. */
function named(posts: readonly { id: number | null; title?: string }[]): string {
  if (posts.length === 0) return '';
  // Several exports may have an item twice.
  const names = [...new Set(posts.map(({ id, title }) => (title === undefined ? `post ${id ?? '?'}` : `“${title}”`)))];
  return `: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''}`;
}
