import { expect, test } from '@jest/globals';
import { compareFeeds, itemsOf } from '../../src/feed/existing/changes.ts';
import type { ReadItem } from '../../src/feed/existing/model.ts';
import { readFeed } from '../../src/feed/existing/readFeed.ts';
import { feedTypes, type SampleFields, sampleFeed, samplePost, siteUrl, writeFeed } from '../support/feedPosts.ts';

const readFeedItems = (text: string | Iterable<string>): ReadItem[] | undefined => readFeed(text)?.items;
const id = (number: number): string => `urn:uuid:00000000-0000-4000-8000-00000000000${number}`;
const one: SampleFields = {
  id: id(1),
  title: 'One & only',
  slug: 'one',
  date: '2018-01-01T10:00:00+01:00',
  body: 'First.',
};
const two: SampleFields = { title: 'Two', slug: 'two', date: '2018-01-02' };

const itemsIn = (fields: SampleFields[]): ReadItem[] => itemsOf(sampleFeed(fields.map(samplePost)));

/** What changes from one feed to the other, by title. */
function changesOf(before: SampleFields[], after: SampleFields[], published = after) {
  const { added, changed, gone, reappearing } = compareFeeds(
    itemsIn(before),
    itemsIn(after),
    itemsIn(published).map(({ guid }) => guid),
  );
  const titles = (items: readonly ReadItem[]) => items.map(({ title }) => title);
  return {
    added: titles(added),
    changed: titles(changed.map(({ item }) => item)),
    gone: titles(gone),
    again: titles(reappearing.map(({ item }) => item)),
  };
}

const nothing = { added: [], changed: [], gone: [], again: [] };

test.each(feedTypes)('the items of our own %s feed are read back as they were', (type) => {
  const posts = [one, two].map(samplePost);
  const read = readFeedItems(writeFeed(posts, type));
  expect(read).toMatchObject(itemsOf(sampleFeed(posts)));
  expect(read?.[0]).toMatchObject({ guid: id(1), link: `${siteUrl}/2018/01/01/one/`, title: 'One & only' });
});

test('a feed read in pieces, wherever they are cut, is the same', () => {
  for (const type of feedTypes) {
    const text = `\ufeff${writeFeed([one, two].map(samplePost), type)}`;
    const whole = readFeedItems(text);
    expect(whole).toHaveLength(2);
    for (const size of [1, 2, 7, 100]) {
      const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
        text.slice(at * size, (at + 1) * size),
      );
      expect(readFeedItems(pieces)).toEqual(whole);
    }
  }
});

test.each([
  ['', undefined],
  ['   ', undefined],
  ['# A post', undefined],
  ['---\ntitle: A post\n---\n', undefined],
  ['<html><body></body></html>', undefined],
  ['<rss><channel><item>', undefined],
  ['<rss>&nbsp;</rss>', undefined],
  ['<rss/>trailing', undefined],
  ['{"a": 1}', undefined],
  ['{"version": "https://jsonfeed.org/version/1.1"', undefined],
  ['[1]', undefined],
  ['<rss version="2.0"><channel><title>x</title></channel></rss>', []],
  ['<feed xmlns="http://www.w3.org/2005/Atom"/>', []],
  ['{"version": "https://jsonfeed.org/version/1", "items": []}', []],
])('%j is %j', (text, items) => {
  expect(readFeedItems(text)).toEqual(items);
});

