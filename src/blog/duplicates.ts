/** Posts that share an id or a URL, which neither may: feeds and links could not tell them apart. */
import type { Fault } from '../diagnostic.ts';
import { guidOf, isUri } from '../post/fields/id.ts';
import type { Post, PostReading } from '../post/post.ts';
import { urlKey } from './url.ts';

/** A valid post with its URL and what was read of it. */
export interface ReadEntry {
  post: Post;
  url: string;
  reading: PostReading;
}

type DuplicateRule = 'id-duplicate' | 'url-duplicate';

/** The faults of posts that share an id or a URL with others; readings without any are left out. */
export function findDuplicates(entries: readonly ReadEntry[], siteUrl = ''): Map<PostReading, Fault[]> {
  const ids = entries.map(({ post: { id } }) => id && guidOf(id, siteUrl).toLowerCase());
  // A post without an id is identified by its URL, which may be another post's id.
  const isUrlAnId = ids.some((id) => id?.startsWith('http'));
  const guids = isUrlAnId ? ids.map((id, index) => id ?? entries[index]?.url.toLowerCase()) : ids;
  const keys: readonly (readonly [DuplicateRule, readonly (string | undefined)[]])[] = [
    ['id-duplicate', guids],
    ['id-duplicate', atomIds(entries, ids)],
    ['url-duplicate', entries.map(({ url }) => urlKey(url))],
  ];
  const faults = new Map<PostReading, Fault[]>();
  for (const [rule, keysOfRule] of keys) {
    for (const group of groupDuplicates(entries, keysOfRule)) {
      // Posts without any id share their URL, which is the other rule.
      if (rule === 'id-duplicate' && group.every(({ post }) => post.id === undefined)) continue;
      for (const entry of group) {
        faults.set(entry.reading, [...(faults.get(entry.reading) ?? []), duplicateFault(rule, entry, group)]);
      }
    }
  }
  return faults;
}

/** The entries that share a key with others, by key. `keys` are those of the entries, in order. */
function groupDuplicates(entries: readonly ReadEntry[], keys: readonly (string | undefined)[]): ReadEntry[][] {
  const groups = new Map<string, ReadEntry[]>();
  for (const [index, entry] of entries.entries()) {
    const key = keys[index];
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Atom identifies a post whose id is no URI by its URL (RFC 4287, 4.2.6), which may be the id of another post. */
function atomIds(entries: readonly ReadEntry[], ids: readonly (string | undefined)[]): (string | undefined)[] {
  const isText = ids.map((id) => id !== undefined && !isUri(id));
  const urls = new Set(entries.filter((_, index) => isText[index]).map(({ url }) => url.toLowerCase()));
  if (!ids.some((id, index) => !isText[index] && id !== undefined && urls.has(id))) return [];
  return ids.map((id, index) => {
    if (isText[index]) return entries[index]?.url.toLowerCase();
    return id !== undefined && urls.has(id) ? id : undefined;
  });
}

/** How many of the other posts a message names. */
const mostNamed = 3;

function duplicateFault(rule: DuplicateRule, entry: ReadEntry, group: readonly ReadEntry[]): Fault {
  const keys = entry.reading.keys ?? {};
  const others = group.slice(0, mostNamed + 1).filter((one) => one !== entry);
  const files = others.slice(0, mostNamed).map(({ post }) => post.file);
  const more = group.length - 1 - files.length;
  const shown = more > 0 ? `${files.join(', ')} and ${more} more` : files.join(' and ');
  if (rule === 'id-duplicate' && keys.id === undefined) {
    return {
      rule,
      message: `the URL of this post is the id of ${shown}; feeds cannot tell them apart`,
      hint: 'give this post an id, or a different slug',
      place: { line: 1, column: 1 },
    };
  }
  if (rule === 'id-duplicate') {
    return {
      rule,
      message: `duplicate id, also used by ${shown}`,
      hint: 'keep it in the older post; in the newer one, remove it or write a new UUID',
      place: { path: [keys.id ?? 'id'] },
    };
  }
  const key = keys.permalink ?? keys.slug;
  const isSame = others.every(({ url }) => url === entry.url);
  return {
    rule,
    message: `duplicate URL, also used by ${shown}${isSame ? '' : ' (differing only in case or Unicode normalisation)'}`,
    hint:
      keys.permalink === undefined
        ? 'give one of them a different slug, for example slug: a-second-meeting'
        : `give one of them a different ${keys.permalink}`,
    place: key === undefined ? { line: 1, column: 1 } : { path: [key] },
  };
}
