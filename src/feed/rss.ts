/** RSS 2.0: https://www.rssboard.org/rss-specification, with the recommendations of the RSS Profile. */
import { formatRfc822 } from './dates.ts';
import { type Feed, type FeedItem, generator } from './feed.ts';
import { mediaContent, mediaNamespace } from './image.ts';
import { element, htmlElement, needsHtml, parent, textAsHtml } from './xml.ts';

const start = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="${mediaNamespace}" xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
<channel>
`;

/** The feed in pieces; each item is rendered only when it is read. */
export function* writeRss(feed: Feed): Generator<string> {
  yield start + channelHead(feed);
  for (const item of feed.items) yield formatItem(item);
  yield '</channel>\n</rss>\n';
}

/** RSS 2.0 allows an image to be a GIF, JPEG or PNG. */
const rssImage = /\.(?:gif|jpe?g|png)$/i;

function channelHead(feed: Feed): string {
  const { description } = feed;
  let head = element('title', {}, feed.title);
  head += element('link', {}, feed.link);
  head += element('description', {}, needsHtml(description) ? textAsHtml(description) : description);
  head += element('atom:link', { href: feed.self, rel: 'self', type: 'application/rss+xml' });
  if (feed.hub !== undefined) head += element('atom:link', { href: feed.hub, rel: 'hub' });
  if (feed.language !== undefined) head += element('language', {}, feed.language);
  if (feed.updated) head += element('lastBuildDate', {}, formatRfc822(feed.updated));
  head += element('generator', {}, generator);
  if (feed.ttl !== undefined) head += element('ttl', {}, String(feed.ttl));
  if (feed.icon !== undefined && rssImage.test(feed.icon)) {
    const image = element('url', {}, feed.icon) + element('title', {}, feed.title) + element('link', {}, feed.link);
    head += parent('image', {}, image);
  }
  return head;
}

/** The URLs that the W3C validator accepts for enclosures: not on `localhost`, and without a user name. */
const onPublicHost = /^https?:\/\/(?:[a-z0-9-]+\.)+[a-z0-9][a-z0-9-]*(?::\d+)?\//i;

function formatItem(item: FeedItem): string {
  const { guid, image, comments } = item;
  const { summary, html, showsImage } = item.render();
  let text = '<item>\n';
  text += element('title', {}, item.title);
  text += element('link', {}, item.url);
  text += element('guid', { isPermaLink: String(guid.isPermaLink) }, guid.value);
  text += element('pubDate', {}, formatRfc822(item.date));
  text += formatAuthors(item);
  for (const category of item.categories) text += element('category', {}, category);
  if (item.language !== undefined) text += element('dc:language', {}, item.language);
  if (comments?.url !== undefined) text += element('comments', {}, comments.url);
  if (comments?.count !== undefined) text += element('slash:comments', {}, String(comments.count));
  text += element('description', {}, textAsHtml(summary));
  if (html !== undefined) text += htmlElement('content:encoded', {}, html);
  if (image?.length !== undefined && !showsImage && onPublicHost.test(image.url)) {
    text += element('enclosure', { url: image.url, length: image.length, type: image.type });
  }
  if (image) text += mediaContent(image);
  return `${text}</item>\n`;
}

/**
 * A `dc:creator` for each author. `author` requires an email address and is used for a single author who has one; never
 * both, which feed readers would show as two people (RSS Profile, `author`).
 */
function formatAuthors({ authors }: FeedItem): string {
  const [first] = authors;
  // Brackets and backslashes are special in a comment of RFC 822; to some feed readers so are commas, tags and references.
  if (authors.length === 1 && first?.email !== undefined && !/[(),\\<]|&[#\w]/.test(first.name)) {
    return element('author', {}, `${first.email} (${first.name})`);
  }
  return authors.map(({ name }) => element('dc:creator', {}, name)).join('');
}
