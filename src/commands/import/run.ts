/** The work of `blog import wordpress`: the parts of an import, joined. */
import { join } from 'node:path';
import { ExitCode, refusal } from '../../errors.ts';
import { printedPath } from '../../files/posts.ts';
import { beforeSignalsEnd, type Sweep } from '../../files/write/temporary.ts';
import { fitCategories, inferPermalink, inferTimeZone, withUsed } from '../../import/config.ts';
import type { Decision } from '../../import/decide.ts';
import { formerFeeds } from '../../import/feeds.ts';
import { configCategories } from '../../import/fields/terms.ts';
import { createImport } from '../../import/import.ts';
import type { WithheldKind } from '../../import/plan.ts';
import { recordText, withPlanned } from '../../import/record.ts';
import { jsonPieces } from '../../import/report/pieces.ts';
import { createReport, type ImportReport } from '../../import/report/report.ts';
import { convertText } from '../../import/text/content.ts';
import type { ExportIndex, ExportItem } from '../../import/types.ts';
import { createCheck } from '../../import/verify/check.ts';
import { plural } from '../../report/diagnostics/summary.ts';
import { visible, visibleJson } from '../../report/escape.ts';
import { fitLines, formatImportReport, type ImportFigures } from '../../report/import/format.ts';
import { loadMeasure } from '../../report/width.ts';
import type { Context } from '../context.ts';
import { lockedPosts } from '../locked.ts';
import { readFormat } from '../options.ts';
import { openSite, type SiteContext } from '../site.ts';
import { configHints, writeConfig } from './config.ts';
import { type EarlierImport, ownFolder, readEarlier, stillPublic } from './earlier.ts';
import { type ReadFile, readAgain, readFirst } from './read.ts';
import { readUploads, type Uploads } from './uploads.ts';
import { createRenderer } from './verify.ts';
import { type Writing, writeComments, writeOwn, writePost } from './write.ts';

export interface ImportOptions {
  type?: string[];
  include?: WithheldKind[];
  meta?: [string, string][];
  /** False with `--no-comments`. */
  comments: boolean;
  uploads?: string;
  update?: boolean;
  /** False with `--no-verify`. */
  verify: boolean;
  dryRun?: boolean;
  format?: 'table' | 'json';
  json?: boolean;
}

type Import = ReturnType<typeof createImport>;

/** Imports the files; returns the exit status. Throws UserError if that is not possible. */
export async function runImport(files: readonly string[], options: ImportOptions, context: Context): Promise<number> {
  const format = readFormat(options) ?? 'table';
  const site = await openSite(context);
  const { config, configFile } = site;
  const settings = {
    types: options.type ?? ['post'],
    include: options.include ?? [],
    meta: new Map(options.meta),
    siteUrl: config.siteUrl,
    // The default of a config says nothing; the dates of the posts do.
    timeZone: config.timeZone === 'UTC' ? undefined : config.timeZone,
    filename: config.filename,
    now: new Date(site.now).toISOString().slice(0, 19).replace('T', ' '),
  };
  const uploads = readUploads(options.uploads, site);
  const whole = createImport(settings, convertText);
  const read = await readFirst(files, site, whole.first);
  for (const { result, shown } of read) {
    const other = result.other === undefined ? whole.addSite(result.site) : undefined;
    if (other) throw refusal(otherSite(shown, other));
  }
  if (configFile === undefined && settings.timeZone === undefined) {
    const timeZone = inferTimeZone(whole.heads);
    settings.timeZone = timeZone === 'UTC' ? undefined : timeZone;
  }
  const write = (sweep?: Sweep) =>
    importAll(whole, read, { options, site, sweep, uploads, timeZone: settings.timeZone });
  const { report, figures, hints } = await (options.dryRun ? write() : lockedPosts(site, write, { make: true }));
  if (format === 'json') context.shell.out(`${visibleJson(JSON.stringify(report, null, 2))}\n`);
  if (context.globals.quiet) return statusOf(report);
  const lines: string[] = [];
  if (format === 'table') {
    const folder = visible(printedPath(site.base, site.folder.path));
    const file = visible(printedPath(site.base, join(site.root, ownFolder, 'report.json')));
    const place = { file, folder, isDryRun: options.dryRun === true, uploads: options.uploads };
    lines.push(...formatImportReport(report, figures, place));
  }
  const { err, stderr } = context.shell;
  const all = stderr.width === undefined ? lines : fitLines(lines, stderr.width, await loadMeasure(lines));
  err([...all, ...hints].map((line) => `${line}\n`).join(''));
  return statusOf(report);
}

