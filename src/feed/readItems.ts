/** Reads the items of an existing feed. The only file that uses saxes. */
import { createRequire } from 'node:module';
import type { SaxesTagPlain } from 'saxes';
import { isMapping } from '../post/frontmatter/mapping.ts';
import { parseFeedDate } from './dates.ts';
import { digest } from './digest.ts';

const load = createRequire(import.meta.url);

/** What identifies an item for feed readers, and whether it has changed. */
export interface ReadItem {
  guid: string;
  link: string;
  title: string;
  /** ms, rounded down to seconds. */
  date?: number;
  /** Of the whole item. */
  digest?: string;
}

/**
 * The items of an RSS, Atom or JSON feed; undefined if the text is none, or is incomplete. XML is read piece by piece, so
 * that a large feed is never in memory as a whole.
 */
export function readFeedItems(text: string | Iterable<string>): ReadItem[] | undefined {
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

/** The relevant elements, by the name of the root element. */
const formats: Readonly<Record<string, { item: string; guid: string; dates: readonly string[] }>> = {
  rss: { item: 'item', guid: 'guid', dates: ['pubDate', 'dc:date'] },
  'rdf:RDF': { item: 'item', guid: '', dates: ['dc:date'] },
  feed: { item: 'entry', guid: 'id', dates: ['published', 'updated'] },
};

function readXml(pieces: Iterable<string>): ReadItem[] | undefined {
  const { SaxesParser }: typeof import('saxes') = load('saxes');
  const parser = new SaxesParser();
  const path: string[] = [];
  const items: ReadItem[] = [];
  let format: (typeof formats)[string] | undefined;
  let isWellFormed = true;
  let fields: Map<string, string> | undefined;
  let depth = 0;
  let all: string[] = [];
  parser.on('error', () => {
    isWellFormed = false;
  });
  parser.on('opentag', (tag) => {
    path.push(tag.name);
    if (path.length === 1) format = Object.hasOwn(formats, tag.name) ? formats[tag.name] : undefined;
    else if (!fields && format?.item === tag.name) {
      fields = new Map([['', tag.attributes['rdf:about'] ?? '']]);
      depth = path.length + 1;
      all = [];
    } else if (fields) {
      all.push(tag.name, ...Object.values(tag.attributes));
      if (path.length === depth) openField(fields, tag);
    }
  });
  const addText = (text: string): void => {
    if (!fields) return;
    all.push(text);
    // Nested text counts, too: titles in Atom may be XHTML.
    const name = path[depth - 1];
    if (name !== undefined) fields.set(name, (fields.get(name) ?? '') + text);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    if (fields && format && path.length === depth - 1) {
      items.push(toItem(fields, format, digest(all.join(''))));
      fields = undefined;
    }
    path.pop();
  });
  for (const piece of pieces) {
    parser.write(piece);
    if (!isWellFormed) return undefined;
  }
  parser.close();
  return isWellFormed && format ? items : undefined;
}

/** The link of Atom is an attribute; the first alternate link counts. */
function openField(fields: Map<string, string>, { name, attributes }: SaxesTagPlain): void {
  const { href, rel = 'alternate' } = attributes;
  if (name === 'link' && href !== undefined && rel === 'alternate' && !fields.get('link')) fields.set('link', href);
}

function toItem(fields: Map<string, string>, format: (typeof formats)[string] & object, all: string): ReadItem {
  // Copied, because a substring keeps the whole piece of the feed in memory.
  const text = (name: string): string => Buffer.from((fields.get(name) ?? '').trim()).toString();
  const link = text('link');
  const date = format.dates.map((name) => parseFeedDate(text(name))).find((instant) => instant !== undefined);
  return {
    guid: text(format.guid) || link,
    link,
    title: text('title'),
    ...(date !== undefined && { date }),
    digest: all,
  };
}

function readJson(text: string): ReadItem[] | undefined {
  try {
    return readJsonItems(JSON.parse(text));
  } catch (error) {
    // RangeError: nested more deeply than any feed.
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function readJsonItems(feed: unknown): ReadItem[] | undefined {
  if (!isMapping(feed) || !/^https?:\/\/jsonfeed\.org\/version\//.test(String(feed['version']))) return undefined;
  const items = Array.isArray(feed['items']) ? feed['items'] : [];
  return items.filter(isMapping).map((item) => {
    const text = (key: string): string => (typeof item[key] === 'string' ? item[key] : '');
    const date = parseFeedDate(text('date_published'));
    return {
      guid: String(item['id'] ?? text('url')),
      link: text('url'),
      title: text('title'),
      ...(date !== undefined && { date }),
      digest: digest(JSON.stringify(item)),
    };
  });
}
