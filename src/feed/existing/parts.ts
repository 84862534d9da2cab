/** The parts of a feed and of its items, as `--diff` names them: what each element of a format is about. */
import { digest } from '../digest.ts';

/** The digest of each part. */
export type Parts = Readonly<Record<string, string>>;

/** The names of parts in the order in which they are listed; any others follow. */
const order = `type title content summary description date updated link self id authors categories image enclosure
  comments language icon hub ttl`.split(/\s+/);

/** By element of RSS and Atom, and by key of JSON Feed; any other name is a part of its own. */
const itemParts: Readonly<Record<string, string>> = {
  guid: 'id',
  url: 'link',
  pubDate: 'date',
  'dc:date': 'date',
  published: 'date',
  date_published: 'date',
  date_modified: 'updated',
  author: 'authors',
  'dc:creator': 'authors',
  category: 'categories',
  tags: 'categories',
  'slash:comments': 'comments',
  _comments: 'comments',
  description: 'summary',
  'content:encoded': 'content',
  content_html: 'content',
  content_text: 'content',
  'media:content': 'image',
  _image: 'image',
  attachments: 'enclosure',
  'dc:language': 'language',
};

const links: Readonly<Record<string, string>> = {
  enclosure: 'enclosure',
  replies: 'comments',
  self: 'self',
  hub: 'hub',
};

/** The part of an item that an element or key belongs to; `rel` is the attribute of a link. */
export function itemPart(name: string, rel = ''): string {
  if (name === 'link') return links[rel] ?? 'link';
  return itemParts[name] ?? name;
}

/** Undefined for what follows from the items or the format. */
const feedParts: Readonly<Record<string, string | undefined>> = {
  lastBuildDate: undefined,
  pubDate: undefined,
  updated: undefined,
  version: undefined,
  items: undefined,
  // In Atom it is the URL of the feed.
  id: 'self',
  feed_url: 'self',
  home_page_url: 'link',
  subtitle: 'description',
  // The blog itself.
  author: 'title',
  image: 'icon',
  logo: 'icon',
  hubs: 'hub',
};

/** The part of the feed itself that an element or key belongs to. */
export function feedPart(name: string, rel = ''): string | undefined {
  if (name === 'link' || name === 'atom:link') return links[rel] ?? 'link';
  return Object.hasOwn(feedParts, name) ? feedParts[name] : name;
}

/** Collects texts by part. */
export function createParts() {
  const texts = new Map<string, string[]>();
  return {
    add(part: string, ...more: readonly string[]): void {
      const known = texts.get(part);
      if (known) known.push(...more);
      else texts.set(part, [...more]);
    },
    digests: (): Parts => Object.fromEntries([...texts].map(([part, all]) => [part, digest(all.join(''))])),
  };
}

/** The parts of which two digests differ, or that only one has. */
export function differingParts(a: Parts, b: Parts): string[] {
  const rank = (part: string): number => (order.includes(part) ? order.indexOf(part) : order.length);
  const all = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return all.filter((part) => a[part] !== b[part]).sort((one, other) => rank(one) - rank(other));
}
