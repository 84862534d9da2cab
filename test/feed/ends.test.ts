/** What ends a comment, a section, an instruction, a title or a line in some format stays text in every field of every feed. */
import { expect, test } from '@jest/globals';
import { readPost } from '../../src/post/post.ts';
import { utc } from '../support/diagnose.ts';
import { runs } from '../support/effort.ts';
import fc from '../support/fastCheck.ts';
import { type FeedType, feedTypes, samplePost, writeFeed } from '../support/feedPosts.ts';
import { readWithFeedsmith, readWithRssParser, readXml, withoutInvisible, wordsOf } from '../support/feedReaders.ts';

const endings = [
  ...['<!--', '-->', '--!>', '<![CDATA[', ']]>', '<?', '?>', '</title>', '&#0;', '&#x1b;', '&#xD800;', '&lt;/title>'],
  ...[
    '\ud800',
    '\udc00',
    '\u2028',
    '\u2029',
    '\u0085',
    '\ufeff',
    '\ufffe',
    '\ufffd',
    'Ã©',
    '\u200e',
    '\u200f',
    '\u061c',
  ],
  ...['\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069'],
];

/** Some of them in any order, between letters, so that what a reader trims is no part of the text. */
const text = fc.array(fc.constantFrom(...endings), { minLength: 1, maxLength: 5 }).map((some) => `a${some.join('b')}c`);

const arrives = (written: string): string => withoutInvisible(written).replace(/\s+/gu, ' ').trim();
const seen = (read: string | undefined): string => (read ?? '').replace(/\s+/gu, ' ').trim();

interface Texts {
  title: string;
  name: string;
  summary: string;
  category: string;
  tag: string;
  alt: string;
  blog: string;
  about: string;
  body: string;
}

const texts: fc.Arbitrary<Texts> = fc.record({
  ...{
    title: text,
    name: text,
    summary: text,
    category: text,
    tag: text,
    alt: text,
    blog: text,
    about: text,
    body: text,
  },
});

const image = { src: 'https://a.example/a.jpg' };
const config = (one: Texts) => ({ config: { title: one.blog, description: one.about } });

function entryOf({ title, name, summary, category, tag, alt, body }: Texts) {
  const authors = [{ name, url: 'https://a.example/', email: 'a@a.example' }];
  const lists = { categories: [`c ${category}`], tags: [`t ${tag}`] };
  return samplePost({ title, authors, summary, ...lists, image: { ...image, alt, credit: alt }, body });
}

/** The summary as a reader displays it. */
const shown = (type: FeedType, summary: string | undefined, isHtml: boolean): string =>
  seen(type === 'rss' || isHtml ? wordsOf(summary ?? '') : summary);

test.each(feedTypes)('%s is well formed, and its readers give back the text of every field', async (type) => {
  await fc.assert(
    fc.asyncProperty(texts, async (one) => {
      const feed = writeFeed([entryOf(one)], type, config(one));
      const [item] = readWithFeedsmith(feed);
      expect(seen(item?.title)).toBe(arrives(one.title));
      const names = item?.authors.map(seen);
      expect(names).toEqual([arrives(one.name)]);
      expect(item?.categories.map(seen)).toEqual([arrives(`c ${one.category}`), arrives(`t ${one.tag}`)]);
      const isHtml = type === 'atom' && /<summary type="html">/.test(feed);
      expect(shown(type, item?.summary, isHtml)).toBe(arrives(one.summary));
      if (type === 'json') {
        const read = JSON.parse(feed) as { title: string; description: string; items: [{ _image: { alt: string } }] };
        expect([read.title, read.description, read.items[0]._image.alt].map(seen)).toEqual(
          [one.blog, one.about, one.alt].map(arrives),
        );
        expect(feed.isWellFormed()).toBe(true);
        return;
      }
      readXml(feed);
      const [other] = await readWithRssParser(feed);
      expect(seen(other?.title)).toBe(arrives(one.title));
    }),
    runs(60),
  );
});

/** As YAML escapes what it has to: the text of a double-quoted scalar. */
const escaped = (written: string): string =>
  `"${written.replace(/["\\]/g, '\\$&').replace(/[^ -~]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;

test.each(feedTypes)('%s: escapes of YAML are refused, or arrive as the same text', (type) => {
  const fields = [
    'title',
    'summary',
    'authors',
    'categories',
    'tags',
    'byline',
    'photos_by',
    'image_alt',
    'id',
    'comments',
  ];
  fc.assert(
    fc.property(fc.constantFrom(...fields), text, fc.boolean(), (field, value, isUrl) => {
      const prefix =
        field === 'comments' || (field === 'id' && isUrl) ? 'https://a.example/' : field === 'byline' ? 'Text by ' : '';
      const lines = [
        `${field}: ${escaped(prefix + value)}`,
        'date: 2018-07-05',
        ...(field === 'title' ? [] : ['title: T']),
      ];
      const { post, faults } = readPost('a.md', `---\n${lines.join('\n')}\n---\nText.\n`, utc);
      if (!post) return expect(faults.length).toBeGreaterThan(0);
      const feed = writeFeed([samplePost({ ...post, date: '2018-07-05', updated: '2018-07-05' })], type);
      expect(feed.isWellFormed()).toBe(true);
      expect(readWithFeedsmith(feed)).toHaveLength(1);
      if (type !== 'json') readXml(feed);
    }),
    runs(60),
  );
});

test('a replacement character and what looks like a wrong encoding are numeric references wherever there may be HTML', () => {
  const summary = 'a\ufffdb Ã©';
  const about = config({ blog: 'B', about: summary } as Texts);
  for (const type of ['rss', 'atom'] as const) {
    const feed = writeFeed([samplePost({ summary, body: summary })], type, about);
    expect(feed).not.toMatch(/\ufffd|Ã©/);
    expect(wordsOf(readWithFeedsmith(feed)[0]?.summary ?? '')).toBe(summary);
  }
  expect(JSON.parse(writeFeed([samplePost({ summary })], 'json')).items[0].summary).toBe(summary);
});
