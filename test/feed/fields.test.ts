/** Attacks and endings in the short fields of a post: text arrives as written, a URL is one that readers accept or absent. */
import { expect, test } from '@jest/globals';
import { readPost } from '../../src/post/post.ts';
import { utc } from '../support/diagnose.ts';
import { type FeedType, feedTypes, samplePost, writeFeed } from '../support/feedPosts.ts';
import { readWithFeedsmith, readXml, withoutForbidden, withoutInvisible } from '../support/feedReaders.ts';
import { vectors } from './vectors.ts';

const endings = ['<!--', '-->', '--!>', '<![CDATA[', ']]>', '<?', '?>', '</title>', '</em>', '&#0;', '&lt;/title>'];
const values = [
  ...vectors,
  ...endings,
  endings.join(''),
  'Ada </em> Example',
  '"><script>alert(1)</script>',
  'a|b^c`d{e}',
].map((one) => withoutForbidden(one.replace(/[\s\ufeff]+/g, ' ')).trim());

/** The posts that have a value in these fields, as they are read from YAML, with what they are about. */
function postsWith(linesOf: (value: string) => string[]) {
  return values.flatMap((value, index) => {
    const lines = [`date: 2018-07-05T00:00:${String(index % 60).padStart(2, '0')}Z`, ...linesOf(JSON.stringify(value))];
    const { post } = readPost('a.md', `---\n${lines.join('\n')}\n---\nText.\n`, utc);
    if (!post) return [];
    const { date: _, updated: __, ...fields } = post;
    return [{ value, entry: samplePost({ ...fields, path: `${index}.md` }) }];
  });
}

test.each(feedTypes)('%s: a title, a name, a category and a tag arrive as they are written', (type) => {
  const some = postsWith((value) => [
    `title: ${value}`,
    `authors: [{ name: ${value} }]`,
    `categories: [${value}]`,
    `tags: [Tag, ${value}]`,
    `summary: ${value}`,
  ]);
  expect(values.filter((value) => !some.some((one) => one.value === value))).toEqual([]);
  const feed = writeFeed(
    some.map(({ entry }) => entry),
    type,
  );
  if (type !== 'json') readXml(feed);
  const seen = readWithFeedsmith(feed);
  for (const [index, { value }] of some.entries()) {
    const text = withoutInvisible(value);
    const { title, authors, categories } = seen[index] ?? {};
    expect({ title, authors, categories }).toEqual({ title: text, authors: [text], categories: [text, 'Tag'] });
  }
});

/** What the W3C's validator takes for an absolute URL, by the characters of RFC 3987. */
const url = /^(?:https?:\/\/[^\s<>"\\^`{|}\p{Cc}]+|data:image\/[^\s<>"\\^`{|}\p{Cc}]+)$/u;

/** All URLs that the elements of a feed have, but for ids that an author made up. */
function urlsIn(feed: string, type: FeedType): string[] {
  if (type === 'json') {
    const keys = ['url', 'image', 'home_page_url', 'feed_url'];
    return [...JSON.stringify(JSON.parse(feed)).matchAll(/"(\w+)":("(?:[^"\\]|\\.)*")/g)].flatMap(
      ([, key = '', value = '""']) => (keys.includes(key) ? [JSON.parse(value) as string] : []),
    );
  }
  const plain = (text: string): string =>
    text.replace(/&#x(\w+);/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
  const elements = [...feed.matchAll(/<(?:link|comments|uri|logo|icon)>([^<]*)</g)].map(([, text = '']) => text);
  const attributes = [...feed.matchAll(/^<[^>]* (?:href|url)="([^"]*)"/gm)].map(([, text = '']) => text);
  return [...elements, ...attributes].map(plain);
}

test.each(feedTypes)('%s: no field makes a URL that is none', (type) => {
  const fields: ((value: string) => string[])[] = [
    (value) => [`permalink: ${value}`],
    (value) => [`permalink: "/a/${value.slice(1)}`],
    (value) => [`slug: ${value}`],
    (value) => [
      `aliases: [${value}, "/a/${value.slice(1)}]`,
      `authors: [{ name: A, url: ${value} }, { name: B, url: "https://a.example/${value.slice(1)} }]`,
      `image: { src: ${value}, alt: ${value}, credit: ${value}, credit_url: ${value} }`,
      `comments: ${value}`,
      `lang: ${value}`,
    ],
    (value) => [`image: "/a/${value.slice(1, -1)}.png"`, `comments: "https://a.example/${value.slice(1)}`],
  ];
  for (const linesOf of fields) {
    const some = postsWith((value) => ['title: T', ...linesOf(value)]);
    const feed = writeFeed(
      some.map(({ entry }) => entry),
      type,
    );
    if (type !== 'json') readXml(feed);
    expect(readWithFeedsmith(feed)).toHaveLength(some.length);
    const urls = urlsIn(feed, type);
    expect(urls.length).toBeGreaterThan(some.length);
    expect(urls.filter((one) => !url.test(one))).toEqual([]);
  }
});
