/** The files of posts. Paths must be known before texts are written, since links between posts lead to files. */
import { draftPath, slugRoom } from '../post/draft/draft.ts';
import { isDeviceName, shortenSlug } from '../post/draft/slug.ts';
import type { PostDate } from '../post/fields/date.ts';
import { readFileName } from '../post/fields/slug.ts';
import { createOffsetFinder, readDates } from './fields/dates.ts';
import { aliasesOf, createIdentifier, linkKey, permalinkOf, slugOf } from './identity.ts';
import type { DuplicateItem, ItemHead, PlannedPost, PlanOptions } from './plan.ts';
import type { Loss } from './types.ts';

/** What an earlier import, or somebody else, has put in the posts folder. */
export interface Earlier {
  /** Paths by the identity of posts. */
  known: ReadonlyMap<string, string>;
  /** Paths of all other posts. */
  taken: Iterable<string>;
}

/** The site of the exports, as far as paths depend on it. */
export interface PlanSite {
  url: string;
  language: string;
}

const duplicate: DuplicateItem = { duplicate: true, reason: 'the same post as another item of the exports' };

/**
 * The file, identity and dates of each head, in their order, and the paths by URL for `ExportIndex.paths`. The same heads
 * give the same result; what an earlier import has written keeps its path.
 */
export function planPaths(
  heads: readonly ItemHead[],
  site: PlanSite,
  options: Pick<PlanOptions, 'siteUrl' | 'timeZone' | 'filename'>,
  earlier: Earlier,
): { posts: (PlannedPost | DuplicateItem)[]; paths: Map<string, string> } {
  const duplicates = findDuplicates(heads);
  const offsetAt = createOffsetFinder(heads, options.timeZone);
  const identify = createIdentifier(
    heads.filter((_, index) => !duplicates.has(index)),
    site.url,
  );
  const sites = [site.url, ...(options.siteUrl === undefined ? [] : [options.siteUrl])];
  const nameFile = createNamer(options.filename, earlier);
  const permalinks = new Set<string>();
  const paths = new Map<string, string>();
  const posts: (PlannedPost | DuplicateItem)[] = heads.map(() => duplicate);
  const add = (head: ItemHead): PlannedPost => {
    const losses: Loss[] = [];
    const id = identify(head, losses);
    const permalink = ownPermalink(head, sites, permalinks, losses);
    const { date, updated, isGuess, losses: dateLosses } = readDates(head, offsetAt);
    losses.push(...dateLosses);
    const wanted = slugOf(head, site.language, losses);
    const identity = id ?? permalink ?? (head.id === undefined ? `${head.date} ${head.title}` : `post ${head.id}`);
    const { path, slug: free } = nameFile([identity, permalink ?? identity], wanted, date);
    const aliases = aliasesOf(head, permalink, losses);
    const urls = [head.link, head.guid, ...(head.id === undefined ? [] : sites.map((url) => `${url}/?p=${head.id}`))];
    for (const url of [...urls, ...aliases.map((alias) => (alias.startsWith('/') ? site.url + alias : alias))]) {
      const key = url === '' ? '' : linkKey(url);
      if (key !== '' && !paths.has(key)) paths.set(key, path);
    }
    // Without a permalink the slug makes the URL, which must differ as the files of two equal slugs do.
    const slug = permalink === undefined ? free : wanted;
    return {
      path,
      identity,
      date,
      ...(updated && { updated }),
      ...(id !== undefined && { id }),
      ...(readFileName(path).slug !== slug && { slug }),
      ...(permalink !== undefined && { permalink }),
      aliases,
      isDraft: head.isDraft || isGuess,
      losses,
    };
  };
  // What is public first: a draft never takes the id, the URL or the file of a post that readers know.
  for (const isDraft of [false, true]) {
    for (const [index, head] of heads.entries()) {
      if (head.isDraft === isDraft && !duplicates.has(index)) posts[index] = add(head);
    }
  }
  return { posts, paths };
}

/** The permalink of an item, if no earlier one has it: two pages of a site cannot have one URL. */
function ownPermalink(head: ItemHead, sites: readonly string[], used: Set<string>, losses: Loss[]): string | undefined {
  const permalink = permalinkOf(head, sites, losses);
  if (permalink === undefined) return undefined;
  const key = linkKey(permalink);
  if (!used.has(key)) {
    used.add(key);
    return permalink;
  }
  losses.push({ kind: 'permalink', what: `permalink “${permalink}” is that of another post; left out`, count: 1 });
  return undefined;
}

/** The indices of items that are in the exports a second time; of each, the one that changed last is kept. */
function findDuplicates(heads: readonly ItemHead[]): Set<number> {
  const kept = new Map<string, number>();
  const duplicates = new Set<number>();
  for (const [index, { id, guid, link, modifiedGmt }] of heads.entries()) {
    const url = guid.trim() || link.trim();
    if (id === undefined || url === '') continue;
    const key = `${id} ${url}`;
    const before = kept.get(key);
    const isNewer = before !== undefined && modifiedGmt > (heads[before]?.modifiedGmt ?? '');
    if (before !== undefined) duplicates.add(isNewer ? before : index);
    if (before === undefined || isNewer) kept.set(key, index);
  }
  return duplicates;
}

/**
 * Returns a function that gives a post the path of an earlier import, by its identities, or a free one; and the slug that
 * sets it apart, where that is part of its URL.
 */
function createNamer(filename: string, { known, taken }: Earlier) {
  const used = new Set([...taken, ...known.values()].map(pathKey));
  const given = new Set<string>();
  const counts = new Map<string, number>();
  return (identities: readonly string[], wanted: string, date: PostDate): { path: string; slug: string } => {
    const before = identities.map((one) => known.get(one)).find((path) => path !== undefined && isInside(path));
    if (before !== undefined && !given.has(pathKey(before))) {
      given.add(pathKey(before));
      const named = readFileName(before).slug;
      return { path: before, slug: named.startsWith(`${wanted}-`) ? named : wanted };
    }
    const stem = shortenSlug(stemOf(wanted), slugRoom(filename, date));
    const first = draftPath(date, stem, filename);
    let [path, slug] = [first, wanted];
    for (let count = counts.get(first) ?? 2; used.has(pathKey(path)); count++) {
      slug = `${stem}-${count}`;
      path = draftPath(date, slug, filename);
      counts.set(first, count + 1);
    }
    used.add(pathKey(path));
    return { path, slug };
  };
}

/** Whether a path from an earlier import's notes, which anybody may have edited, is that of a post in the folder. */
function isInside(path: string): boolean {
  const parts = path.split('/');
  return /\.(?:md|markdown)$/i.test(path) && !/[\\\0:]/.test(path) && !parts.some((part) => /^\.|^$/.test(part));
}

/** Paths that are one file on some disk: those that differ only in case or Unicode form. */
function pathKey(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** The slug as it may be in the name of a file anywhere, without what would hide the file or give it a language. */
function stemOf(slug: string): string {
  const plain =
    slug
      .normalize('NFC')
      .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-')
      .replace(/^[_-]+|-+$/g, '') || 'post';
  const isReserved = isDeviceName(plain) || /^(?:index|readme|license|contributing|node_modules)$/i.test(plain);
  return isReserved ? `${plain}-post` : plain;
}
