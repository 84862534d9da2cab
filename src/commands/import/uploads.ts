/** The copies of files that posts use: `--uploads`. */
import { join, resolve } from 'node:path';
import { UserError } from '../../errors.ts';
import { isFree } from '../../files/folder.ts';
import { copyUpload, isFreeFor, type Upload } from '../../files/uploads/copy.ts';
import { createUploadFinder, openUploads } from '../../files/uploads/lookUp.ts';
import type { Sweep } from '../../files/write/temporary.ts';
import type { ImportRecord } from '../../import/record.ts';
import type { UploadsOnDisk, UsedFile } from '../../import/uploads/uploads.ts';
import { visible } from '../../report/escape.ts';
import type { SiteContext } from '../site.ts';

export interface Uploads extends Pick<UploadsOnDisk, 'find' | 'isFree'> {
  /** Copies a file that has no copy yet, and notes it in the record; in a dry run, without a sweep, only that. */
  copy(file: NonNullable<UsedFile['copy']>, job: { record: ImportRecord; sweep: Sweep | undefined }): void;
  /** How many files were copied, or would be in a dry run. */
  count(): number;
  /** Printed paths of copies that somebody deleted. */
  deleted: string[];
}

/** Opens the copy of the uploads folder, if one is given. Throws UserError if it is none. */
export function readUploads(dir: string | undefined, { base, folder }: Pick<SiteContext, 'base' | 'folder'>): Uploads {
  if (dir?.trim() === '') throw new UserError('--uploads is empty; name a copy of wp-content/uploads');
  const shown = visible(dir?.replace(/(?<=.)\/+$/, '') ?? '');
  const root = dir === undefined ? undefined : openUploads(resolve(base, dir), shown);
  const upload = (path: string): Upload => ({ root: root ?? '', path, shown: visible(`${shown}/${path}`) });
  const pathOf = (copy: string): [path: string, shown: string] => [
    join(folder.path, copy),
    visible(folder.printed + copy),
  ];
  const deleted: string[] = [];
  const seen = new Set<string>();
  let count = 0;
  return {
    find: root === undefined ? undefined : createUploadFinder(root, shown),
    isFree: (copy, path) => isFreeFor(upload(path), ...pathOf(copy)),
    copy: ({ from, to }, { record, sweep }) => {
      if (seen.has(from)) return;
      seen.add(from);
      const [path, shownCopy] = pathOf(to);
      const isEarlier = record.files.has(from);
      record.files.set(from, to);
      if (isEarlier && isFree(path)) deleted.push(shownCopy);
      if (isEarlier || !isFree(path)) return;
      count++;
      if (sweep && !copyUpload(upload(from), path, shownCopy, { root: folder.path, sweep })) {
        throw new UserError(`${shownCopy} was created by another program; run the command again`);
      }
    },
    count: () => count,
    deleted,
  };
}
