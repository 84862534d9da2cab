/** What a new feed changes for the subscribers of the old one. */
import { urlKey } from '../../blog/url.ts';
import { type Feed, generator } from '../feed.ts';
import type { FeedHead, ReadItem } from './model.ts';
import { differingParts } from './parts.ts';

export interface FeedChanges {
  added: ReadItem[];
  changed: { item: ReadItem; parts: string[] }[];
  /** In the old feed, and no longer a published post. */
  gone: ReadItem[];
  /** The same post with a different guid: feed readers would show it as unread again. */
  reappearing: { item: ReadItem; before: ReadItem }[];
}

/**
 * Whether an old feed, which `blog` wrote for the same site, is of other posts than a new one. A feed that has moved keeps
 * its title, one that was given another title its URL.
 */
export function isOtherFeed(old: FeedHead, feed: Feed): boolean {
  // JSON Feed does not have the generator.
  const isOwn = old.generator === generator || old.generator === '';
  const isSameSite = old.link === feed.link && old.self !== '';
  return isOwn && isSameSite && old.self !== feed.self && old.title !== feed.title.trim();
}

/** The items of a feed as if they had been read from it, but without their parts. */
export function itemsOf(feed: Feed): ReadItem[] {
  return feed.items.map(({ guid, url, title, date }) => ({
    guid: guid.value,
    link: url,
    title,
    date: Math.floor(date.instant / 1000) * 1000,
  }));
}

/**
 * Compares two feeds. Items are matched by guid, then by link, then by title and date. `published` are the guids of all
 * published posts: an item that a limit or a filter leaves out is neither gone nor a match for another post. Nor is a
 * translation that takes the place of a post, even with its title and date: `areTranslations` compares two guids.
 */
export function compareFeeds(
  before: readonly ReadItem[],
  after: readonly ReadItem[],
  published: Iterable<string>,
  areTranslations: (guid: string, other: string) => boolean = () => false,
): FeedChanges {
  const guids = new Set([...after.map(({ guid }) => guid), ...published]);
  const byGuid = indexBy(before, ({ guid }) => guid);
  const left = new Set([...byGuid.values()].filter(({ guid }) => !guids.has(guid)));
  const byLink = indexBy(left, linkKey);
  const byTitle = groupBy(left, titleKey);
  const withTitle = (item: ReadItem): ReadItem | undefined =>
    byTitle.get(titleKey(item))?.find((old) => left.has(old) && !areTranslations(old.guid, item.guid));
  const reappearing: FeedChanges['reappearing'] = [];
  const isNew = (item: ReadItem, found: ReadItem | undefined): boolean => {
    if (!found || !left.delete(found)) return true;
    reappearing.push({ item, before: found });
    return false;
  };
  const added = after
    .filter((item) => !byGuid.has(item.guid))
    .filter((item) => isNew(item, byLink.get(linkKey(item))))
    // Only after all links: a post may have taken the title of another.
    .filter((item) => isNew(item, withTitle(item)));
  const changed = after
    .map((item) => ({ item, parts: changesOf(byGuid.get(item.guid) ?? item, item) }))
    .filter(({ parts }) => parts.length > 0);
  return { added, changed, gone: [...left], reappearing };
}

type Key = string | undefined;

function indexBy(items: Iterable<ReadItem>, keyOf: (item: ReadItem) => Key): Map<Key, ReadItem> {
  const index = new Map<Key, ReadItem>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== undefined && !index.has(key)) index.set(key, item);
  }
  return index;
}

function groupBy(items: Iterable<ReadItem>, keyOf: (item: ReadItem) => Key): Map<Key, ReadItem[]> {
  const groups = new Map<Key, ReadItem[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = key === undefined ? undefined : groups.get(key);
    if (group) group.push(item);
    else if (key !== undefined) groups.set(key, [item]);
  }
  return groups;
}

/** Without the scheme, so that a move to https changes nothing. */
function linkKey({ link }: ReadItem): string | undefined {
  return link === '' ? undefined : urlKey(link.replace(/^https?:/i, ''));
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#039': "'" };

/** Without HTML entities, which other programs write in titles. */
function titleKey({ title, date }: ReadItem): string | undefined {
  if (title === '' || date === undefined) return undefined;
  const plain = title.replace(/&(amp|lt|gt|quot|#0?39);/g, (_, name: string) => entities[name] ?? '');
  return `${date} ${plain.replace(/\s+/g, ' ')}`;
}

/** The parts that differ: all, or of an item that is not read from a feed those that are known. */
function changesOf(a: ReadItem, b: ReadItem): string[] {
  if (a.parts && b.parts) return differingParts(a.parts, b.parts);
  return (['title', 'date', 'link'] as const).filter((part) => a[part] !== b[part]);
}
