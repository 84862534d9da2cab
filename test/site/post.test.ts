/** What the page of a post has. */
import { describe, expect, test } from '@jest/globals';
import { defaultConfig } from '../../src/blog/config/config.ts';
import { planPages } from '../../src/site/plan/plan.ts';
import type { Site } from '../../src/site/site.ts';
import { type SampleFields, samplePost, siteUrl, surroundings } from '../support/feedPosts.ts';
import { pageAt, pageOf, sampleSite } from '../support/pages.ts';

const ada = { name: 'Ada Example', role: 'student' } as const;
const bo = { name: 'Bo Sample', role: 'staff' } as const;

const linesWith = (text: string, part: string): string[] => text.split('\n').filter((line) => line.includes(part));

/** The data of the only `script` of a page. */
function dataOf(page: string): Record<string, unknown>[] {
  const scripts = [...page.matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g)];
  expect(scripts).toHaveLength(1);
  return JSON.parse(scripts[0]?.[1] ?? '{}')['@graph'];
}

test('a breadcrumb from home over the category to the title', async () => {
  const page = await pageOf({ title: 'A <title>', categories: ['News & views'] });
  expect(page).toContain(
    `<nav class="breadcrumb" aria-label="Breadcrumb">
<p>You are here:</p>
<ol>
<li><a href="/base/">Home</a></li>
<li><a href="/base/category/news-and-views/">News &amp; views</a></li>
<li aria-current="page">A &lt;title&gt;</li>
</ol>`,
  );
  expect(page).toContain('<title>A &lt;title&gt; · Our blog</title>');
});

describe('people', () => {
  const body = 'A text about tea.';
  test.each<[string, SampleFields, string]>([
    ['authors', { authors: [ada, bo], body }, 'By Ada Example (student), Bo Sample (staff) · '],
    ['who did both', { authors: [ada], photos_by: [ada], body }, 'Text and photos by Ada Example (student) · '],
    [
      'one each',
      { authors: [ada], photos_by: [bo], body },
      'Text by Ada Example (student) · Photos by Bo Sample (staff) · ',
    ],
    ['photographers', { photos_by: [bo], body }, 'Photos by Bo Sample (staff) · '],
    [
      'a text that credits them',
      { authors: [ada], photos_by: [ada], body: '*Text and photos by Ada Example*\n\nTea.' },
      'By Ada Example (student) · ',
    ],
  ])('%s', async (_, fields, expected) => {
    const page = await pageOf(fields);
    const [meta = ''] = linesWith(page, '<p class="meta">');
    expect(meta.replace(/<[^>]*>/g, '')).toBe(`${expected}5 July 2018 at 13:48`);
    expect(page.match(/Text and photos by/g)?.length ?? 0).toBeLessThan(2);
    expect(page.match(/Text by Ada/g)?.length ?? 0).toBeLessThan(2);
  });

  test('editors stand below the text', async () => {
    const page = await pageOf({ editors: [bo] });
    expect(
      linesWith(page, 'Edited by')
        .join('')
        .replace(/<[^>]*>/g, ''),
    ).toBe('Edited by Bo Sample (staff)');
  });
});

describe('the cover', () => {
  const files = { 'a.png': { size: 3 } };
  const image = { src: 'a.png', alt: 'A "cup"', credit: 'Cy & Co', credit_url: 'https://e.org/?a&b' };
  const changes: Partial<Site> = {
    surroundings: surroundings({}, files),
    imageSize: ({ file }) => (file === 'a.png' ? { width: 640, height: 360 } : undefined),
  };

  test('is a figure with size, alt text and credit, and not lazy', async () => {
    const page = await pageOf({ image, body: '![Other](a.png?2)' }, changes);
    expect(page).toContain(`<figure class="cover">
<img class="u-photo" src="/base/a.png" alt="A &quot;cup&quot;" width="640" height="360" decoding="async">
<figcaption>Photo: <a href="https://e.org/?a&amp;b">Cy &amp; Co</a></figcaption>
</figure>`);
    expect(linesWith(page, 'a.png?2')).toEqual([expect.stringContaining('loading="lazy"')]);
    expect(page).toContain('<meta property="og:image" content="https://blog.example.org/base/a.png">');
  });

  test('is not shown twice', async () => {
    const page = await pageOf({ image, body: '![A cup](a.png)' }, changes);
    expect(page.match(/<img/g)).toHaveLength(1);
    expect(page).toContain('<img src="/base/a.png" alt="A cup" width="640" height="360" decoding="async">');
  });
});

