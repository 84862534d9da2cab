import { beforeSignalsEnd, type Sweep } from '../../files/write/temporary.ts';
import { fitCategories, inferPermalink, withUsed } from '../../import/config.ts';
import type { Decision } from '../../import/decide.ts';
import { formerFeeds } from '../../import/feeds.ts';
import { loginOf } from '../../import/fields/logins.ts';
import { configCategories } from '../../import/fields/terms.ts';
import type { createImport } from '../../import/import.ts';
import { recordText, withPlanned } from '../../import/record.ts';
import { jsonPieces } from '../../import/report/pieces.ts';
import { createReport, type ImportReport } from '../../import/report/report.ts';
import { translatedLanguages } from '../../import/translations.ts';
import type { ExportIndex, ExportItem } from '../../import/types.ts';
import { createCheck } from '../../import/verify/check.ts';
import type { WithheldKind } from '../../import/withheld/kinds.ts';
import { plural } from '../../report/diagnostics/summary.ts';
import type { ImportFigures } from '../../report/import/format.ts';
import type { SiteContext } from '../site.ts';
import { configHints, writeConfig } from './config.ts';
import { type EarlierImport, readEarlier, watchPosts } from './earlier.ts';
import { type ReadFile, readAgain } from './read.ts';
import type { Uploads } from './uploads.ts';
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
  const { posts, index } = whole.plan({ ...earlier, parts: record.parts }, { ...uploads, copied: record.files });
  for (const [path, names] of index.parts) record.parts.set(path, [...names].sort());
  // First, so that it finds them again if it is killed.
  writeOwn('import.json', recordText(withPlanned(record, posts)), writing);
  return { total: posts.length, index };
}

/** Writes the posts one by one, then what is said about all of them. */
export async function importAll(
  whole: Import,
  read: readonly ReadFile[],
  { options, site, sweep, uploads, timeZone }: Job,
): Promise<{ report: ImportReport; figures: ImportFigures; hints: string[] }> {
  const earlier = readEarlier(site);
  const { record } = earlier;
  const before = watchPosts(earlier);
  const { title, url } = whole.site;
  const permalink = inferPermalink(whole.heads, url);
  const languages = translatedLanguages(whole.heads, whole.site.language);
  const report = createReport({ title, url }, { withComments: options.comments });
  const figures = { created: 0, updated: 0, unchanged: 0, copied: 0, pages: 0, drafts: 0 };
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
    before.see(item, url);
    const turned = whole.second(item);
    if (turned.action === 'skip') {
      report.skip(item, turned);
      if (turned.isWithheld) for (const path of before.stillPublic(item)) report.withdraw(site.folder.printed + path);
      return;
    }
    before.seePost(turned.planned.identity);
    for (const name of turned.fields.categories) categories.add(name);
    const decision = writePost(turned, writing);
    if (options.comments && decision.action !== 'deleted') writeComments(item, turned, writing);
    if (turned.planned.isPage) figures.pages++;
    if (turned.fields.isDraft) figures.drafts++;
    if (decision.action === 'create') figures.created++;
    if (decision.action === 'update') figures.updated++;
    if (decision.action === 'unchanged') figures.unchanged++;
    const written = site.folder.printed + turned.planned.path;
    report.write(item, turned, written, decision);
    const isLeft = decision.action === 'outdated' || (decision.action === 'edited' && decision.alsoChanged);
    if (turned.fields.isDraft && isLeft && before.isPublished(turned.planned.path)) report.withdraw(written);
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
  for (const path of before.missing()) report.miss(site.folder.printed + path);
  const result = report.end(formerFeeds(index.site), check?.result ?? null);
  for (const identity of earlier.unwritten)
    if (record.posts.get(identity)?.hash === undefined) record.posts.delete(identity);
  writeOwn('import.json', recordText(record), writing);
  writeOwn('report.json', () => jsonPieces(result), writing);
  if (sweep && site.configFile === undefined)
    writeConfig({ site: whole.site, permalink, languages }, wanted.categories, site, timeZone, sweep);
  const logins = result.losses.flatMap((loss) => loginOf(loss) ?? []);
  const hinted = { site: whole.site, timeZone, permalink, languages, categories: wanted.categories, logins };
  return { report: result, figures, hints: configHints(hinted, site) };
}
