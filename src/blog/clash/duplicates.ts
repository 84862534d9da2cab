/** Finds posts that share an id or a URL. */
import type { Fault } from '../../diagnostic.ts';
import { guidOf, isUri } from '../../post/fields/id.ts';
import type { PostReading } from '../../post/post.ts';
import { joinWords } from '../../post/text.ts';
import type { Config } from '../config/config.ts';
import { pathLanguages, separatingHint } from '../languages.ts';
import { urlKey } from '../url.ts';
import { distanceOf, type Rival, toRivals } from './rivals.ts';
import { urlHint } from './urlHint.ts';

export const duplicateRules = ['id-duplicate', 'url-duplicate'] as const;
type DuplicateRule = (typeof duplicateRules)[number];

/** The faults of posts that share their id or URL with another post; readings without any are left out. */
export function checkDuplicates(
  readings: readonly PostReading[],
  config: Config,
  now?: number,
): Map<PostReading, Fault[]> {
  return findDuplicates(toRivals(readings, config), config, now);
}

/** The faults of posts that share an id or a URL with others; readings without any are left out. */
export function findDuplicates(
  entries: readonly Rival[],
  config: Config,
  now = Number.POSITIVE_INFINITY,
): Map<PostReading, Fault[]> {
  const { siteUrl = '' } = config;
  const ids = entries.map(({ post: { id } }) => id && guidOf(id, siteUrl).toLowerCase());
  // A post without an id is identified by its URL, which may be another post's id.
  const isUrlAnId = ids.some((id) => id?.startsWith('http'));
  const guids = isUrlAnId ? ids.map((id, index) => id ?? entries[index]?.url?.toLowerCase()) : ids;
  const keys: readonly (readonly [DuplicateRule, readonly (string | undefined)[]])[] = [
    ['id-duplicate', guids],
    ['id-duplicate', atomIds(entries, ids)],
    ['url-duplicate', entries.map(({ url }) => url && urlKey(url))],
  ];
  const pathLangs = pathLanguages(entries.map(({ post }) => post));
  const faults = new Map<PostReading, Fault[]>();
  for (const [rule, keysOfRule] of keys) {
    for (const group of groupDuplicates(entries, keysOfRule)) {
      // Posts with no id at all share a URL, which the other rule reports.
      if (rule === 'id-duplicate' && group.every(({ post }) => post.id === undefined)) continue;
      // Each post yields to those that are as near to readers as itself, or nearer; an invalid one to all.
      for (const distance of [0, 1, 2, 3]) {
        const rivals = group.filter((one) => distanceOf(one, now) <= distance);
        if (rivals.length < 2) continue;
        // Once for all of them, since they may be thousands.
        const posts = rivals.map(({ post }) => post);
        const hint = rule === 'url-duplicate' ? separatingHint(posts, pathLangs, config) : undefined;
        for (const entry of rivals) {
          if (distanceOf(entry, now) !== distance) continue;
          const fault = duplicateFault(rule, entry, rivals, hint, config);
          faults.set(entry.reading, [...(faults.get(entry.reading) ?? []), fault]);
        }
      }
    }
  }
  return faults;
}

/** The entries that share a key with others, by key. `keys` are those of the entries, in order. */
function groupDuplicates(entries: readonly Rival[], keys: readonly (string | undefined)[]): Rival[][] {
  const given = keys.filter((key) => key !== undefined);
  // As nearly always.
  if (new Set(given).size === given.length) return [];
  const groups = new Map<string, Rival[]>();
  for (const [index, entry] of entries.entries()) {
    const key = keys[index];
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Atom identifies a post whose id is not a URI by its URL (RFC 4287, 4.2.6), which may be the id of another post. */
function atomIds(entries: readonly Rival[], ids: readonly (string | undefined)[]): (string | undefined)[] {
  const isText = ids.map((id) => id !== undefined && !isUri(id));
  const urls = new Set(entries.filter((_, index) => isText[index]).map(({ url }) => url?.toLowerCase()));
  if (!ids.some((id, index) => !isText[index] && id !== undefined && urls.has(id))) return [];
  return ids.map((id, index) => {
    if (isText[index]) return entries[index]?.url?.toLowerCase();
    return id !== undefined && urls.has(id) ? id : undefined;
  });
}

/** How many of the other posts a message names. */
const mostNamed = 3;

function duplicateFault(
  rule: DuplicateRule,
  entry: Rival,
  group: readonly Rival[],
  separating: string | undefined,
  config: Config,
): Fault {
  const { id, permalink, slug } = entry.reading.keys ?? {};
  const others = group.slice(0, mostNamed + 1).filter((one) => one !== entry);
  const files = others.slice(0, mostNamed).map(({ post }) => post.file);
  const more = group.length - 1 - files.length;
  const shown = joinWords(more > 0 ? [...files, `${more} more`] : files);
  const fault = (message: string, hint: string, key: string | undefined): Fault => {
    return { rule, message, hint, place: key === undefined ? { line: 1, column: 1 } : { path: [key] } };
  };
  if (rule === 'url-duplicate') {
    const isSame = others.every(({ url }) => url === entry.url);
    const message = `duplicate URL, also used by ${shown}${isSame ? '' : ' (differing only in case, Unicode form, or a slash or index.html at the end)'}`;
    const hint =
      separating ??
      urlHint(
        entry.post,
        group.filter((one) => one !== entry).map(({ post }) => post),
        config.permalink,
      );
    return fault(message, hint, permalink ?? slug);
  }
  if (id === undefined) {
    const message = `the URL of this post is the id of ${shown}; feeds cannot tell them apart`;
    return fault(message, 'give this post an id, or a different slug', undefined);
  }
  const hint = 'remove it from the newer post, or write a new UUID there';
  return fault(`duplicate id, also used by ${shown}`, hint, id);
}
