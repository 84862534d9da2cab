import { expect, test } from '@jest/globals';
import { defaultConfig } from '../../src/blog/config/config.ts';
import { compareFeeds, itemsOf } from '../../src/feed/existing/changes.ts';
import { toFeed } from '../../src/feed/feed.ts';
import { closeHtml } from '../../src/feed/html/closeHtml.ts';
import { findDanger } from '../../src/feed/html/danger.ts';
import { makeSafe } from '../../src/feed/html/sanitise.ts';
import { createMarkdown } from '../../src/post/markdown/markdown.ts';
import {
  type FeedType,
  feedTypes,
  type SampleFeed,
  type SampleFields,
  sampleFeed,
  samplePost,
  siteUrl,
  surroundings,
  writeFeed,
} from '../support/feedPosts.ts';
import { readWithFeedsmith, readWithRssParser, readXml } from '../support/feedReaders.ts';
import { expectGoldenFeed } from '../support/goldenFeed.ts';

const posts: SampleFields[] = [
  {
    file: '2018-07-05-institute.md',
    slug: 'institute',
    title: 'Students & staff: Array<T>, “partners” 👩‍🔬',
    id: 'urn:uuid:818463fa-5978-4c5b-851a-ba50841d790c',
    updated: '2018-07-09T09:00:00+02:00',
    authors: [
      { name: 'Ruxandra Cālin', role: 'student' },
      { name: 'Ann Lee', role: 'staff', url: 'https://ann.example/', email: 'ann@example.org' },
    ],
    photos_by: [{ name: 'Ruxandra Cālin' }],
    categories: ['Announcements', 'Students & staff'],
    tags: ['C++', 'announcements', 'open days'],
    summary: 'Four days, and a < b.',
    lang: 'en-GB',
    image: { src: 'images/table.png', alt: 'A round table & chairs', credit: 'Ruxandra Cālin' },
    comments: '/2018/07/institute/#comments',
    body: `## What we *did*

See [the other post](2019-other.md#end), <https://example.org/?a=1&b=2> and a note[^1].

![A round table](images/table.png "Our table")

| Who | How many |
| --- | -------: |
| Students | 12 |

\`\`\`js
if (a < b && c > d) f(']]>');
\`\`\`

<figure><img src="images/table.png" srcset="images/table.png 2x" onerror="alert(1)"><figcaption>Raw <b>HTML</figcaption></figure>

[^1]: The note.
`,
  },
  { slug: '100% é', title: 'An address with blanks', date: '2017-01-02', comments: 3, body: 'Only *Markdown* here.' },
  {
    slug: 'nepal',
    title: 'From Kathmandu',
    date: '2016-05-04T12:00+05:45',
    authors: [{ name: 'Bo', email: 'bo@example.org' }],
    image: { src: 'images/hill.jpg', alt: 'A hill' },
  },
];

const options: SampleFeed = {
  around: surroundings(
    { '2019-other.md': `${siteUrl}/2019/01/other/` },
    { 'images/table.png': { size: 2345 }, 'images/hill.jpg': { size: 678 } },
  ),
  config: {
    description: 'Working in partnership',
    feed: { path: '/feed.xml', limit: 20, content: 'full', icon: '/icon.png', hub: 'https://hub.example/', ttl: 60 },
  },
};

const endings = { rss: 'rss.xml', atom: 'atom.xml', json: 'feed.json' };
const write = (type: FeedType, more: SampleFeed = {}) =>
  writeFeed(posts.map(samplePost), type, { ...options, ...more });

test.each(feedTypes)('a whole %s feed', (type) => {
  expectGoldenFeed(`full.${endings[type]}`, write(type));
});

test.each(feedTypes)('a %s feed of summaries', (type) => {
  expectGoldenFeed(`summary.${endings[type]}`, write(type, { content: 'summary', only: ['Announcements'] }));
});

test.each(feedTypes)('a %s feed without posts', (type) => {
  expectGoldenFeed(`empty.${endings[type]}`, writeFeed([], type));
});

test.each([
  ['/icon.png', `${siteUrl}/icon.png`, true],
  ['https://cdn.example/a.JPG', 'https://cdn.example/a.JPG', true],
  ['/icon.svg', `${siteUrl}/icon.svg`, false],
])('the icon %s is %s in every format, in RSS %j', (icon, url, inRss) => {
  const config = { feed: { path: '/feed.xml', limit: 20, content: 'full', icon } } as const;
  expect(writeFeed([], 'atom', { config })).toContain(`<icon>${url}</icon>\n<logo>${url}</logo>`);
  expect(JSON.parse(writeFeed([], 'json', { config })).icon).toBe(url);
  const rss = writeFeed([], 'rss', { config });
  // Its title and link are those of the channel, as the RSS Profile wants.
  const about = `<title>Students &#x26; staff</title>\n<link>${siteUrl}/</link>`;
  expect(rss.includes(`<image>\n<url>${url}</url>\n${about}\n</image>`)).toBe(inRss);
});

