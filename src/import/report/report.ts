/** The report of an import: everything in the exports is in it, as imported or with the reason why it is not. */
import { compareText } from '../../diagnostic.ts';
import { readComments } from '../comments.ts';
import type { Decision } from '../decide.ts';
import { detachedCopy } from '../detached.ts';
import type { ImportedPost, SkippedItem } from '../import.ts';
import type { ExportFault, ExportItem, Loss } from '../types.ts';
import type { UsedFile } from '../uploads/uploads.ts';
import type { Verification } from '../verify/check.ts';

export interface ImportReport {
  version: 1;
  site: { title: string; url: string };
  files: { file: string; items: number; problems: { line: number; message: string; lost: boolean }[] }[];
  items: Count;
  /** Of what is private, no more than the number of the post; of personal data, only how many. */
  skipped: { reason: string; count: number; posts: { id: number | null; title?: string }[] }[];
  comments: Count;
  skippedComments: { reason: string; count: number }[];
  /** What posts lost, in all. */
  losses: { kind: string; what: string; count: number; posts: number }[];
  /** The posts that lost something, by file. */
  posts: { file: string; id: number | null; losses: Loss[] }[];
  /** Null with `--no-verify`. */
  verification: Verification | null;
  /** Posts that somebody edited or deleted since they were imported, and that were left so. */
  edited: { file: string; alsoChanged: boolean }[];
  deleted: string[];
  /** Posts that have changed on WordPress only, and that were left as they were without `--update`. */
  outdated: string[];
  /** Posts that are published here although WordPress withholds them by now. */
  withdrawn: string[];
  /** Posts of earlier imports that are published here, and that the exports no longer have. */
  missing: string[];
  /** The copies of files that posts use, those that `--uploads` does not have, and those that were left there. */
  uploads: { copied: number; missing: string[]; refused: { url: string; reason: string }[] };
  /** Images and other files that are still on WordPress. */
  fetch: string[];
  /** The paths of feeds that readers may have subscribed to. */
  feeds: string[];
}

interface Count {
  total: number;
  imported: number;
  skipped: number;
}

