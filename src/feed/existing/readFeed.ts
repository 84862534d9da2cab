/** Reads an existing feed. */
import { createRequire } from 'node:module';
import type { SaxesTagPlain } from 'saxes';
import { isMapping, type Mapping } from '../../post/frontmatter/mapping.ts';
import { parseFeedDate } from '../dates.ts';
import type { FeedType } from '../feed.ts';
import { createParts, feedPart, itemPart, type Parts } from './parts.ts';

const load = createRequire(import.meta.url);

/** A feed as far as it matters to its subscribers. */
export interface ReadFeed {
  /** RSS 1.0 counts as RSS. */
  type: FeedType;
  /** Of the feed itself. */
  parts: Parts;
  items: ReadItem[];
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

/**
 * An RSS, Atom or JSON feed; undefined if the text is none, or is incomplete. XML is read piece by piece, so
 * that a large feed is never in memory as a whole.
 */
export function readFeed(text: string | Iterable<string>): ReadFeed | undefined {
  const pieces = (typeof text === 'string' ? [text] : text)[Symbol.iterator]();
  let first = '';
  for (let next = pieces.next(); !next.done; next = pieces.next()) {
    first += next.value;
    if (/[^\s\ufeff]/.test(first)) break;
  }
  const rest = function* (): Generator<string> {
    try {
      yield first.replace(/^\ufeff/, '');
      for (let next = pieces.next(); !next.done; next = pieces.next()) yield next.value;
    } finally {
      // Closes the file that the pieces come from.
      pieces.return?.();
    }
  };
  return /^[\s\ufeff]*\{/.test(first) ? readJson([...rest()].join('')) : readXml(rest());
}

/** The relevant elements, by the name of the root element; `depth` is that of the elements about the feed itself. */
const formats: Readonly<Record<string, Format>> = {
  rss: { type: 'rss', depth: 3, item: 'item', guid: 'guid', dates: ['pubDate', 'dc:date'] },
  'rdf:RDF': { type: 'rss', depth: 3, item: 'item', guid: '', dates: ['dc:date'] },
  feed: { type: 'atom', depth: 2, item: 'entry', guid: 'id', dates: ['published', 'updated'] },
};

interface Format {
  type: FeedType;
  depth: number;
  item: string;
  guid: string;
  dates: readonly string[];
}

function readXml(pieces: Iterable<string>): ReadFeed | undefined {
  const { SaxesParser }: typeof import('saxes') = load('saxes');
  const parser = new SaxesParser();
  const path: string[] = [];
  const items: ReadItem[] = [];
  const head = createParts();
  let format: Format | undefined;
  let isWellFormed = true;
  let fields: Map<string, string> | undefined;
  let depth = 0;
  let parts = head;
  /** The part that the parser is in. */
  let part: string | undefined;
  parser.on('error', () => {
    isWellFormed = false;
  });
  parser.on('opentag', (tag) => {
    path.push(tag.name);
    const { rel, 'xml:lang': language } = tag.attributes;
    if (path.length === 1) {
      format = Object.hasOwn(formats, tag.name) ? formats[tag.name] : undefined;
      if (language !== undefined) head.add('language', language);
    } else if (!fields && format?.item === tag.name) {
      fields = new Map([['', tag.attributes['rdf:about'] ?? '']]);
      depth = path.length + 1;
      parts = createParts();
      if (language !== undefined) parts.add('language', language);
    } else if (fields && path.length === depth) {
      openField(fields, tag);
      part = itemPart(tag.name, rel);
    } else if (!fields && path.length === format?.depth) part = feedPart(tag.name, rel);
    if (part !== undefined) parts.add(part, tag.name, ...Object.values(tag.attributes));
  });
  const addText = (text: string): void => {
    if (part !== undefined) parts.add(part, text);
    // Nested text counts, too: titles in Atom may be XHTML.
    const name = fields && path[depth - 1];
    if (name !== undefined) fields?.set(name, (fields.get(name) ?? '') + text);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    if (path.length === (fields ? depth : format?.depth)) part = undefined;
    if (fields && format && path.length === depth - 1) {
      items.push(toItem(fields, format, parts.digests()));
      fields = undefined;
      parts = head;
    }
    path.pop();
  });
  for (const piece of pieces) {
    parser.write(piece);
    if (!isWellFormed) return undefined;
  }
  parser.close();
  return isWellFormed && format ? { type: format.type, parts: head.digests(), items } : undefined;
}

/** The link of Atom is an attribute; the first alternate link counts. */
function openField(fields: Map<string, string>, { name, attributes }: SaxesTagPlain): void {
  const { href, rel = 'alternate' } = attributes;
  if (name === 'link' && href !== undefined && rel === 'alternate' && !fields.get('link')) fields.set('link', href);
}

function toItem(fields: Map<string, string>, format: Format, parts: Parts): ReadItem {
  // Copied, because a substring keeps the whole piece of the feed in memory.
  const text = (name: string): string => Buffer.from((fields.get(name) ?? '').trim()).toString();
  const link = text('link');
  const date = format.dates.map((name) => parseFeedDate(text(name))).find((instant) => instant !== undefined);
  return {
    guid: text(format.guid) || link,
    link,
    title: text('title'),
    ...(date !== undefined && { date }),
    parts,
  };
}

function readJson(text: string): ReadFeed | undefined {
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
  return { type: 'json', parts: partsOf(feed, feedPart), items: items.filter(isMapping).map(toJsonItem) };
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
