/** Readers of feeds that other people wrote: what they give back is what subscribers see. */
import { createRequire } from 'node:module';
import { parseFeed } from 'feedsmith';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { SaxesParser } from 'saxes';

/** What a reader found of an item; undefined where it has no word for it. */
export interface SeenItem {
  title?: string | undefined;
  link?: string | undefined;
  id?: string | undefined;
  date?: string | undefined;
  summary?: string | undefined;
  /** HTML. */
  content?: string | undefined;
  /** Plain text in its stead, which JSON Feed has for an item without HTML. */
  text?: string | undefined;
  /** The URL of a file to fetch. */
  enclosure?: string | undefined;
  authors: string[];
  categories: string[];
}

/** Fails when the text is not well-formed XML; returns the names of its elements. */
export function readXml(xml: string): string[] {
  const names: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => names.push(tag.name));
  parser.write(xml).close();
  return names;
}

/** The items as feedsmith sees them. */
export function readWithFeedsmith(text: string): SeenItem[] {
  const { format, feed } = parseFeed(text);
  if (format === 'rss') {
    return (feed.items ?? []).map((item) => ({
      title: item.title,
      link: item.link,
      id: item.guid?.value,
      date: item.pubDate,
      summary: item.description,
      content: item.content?.encoded,
      authors: [...(item.dc?.creators ?? []), ...(item.authors ?? []).map(nameOf)],
      categories: (item.categories ?? []).map(({ name }) => name ?? ''),
    }));
  }
  if (format === 'atom') {
    return (feed.entries ?? []).map((entry) => ({
      title: textOf(entry.title),
      link: entry.links?.find(({ rel }) => rel === 'alternate')?.href,
      id: entry.id,
      date: entry.published,
      summary: textOf(entry.summary),
      content: textOf(entry.content),
      authors: (entry.authors ?? []).map(({ name }) => name ?? ''),
      categories: (entry.categories ?? []).map(({ term }) => term ?? ''),
    }));
  }
  if (format !== 'json') throw new Error(`not read as a feed of ours: ${format}`);
  return (feed.items ?? []).map((item) => ({
    title: item.title,
    link: item.url,
    id: item.id,
    date: item.date_published,
    summary: item.summary,
    content: item.content_html,
    text: item.content_text,
    authors: (item.authors ?? []).map(({ name }) => name ?? ''),
    categories: item.tags ?? [],
  }));
}

function nameOf(author: unknown): string {
  return typeof author === 'string' ? author : ((author as { name?: string }).name ?? '');
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string' || value === undefined) return value;
  return (value as { value?: string }).value;
}

const load = createRequire(import.meta.url);

/** The items as rss-parser sees them. Plain, it would give only the first of several creators. */
export async function readWithRssParser(xml: string): Promise<SeenItem[]> {
  const Parser: typeof import('rss-parser') = load('rss-parser');
  const customFields = { item: [['dc:creator', 'creators', { keepArray: true }]] } as never;
  const parser = new Parser<object, Record<string, never>>({ customFields });
  const { items } = await parser.parseString(xml);
  return items.map((item) => {
    const { creators, author, id } = item as Record<string, unknown>;
    return {
      title: item.title,
      link: item.link,
      id: item.guid ?? (id as string | undefined),
      date: item.pubDate,
      content: (item['content:encoded'] as string | undefined) ?? item.content,
      summary: item.summary,
      authors: (creators as string[] | undefined) ?? (author === undefined ? [] : [String(author)]),
      categories: (item.categories ?? []).map((one: unknown) =>
        typeof one === 'string' ? one : String((one as { $?: { term?: string } }).$?.term),
      ),
    };
  });
}

type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

/** All elements that a browser would make of HTML. */
export function elementsOf(html: string): Element[] {
  const found: Element[] = [];
  const queue: Node[] = [parseFragment(html)];
  for (let node = queue.pop(); node; node = queue.pop()) {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) queue.push(...node.childNodes.toReversed());
  }
  return found;
}

/** The words that a browser would show. */
export function wordsOf(html: string): string {
  let text = '';
  const queue: Node[] = [parseFragment(html)];
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (node.nodeName === '#text') text += (node as DefaultTreeAdapterTypes.TextNode).value;
    if ('childNodes' in node) queue.push(...node.childNodes.toReversed());
  }
  return text;
}

/** The text less what XML 1.0 cannot hold. */
export function withoutForbidden(text: string): string {
  return [...text].filter((one) => !/^[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]$/u.test(one)).join('');
}

/** The text less what HTML forbids: no reader would show it. */
export function withoutInvisible(text: string): string {
  return [...withoutForbidden(text)]
    .filter((one) => !/^[\x7f-\x9f\ufdd0-\ufdef]$/.test(one) && ((one.codePointAt(0) ?? 0) & 0xfffe) !== 0xfffe)
    .join('');
}
