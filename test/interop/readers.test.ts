/** Readers that are programs of their own. Where one is not installed its cases are skipped, and their names say so. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { samplePost, siteUrl, surroundings, writeFeed } from '../support/feedPosts.ts';
import { readWithFeedsmith, wordsOf } from '../support/feedReaders.ts';
import { countWithXmllint, installedReaders } from '../support/installedReaders.ts';

const titles = [
  'AT&T',
  'a < b',
  'Array<T>',
  ']]>',
  '&amp;',
  '&nbsp;',
  '👩‍🔬 lab',
  'שלום',
  'a lone <b>',
  '</title>',
  '<script>x</script>',
];

const posts = titles.map((title, index) =>
  samplePost({
    title,
    slug: `a ${index} é`,
    date: `2018-07-${String(28 - index)}T10:00:00+01:00`,
    ...(index % 2 === 0 && { id: `urn:uuid:00000000-0000-4000-8000-0000000000${10 + index}` }),
    authors: [{ name: title }, { name: 'Ann Lee' }],
    categories: ['One & two', title],
    summary: `About ${title}`,
    body: `See [it](other.md) & \`${title.replaceAll('`', '')}\`.`,
  }),
);
const around = surroundings({ 'other.md': `${siteUrl}/2019/01/other/` });
const types = ['rss', 'atom'] as const;

for (const reader of installedReaders) {
  const installed = reader.isInstalled();
  (installed ? describe : describe.skip)(`${reader.name}${installed ? '' : ' (not installed: skipped)'}`, () => {
    test.each(types)('finds in %s what went in', (type) => {
      const seen = reader.read(writeFeed(posts, type, { around }));
      expect(seen.map(({ title }) => title)).toEqual(titles);
      expect(seen.map(({ link }) => link)).toEqual(posts.map(({ url }) => url));
      expect(seen.map(({ id }) => id)).toEqual(posts.map(({ post, url }) => post.id ?? url));
      expect(seen.map(({ date }) => Date.parse(date ?? ''))).toEqual(posts.map(({ post }) => post.date.instant));
      for (const [index, item] of seen.entries()) {
        // Some readers show only the first author or the last: the byline names them all.
        expect([titles[index], 'Ann Lee']).toEqual(expect.arrayContaining(item.authors));
        expect(wordsOf(item.content ?? '')).toContain(`Text by ${titles[index]} and Ann Lee`);
        expect(wordsOf(item.content ?? '')).toContain(`See it & ${titles[index]}.`);
        expect(item.content).toContain(`href="${siteUrl}/2019/01/other/"`);
        if (item.categories.length > 0) expect(item.categories).toEqual(['One & two', titles[index]]);
      }
    });

    test.each(types)('finds nothing in %s without posts, and one in one', (type) => {
      expect(reader.read(writeFeed([], type))).toEqual([]);
      expect(reader.read(writeFeed(posts.slice(0, 1), type))).toHaveLength(1);
    });

    test('finds 10,000 posts', () => {
      const many = Array.from({ length: 10_000 }, (_, index) =>
        samplePost({ slug: `s${index}`, title: `T & ${index}` }),
      );
      expect(reader.read(writeFeed(many))).toHaveLength(10_000);
    });
  });
}

/** The feeds that are kept as files, whose posts are those of test/feed/golden.test.ts. */
const golden = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../feed/expected/${name}`, import.meta.url)), 'utf8');

const labels = ['Announcements', 'Students & staff', 'C++', 'open days'];

for (const reader of installedReaders) {
  const installed = reader.isInstalled();
  const isNewsboat = reader.name === 'newsboat';
  (installed ? describe : describe.skip)(`${reader.name}, golden files${installed ? '' : ' (not installed)'}`, () => {
    test.each(types)('%s: titles, dates, identities, categories and tags, bylines, covers', (type) => {
      for (const content of ['full', 'summary']) {
        const text = golden(`${content}.${type}.xml`);
        const seen = reader.read(text);
        const same = readWithFeedsmith(text);
        expect(seen).toHaveLength(3);
        expect(seen.map(({ title }) => title)).toEqual(same.map(({ title }) => title));
        expect(seen.map(({ link }) => link)).toEqual(same.map(({ link }) => link));
        expect(seen.map(({ id }) => id)).toEqual(same.map(({ id }) => id));
        expect(seen.map(({ date }) => Date.parse(date ?? ''))).toEqual(same.map(({ date }) => Date.parse(date ?? '')));
        if (!isNewsboat) expect(seen[0]?.categories).toEqual(labels);
        const byline = 'Text by Ruxandra Cālin and Ann Lee · Photos by Ruxandra Cālin';
        expect(wordsOf(seen[0]?.content ?? '').includes(byline)).toBe(content === 'full');
        // The first post's text shows its cover, which is then no file to fetch; newsboat fetches only sound and video.
        const covers = [content === 'full' ? undefined : 'table.png', undefined, 'hill.jpg'];
        const found = seen.map(({ enclosure }) => enclosure?.replace(/.*\//, ''));
        expect(found).toEqual(isNewsboat ? [undefined, undefined, undefined] : covers);
        const words = seen.map((one) => wordsOf(one.summary ?? one.content ?? ''));
        if (reader.name === 'feedparser' || content === 'summary') {
          expect(words).toEqual(['Four days, and a < b.', 'Only Markdown here.', 'A text.']);
        }
      }
      expect(reader.read(golden(`empty.${type}.xml`))).toEqual([]);
    });

    test.each(types)('%s: the excerpt ends at <!--more-->, and a post without text has no other words', (type) => {
      const some = [
        samplePost({ body: 'One.\n\nTwo.\n\n<!--more-->\n\nThree.', slug: 'a' }),
        samplePost({ body: '*By Ann Lee*', authors: [{ name: 'Ann Lee' }], slug: 'b', date: '2017-01-01' }),
      ];
      const [excerpt, empty] = reader.read(writeFeed(some, type, { content: 'summary' }));
      expect(wordsOf(excerpt?.summary ?? excerpt?.content ?? '').trim()).toBe('One. Two.');
      expect(wordsOf(empty?.summary ?? empty?.content ?? '')).not.toContain('Ann Lee');
    });
  });
}

const feedparser = installedReaders.find(({ readIcon }) => readIcon);
(feedparser?.isInstalled() ? test : test.skip).each(types)('feedparser finds the icon of %s', (type) => {
  expect(feedparser?.readIcon?.(golden(`full.${type}.xml`))).toBe(`${siteUrl}/icon.png`);
  expect(feedparser?.readIcon?.(golden(`empty.${type}.xml`))).toBeUndefined();
});

const xmllint = countWithXmllint('<a/>', 'a') === 1;
(xmllint ? describe : describe.skip)(`xmllint${xmllint ? '' : ' (not installed: skipped)'}`, () => {
  test('finds every item', () => {
    expect(countWithXmllint(writeFeed(posts), 'item')).toBe(titles.length);
    expect(countWithXmllint(writeFeed(posts, 'atom'), 'entry')).toBe(titles.length);
    expect(countWithXmllint(writeFeed([]), 'item')).toBe(0);
    for (const name of ['full', 'summary']) {
      expect(countWithXmllint(golden(`${name}.rss.xml`), 'item')).toBe(3);
      expect(countWithXmllint(golden(`${name}.atom.xml`), 'entry')).toBe(3);
    }
  });
});