test.each(feedTypes)('other people’s readers find in the %s feed what went in', async (type) => {
  const text = write(type);
  const seen = [readWithFeedsmith(text)];
  if (type !== 'json') {
    readXml(text);
    seen.push(await readWithRssParser(text));
  }
  for (const items of seen) {
    expect(items.map(({ title }) => title)).toEqual(posts.map(({ title }) => title));
    expect(items.map(({ link }) => link)).toEqual([
      `${siteUrl}/2018/07/05/institute/`,
      `${siteUrl}/2017/01/02/100%25%20%C3%A9/`,
      `${siteUrl}/2016/05/04/nepal/`,
    ]);
    expect(items[0]?.id).toBe(posts[0]?.id);
    expect(items[1]?.id).toBe(items[1]?.link);
    expect(items.map(({ date }) => Date.parse(date ?? ''))).toEqual([1530798496000, 1483315200000, 1462342500000]);
    expect(items[0]?.content).toContain(`<a href="${siteUrl}/2019/01/other/#end">the other post</a>`);
    expect(items[0]?.content).toContain("f(']]&gt;');");
  }
  expect(seen[0]?.[0]).toMatchObject({
    authors: ['Ruxandra Cālin', 'Ann Lee'],
    categories: [...(posts[0]?.categories ?? []), 'C++', 'open days'],
  });
});

test('the image of a known file has its length and type, everywhere', () => {
  const url = `${siteUrl}/images/hill.jpg`;
  expect(write('rss')).toContain(`<enclosure url="${url}" length="678" type="image/jpeg"/>`);
  expect(write('rss')).toContain(`<media:content url="${url}" type="image/jpeg" fileSize="678" medium="image">`);
  expect(write('atom')).toContain(`<link rel="enclosure" type="image/jpeg" length="678" href="${url}"/>`);
  const item = JSON.parse(write('json')).items.at(-1);
  expect(item).toMatchObject({ image: url, attachments: [{ url, mime_type: 'image/jpeg', size_in_bytes: 678 }] });
});

test.each([
  ['![A table](a%20b.png?x=1&y=2)', true],
  ['<p><img src="./a b.png?x=1&amp;y=2"></p>', true],
  ['![Another](c.png)', false],
  ['See [the image](a%20b.png?x=1&y=2).', false],
])('an image that the text shows is no enclosure as well: %s', (body, shown) => {
  const around = surroundings({}, { 'a b.png': { size: 1 }, 'c.png': { size: 2 } });
  const post = samplePost({ body, image: { src: 'a%20b.png?x=1&y=2' } });
  for (const type of feedTypes) {
    expect(/<enclosure|rel="enclosure"|"attachments"/.test(writeFeed([post], type, { around }))).toBe(!shown);
    // Lists of posts show it, and a summary has no text that could.
    expect(writeFeed([post], type, { around })).toMatch(/<media:content|"image"/);
    const summary = writeFeed([post], type, { around, content: 'summary' });
    expect(summary).toMatch(/<enclosure|rel="enclosure"|"attachments"/);
  }
});

test.each([
  ['', []],
  ['<!-- nothing -->', ['Ann']],
  ['By Ann', ['Ann']],
  ['Text and photos by **Ann**', ['Ann']],
])('a post without text has no content that is only its byline: %j', (body, names) => {
  const authors = (names.length > 0 ? names : ['Ann']).map((name) => ({ name }));
  for (const summary of [undefined, 'Words.']) {
    const post = samplePost({ body, authors, ...(summary && { summary }) });
    for (const type of feedTypes) {
      const text = writeFeed([post], type);
      expect(text).not.toMatch(/content:encoded>|<content|content_html|[Bb]y Ann/);
      expect(text).toContain(post.url);
      if (summary) expect(text).toContain(summary);
    }
  }
  expect(writeFeed([samplePost({ body: '![x](x.png)', authors })])).toContain('<em>Text by Ann</em>');
});

test('an image elsewhere is no enclosure: its length is not known', () => {
  const image = { src: 'https://images.example/a.jpg', alt: 'A <b>bold</b> one' };
  const rss = writeFeed([samplePost({ image })]);
  expect(rss).toContain('<media:content url="https://images.example/a.jpg" type="image/jpeg" medium="image">');
  expect(rss).toContain('<media:description type="html">');
  expect(rss).not.toContain('<enclosure');
  expect(writeFeed([samplePost({ image: { src: 'data:image/png;base64,AA' } })])).not.toContain('media:content');
});

