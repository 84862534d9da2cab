/** The names of the files of posts. */
import { draftPath, slugRoom } from '../post/draft/draft.ts';
import { isDeviceName, shortenSlug } from '../post/draft/slug.ts';
import type { PostDate } from '../post/fields/date.ts';
import { readFileName } from '../post/fields/slug.ts';

/** What an earlier import, or somebody else, has put in the posts folder. */
export interface Earlier {
  /** Paths by the identity of posts. */
  known: ReadonlyMap<string, string>;
  /** Paths of all other posts. */
  taken: Iterable<string>;
  /** The places in posts to which others linked: names by path. */
  parts?: ReadonlyMap<string, readonly string[]>;
}

/** The file of a post, and the slug that sets it apart, where that is part of its URL. */
export interface NamedFile {
  path: string;
  slug: string;
  /** Whether somebody gave the file a name of their own: then that is the slug. */
  isRenamed: boolean;
}

/** Returns a function that gives a post the path of an earlier import, by its identities, or a free one: `preferred` if it is. */
export function createNamer(filename: string, { known, taken }: Earlier) {
  const used = new Set([...taken, ...known.values()].map(pathKey));
  const given = new Set<string>();
  const counts = new Map<string, number>();
  return (identities: readonly string[], wanted: string, date: PostDate, preferred?: string): NamedFile => {
    const stem = shortenSlug(stemOf(wanted), slugRoom(filename, date));
    const before = identities.map((one) => known.get(one)).find((path) => path !== undefined && isInside(path));
    if (preferred !== undefined && (before === preferred || (before === undefined && !used.has(pathKey(preferred))))) {
      used.add(pathKey(preferred));
      given.add(pathKey(preferred));
      return { path: preferred, slug: wanted, isRenamed: false };
    }
    if (before !== undefined && !given.has(pathKey(before))) {
      given.add(pathKey(before));
      const [start = '', end = ''] = draftPath(date, '\0', filename).split('\0');
      const isSame = before.startsWith(start) && before.endsWith(end);
      const written = isSame ? before.slice(start.length, -end.length) : readFileName(before).slug;
      const isNumbered = written.startsWith(`${stem}-`) && /^\d+$/.test(written.slice(stem.length + 1));
      const isRenamed = written !== stem && !isNumbered;
      const slug = isRenamed ? readFileName(before).slug : isNumbered ? written : wanted;
      return { path: before, slug, isRenamed };
    }
    const first = draftPath(date, stem, filename);
    let [path, slug] = [first, wanted];
    for (let count = counts.get(first) ?? 2; used.has(pathKey(path)); count++) {
      slug = `${stem}-${count}`;
      path = draftPath(date, slug, filename);
      counts.set(first, count + 1);
    }
    used.add(pathKey(path));
    return { path, slug, isRenamed: false };
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
export function stemOf(slug: string): string {
  const plain =
    slug
      .normalize('NFC')
      .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-')
      .replace(/^[_-]+|-+$/g, '') || 'post';
  const isReserved = isDeviceName(plain) || /^(?:index|readme|license|contributing|node_modules)$/i.test(plain);
  return isReserved ? `${plain}-post` : plain;
}
