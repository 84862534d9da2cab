/** Readers that are programs of their own. Where one is not installed its cases are skipped, and their names say so. */
import { describe, expect, test } from '@jest/globals';
import { samplePost, siteUrl, surroundings, writeFeed } from '../support/feedPosts.ts';
import { wordsOf } from '../support/feedReaders.ts';
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

const xmllint = countWithXmllint('<a/>', 'a') === 1;
(xmllint ? describe : describe.skip)(`xmllint${xmllint ? '' : ' (not installed: skipped)'}`, () => {
  test('finds every item', () => {
    expect(countWithXmllint(writeFeed(posts), 'item')).toBe(titles.length);
    expect(countWithXmllint(writeFeed(posts, 'atom'), 'entry')).toBe(titles.length);
    expect(countWithXmllint(writeFeed([]), 'item')).toBe(0);
  });
});