function statusOf(report: ImportReport): number {
  const isLost = report.files.some(({ problems }) => problems.some(({ lost }) => lost));
  const isWrong = report.verification !== null && report.verification.faults.length > 0;
  return isLost || isWrong ? ExitCode.found : ExitCode.done;
}

function otherSite(shown: string, { site, before }: NonNullable<ReturnType<Import['addSite']>>): string {
  const [here, there] = [site, before].map(({ title, url }) => visible(`“${title}” (${url})`));
  return `${shown} is of another site: ${here}, not ${there}; import them into folders of their own`;
}

/** Whether the file has the text of the import. */
function isWritten({ action }: Decision): boolean {
  return action === 'create' || action === 'update' || action === 'unchanged';
}

interface Job {
  options: ImportOptions;
  site: SiteContext;
  /** Undefined in a dry run. */
  sweep: Sweep | undefined;
  uploads: Uploads;
  timeZone: string | undefined;
}

/** Plans all posts, and keeps none of them, since they are many. */
function planAll(whole: Import, earlier: EarlierImport, writing: Writing): { total: number; index: ExportIndex } {
  const { record, uploads } = writing;
  const { posts, index } = whole.plan(earlier, { ...uploads, copied: record.files });
  // First, so that it finds them again if it is killed.
  writeOwn('import.json', recordText(withPlanned(record, posts)), writing);
  return { total: posts.length, index };
}

/** Writes the posts one by one, then what is said about all of them. */
async function importAll(
  whole: Import,
  read: readonly ReadFile[],
  { options, site, sweep, uploads, timeZone }: Job,
): Promise<{ report: ImportReport; figures: ImportFigures; hints: string[] }> {
  const earlier = readEarlier(site);
  const { record } = earlier;
  const { title, url } = whole.site;
  const permalink = inferPermalink(whole.heads, url);
  const report = createReport({ title, url }, { withComments: options.comments });
  const figures = { created: 0, updated: 0, unchanged: 0, copied: 0 };
  const writing: Writing = {
    site,
    sweep,
    isUpdate: options.update === true,
    record,
    uploads,
    commentFiles: new Set(),
  };
  const { timeZone: zone, extraFields } = site.config;
  const check = options.verify ? createCheck({ render: createRenderer(), timeZone: zone, extraFields }) : undefined;
  const categories = new Set<string>();
  const { total, index } = planAll(whole, earlier, writing);
  let done = 0;
  const onItem = (item: ExportItem): void => {
    report.addItem(item);
    const turned = whole.second(item);
    if (turned.action === 'skip') {
      report.skip(item, turned);
      if (turned.isWithheld) for (const path of stillPublic(item, earlier)) report.withdraw(site.folder.printed + path);
      return;
    }
    for (const name of turned.fields.categories) categories.add(name);
    const decision = writePost(turned, writing);
    if (options.comments && decision.action !== 'deleted') writeComments(item, turned, writing);
    if (decision.action === 'create') figures.created++;
    if (decision.action === 'update') figures.updated++;
    if (decision.action === 'unchanged') figures.unchanged++;
    const written = site.folder.printed + turned.planned.path;
    report.write(item, turned, written, decision);
    for (const file of turned.files) report.useFile(file, file.copy !== undefined && record.files.has(file.copy.from));
    if (isWritten(decision)) check?.add(turned, item.id ?? null, written);
    done++;
    site.progress?.(done, total);
  };
  const stopListening = beforeSignalsEnd(() => {
    site.progress?.(1, 1);
    // The terminal has written ^C where the cursor was.
    const line = site.shell.stderr.width === undefined ? '' : '\n';
    site.shell.err(`${line}stopped after ${done} of ${plural(total, 'post')}; to continue, run the command again\n`);
  });
  try {
    await readAgain(read, onItem);
  } finally {
    site.progress?.(1, 1);
    await stopListening();
  }
  figures.copied = uploads.count();
  for (const { name, result, faults } of read) report.addFile(name, result.items, faults);
  const ofSite = configCategories(index);
  const wanted = fitCategories(withUsed(ofSite.categories, categories));
  report.addLosses([...ofSite.losses, ...wanted.losses]);
  for (const file of uploads.deleted) report.addDeleted(file);
  const result = report.end(formerFeeds(index.site), check?.result ?? null);
  for (const identity of earlier.unwritten)
    if (record.posts.get(identity)?.hash === undefined) record.posts.delete(identity);
  writeOwn('import.json', recordText(record), writing);
  writeOwn('report.json', () => jsonPieces(result), writing);
  if (sweep && site.configFile === undefined)
    writeConfig({ site: whole.site, permalink }, wanted.categories, site, timeZone, sweep);
  return { report: result, figures, hints: configHints(wanted.categories, site) };
}
