/** All posts together: which are valid, and what only their neighbours show. Spec section 2, “invalid post”. */
import type { Fault, RuleId } from '../diagnostic.ts';
import { guidOf, isUri } from '../post/fields/id.ts';
import { makesInvalid, type Post, type PostReading } from '../post/post.ts';
import type { Config } from './config/config.ts';
import { createUrlMaker, urlKey } from './url.ts';

export interface Entry {
  post: Post;
  /** Its address: absolute, or from the site's root where `site_url` is not known. */
  url: string;
}

interface ReadEntry extends Entry {
  reading: PostReading;
}

export interface PostIndex {
  /** The valid posts, by path. */
  entries: Entry[];
  /** The readings that have faults, by path; those of other posts than the invalid ones included. */
  faulty: PostReading[];
  /** The readings of which no post came. */
  invalid: PostReading[];
}

/**
 * Puts the posts of a folder together, which are given by path. A post whose id or address another one has is invalid,
 * and so is the other.
 */
export function indexPosts(readings: readonly PostReading[], config: Config): PostIndex {
  const entries = toEntries(readings, config);
  for (const [reading, faults] of findDuplicates(entries, config.siteUrl)) reading.faults.push(...faults);
  const faulty = readings.filter(({ faults }) => faults.length > 0);
  const isTwin = ({ faults }: PostReading): boolean => faults.some(({ rule }) => twinRules.includes(rule));
  return {
    entries: entries.filter(({ reading }) => !isTwin(reading)).map(({ post, url }) => ({ post, url })),
    faulty,
    invalid: faulty.filter((reading) => !reading.post || isTwin(reading)),
  };
}

/** The faults of posts that share their id or URL with another post; readings without any are left out. */
export function checkDuplicates(readings: readonly PostReading[], config: Config): Map<PostReading, Fault[]> {
  return findDuplicates(toEntries(readings, config), config.siteUrl);
}

function toEntries(readings: readonly PostReading[], config: Config): ReadEntry[] {
  const entries: ReadEntry[] = [];
  const address = createUrlMaker(config);
  for (const reading of readings) {
    if (reading.post) entries.push({ post: reading.post, url: address(reading.post), reading });
  }
  return entries;
}

function findDuplicates(entries: readonly ReadEntry[], siteUrl = ''): Map<PostReading, Fault[]> {
  const found = new Map<PostReading, Fault[]>();
  const ids = entries.map(({ post: { id } }) => id && guidOf(id, siteUrl).toLowerCase());
  // A post without an id has its address for one, which another may have taken as its id.
  const anAddress = ids.some((id) => id?.startsWith('http'));
  const identities = anAddress ? ids.map((id, index) => id ?? entries[index]?.url.toLowerCase()) : ids;
  addTwins(found, entries, 'id-duplicate', identities);
  addAtomTwins(found, entries, ids);
  addTwins(
    found,
    entries,
    'url-duplicate',
    entries.map(({ url }) => urlKey(url)),
  );
  return found;
}

const twinRules: readonly RuleId[] = ['id-duplicate', 'url-duplicate'];

/** The faults of a reading for which its post is left out of lists and feeds. */
export function invalidatingFaults(reading: PostReading): Fault[] {
  return reading.faults.filter((fault) => twinRules.includes(fault.rule) || makesInvalid(fault, reading.keys));
}

/** Gives every post that shares a key with others a fault that names them. `keys` are those of the entries, in order. */
function addTwins(
  found: Map<PostReading, Fault[]>,
  entries: readonly ReadEntry[],
  rule: 'id-duplicate' | 'url-duplicate',
  keys: readonly (string | undefined)[],
): void {
  const first = new Map<string, ReadEntry>();
  const groups = new Map<string, ReadEntry[]>();
  for (const [index, entry] of entries.entries()) {
    const key = keys[index];
    if (key === undefined) continue;
    const other = first.get(key);
    const group = groups.get(key);
    if (!other) first.set(key, entry);
    else if (group) group.push(entry);
    else groups.set(key, [other, entry]);
  }
  for (const group of groups.values()) {
    // Without any id between them they have one address, which is another rule's.
    if (rule === 'id-duplicate' && group.every(({ post }) => post.id === undefined)) continue;
    for (const entry of group) {
      const fault = twinFault(rule, entry, group);
      found.set(entry.reading, [...(found.get(entry.reading) ?? []), fault]);
    }
  }
}

/** In Atom a post whose id is no URI is known by its URL, which another may have as its id. */
function addAtomTwins(
  found: Map<PostReading, Fault[]>,
  entries: readonly ReadEntry[],
  ids: readonly (string | undefined)[],
): void {
  const isText = ids.map((id) => id !== undefined && !isUri(id));
  if (!isText.includes(true)) return;
  const urls = new Set(entries.filter((_, index) => isText[index]).map(({ url }) => url.toLowerCase()));
  const taken = ids.map((id, index) => {
    if (isText[index]) return entries[index]?.url.toLowerCase();
    return id !== undefined && urls.has(id) ? id : undefined;
  });
  if (taken.some((id, index) => id !== undefined && !isText[index])) addTwins(found, entries, 'id-duplicate', taken);
}

/** So many of the others are named. */
const mostNamed = 3;

function twinFault(rule: 'id-duplicate' | 'url-duplicate', entry: ReadEntry, group: readonly ReadEntry[]): Fault {
  const keys = entry.reading.keys ?? {};
  const others = group.slice(0, mostNamed + 1).filter((one) => one !== entry);
  const files = others.slice(0, mostNamed).map(({ post }) => post.file);
  const more = group.length - 1 - files.length;
  const shown = more > 0 ? `${files.join(', ')} and ${more} more` : files.join(' and ');
  const butFor = others.every(({ url }) => url === entry.url) ? '' : ', but for capitals or the way accents are stored';
  if (rule === 'id-duplicate' && keys.id === undefined) {
    return {
      rule,
      message: `the address of this post is the id of ${shown}: feeds would take them for one`,
      hint: 'give this post an id of its own, or another slug',
      place: { line: 1, column: 1 },
    };
  }
  if (rule === 'id-duplicate') {
    return {
      rule,
      message: `${shown} ${group.length === 2 ? 'has' : 'have'} the same id in feeds`,
      hint: 'the older post keeps it; take the line out of the newer one, or give it a new UUID',
      place: { path: [keys.id ?? 'id'] },
    };
  }
  const key = keys.permalink ?? keys.slug;
  return {
    rule,
    message: `${shown} ${group.length === 2 ? 'has' : 'have'} the same address${butFor}`,
    hint:
      keys.permalink === undefined
        ? 'give one of them another slug, for example slug: a-second-meeting'
        : `give one of them another ${keys.permalink}`,
    place: key === undefined ? { line: 1, column: 1 } : { path: [key] },
  };
}
