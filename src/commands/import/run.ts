/** The work of `blog import wordpress`: the parts of an import, joined. */
import { join } from 'node:path';
import { ExitCode, refusal } from '../../errors.ts';
import { printedPath } from '../../files/posts.ts';
import type { Sweep } from '../../files/write/temporary.ts';
import { inferTimeZone } from '../../import/config.ts';
import { createImport } from '../../import/import.ts';
import { jsonPieces } from '../../import/report/pieces.ts';
import type { ImportReport } from '../../import/report/report.ts';
import { convertText } from '../../import/text/content.ts';
import { visible, visibleJson } from '../../report/escape.ts';
import { fitLines, formatImportReport } from '../../report/import/format.ts';
import { loadMeasure } from '../../report/width.ts';
import type { Context } from '../context.ts';
import { lockedPosts } from '../locked.ts';
import { readFormat } from '../options.ts';
import { printEach } from '../output.ts';
import { openSite } from '../site.ts';
import { type ImportOptions, importAll } from './all.ts';
import { ownFolder } from './earlier.ts';
import { otherSite, readFirst } from './read.ts';
import { watchOptions } from './unmatched.ts';
import { readUploads } from './uploads.ts';

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
  const matches = watchOptions(options.type ?? [], settings.meta.keys(), settings.types);
  const read = await readFirst(files, site, (item) => {
    matches.see(item);
    whole.first(item);
  });
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
  if (format === 'json') printEach(jsonPieces(report), visibleJson, context.shell);
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
  err([...all, ...hints, ...matches.hints()].map((line) => `${line}\n`).join(''));
  return statusOf(report);
}

function statusOf(report: ImportReport): number {
  const isLost = report.files.some(({ problems }) => problems.some(({ lost }) => lost));
  const isWrong = report.verification !== null && report.verification.faults.length > 0;
  return isLost || isWrong ? ExitCode.found : ExitCode.done;
}
