/** The two readings of the exports. */
import { basename, resolve } from 'node:path';
import { UserError } from '../../errors.ts';
import { type ExportReading, readExport } from '../../files/exports.ts';
import type { OtherSite } from '../../import/index/builder.ts';
import type { ExportFault, ExportItem } from '../../import/types.ts';
import { emptyFile } from '../../import/wxr/head.ts';
import { createExportReader, type ExportResult } from '../../import/wxr/reader.ts';
import { visible } from '../../report/escape.ts';
import type { Context } from '../context.ts';
import { createProgress } from '../progress.ts';
import type { SiteContext } from '../site.ts';

/** A file as it was read the first time. */
export interface ReadFile {
  path: string;
  shown: string;
  /** For the report, which may be public. */
  name: string;
  reading: ExportReading;
  result: ExportResult;
  faults: ExportFault[];
}

/** Reads the files for the first time. Throws UserError if one cannot be opened, or none is an export. */
export async function readFirst(
  files: readonly string[],
  { base, ...context }: Pick<SiteContext, 'base' | 'shell' | 'globals'>,
  onItem: (item: ExportItem) => void,
): Promise<ReadFile[]> {
  const read: ReadFile[] = [];
  for (const file of files) {
    const path = resolve(base, file);
    if (read.some((other) => other.path === path)) throw new UserError(`${visible(file)} is given twice`);
    const faults: ExportFault[] = [];
    const reader = createExportReader(file, { item: onItem, fault: (fault) => faults.push(fault) });
    const reading = await readShown(path, visible(file), reader.write, context);
    const result = nameDamaged(reader.end(), reading);
    for (const { message, isLoss } of reading.problems) faults.push({ place: { file, line: 1 }, message, isLoss });
    if (result.other !== undefined) {
      faults.push({
        place: { file, line: 1 },
        message: `not a WordPress export, but ${result.other}`,
        isLoss: true,
      });
    }
    read.push({ path, shown: visible(file), name: basename(file), reading, result, faults });
  }
  if (read.every(({ result }) => result.other !== undefined)) {
    const named = read.map(({ shown, result }) => `${shown} is ${result.other}`).join('; ');
    throw new UserError(`not a WordPress export: ${named}`);
  }
  return read;
}

/** A file without any text of which nothing could be decompressed is not empty. */
function nameDamaged(result: ExportResult, { problems }: ExportReading): ExportResult {
  const isDamaged = result.other === emptyFile && problems.some(({ isLoss }) => isLoss);
  return isDamaged ? { ...result, other: 'damaged gzip data' } : result;
}

/** Reads a file that may be large, with progress. */
async function readShown(
  path: string,
  shown: string,
  write: (text: string) => void,
  context: Context,
): Promise<ExportReading> {
  const room = (context.shell.stderr.width ?? 80) - 'reading : 100 % …'.length;
  // A line that does not fit could not be overwritten.
  const name = [visible(basename(path)), 'export'].find(({ length }) => length < room) ?? '';
  const progress = createProgress(context, (done, total) => `reading ${name}: ${Math.floor((done / total) * 100)} % …`);
  try {
    return await readExport(path, shown, write, progress);
  } finally {
    progress?.(1, 1);
  }
}

/** Why a file is refused that is not of the site of those before it. */
export function otherSite(shown: string, { site, before }: OtherSite): string {
  const [here, there] = [site, before].map(({ title, url }) => visible(`“${title}” (${url})`));
  return `${shown} is of another site: ${here}, not ${there}; import them into folders of their own`;
}

/** Reads the files again. Throws UserError if they have changed. */
export async function readAgain(files: readonly ReadFile[], onItem: (item: ExportItem) => void): Promise<void> {
  for (const { path, shown, reading } of files) {
    const reader = createExportReader(shown, { item: onItem, fault: () => {} });
    await readExport(path, shown, reader.write, undefined, reading);
    reader.end();
  }
}
