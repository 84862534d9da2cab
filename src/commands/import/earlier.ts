/** What is in the folder before an import: the posts of an earlier one, wherever they are now, and all others. */
import { join } from 'node:path';
import { isMissing } from '../../files/folder.ts';
import { readRecord } from '../../files/imported.ts';
import { findPosts } from '../../files/posts.ts';
import { findTexts } from '../../files/site/texts.ts';
import type { ImportRecord } from '../../import/record.ts';
import type { ExportItem } from '../../import/types.ts';
import { draftFields } from '../../post/fields/draftWords.ts';
import type { PostReading } from '../../post/post.ts';
import { createPageReader } from '../pages/siteFiles.ts';
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

/** Watches what an export has of the posts of earlier imports. */
export function watchPosts({ record, known, published }: EarlierImport) {
  const unseen = new Set(record.posts.keys());
  const pathOf = (url: string): string => url.trim().replace(/^https?:\/\/[^/]*/i, '');
  const isPublished = (path: string | undefined): path is string => path !== undefined && published.has(path);
  return {
    isPublished,
    /** An item, whether it is written or not. */
    see: ({ id, guid, link }: ExportItem, siteUrl: string): void => {
      for (const identity of [guid.trim(), link.trim(), pathOf(link), `post ${id}`, `${siteUrl}/?p=${id}`])
        unseen.delete(identity);
    },
    seePost: (identity: string): void => void unseen.delete(identity),
    /** The file of an item that was imported before, and that WordPress now withholds. */
    stillPublic: ({ guid, link }: ExportItem): string[] =>
      [known.get(guid.trim()) ?? known.get(pathOf(link))].filter(isPublished),
    /** The files of published posts that no item is. */
    missing: (): string[] => [...unseen].map((identity) => known.get(identity)).filter(isPublished),
  };
}

/** Reads the record, and finds posts that were moved by their ids and permalinks. Throws UserError. */
export function readEarlier(site: SiteContext): EarlierImport {
  const record = readRecord(join(site.root, ownFolder), `${ownFolder}/import.json`);
  const posts = isMissing(site.folder.path) ? [] : findPosts(site.folder);
  const pages = findTexts(site.folder);
  const known = new Map<string, string>();
  const published = new Set<string>();
  const readings: PostReading[] = [];
  readPostIndex(site, posts, ['title', 'date', 'id', 'permalink', ...draftFields], undefined, (reading) =>
    readings.push(reading),
  );
  readings.push(...pages.map(createPageReader(site)));
  const files = [...posts, ...pages];
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
