/** What is read of an existing feed. */
import type { FeedType } from '../feed.ts';
import type { Parts } from './parts.ts';

/** A feed as far as it matters to its subscribers. */
export interface ReadFeed {
  /** RSS 1.0 counts as RSS. */
  type: FeedType;
  head: FeedHead;
  /** Of the feed itself. */
  parts: Parts;
  items: ReadItem[];
}

/** What tells one feed of a site from another; each is empty where the feed does not say it. */
export interface FeedHead {
  title: string;
  /** The URL of the site, and of the feed itself. */
  link: string;
  self: string;
  generator: string;
}

/** What identifies an item for feed readers, and whether it has changed. */
export interface ReadItem {
  guid: string;
  link: string;
  title: string;
  /** ms, rounded down to seconds. */
  date?: number;
  parts?: Parts;
}

/** The head of a feed from the texts that it may have. */
export function toHead(textOf: (name: 'title' | 'link' | 'self' | 'generator') => unknown): FeedHead {
  const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
  const [title, link] = [text(textOf('title')), text(textOf('link'))];
  return { title, link, self: text(textOf('self')), generator: text(textOf('generator')) };
}