test('its files are told, by their URLs and where they are', async () => {
  const files = { 'images/a.png': { size: 3 }, 'notes.pdf': { size: 4 } };
  const site = await sampleSite([samplePost({ body: '![A](a.png) [n](notes.pdf) [s](/base/s.pdf) [x](gone.pdf)' })], {
    surroundings: surroundings({}, files),
    staticFile: (path) => (path === 's.pdf' ? { path } : undefined),
    config: { ...defaultConfig(), siteUrl, site: { logo: 'look/logo.svg', stylesheet: 'look/own.css' } },
  });
  const { assets, text } = pageAt('/2018/07/05/sample/', planPages(site));
  expect(assets.toSorted((a, b) => a.path.localeCompare(b.path))).toEqual([
    { path: '/images/a.png', folder: 'posts', file: 'images/a.png', use: 'image' },
    { path: '/look/logo.svg', folder: 'root', file: 'look/logo.svg', use: 'image' },
    { path: '/look/own.css', folder: 'root', file: 'look/own.css', use: 'stylesheet' },
    { path: '/notes.pdf', folder: 'posts', file: 'notes.pdf', use: 'link' },
    { path: '/s.pdf', folder: 'static', file: 's.pdf', use: 'link' },
  ]);
  expect(text).toContain('<link rel="stylesheet" href="/base/look/own.css">');
});

test.each<[SampleFields['comments'], string]>([
  ['https://forum.example.org/t/1', '<p class="comments"><a href="https://forum.example.org/t/1">Comments</a></p>'],
  ['#comments', '<p class="comments"><a href="/base/2018/07/05/sample/#comments">Comments</a></p>'],
  [12, '<p class="comments">Comments: 12</p>'],
  [false, '<p class="comments">Comments are closed</p>'],
])('comments: %j', async (comments, expected) => {
  expect(linesWith(await pageOf({ comments }), 'class="comments"')).toEqual([expected]);
});

test.each([['javascript:alert(1)'], [true], [undefined]])('no comments: %j', async (comments) => {
  expect(await pageOf({ comments })).not.toContain('class="comments"');
});

test('the posts before and after it in its first category', async () => {
  const posts = ['a', 'b', 'c', 'd'].map((slug, index) =>
    samplePost({
      file: `${slug}.md`,
      slug,
      title: slug.toUpperCase(),
      date: `2018-07-0${index + 1}`,
      categories: slug === 'c' ? ['Other', 'News'] : ['News'],
    }),
  );
  const plan = planPages(await sampleSite(posts));
  const nav = (slug: string, day: number) =>
    [...pageAt(`/2018/07/0${day}/${slug}/`, plan).text.matchAll(/<a rel="(prev|next)" href="([^"]*)"/g)].map(
      ([, rel, href]) => `${rel} ${href}`,
    );
  expect(nav('b', 2)).toEqual(['prev /base/2018/07/01/a/', 'next /base/2018/07/03/c/']);
  expect(nav('d', 4)).toEqual(['prev /base/2018/07/03/c/']);
  expect(nav('c', 3)).toEqual([]);
});

