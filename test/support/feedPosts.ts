/** Posts and feeds for tests. */

import { defaultConfig } from '../../src/blog/config/config.ts';
import { urlOf } from '../../src/blog/url.ts';
import { writeAtom } from '../../src/feed/atom.ts';
import { type FeedEntry, type FeedSettings, toFeed } from '../../src/feed/feed.ts';
import { closeHtml } from '../../src/feed/html/closeHtml.ts';
import { findDanger } from '../../src/feed/html/danger.ts';
import { makeSafe } from '../../src/feed/html/sanitise.ts';
import { writeJsonFeed } from '../../src/feed/jsonFeed.ts';
import { writeRss } from '../../src/feed/rss.ts';
import type { Surroundings } from '../../src/feed/urls.ts';
import { parseDate } from '../../src/post/fields/date.ts';
import { createMarkdown } from '../../src/post/markdown/markdown.ts';
import type { Post } from '../../src/post/post.ts';

/** One for all posts, as a feed has it. */
const markdown = createMarkdown();

export const siteUrl = 'https://blog.example.org/base';

export interface SampleFields extends Partial<Omit<Post, 'date' | 'updated'>> {
  date?: string;
  updated?: string;
  body?: string;
}

function dateOf(text: string) {
  const date = parseDate(text, 'UTC');
  if (!date) throw new Error(`no date: ${text}`);
  return date;
}

/** A post with these fields, its address and its text. `file` is the path from the posts folder. */
export function samplePost(fields: SampleFields = {}): FeedEntry {
  const { date = '2018-07-05T14:48:16+01:00', updated, body = 'A text.', ...rest } = fields;
  const post: Post = {
    file: '2018-07-05-sample.md',
    path: '2018-07-05-sample.md',
    title: 'A sample',
    slug: 'sample',
    date: dateOf(date),
    ...(updated !== undefined && { updated: dateOf(updated) }),
    authors: [],
    photos_by: [],
    editors: [],
    categories: [],
    tags: [],
    aliases: [],
    draft: false,
    ...rest,
  };
  const url = urlOf(post, { ...defaultConfig(), siteUrl });
  return { post: { ...post, file: `posts/${post.file}` }, url, inPosts: post.file, readBody: () => body };
}

/** What lies around the posts: other posts' addresses and files, by path from the posts folder. */
export function surroundings(
  posts: Readonly<Record<string, string>> = {},
  files: Readonly<Record<string, { size: number }>> = {},
): Surroundings {
  return {
    siteUrl,
    assetsUrl: `${siteUrl}/`,
    postUrlOf: (path) => (Object.hasOwn(posts, path) ? posts[path] : undefined),
    fileAt: (path) => (files[path] && Object.hasOwn(files, path) ? { path, ...files[path] } : undefined),
  };
}

const writers = { rss: writeRss, atom: writeAtom, json: writeJsonFeed };
export type FeedType = keyof typeof writers;
export const feedTypes = Object.keys(writers) as FeedType[];

export interface SampleFeed {
  config?: Partial<FeedSettings['config']>;
  content?: FeedSettings['content'];
  around?: Surroundings;
  only?: string[];
}

/** The model of a feed of these posts. */
export function sampleFeed(entries: readonly FeedEntry[], type: FeedType = 'rss', options: SampleFeed = {}) {
  const settings: FeedSettings = {
    type,
    config: { ...defaultConfig(), title: 'Students & staff', language: 'en-GB', ...options.config },
    selfUrl: `${siteUrl}/${type === 'json' ? 'feed.json' : `${type}.xml`}`,
    content: options.content ?? 'full',
    ...(options.only && { only: options.only }),
  };
  return toFeed(entries, settings, options.around ?? surroundings(), {
    markdown,
    closeHtml,
    makeSafe,
    findDanger,
  });
}

/** The text of a feed of these posts. */
export function writeFeed(entries: readonly FeedEntry[], type: FeedType = 'rss', options: SampleFeed = {}): string {
  return [...writers[type](sampleFeed(entries, type, options))].join('');
}

/** A post's content as feeds carry it. */
export function contentOf(body: string, fields: SampleFields = {}, around = surroundings()): string {
  const [item] = sampleFeed([samplePost({ ...fields, body })], 'rss', { around }).items;
  return item?.render().html ?? '';
}