test('feeds that other programs wrote are read', () => {
  const wordpress = `<?xml version="1.0"?><rss xmlns:media="m" xmlns:dc="d"><channel><title>T</title><link>x</link>
<item><title>A &#8220;b&#8221;</title><link>https://w.example/a/</link><pubDate>Thu, 05 Jul 2018 14:48:16 +0000</pubDate>
<guid isPermaLink="false">https://w.example/?p=7</guid><media:title>not this</media:title>
<media:content><title>nor this</title></media:content></item>
<item><title><![CDATA[B]]></title><link>https://w.example/b/</link><dc:date>2018-07-05T00:00:00Z</dc:date></item></channel></rss>`;
  expect(readFeedItems(wordpress)).toMatchObject([
    {
      guid: 'https://w.example/?p=7',
      link: 'https://w.example/a/',
      title: 'A “b”',
      date: Date.UTC(2018, 6, 5, 14, 48, 16),
    },
    { guid: 'https://w.example/b/', link: 'https://w.example/b/', title: 'B', date: Date.UTC(2018, 6, 5) },
  ]);
  const jekyll = `<feed xmlns="http://www.w3.org/2005/Atom"><id>f</id><entry><title type="xhtml"><div>C<b>D</b></div></title>
<link href="https://j.example/c.html" rel="alternate"/><link href="https://j.example/e" rel="enclosure"/><id>https://j.example/c</id>
<updated>2018-07-06T00:00:00+00:00</updated><author><name>N</name></author><source><id>no</id></source></entry></feed>`;
  expect(readFeedItems(jekyll)).toMatchObject([
    { guid: 'https://j.example/c', link: 'https://j.example/c.html', title: 'CD', date: Date.UTC(2018, 6, 6) },
  ]);
});

test('the same posts change nothing, whatever their order', () => {
  expect(changesOf([one, two], [two, one])).toEqual(nothing);
});

test('a post with an id keeps its identity whatever else changes', () => {
  const moved = { ...one, title: 'New', slug: 'new', date: '2019-01-01', file: 'new.md' };
  expect(changesOf([one], [moved])).toEqual({ ...nothing, changed: ['New'] });
});

test('an id that is taken out, or put in, would bring the post back as unread', () => {
  const { id: _, ...bare } = one;
  expect(changesOf([one], [bare])).toEqual({ ...nothing, again: ['One & only'] });
  expect(changesOf([bare], [one])).toEqual({ ...nothing, again: ['One & only'] });
  expect(changesOf([one], [{ ...one, id: id(2) }])).toEqual({ ...nothing, again: ['One & only'] });
});

test('so would a new address where there is no id: title and date give it away', () => {
  expect(changesOf([two], [{ ...two, slug: 'second' }])).toEqual({ ...nothing, again: ['Two'] });
  expect(changesOf([two], [{ ...two, slug: 'second', date: '2018-01-03' }])).toEqual({
    ...nothing,
    added: ['Two'],
    gone: ['Two'],
  });
});

test('a link that only moved to https is the same link', () => {
  const item = { guid: 'g', link: 'http://b.example/a', title: 'A', date: 1000 };
  const { reappearing } = compareFeeds([item], [{ ...item, guid: 'h', link: 'https://b.example/a/', title: 'B' }], []);
  expect(reappearing).toHaveLength(1);
});

test('new posts are new, and lost ones gone, but not those that a limit leaves out', () => {
  const three = { title: 'Three', slug: 'three', date: '2018-01-03' };
  expect(changesOf([one], [two, one])).toEqual({ ...nothing, added: ['Two'] });
  expect(changesOf([one, two], [two])).toEqual({ ...nothing, gone: ['One & only'] });
  expect(changesOf([two, one], [three, two], [three, two, one])).toEqual({ ...nothing, added: ['Three'] });
});

test('each old item is matched once: a new post may have an old one’s title and date', () => {
  const duplicate = { ...two, slug: 'twin' };
  expect(changesOf([two], [two, duplicate])).toEqual({ ...nothing, added: ['Two'] });
  expect(
    changesOf(
      [two],
      [
        { ...two, slug: 'a' },
        { ...two, slug: 'b' },
      ],
    ),
  ).toEqual({ ...nothing, again: ['Two'], added: ['Two'] });
});

test('a change of the text shows where both feeds were read', () => {
  for (const type of feedTypes) {
    const before = readFeedItems(writeFeed([samplePost(one)], type)) ?? [];
    const after = readFeedItems(writeFeed([samplePost({ ...one, body: 'Changed.' })], type)) ?? [];
    expect(compareFeeds(before, after, []).changed).toHaveLength(1);
    expect(compareFeeds(before, before, []).changed).toEqual([]);
    expect(compareFeeds(before, itemsIn([one]), []).changed).toEqual([]);
  }
});
