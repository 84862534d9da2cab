/**
 * A folder of real posts, named by BLOG_CORPUS: all of it, and the posts of some names, as each kind of feed, read back by
 * readers that other people wrote. Without that variable it is skipped.
 */
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { createCategoryFinder } from '../../src/blog/config/config.ts';
import type { Entry } from '../../src/blog/postIndex.ts';
import { type Query, selectFed, selectPosts } from '../../src/blog/query.ts';
import { withoutTranslations } from '../../src/blog/translations.ts';
import { openSite, readPostIndex, type SiteContext } from '../../src/commands/site.ts';
import { guidOf, isUri } from '../../src/post/fields/id.ts';
import {
  readWithFeedsmith,
  readWithRssParser,
  readXml,
  type SeenItem,
  withoutForbidden,
  wordsOf,
} from '../support/feedReaders.ts';
import { countWithXmllint, installedReaders } from '../support/installedReaders.ts';
import { run } from '../support/site.ts';
import { testShell } from '../support/testShell.ts';

const corpus = process.env['BLOG_CORPUS'];
const types = ['rss', 'atom', 'json'] as const;
type Type = (typeof types)[number];

const siteUrl = 'https://blog.example.org';
/** Of each kind of name, so many have feeds that are read. */
const mostNames = 5;

interface Selection {
  args: string[];
  posts: readonly Entry[];
}

interface Feed extends Selection {
  text: string;
  isSummary: boolean;
}

interface Knowledge {
  anyAuthor?: boolean;
  guesses?: boolean;
  knowsCategories?: boolean;
}

(corpus === undefined ? describe.skip : describe)(
  `BLOG_CORPUS${corpus === undefined ? ' is not set: skipped' : ''}`,
  () => {
    const folder = resolve(corpus ?? '.');
    let site: SiteContext;
    const feeds = new Map<Type, Feed[]>();

    beforeAll(async () => {
      site = await openSite({ shell: testShell({ cwd: folder }).shell, globals: { input: false } });
      for (const type of types) feeds.set(type, []);
      for (const { args, posts } of selections(site)) {
        for (const type of types) {
          for (const content of ['--full', '--summary']) {
            const given = ['--site-url', siteUrl, '--type', type, '--limit', '0', '--skip-invalid', content, ...args];
            const { stdout } = await run(folder, ['feed', ...given]);
            feeds.get(type)?.push({ args, posts, text: stdout, isSummary: content === '--summary' });
          }
        }
      }
    });

    /** What a reader found is what was published, in the feed's order. */
    function expectPublished(
      { posts: published, args, isSummary }: Feed,
      type: Type,
      seen: readonly SeenItem[],
      { anyAuthor = false, guesses = false, knowsCategories = true }: Knowledge = {},
    ): void {
      const text = (value: string | undefined): string => withoutForbidden(value ?? '').trim();
      expect({ args, items: seen.length }).toEqual({ args, items: published.length });
      // Feedparser takes a title of RSS with “&#39;” in it for HTML, whatever the feed says.
      const decoded = (title: string): string => (guesses ? wordsOf(title) : title);
      expect(seen.map(({ title }) => decoded(text(title)))).toEqual(
        published.map(({ post }) => decoded(text(post.title))),
      );
      expect(seen.map(({ link }) => link)).toEqual(published.map(({ url }) => url));
      expect(seen.map(({ id }) => id)).toEqual(published.map((entry) => identityOf(entry, type)));
      expect(seen.map(({ date }) => Date.parse(date ?? ''))).toEqual(
        published.map(({ post }) => wholeSeconds(post.date.instant)),
      );
      for (const [index, { authors, categories, content }] of seen.entries()) {
        const names = (published[index]?.post.authors ?? []).map(({ name }) => text(name));
        // RSS may name a single one with the address: “a@b.example (Ann)”.
        const found = authors.map((one) => /^\S+@\S+ \((.*)\)$/.exec(one)?.[1] ?? one);
        if (names.length > 0 && anyAuthor) expect(names).toEqual(expect.arrayContaining(found));
        else if (names.length > 0) expect(found).toEqual(names);
        const labels = published[index] ? labelsOf(published[index], site) : [];
        if (knowsCategories) expect(categories.filter((one) => one !== '')).toEqual(labels);
        if (isSummary && type === 'json') expect(content).toBeUndefined();
      }
    }

    test('there are posts', () => {
      expect(feeds.get('rss')?.[0]?.posts.length).toBeGreaterThan(0);
    });

    test.each(types)('feedsmith reads %s', (type) => {
      for (const feed of feeds.get(type) ?? []) expectPublished(feed, type, readWithFeedsmith(feed.text));
    });

    test.each(['rss', 'atom'] as const)('rss-parser and saxes read %s', async (type) => {
      for (const feed of feeds.get(type) ?? []) {
        readXml(feed.text);
        // Of Atom it knows one author only, and no categories.
        const knowledge = { anyAuthor: type === 'atom', knowsCategories: type === 'rss' };
        expectPublished(feed, type, await readWithRssParser(feed.text), knowledge);
      }
    });

    for (const reader of installedReaders) {
      const installed = reader.isInstalled();
      (installed ? test : test.skip).each(['rss', 'atom'] as const)(
        `${reader.name} reads %s${installed ? '' : ' (not installed: skipped)'}`,
        (type) => {
          for (const feed of feeds.get(type) ?? []) {
            const seen = reader.read(feed.text);
            // Newsboat keeps a date's posts in an order of its own, and no categories.
            const isNewsboat = reader.name === 'newsboat';
            const isFeedparser = reader.name === 'feedparser';
            expectPublished(feed, type, isNewsboat ? inOrder(seen, feed.posts) : seen, {
              anyAuthor: !isFeedparser,
              guesses: isFeedparser,
              knowsCategories: !isNewsboat,
            });
          }
        },
        600_000,
      );
    }

    const xmllint = countWithXmllint('<a/>', 'a') === 1;
    (xmllint ? test : test.skip)(`xmllint reads RSS and Atom${xmllint ? '' : ' (not installed: skipped)'}`, () => {
      for (const [type, element] of [
        ['rss', 'item'],
        ['atom', 'entry'],
      ] as const) {
        for (const { text, posts } of feeds.get(type) ?? []) {
          expect(countWithXmllint(text, element)).toBe(posts.length);
        }
      }
    });
  },
);