test.each(['', '<!-- nothing -->', '<script>x</script>'])(
  'a post whose text is %j has none, at worst its title',
  (body) => {
    for (const content of ['full', 'summary'] as const) {
      const atom = writeFeed([samplePost({ body })], 'atom', { content });
      expect(atom).toContain('<summary>A sample</summary>');
      expect(atom).not.toContain('<content');
      expect(writeFeed([samplePost({ body })], 'rss', { content })).not.toContain('<content:encoded');
      const item = (fields: SampleFields) => JSON.parse(writeFeed([samplePost(fields)], 'json', { content })).items[0];
      expect(item({ body })).toMatchObject({ content_text: 'A sample' });
      expect(item({ body, summary: 'Words.' })).toMatchObject({ content_text: 'Words.', summary: 'Words.' });
      expect(item({ body })).not.toHaveProperty('content_html');
    }
  },
);

test.each([
  ['http://localhost:4000', false],
  ['http://intranet/blog', false],
  ['https://my_blog.example.org', false],
  ['https://jo@example.org', false],
  ['http://[::1]', false],
  ['http://127.0.0.1:4000', true],
  ['https://xn--mnchen-3ya.example', true],
])('a file on %s is an enclosure of RSS: %j', (assets, fine) => {
  const around = { ...surroundings({}, { 'a.png': { size: 1 } }), assetsUrl: `${assets}/` };
  const post = samplePost({ image: { src: 'a.png' } });
  expect(writeFeed([post], 'rss', { around }).includes('<enclosure')).toBe(fine);
  expect(writeFeed([post], 'rss', { around })).toContain('<media:content');
  expect(writeFeed([post], 'atom', { around })).toContain('rel="enclosure"');
});

test('a file that is no image by its ending is not shown as one', () => {
  const around = surroundings({}, { 'a.pdf': { size: 1 }, a: { size: 1 }, 'a.HEIC': { size: 1 } });
  const feed = (src: string): string => writeFeed([samplePost({ image: { src } })], 'rss', { around });
  expect(feed('a.pdf')).not.toMatch(/enclosure|media:content /);
  expect(feed('a')).not.toMatch(/enclosure|media:content /);
  expect(feed('a.HEIC')).toContain('type="image/heic"');
  expect(feed('https://images.example/a.JPG?w=1')).toContain(
    'url="https://images.example/a.JPG?w=1" type="image/jpeg"',
  );
  for (const url of [
    'https://images.example/photos/1234',
    'https://youtu.be/x?a.png',
    'https://i.png',
    '{{ site.baseurl }}/assets/1.jpg',
  ]) {
    expect(feed(url)).not.toContain('<media:content');
  }
});

test.each([
  ['en-GB', 'en-GB'],
  ['gsw', 'gsw'],
  ['english', undefined],
  ['jp', undefined],
  ['iw-IL', undefined],
  ['i-klingon', undefined],
])('the language %s is named %j', (language, named) => {
  const feed = sampleFeed([samplePost({ lang: language })], 'rss', { config: { language } });
  expect([feed.language, feed.items[0]?.language]).toEqual([named, named]);
});

test('a feed’s date is the newest of its items', () => {
  expect(sampleFeed(posts.map(samplePost)).updated?.instant).toBe(Date.parse('2018-07-09T09:00:00+02:00'));
  const early = samplePost({ date: '2018-01-02', updated: '2018-01-01' });
  expect(sampleFeed([early]).updated).toEqual(early.post.date);
  expect(sampleFeed([]).updated).toBeUndefined();
});

test('a blog without a title is known by its host, a filtered feed by what it is of', () => {
  const settings = { config: defaultConfig(), type: 'rss', selfUrl: `${siteUrl}/feed.xml`, content: 'full' } as const;
  expect(
    toFeed([], settings, surroundings(), { markdown: createMarkdown(), closeHtml, makeSafe, findDanger }),
  ).toMatchObject({
    title: 'blog.example.org',
    description: 'blog.example.org',
    link: `${siteUrl}/`,
  });
  expect(writeFeed([], 'rss', { only: ['Ann', 'Bo'] })).toContain('<title>Ann, Bo · Students &#x26; staff</title>');
});

test('nothing is read before it is written, and one text at a time', () => {
  let read = 0;
  const counted = posts.map((post) => ({ ...samplePost(post), readBody: () => `text ${++read}` }));
  const feed = sampleFeed(counted);
  expect(itemsOf(feed)).toHaveLength(3);
  expect(compareFeeds(itemsOf(feed), itemsOf(feed), []).changed).toEqual([]);
  expect(read).toBe(0);
  feed.items[0]?.render();
  expect(read).toBe(1);
});
