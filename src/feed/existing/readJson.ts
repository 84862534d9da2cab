/** Reads an existing JSON feed. */
import { isMapping, type Mapping } from '../../post/frontmatter/mapping.ts';
import { parseFeedDate } from '../dates.ts';
import { type ReadFeed, type ReadItem, toHead } from './model.ts';
import { createParts, feedPart, itemPart, type Parts } from './parts.ts';

/** A JSON feed; undefined for any other text. */
export function readJson(text: string): ReadFeed | undefined {
  try {
    return toFeed(JSON.parse(text));
  } catch (error) {
    // RangeError: nested more deeply than any feed.
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function toFeed(feed: unknown): ReadFeed | undefined {
  if (!isMapping(feed) || !/^https?:\/\/jsonfeed\.org\/version\//.test(String(feed['version']))) return undefined;
  const items = Array.isArray(feed['items']) ? feed['items'] : [];
  const keys = { title: 'title', link: 'home_page_url', self: 'feed_url', generator: 'generator' };
  const head = toHead((name) => feed[keys[name]]);
  return { type: 'json', head, parts: partsOf(feed, feedPart), items: items.filter(isMapping).map(toJsonItem) };
}

function toJsonItem(item: Mapping): ReadItem {
  const text = (key: string): string => (typeof item[key] === 'string' ? item[key] : '');
  const date = parseFeedDate(text('date_published'));
  return {
    guid: String(item['id'] ?? text('url')),
    link: text('url'),
    title: text('title'),
    ...(date !== undefined && { date }),
    parts: partsOf(item, itemPart),
  };
}

function partsOf(data: Mapping, partOf: (key: string) => string | undefined): Parts {
  const parts = createParts();
  for (const [key, value] of Object.entries(data)) {
    const part = partOf(key);
    if (part !== undefined) parts.add(part, key, JSON.stringify(value));
  }
  return parts.digests();
}
