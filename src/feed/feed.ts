/** A feed as data, from which RSS, Atom and JSON Feed are written. */
import type { Config } from '../blog/config/config.ts';
import type { Entry } from '../blog/postIndex.ts';
import { joinUrl, webUrl } from '../blog/url.ts';
import type { Person } from '../post/fields/authors.ts';
import { guidOf, isUri } from '../post/fields/id.ts';
import { isLanguage } from '../post/fields/language.ts';
import { dropInvisible, escapeHtml } from '../post/markdown/htmlText.ts';
import type { RewriteUrl } from '../post/markdown/rewriteUrls.ts';
import type { Post } from '../post/post.ts';
import { createLabeller, createNameFinder, type NameFinder } from './configuredNames.ts';
import { type Renderer, renderContent } from './content.ts';
import { type FeedDate, later } from './dates.ts';
import { type FeedImage, toFeedImage } from './image.ts';
import { resolveUrl, type Surroundings } from './urls.ts';
import { plainLine } from './xml.ts';

/** A post of a feed. Its body is read only when it is rendered, so that one at a time is in memory. */
export interface FeedEntry extends Entry {
  /** Path of its file in the posts folder, with `/`. */
  inPosts: string;
  readBody(): string;
}

export interface FeedSettings {
  type: FeedType;
  config: Pick<Config, 'title' | 'description' | 'language' | 'feed' | 'categories' | 'authors'>;
  /** The URL at which this feed is published. */
  selfUrl: string;
  /** Full posts, or summaries only. */
  content: 'full' | 'summary';
  /** The categories, tags or authors that the feed is limited to, for its title. */
  only?: readonly string[];
  /** The language that it is limited to. */
  lang?: string | undefined;
}

export interface Feed {
  title: string;
  description: string;
  /** The URL of the blog. */
  link: string;
  self: string;
  /** The URL of an image. */
  icon?: string;
  hub?: string;
  /** Minutes. */
  ttl?: number;
  language?: string;
  /** The newest `updated` or `date`; undefined without items. */
  updated?: FeedDate;
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
  /** The categories, and after them the tags. */
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
  /** Whether the HTML shows the image of the item, which readers would show twice if it were an enclosure, too. */
  showsImage: boolean;
}

/** Without a version: upgrading must not change the feed of unchanged posts. */
export const generator = 'blog';

/** Makes the feed of these posts, in this order. */
export function toFeed(
  entries: readonly FeedEntry[],
  settings: FeedSettings,
  surroundings: Surroundings,
  renderer: Renderer,
): Feed {
  const { config, selfUrl, only = [], lang } = settings;
  const { title = new URL(surroundings.siteUrl).host, description, language, feed } = config;
  const names = createNameFinder(config);
  const labelsOf = createLabeller(names);
  const items = entries.map((entry) => toItem(entry, settings, { names, labelsOf }, surroundings, renderer));
  const dates = items.map((item) => item.updated);
  const ownTitle = only.length === 0 ? title : `${only.join(', ')} · ${title}`;
  const fullTitle = lang === undefined ? ownTitle : `${ownTitle} (${lang})`;
  return {
    title: plainLine(fullTitle),
    description: plainLine(description ?? fullTitle),
    link: joinUrl(surroundings.siteUrl, '/'),
    self: selfUrl,
    ...(feed.icon !== undefined && { icon: joinUrl(surroundings.siteUrl, feed.icon) }),
    ...(feed.hub !== undefined && { hub: feed.hub }),
    ...(feed.ttl !== undefined && { ttl: feed.ttl }),
    ...languageOf(lang ?? language),
    ...(dates.length > 0 && { updated: dates.reduce(later) }),
    items,
  };
}

export type FeedType = 'rss' | 'atom' | 'json';

/** The identity of a post in feeds: its `id`, or else its URL. In Atom an id must be a URI (RFC 4287, 4.2.6). */
export function feedGuid({ post, url }: Entry, siteUrl: string, type: FeedType): FeedItem['guid'] {
  const guid = post.id === undefined ? undefined : guidOf(dropInvisible(post.id), siteUrl);
  if (guid === undefined || (type === 'atom' && !isUri(guid))) return { value: url, isPermaLink: true };
  return { value: guid, isPermaLink: false };
}

function toItem(
  entry: FeedEntry,
  { content, type }: Pick<FeedSettings, 'content' | 'type'>,
  { names, labelsOf }: { names: NameFinder; labelsOf: (post: Post) => string[] },
  surroundings: Surroundings,
  renderer: Renderer,
): FeedItem {
  const { post, url } = entry;
  const guid = feedGuid(entry, surroundings.siteUrl, type);
  const place = { url, inPosts: entry.inPosts, path: post.path };
  const image = post.image && toFeedImage(post.image, resolveUrl(post.image.src, 'image', place, surroundings));
  const rewrite: RewriteUrl = (link, use) => {
    const url = resolveUrl(link, use, place, surroundings)?.url;
    return url !== undefined && use === 'link' && surroundings.isHidden?.(url) ? undefined : url;
  };
  const comments = toComments(post.comments, rewrite);
  const authors = cleanPeople(post.authors.map(names.person));
  const photosBy = cleanPeople(post.photos_by.map(names.person));
  const render = (): ItemText => {
    const summary = plainLine(post.summary ?? '');
    if (summary !== '' && content === 'summary') return { summary, showsImage: false };
    const rendering = { ...renderer, rewrite, file: post.file, url, guid: guid.value, authors, photosBy };
    const text = renderContent(entry.readBody(), rendering);
    const hasHtml = content === 'full' && text.html.trim() !== '';
    const showsImage =
      hasHtml && image !== undefined && text.html.includes(`src="${escapeHtml(image.url, /[&<>"]/g)}"`);
    return { summary: summary || text.excerpt(), ...(hasHtml && { html: text.html }), showsImage };
  };
  return {
    title: plainLine(post.title),
    url,
    guid,
    date: post.date,
    updated: later(post.date, post.updated),
    authors,
    categories: labelsOf(post),
    ...languageOf(post.lang),
    ...(image && { image }),
    ...(comments && { comments }),
    render,
  };
}

/** Feeds name only languages with an ISO 639 code: `en-GB`, but not `english`. */
function languageOf(language: string | undefined): { language?: string } {
  return language !== undefined && isLanguage(language) ? { language } : {};
}

const plainEmail = /^[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}$/i;

/** The people with only what every feed reader accepts: plain names, email addresses and absolute URLs. */
function cleanPeople(people: readonly Person[]): Person[] {
  const clean = people.map(({ name, email = '', url = '' }): Person => {
    const page = /^https?:/i.test(url) ? webUrl(url) : undefined;
    return {
      name: plainLine(name),
      ...(plainEmail.test(email) && { email }),
      ...(page !== undefined && { url: page }),
    };
  });
  return clean.filter(({ name }) => name !== '');
}

/** The URL or the number of the comments; feeds cannot express the bare `true`. */
function toComments(comments: Post['comments'], rewrite: RewriteUrl): FeedItem['comments'] {
  if (typeof comments === 'number') return { count: comments };
  const url = typeof comments === 'string' ? rewrite(comments, 'link') : undefined;
  return url !== undefined && /^https?:/i.test(url) ? { url } : undefined;
}
