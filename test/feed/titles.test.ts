import { expect, test } from '@jest/globals';
import { feedTypes, samplePost, writeFeed } from '../support/feedPosts.ts';
import { readWithFeedsmith, readWithRssParser, readXml } from '../support/feedReaders.ts';

const titles = [
  'AT&T',
  'a < b',
  'Array<T>',
  ']]>',
  '<![CDATA[x',
  '&amp;',
  '&nbsp;',
  '&bogus;',
  '&#60;',
  'AT&amp;T',
  '&lt;b&gt;',
  '"quotes" & \'more\'',
  'a lone <b>',
  'a <b>bold</b> word',
  '<script>alert(1)</script>',
  '</title>',
  '1 < 2 > 0',
  '👩‍🔬 in the lab',
  '𝒜stral',
  'שלום עולם',
  'مرحبا (2)',
  'a\u00a0b',
  'a\u2028b',
  '%3Cb%3E',
];

for (const type of feedTypes) {
  test.each(titles)(`${type}: readers are given the title %j exactly`, async (title) => {
    const post = samplePost({ title, authors: [{ name: title }], categories: [title] });
    const feed = writeFeed([post], type);
    const seen = [readWithFeedsmith(feed)];
    if (type !== 'json') {
      readXml(feed);
      seen.push(await readWithRssParser(feed));
    }
    for (const [item] of seen) expect(item?.title).toBe(title);
    expect(seen[0]?.[0]).toMatchObject({ authors: [title], categories: [title] });
  });
}

test('a title stands on one line with its numbers, as the RSS Profile wants', () => {
  expect(writeFeed([samplePost({ title: 'AT&T <b>' })])).toContain('\n<title>AT&#x26;T &#x3C;b&#x3E;</title>\n');
});

test('several authors are all there', async () => {
  const authors = [{ name: 'Ann Lee' }, { name: 'Bo' }, { name: 'Cy, Jr.' }];
  for (const type of feedTypes) {
    const feed = writeFeed([samplePost({ authors })], type);
    expect(readWithFeedsmith(feed)[0]?.authors).toEqual(['Ann Lee', 'Bo', 'Cy, Jr.']);
  }
  expect((await readWithRssParser(writeFeed([samplePost({ authors })])))[0]?.authors).toHaveLength(3);
});

test('an email address of a single author is written as RSS wants it, and never beside dc:creator', () => {
  const one = writeFeed([samplePost({ authors: [{ name: 'Ann', email: 'ann@example.org' }] })]);
  expect(one).toContain('<author>ann@example.org (Ann)</author>');
  expect(one).not.toContain('dc:creator>');
  const bad = [
    [{ name: 'Ann', email: 'not an address' }],
    [{ name: 'Ann (x', email: 'ann@example.org' }],
    [{ name: 'Lee, Ann', email: 'ann@example.org' }],
    [{ name: 'Ann', email: 'ann@example.org' }, { name: 'Bo' }],
  ];
  for (const authors of bad) {
    const feed = writeFeed([samplePost({ authors })]);
    expect(feed).not.toContain('<author>');
    expect(feed.match(/<dc:creator>/g)).toHaveLength(authors.length);
  }
});

test('every Atom entry has an author: the blog, where nobody is named', () => {
  const entry = writeFeed([samplePost()], 'atom').split('<entry>')[1];
  expect(entry).toContain('<name>Students &#x26; staff</name>');
});

test('a summary is plain text for readers of every format', () => {
  const summary = 'Students & staff, a < b, AT&T, 5&6, <em>x</em>';
  const [rss, atom, json] = feedTypes.map((type) => readWithFeedsmith(writeFeed([samplePost({ summary })], type))[0]);
  // RSS and a text with closing tags in Atom hold HTML: there the same words are written as HTML.
  const asHtml = 'Students & staff, a &lt; b, AT&amp;T, 5&amp;6, &lt;em>x&lt;/em>';
  expect([rss?.summary, atom?.summary, json?.summary]).toEqual([asHtml, asHtml, summary]);
  const plain = { summary: 'a < b & c' };
  expect(readWithFeedsmith(writeFeed([samplePost(plain)], 'atom'))[0]?.summary).toBe('a < b & c');
});

test('texts that nobody would see are left out, and others stand on one line', () => {
  const image = { src: 'https://images.example/a.png', alt: 'One\nAT&amp;T', credit: 'Jo\x92' };
  const post = samplePost({
    title: 'A\x7f',
    authors: [{ name: '\x85' }, { name: 'Ann\ufdd0' }],
    categories: ['\x85', 'News\x92'],
    summary: 'First.\n\nAT&amp;T \x92second.\n',
    image,
  });
  const config = { title: 'Our\nblog\x92', description: 'One\ntwo\ufdd0' };
  const feed = JSON.parse(writeFeed([post], 'json', { config }));
  expect(feed).toMatchObject({ title: 'Our blog', description: 'One two' });
  expect(feed.items[0]).toMatchObject({
    title: 'A',
    authors: [{ name: 'Ann' }],
    tags: ['News'],
    summary: 'First. AT&amp;T second.',
    _image: { alt: 'One AT&amp;T', credit: 'Jo' },
  });
});

test('a blog’s description with tags is given to readers as it was written', () => {
  const config = { description: 'Notes on <em>partnership</em>' };
  expect(writeFeed([], 'rss', { config })).toContain(
    '<description>Notes on &#x26;lt;em&#x3E;partnership&#x26;lt;/em&#x3E;</description>',
  );
  expect(writeFeed([], 'rss', { config: { description: 'a < b & c' } })).toContain(
    '<description>a &#x3C; b &#x26; c</description>',
  );
});

test.each([
  ['https://x.org/?q[0]={1}|^`', 'https://x.org/?q%5B0%5D=%7B1%7D%7C%5E%60'],
  ['https://münchen.example', 'https://xn--mnchen-3ya.example/'],
  ['javascript:alert(1)', undefined],
])('a person’s page %j is %j', (url, expected) => {
  const post = samplePost({ authors: [{ name: 'Ann', url }] });
  expect(JSON.parse(writeFeed([post], 'json')).items[0].authors[0].url).toBe(expected);
  const [, uri] = /<uri>(.*)<\/uri>/.exec(writeFeed([post], 'atom')) ?? [];
  expect(uri).toBe(expected);
});