test('microformats and dates', async () => {
  const page = await pageOf({
    title: 'Tea',
    summary: 'A cup.',
    authors: [ada],
    categories: ['News'],
    tags: ['tea'],
    updated: '2018-08-01',
  });
  for (const part of [
    '<article class="h-entry">',
    '<h1 class="p-name">Tea</h1>',
    '<p class="p-summary">A cup.</p>',
    '<div class="e-content">',
    '<time class="dt-published" datetime="2018-07-05T14:48:16+01:00">5 July 2018 at 13:48</time>',
    'Updated <time class="dt-updated" datetime="2018-08-01">1 August 2018</time>',
    '<span class="p-author h-card"><a class="p-name u-url" href="/base/author/ada-example/">Ada Example</a>',
    '<a class="p-category" rel="tag" href="/base/category/news/">News</a>',
    '<a class="p-category" rel="tag" href="/base/tag/tea/">tea</a>',
  ]) {
    expect(page).toContain(part);
  }
  expect(page.match(/<h1/g)).toHaveLength(1);
});

test('structured data says what the page says, and nothing ends it', async () => {
  const page = await pageOf({ title: '</script><b>', authors: [ada], categories: ['News'], body: 'Tea.' });
  const [posting, breadcrumb] = dataOf(page);
  const url = 'https://blog.example.org/base/2018/07/05/sample/';
  expect(posting).toMatchObject({
    '@type': 'BlogPosting',
    headline: '</script><b>',
    description: 'Tea.',
    url,
    datePublished: '2018-07-05T14:48:16+01:00',
    inLanguage: 'en-GB',
    author: [{ '@type': 'Person', name: 'Ada Example', url: 'https://blog.example.org/base/author/ada-example/' }],
  });
  expect(breadcrumb).toMatchObject({
    itemListElement: [
      { position: 1, name: 'Home', item: 'https://blog.example.org/base/' },
      { position: 2, name: 'News', item: 'https://blog.example.org/base/category/news/' },
      { position: 3, name: '</script><b>', item: url },
    ],
  });
});

test('links to the feeds of the blog and of its category', async () => {
  const page = await pageOf({ categories: ['News'] });
  expect(
    linesWith(page, 'rel="alternate"').map((line) => line.replace(/.*type="([^"]*)".*href="([^"]*)".*/, '$1 $2')),
  ).toEqual([
    'application/rss+xml https://blog.example.org/base/feed.xml',
    'application/atom+xml https://blog.example.org/base/atom.xml',
    'application/feed+json https://blog.example.org/base/feed.json',
    'application/rss+xml https://blog.example.org/base/category/news/feed.xml',
  ]);
});

test('a page is small, and asks for one file and no script', async () => {
  const page = await pageOf({ authors: [ada], categories: ['News'], tags: ['a', 'b'], summary: 'S.' });
  expect(page.length).toBeLessThan(5000);
  expect(page.match(/<(?:link rel="stylesheet"|script(?! type="application)|img|iframe|video)/g)).toHaveLength(1);
});

describe('a summary', () => {
  const text = 'On *Tuesday* ten of us met in the “library”.\n\nIt was  raining.';
  test.each([
    ['the beginning', 'On Tuesday ten of us met in the “library”.'],
    ['other spaces and quotation marks', 'On Tuesday  ten of us met in the "library". It was raining.'],
    ['cut off', 'On Tuesday ten of us met in the “lib…'],
    ['cut off by WordPress', 'On Tuesday ten of us […]'],
  ])('that repeats how the text begins is not shown above it: %s', async (_, summary) => {
    const page = await pageOf({ summary, body: text });
    expect(page).not.toContain('p-summary');
    expect(page).toContain('<meta name="description"');
  });

  test.each([
    ['has a byline first', '*Text by Ada Example*\n\nTea for two.'],
    ['is HTML', '<div><p>Tea for <b>two</b>.</p></div>'],
  ])('is not shown either where the text %s', async (_, body) => {
    expect(await pageOf({ authors: [ada], summary: 'Tea for two.', body })).not.toContain('p-summary');
  });

  test.each(['On Tues', 'On Tuesday twelve of us met.', 'ten of us met', '…'])(
    'that says something else is shown: %s',
    async (summary) => {
      expect(await pageOf({ summary, body: text })).toContain(`<p class="p-summary">${summary}</p>`);
    },
  );
});