/** Collects a report. Its lists are in the order of the exports. */
export function createReport(site: { title: string; url: string }, { withComments }: { withComments: boolean }) {
  const files: ImportReport['files'] = [];
  const skipped = new Map<string, ImportReport['skipped'][number]>();
  const skippedComments = new Map<string, number>();
  const losses = new Map<string, ImportReport['losses'][number]>();
  /** Most posts lose the same things as many others. */
  const shared = new Map<string, Loss>();
  const [posts, edited]: [ImportReport['posts'], ImportReport['edited']] = [[], []];
  const [deleted, outdated, withdrawn, missing]: [string[], string[], string[], string[]] = [[], [], [], []];
  const [items, comments] = [noCount(), noCount()];
  const copies = new Set<string>();
  const remote = new Map<string, UsedFile>();

  const skipComments = (reason: string, count: number): void => {
    comments.skipped += count;
    if (count > 0) skippedComments.set(reason, (skippedComments.get(reason) ?? 0) + count);
  };
  const skip = (item: ExportItem, { reason, disclosure }: SkippedItem): void => {
    items.skipped++;
    const known = skipped.get(reason) ?? { reason, count: 0, posts: [] };
    skipped.set(reason, known);
    known.count++;
    const id = item.id ?? null;
    if (disclosure !== 'count')
      known.posts.push(disclosure === 'id' ? { id } : detachedCopy({ id, title: item.title }));
    skipComments('on an item that was left out', item.comments.length);
  };
  const share = (loss: Loss): Loss => {
    const key = `${loss.kind}\0${loss.what}\0${loss.count}`;
    const known = shared.get(key);
    if (known !== undefined) return known;
    const copy = detachedCopy(loss);
    shared.set(detachedCopy(key), copy);
    return copy;
  };
  const write = (
    item: ExportItem,
    post: Pick<ImportedPost, 'losses' | 'comments'>,
    file: string,
    decision: Decision,
  ): void => {
    items.imported++;
    const merged = mergeLosses(post.losses).map(share);
    if (merged.length > 0) posts.push({ file, id: item.id ?? null, losses: merged });
    for (const { kind, what, count } of merged) {
      const key = `${kind}\0${what}`;
      const known = losses.get(key) ?? { kind, what, count: 0, posts: 0 };
      losses.set(key, { ...known, count: known.count + count, posts: known.posts + 1 });
    }
    if (withComments) comments.imported += post.comments.length;
    else skipComments('approved, not written with --no-comments', post.comments.length);
    for (const { what, count } of readComments(item).losses) skipComments(what, count);
    if (decision.action === 'edited') edited.push({ file, alsoChanged: decision.alsoChanged });
    else if (decision.action === 'deleted') deleted.push(file);
    else if (decision.action === 'outdated') outdated.push(file);
  };

  const useFile = (file: UsedFile, isCopied: boolean): void => {
    if (isCopied && file.copy) copies.add(file.copy.to);
    else if (!remote.has(file.url)) remote.set(file.url, file);
  };
  const uploads = (): ImportReport['uploads'] => {
    const left = [...remote.values()].sort((a, b) => compareText(a.url, b.url));
    const refused = left.flatMap(({ url, problem }) => (problem === undefined ? [] : [{ url, reason: problem }]));
    return { copied: copies.size, missing: left.filter(({ isMissing }) => isMissing).map(({ url }) => url), refused };
  };

  return {
    /** A file that a post uses; it has a copy only where the post shows it. */
    useFile,
    /** A post or a copy that somebody deleted. */
    addDeleted: (file: string): void => {
      if (!deleted.includes(file)) deleted.push(file);
    },
    addFile: (file: string, count: number, faults: readonly ExportFault[]): void => {
      const problems = faults.map(({ place: { line }, message, isLoss }) => ({ line, message, lost: isLoss }));
      files.push({ file, items: count, problems });
    },
    addItem: (item: ExportItem): void => {
      items.total++;
      comments.total += item.comments.length;
    },
    skip,
    withdraw: (file: string): void => {
      if (!withdrawn.includes(file)) withdrawn.push(file);
    },
    miss: (file: string): void => {
      missing.push(file);
    },
    write,
    /** What the site as a whole loses. */
    addLosses: (ofSite: readonly Loss[]): void => {
      for (const loss of ofSite) losses.set(`${loss.kind}\0${loss.what}`, { ...loss, posts: 0 });
    },
    end: (feeds: string[], verification: Verification | null): ImportReport => ({
      version: 1,
      site,
      files,
      items,
      skipped: [...skipped.values()],
      comments,
      skippedComments: [...skippedComments].map(([reason, count]) => ({ reason, count })),
      losses: [...losses.values()].sort(
        (a, b) => rank(a) - rank(b) || compareText(a.kind, b.kind) || b.count - a.count,
      ),
      posts,
      verification,
      edited,
      deleted,
      outdated,
      withdrawn,
      missing: missing.sort(compareText),
      uploads: uploads(),
      fetch: [...remote.keys()].sort(compareText),
      feeds,
    }),
  };
}

/** What WordPress hides and nobody would miss comes first: somebody must know of it. Data of plugins comes last. */
function rank({ kind }: Pick<Loss, 'kind'>): number {
  return kind === 'hidden' ? 0 : kind === 'meta' ? 2 : 1;
}

function noCount(): Count {
  return { total: 0, imported: 0, skipped: 0 };
}

/** Each kind of loss once; comments are counted for themselves. */
function mergeLosses(losses: readonly Loss[]): Loss[] {
  const merged = new Map<string, Loss>();
  for (const { kind, what, count } of losses) {
    if (kind === 'comment') continue;
    const key = `${kind}\0${what}`;
    merged.set(key, { kind, what, count: count + (merged.get(key)?.count ?? 0) });
  }
  return [...merged.values()];
}
