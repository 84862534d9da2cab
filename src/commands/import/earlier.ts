/** What is in the folder before an import: the posts of an earlier one, wherever they are now, and all others. */
import { join } from 'node:path';
import { isMissing } from '../../files/folder.ts';
import { readRecord } from '../../files/imported.ts';
import { findPosts } from '../../files/posts.ts';
import type { ImportRecord } from '../../import/record.ts';
import type { ExportItem } from '../../import/types.ts';
import { draftFields } from '../../post/fields/draftWords.ts';
import type { PostReading } from '../../post/post.ts';
import { readPostIndex, type SiteContext } from '../site.ts';

/** The folder of the import's own files. */
export const ownFolder = '_wordpress';

export interface EarlierImport {
  record: ImportRecord;
  /** Paths in the posts folder by identity. */
  known: Map<string, string>;
  taken: string[];
  /** Paths of those that are not drafts. */
  published: ReadonlySet<string>;
  /** The identities of posts that an import was about to write when it was killed. */
  unwritten: string[];
}

/** Reads the record, and finds posts that were moved by their ids and permalinks. Throws UserError. */
export function readEarlier(site: SiteContext): EarlierImport {
  const record = readRecord(join(site.root, ownFolder), `${ownFolder}/import.json`);
  const files = isMissing(site.folder.path) ? [] : findPosts(site.folder);
  const known = new Map<string, string>();
  const published = new Set<string>();
  const readings: PostReading[] = [];
  readPostIndex(site, files, ['title', 'date', 'id', 'permalink', ...draftFields], undefined, (reading) =>
    readings.push(reading),
  );
  for (const [index, { fields }] of readings.entries()) {
    const inPosts = files[index]?.inPosts;
    if (inPosts !== undefined && fields?.draft !== true) published.add(inPosts);
    for (const identity of [fields?.id, fields?.permalink]) {
      if (inPosts !== undefined && identity !== undefined && !known.has(identity)) known.set(identity, inPosts);
    }
  }
  const paths = files.map(({ inPosts }) => inPosts);
  const there = new Set(paths);
  // Where it was written, unless it has been moved; a deleted one keeps its place.
  for (const [identity, { path }] of record.posts)
    if (there.has(path) || !known.has(identity)) known.set(identity, path);
  const unwritten = [...record.posts].filter(([, { path, hash }]) => hash === undefined && !there.has(path));
  return { record, known, taken: paths, published, unwritten: unwritten.map(([identity]) => identity) };
}

/** The file of an item that was imported before, and that WordPress now withholds. */
export function stillPublic({ guid, link }: ExportItem, { known, published }: EarlierImport): string[] {
  const path = known.get(guid) ?? known.get(link.replace(/^https?:\/\/[^/]*/i, ''));
  return path !== undefined && published.has(path) ? [path] : [];
}
