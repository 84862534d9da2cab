/**
 * A folder of real posts, named by BLOG_CORPUS: all of it as each kind of feed, read back by readers that other people
 * wrote. Without that variable it is skipped.
 */
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Entry } from '../../src/blog/postIndex.ts';
import { selectPosts } from '../../src/blog/query.ts';
import { openSite, readPostIndex } from '../../src/commands/site.ts';
import {
  readWithFeedsmith,
  readWithRssParser,
  readXml,
  type SeenItem,
  withoutForbidden,
  wordsOf,
} from '../support/feedReaders.ts';
import { installedReaders } from '../support/installedReaders.ts';
import { run } from '../support/site.ts';
import { testShell } from '../support/testShell.ts';

const corpus = process.env['BLOG_CORPUS'];
const types = ['rss', 'atom', 'json'] as const;

const siteUrl = 'https://blog.example.org';

(corpus === undefined ? describe.skip : describe)(
  `BLOG_CORPUS${corpus === undefined ? ' is not set: skipped' : ''}`,
  () => {
    const folder = resolve(corpus ?? '.');
    let published: Entry[];
    const feeds = new Map<string, string>();

    beforeAll(async () => {
      const site = await openSite({ shell: testShell({ cwd: folder }).shell, globals: { input: false } });
      const { entries } = readPostIndex({ ...site, config: { ...site.config, siteUrl } });
      published = selectPosts(entries, { status: 'published' }, site.now).entries;
      for (const type of types) {
        const { stdout } = await run(folder, [
          'feed',
          '--site-url',
          siteUrl,
          '--type',
          type,
          '--limit',
          '0',
          '--skip-invalid',
        ]);
        feeds.set(type, stdout);
      }
    });

    /** What a reader found is what was published, in the feed's order. */
    function expectPublished(seen: readonly SeenItem[], { anyAuthor = false, guesses = false } = {}): void {
      const text = (value: string | undefined): string => withoutForbidden(value ?? '').trim();
      expect(seen).toHaveLength(published.length);
      // Feedparser takes a title of RSS with “&#39;” in it for HTML, whatever the feed says.
      const decoded = (title: string): string => (guesses ? wordsOf(title) : title);
      expect(seen.map(({ title }) => decoded(text(title)))).toEqual(
        published.map(({ post }) => decoded(text(post.title))),
      );
      expect(seen.map(({ link }) => link)).toEqual(published.map(({ url }) => url));
      expect(seen.map(({ date }) => Date.parse(date ?? ''))).toEqual(
        published.map(({ post }) => wholeSeconds(post.date.instant)),
      );
      for (const [index, { authors }] of seen.entries()) {
        const names = (published[index]?.post.authors ?? []).map(({ name }) => text(name));
        // RSS may name a single one with the address: “a@b.example (Ann)”.
        const found = authors.map((one) => /^\S+@\S+ \((.*)\)$/.exec(one)?.[1] ?? one);
        if (names.length === 0) continue;
        if (anyAuthor) expect(names).toEqual(expect.arrayContaining(found));
        else expect(found).toEqual(names);
      }
    }

    test('there are posts', () => {
      expect(published.length).toBeGreaterThan(0);
    });

    test.each(types)('feedsmith reads %s', (type) => expectPublished(readWithFeedsmith(feeds.get(type) ?? '')));

    test.each(['rss', 'atom'])('rss-parser reads %s', async (type) => {
      readXml(feeds.get(type) ?? '');
      // Of Atom it knows one author only.
      expectPublished(await readWithRssParser(feeds.get(type) ?? ''), { anyAuthor: type === 'atom' });
    });

    for (const reader of installedReaders) {
      const installed = reader.isInstalled();
      (installed ? test : test.skip).each(['rss', 'atom'])(
        `${reader.name} reads %s${installed ? '' : ' (not installed: skipped)'}`,
        (type) => {
          const seen = reader.read(feeds.get(type) ?? '');
          // Newsboat keeps a date's posts in an order of its own.
          const ordered = reader.name === 'newsboat' ? inOrder(seen, published) : seen;
          expectPublished(ordered, { anyAuthor: reader.name !== 'feedparser', guesses: reader.name === 'feedparser' });
        },
      );
    }
  },
);

/** Feeds have no smaller parts. */
function wholeSeconds(instant: number): number {
  return Math.floor(instant / 1000) * 1000;
}

function inOrder(seen: readonly SeenItem[], published: readonly Entry[]): SeenItem[] {
  const byLink = new Map(seen.map((item) => [item.link, item]));
  return published.flatMap(({ url }) => byLink.get(url) ?? []);
}
