/** Writes what an import makes of each item. */
import { join } from 'node:path';
import { UserError } from '../../errors.ts';
import { hashFile, hashText, isContent } from '../../files/imported.ts';
import type { Sweep } from '../../files/write/temporary.ts';
import { createFile, replaceFile } from '../../files/write/write.ts';
import { type Decision, decide } from '../../import/decide.ts';
import type { ImportedPost } from '../../import/import.ts';
import type { ImportRecord } from '../../import/record.ts';
import type { ExportItem } from '../../import/types.ts';
import { visible } from '../../report/escape.ts';
import type { SiteContext } from '../site.ts';
import { ownFolder } from './earlier.ts';
import type { Uploads } from './uploads.ts';

export interface Writing {
  site: SiteContext;
  /** Undefined in a dry run. */
  sweep: Sweep | undefined;
  isUpdate: boolean;
  record: ImportRecord;
  uploads: Uploads;
  /** The files of comments so far: broken exports give a number twice. */
  commentFiles: Set<string>;
}

/** Writes a post, unless somebody has edited or deleted it; notes in the record what was written. */
export function writePost({ planned, text, files }: ImportedPost, writing: Writing): Decision {
  const { site, sweep, isUpdate, record, uploads } = writing;
  const { path: inPosts, identity } = planned;
  const path = join(site.folder.path, inPosts);
  const shown = visible(site.folder.printed + inPosts);
  const before = record.posts.get(identity);
  const hash = hashText(text);
  const current = hashFile(path, shown);
  const decision = decide(before?.hash, current, hash, isUpdate);
  const options = { root: site.folder.path, sweep };
  const isShown = decision.action === 'create' || decision.action === 'update' || decision.action === 'unchanged';
  // First, so that no post ever shows an image that is not there.
  for (const { copy } of isShown ? files : []) if (copy) uploads.copy(copy, writing);
  if (sweep && decision.action === 'create' && !createFile(path, text, shown, options)) {
    throw new UserError(`${shown} was created by another program; run the command again`);
  }
  if (sweep && decision.action === 'update') {
    const isStill = (): boolean => hashFile(path, shown) === current;
    if (!replaceFile(path, text, shown, { ...options, isStill })) {
      throw new UserError(`${shown} was changed by another program; run the command again`);
    }
  }
  record.posts.set(identity, { path: inPosts, hash: isShown ? hash : (before?.hash ?? hash) });
  return decision;
}

/** Writes the approved comments of a post, without e-mail addresses. */
export function writeComments(item: ExportItem, { planned, comments }: ImportedPost, writing: Writing): void {
  if (comments.length === 0) return;
  const number = item.id === undefined ? '' : String(item.id);
  const isOwn = number !== '' && !writing.commentFiles.has(number);
  const name = isOwn ? number : hashText(planned.identity).slice(0, 12);
  writing.commentFiles.add(name);
  const text = `${JSON.stringify(
    {
      post: planned.path,
      comments: comments.map(({ id, author, url, date, dateGmt, content, parent }) => {
        return { id: id ?? null, parent, author, url, date, dateGmt, content };
      }),
    },
    null,
    2,
  )}\n`;
  writeOwn(`comments/${name}.json`, text, writing);
}

/** Writes a file of the import's own folder, if it is not there already with the same text. */
export function writeOwn(
  name: string,
  text: string | (() => Iterable<string>),
  { site, sweep }: Pick<Writing, 'site' | 'sweep'>,
): void {
  if (!sweep) return;
  const folder = join(site.root, ownFolder);
  const path = join(folder, name);
  const shown = `${ownFolder}/${name}`;
  const pieces = (): string | Iterable<string> => (typeof text === 'string' ? text : text());
  if (isContent(path, pieces(), shown)) return;
  replaceFile(path, pieces(), shown, { root: site.root, sweep, make: true });
}
