/** A feed as data, from which RSS, Atom and JSON Feed are written. */
import type { Config } from '../blog/config/config.ts';
import type { Entry } from '../blog/postIndex.ts';
import { joinUrl } from '../blog/url.ts';
import type { Person } from '../post/fields/authors.ts';
import { guidOf, isUri } from '../post/fields/id.ts';
import { isLanguage } from '../post/fields/language.ts';
import type { Post } from '../post/post.ts';
import { type Renderer, renderContent } from './content.ts';
import { type FeedDate, later } from './dates.ts';
import { type FeedImage, toFeedImage } from './image.ts';
import { resolveUrl, type Surroundings, type Use } from './urls.ts';
import { plainLine } from './xml.ts';

/** A post of a feed. Its body is read only when it is rendered, so that one at a time is in memory. */
export interface FeedEntry extends Entry {
  /** Path of its file in the posts folder, with `/`. */
  inPosts: string;
  readBody(): string;
}

export interface FeedSettings {
  type: FeedType;
  config: Pick<Config, 'title' | 'description' | 'language' | 'feed'>;
  /** The URL at which this feed is published. */
  selfUrl: string;
  /** Full posts, or summaries only. */
  content: 'full' | 'summary';
  /** The categories or authors that the feed is limited to, for its title. */
  only?: readonly string[];
}

export interface Feed {
  title: string;
  description: string;
  /** The URL of the blog. */
  link: string;
  self: string;
  hub?: string;
  /** Minutes. */
  ttl?: number;
  language?: string;
  /** The newest `updated` or `date`; undefined without items. */
  updated?: FeedDate;
  generator: string;
  items: readonly FeedItem[];
}

export interface FeedItem {
  title: string;
  url: string;
  guid: { value: string; isPermaLink: boolean };
  date: FeedDate;
  /** Never before `date`. */
  updated: FeedDate;
  authors: readonly Person[];
  categories: readonly string[];
  language?: string;
  image?: FeedImage;
  comments?: { url?: string; count?: number };
  /** Reads and renders the body. */
  render(): ItemText;
}

export interface ItemText {
  /** Plain text: the summary of the post, or else the beginning of its body. */
  summary: string;
  /** Safe HTML with absolute URLs; undefined in a feed of summaries, and for an empty body. */
  html?: string;
}

/** Without a version: upgrading must not change the feed of unchanged posts. */
const generator = 'blog';

/** Makes the feed of these posts, in this order. */
export function toFeed(
  entries: readonly FeedEntry[],
  settings: FeedSettings,
  surroundings: Surroundings,
  renderer: Renderer,
): Feed {
  const { config, selfUrl, only = [] } = settings;
  const { title = new URL(surroundings.siteUrl).host, description, language, feed } = config;
  const items = entries.map((entry) => toItem(entry, settings, surroundings, renderer));
  const updated = items.reduce<FeedDate | undefined>((newest, item) => newestOf(newest, item.updated), undefined);
  const fullTitle = only.length === 0 ? title : `${only.join(', ')} · ${title}`;
  return {
    title: plainLine(fullTitle),
    description: plainLine(description ?? fullTitle),
    link: joinUrl(surroundings.siteUrl, '/'),
    self: selfUrl,
    ...(feed.hub !== undefined && { hub: feed.hub }),
    ...(feed.ttl !== undefined && { ttl: feed.ttl }),
    ...languageOf(language),
    ...(updated && { updated }),
    generator,
    items,
  };
}

function newestOf(newest: FeedDate | undefined, date: FeedDate): FeedDate {
  return newest ? later(newest, date) : date;
}

export type FeedType = 'rss' | 'atom' | 'json';

/** The identity of a post in feeds: its `id`, or else its URL. In Atom an id must be a URI (RFC 4287, 4.2.6). */
export function feedGuid({ post, url }: Entry, siteUrl: string, type: FeedType): FeedItem['guid'] {
  const guid = post.id === undefined ? undefined : guidOf(post.id, siteUrl);
  if (guid === undefined || (type === 'atom' && !isUri(guid))) return { value: url, isPermaLink: true };
  return { value: guid, isPermaLink: false };
}

function toItem(
  entry: FeedEntry,
  { content, type }: Pick<FeedSettings, 'content' | 'type'>,
  surroundings: Surroundings,
  renderer: Renderer,
): FeedItem {
  const { post, url, inPosts } = entry;
  const guid = feedGuid(entry, surroundings.siteUrl, type);
  const place = { url, inPosts };
  const resolve = (link: string, use: Use) => resolveUrl(link, use, place, surroundings);
  const image = post.image && toFeedImage(post.image, resolve(post.image.src, 'image'));
  const comments = toComments(post.comments, (link) => resolve(link, 'link')?.url);
  const authors = cleanPeople(post.authors);
  const photosBy = cleanPeople(post.photos_by);
  const rewrite = (link: string, use: Use) => resolve(link, use)?.url;
  const render = (): ItemText => {
    const summary = plainLine(post.summary ?? '');
    if (summary !== '' && content === 'summary') return { summary };
    const rendering = { ...renderer, rewrite, file: post.file, url, guid: guid.value, authors, photosBy };
    const text = renderContent(entry.readBody(), rendering);
    const hasHtml = content === 'full' && text.html.trim() !== '';
    return { summary: summary || text.excerpt(), ...(hasHtml && { html: text.html }) };
  };
  return {
    title: plainLine(post.title),
    url,
    guid,
    date: post.date,
    updated: later(post.date, post.updated),
    authors,
    categories: post.categories.map(plainLine).filter((name) => name !== ''),
    ...languageOf(post.lang),
    ...(image && { image }),
    ...(comments && { comments }),
    render,
  };
}

/** Feeds name only languages with an ISO 639 code: `en-GB`, but not `english`. */
function languageOf(language: string | undefined): { language?: string } {
  const named = language !== undefined && /^[a-z]{2,3}(?:-|$)/i.test(language) && isLanguage(language);
  return named ? { language } : {};
}

function cleanPeople(people: readonly Person[]): Person[] {
  return people.map((person) => ({ ...person, name: plainLine(person.name) })).filter(({ name }) => name !== '');
}

/** The URL or the number of the comments; feeds cannot express the bare `true`. */
function toComments(
  comments: Post['comments'],
  resolve: (link: string) => string | undefined,
): FeedItem['comments'] | undefined {
  if (typeof comments === 'number') return { count: comments };
  const url = typeof comments === 'string' ? resolve(comments) : undefined;
  return url !== undefined && /^https?:/i.test(url) ? { url } : undefined;
}