/** All posts, and those of the first names of each kind and of each language. */
function selections({ config: given, now, ...site }: SiteContext): Selection[] {
  const config = { ...given, siteUrl };
  const published = selectFed(readPostIndex({ ...site, now, config }).entries, now);
  const select = (args: string[], query: Query): Selection => {
    const { entries } = selectPosts(published, query, now, config.categories);
    return { args, posts: withoutTranslations(entries, config) };
  };
  const some = (names: (entry: Entry) => readonly string[]): string[] =>
    [...new Set(published.flatMap(names))].slice(0, mostNames);
  return [
    select([], {}),
    ...some(({ post }) => post.categories).map((name) => select(['-c', name], { categories: [name] })),
    ...some(({ post }) => post.tags).map((name) => select(['-t', name], { tags: [name] })),
    ...some(({ post }) => post.authors.map(({ name }) => name)).map((name) =>
      select(['-a', name], { authors: [name] }),
    ),
    ...(config.languages ?? []).map((lang) => select(['--lang', lang], { languages: { names: [lang], config } })),
  ];
}

/** What readers recognise a post by. */
function identityOf({ post, url }: Entry, type: Type): string {
  const guid = post.id === undefined ? url : guidOf(post.id, siteUrl);
  return type === 'atom' && !isUri(guid) ? url : guid;
}

/** The categories, as the config writes them, and then the tags, each name once. */
function labelsOf({ post }: Entry, { config }: SiteContext): string[] {
  const find = createCategoryFinder(config.categories);
  const names = [...post.categories.map((name) => find(name)?.name ?? name), ...post.tags];
  return names.filter((name, at) => names.findIndex((one) => one.toLowerCase() === name.toLowerCase()) === at);
}

/** Feeds have no smaller parts. */
function wholeSeconds(instant: number): number {
  return Math.floor(instant / 1000) * 1000;
}

function inOrder(seen: readonly SeenItem[], published: readonly Entry[]): SeenItem[] {
  const byLink = new Map(seen.map((item) => [item.link, item]));
  return published.flatMap(({ url }) => byLink.get(url) ?? []);
}
