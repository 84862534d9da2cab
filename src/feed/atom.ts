/** Atom 1.0, RFC 4287. */
import type { Person } from '../post/fields/authors.ts';
import { type FeedDate, formatRfc3339 } from './dates.ts';
import { type Feed, type FeedItem, generator } from './feed.ts';
import { mediaContent, mediaNamespace } from './image.ts';
import { element, escapeAttribute, htmlElement, parent, textElement } from './xml.ts';

/** `updated` of a feed without entries, which RFC 4287 requires: constant, so that the feed does not change. */
const noDate: FeedDate = { instant: Date.UTC(2000, 0, 1), offset: 0 };

/** The feed in pieces; each entry is rendered only when it is read. */
export function* writeAtom(feed: Feed): Generator<string> {
  yield feedHead(feed);
  for (const item of feed.items) yield formatEntry(item, feed);
  yield '</feed>\n';
}

function feedHead(feed: Feed): string {
  const language = feed.language === undefined ? '' : ` xml:lang="${escapeAttribute(feed.language)}"`;
  let head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  head += `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="${mediaNamespace}"${language}>\n`;
  head += element('title', {}, feed.title);
  head += textElement('subtitle', 'text', feed.description);
  head += element('link', { rel: 'alternate', type: 'text/html', href: feed.link });
  head += element('link', { rel: 'self', type: 'application/atom+xml', href: feed.self });
  if (feed.hub !== undefined) head += element('link', { rel: 'hub', href: feed.hub });
  head += element('id', {}, feed.self);
  // RFC 4287, 4.2.5 and 4.2.8: readers use one or the other.
  if (feed.icon !== undefined) head += element('icon', {}, feed.icon) + element('logo', {}, feed.icon);
  head += element('updated', {}, formatRfc3339(feed.updated ?? noDate));
  head += parent('author', {}, element('name', {}, feed.title));
  return head + element('generator', {}, generator);
}

function formatEntry(item: FeedItem, feed: Feed): string {
  const { image, comments } = item;
  const { summary, html, showsImage } = item.render();
  // RFC 4287, 4.1.2 requires an author.
  const authors = item.authors.length === 0 ? [{ name: feed.title }] : item.authors;
  let text = element('title', {}, item.title);
  text += element('link', { rel: 'alternate', type: 'text/html', href: item.url });
  text += element('id', {}, item.guid.value);
  text += element('published', {}, formatRfc3339(item.date));
  text += element('updated', {}, formatRfc3339(item.updated));
  for (const author of authors) text += formatAuthor(author);
  for (const category of item.categories) text += element('category', { term: category });
  if (comments?.url !== undefined) text += element('link', { rel: 'replies', type: 'text/html', href: comments.url });
  if (image?.length !== undefined && !showsImage) {
    text += element('link', { rel: 'enclosure', type: image.type, length: image.length, href: image.url });
  }
  // RFC 4287, 4.1.2 requires content or a summary.
  if (summary !== '' || html === undefined) text += textElement('summary', 'text', summary || item.title);
  if (html !== undefined) text += htmlElement('content', { type: 'html' }, html);
  if (image) text += mediaContent(image);
  return parent('entry', { 'xml:lang': item.language }, text);
}

function formatAuthor({ name, email, url }: Person): string {
  let children = element('name', {}, name);
  if (url !== undefined) children += element('uri', {}, url);
  if (email !== undefined) children += element('email', {}, email);
  return parent('author', {}, children);
}
