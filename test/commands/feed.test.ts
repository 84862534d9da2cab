import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readXml } from '../support/feedReaders.ts';
import { change, config, feed, site, titlesOf } from '../support/feedSite.ts';
import { run, siteOf } from '../support/site.ts';

describe('what is in the feed', () => {
  test.each<[string[], string[]]>([
    [[], ['Tea & talk', 'Café', 'Old']],
    [
      ['--limit', '2'],
      ['Tea & talk', 'Café'],
    ],
    [
      ['--limit', '0'],
      ['Tea & talk', 'Café', 'Old'],
    ],
    [['-c', 'EVENTS'], ['Tea & talk']],
    [
      ['-c', 'partnership-blog', '-c', 'Events'],
      ['Tea & talk', 'Café'],
    ],
    [
      ['-a', 'bo'],
      ['Tea & talk', 'Café'],
    ],
    [['-a', 'Bo', '-c', 'Events'], ['Tea & talk']],
    [['--full'], ['Tea & talk', 'Café', 'Old']],
    [
      ['--type', 'atom'],
      ['Tea & talk', 'Café', 'Old'],
    ],
    [['--type', 'json', '--limit', '1'], ['Tea & talk']],
  ])('feed %j', async (args, titles) => {
    const { status, stdout, stderr } = await feed(site(), ...args);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(titlesOf(stdout)).toEqual(titles);
  });

  test('feed: false keeps a published post out of every feed, and lists say why', async () => {
    const folder = site();
    await feed(folder, '-o', 'feed.xml');
    change(folder, 'posts/2024-05-10-tea.md', 'title:', 'feed: false\ntitle:');
    change(folder, 'posts/2023-12-31-old.md', 'Text.', 'See [tea](2024-05-10-tea.md).');
    const { stdout } = await feed(folder);
    expect(titlesOf(stdout)).toEqual(['Café', 'Old']);
    expect(stdout).toContain('href="https://blog.example.org/2024/05/10/tea/"');
    expect(titlesOf((await feed(folder, '--limit', '1')).stdout)).toEqual(['Café']);
    expect(titlesOf((await feed(folder, '-a', 'Bo')).stdout)).toEqual(['Café']);
    expect((await feed(folder, '-o', 'feed.xml', '--diff')).stdout).toContain('- gone  Tea & talk');
    expect((await run(folder, ['list', '--why', '-n', '2'])).stdout).toContain('not in the feed: feed is false');
    expect((await run(folder, ['list', '--status', 'published', '--format', 'count'])).stdout).toBe('3\n');
    expect((await run(folder, ['validate'])).stdout).not.toContain('field-unknown');
    change(folder, 'posts/2024-05-10-tea.md', 'feed: false', 'feed: no');
    expect(titlesOf((await feed(folder)).stdout)).toEqual(['Café', 'Old']);
    change(folder, 'posts/2024-05-10-tea.md', 'feed: no', 'feed: true');
    expect(titlesOf((await feed(folder)).stdout)).toHaveLength(3);
  });

  test('only posts that are published at the moment of --now', async () => {
    const folder = site();
    const at = async (now: string): Promise<unknown> => titlesOf((await run(folder, ['--now', now, 'feed'])).stdout);
    expect(await at('2024-03-15')).toEqual(['Gone', 'Old']);
    expect(await at('2099-01-02')).toEqual(['Later', 'Tea & talk', 'Café', 'Old']);
    expect(await at('2000-01-01')).toEqual([]);
  });

  test('--summary has no texts, --full has them, and the config says which is meant', async () => {
    const texts = async (settings: string, ...args: string[]): Promise<boolean> =>
      (await feed(site({}, settings), ...args)).stdout.includes('content:encoded>');
    expect(await texts(config)).toBe(true);
    expect(await texts(config, '--summary')).toBe(false);
    expect(await texts(`${config}feed: { content: summary }\n`)).toBe(false);
    expect(await texts(`${config}feed: { content: summary }\n`, '--full')).toBe(true);
  });

  test('without posts, or with drafts only, it is a feed without items', async () => {
    for (const folder of [
      siteOf({}, config),
      siteOf({ 'a.md': ['title: A', 'date: 2024-01-01', 'draft: true'] }, config),
    ]) {
      for (const type of ['rss', 'atom', 'json']) {
        const { status, stdout } = await feed(folder, '--type', type);
        expect(status).toBe(0);
        expect(titlesOf(stdout)).toEqual([]);
        if (type !== 'json') readXml(stdout);
      }
    }
  });

  test('a category of the config that has no posts is a feed without items', async () => {
    const folder = siteOf({}, `${config}categories: [{ name: Quiet days, slug: quiet, aliases: [silence] }]\n`);
    const { status, stdout } = await feed(folder, '-c', 'SILENCE');
    expect(status).toBe(0);
    expect(stdout).toContain('<title>Quiet days · Our blog</title>');
    expect(stdout).toContain('href="https://blog.example.org/category/quiet/feed.xml" rel="self"');
  });
});

describe('where it says that it is', () => {
  test.each<[string, string[], string]>([
    ['', [], 'https://blog.example.org/feed.xml'],
    ['', ['--type', 'atom'], 'https://blog.example.org/atom.xml'],
    ['', ['--type', 'json'], 'https://blog.example.org/feed.json'],
    ['', ['-c', 'events'], 'https://blog.example.org/category/events/feed.xml'],
    ['', ['-c', 'events', '--type', 'atom'], 'https://blog.example.org/category/events/atom.xml'],
    [
      '',
      ['-c', 'Partnership blog', '-c', 'events'],
      'https://blog.example.org/category/events+partnership-blog/feed.xml',
    ],
    ['', ['-a', 'BO', '--type', 'json'], 'https://blog.example.org/author/bo/feed.json'],
    ['', ['-a', 'bo', '-c', 'events'], 'https://blog.example.org/category/events/author/bo/feed.xml'],
    ['', ['-a', 'bo', '--self-url', 'https://cdn.example/bo'], 'https://cdn.example/bo'],
    ['', ['--self-url', 'https://cdn.example/x y/ä'], 'https://cdn.example/x%20y/%C3%A4'],
    ['', ['--site-url', 'https://Other.example:443/base//'], 'https://other.example/base/feed.xml'],
    ['', ['--site-url', 'https://größe.example/ä'], 'https://xn--gre-6ka8i.example/%C3%A4/feed.xml'],
    ['feed: { path: "/my feed.xml" }\n', [], 'https://blog.example.org/my%20feed.xml'],
  ])('%s%j', async (more, args, self) => {
    const { stdout, stderr } = await feed(site({}, config + more), ...args.map((arg) => arg.replace('x y', 'x%20y')));
    expect(stderr).toBe('');
    expect(stdout).toContain(`"${self}"`);
    expect(stdout).not.toMatch(/https:\/\/größe|Other/);
  });

  test('a filtered feed is named as its posts spell the name', async () => {
    expect((await feed(site(), '-c', 'EVENTS', '-a', 'ADA')).stdout).toContain('<title>Events, Ada · Our blog</title>');
  });
});

test('a post’s image beside it is an enclosure with its true length', async () => {
  const folder = site({ 'b/index.md': ['title: B', 'date: 2024-05-12', 'image: a.png'] });
  writeFileSync(join(folder, 'posts/b/a.png'), Buffer.alloc(1234));
  expect((await feed(folder)).stdout).toContain(
    '<enclosure url="https://blog.example.org/2024/05/12/b/a.png" length="1234" type="image/png"/>',
  );
});

describe('what only some posts need is there for them', () => {
  const settings = `${config}permalink: /{category}/{slug}/\n`;
  test.each([
    ['HTML', 'A <b>bold word', '<p>A <b>bold word</b></p>'],
    [
      'a note within a link',
      'See [it ^[Small print.]](https://example.org/).',
      '<p>See <a href="https://example.org/">it <sup></sup></a><a href="https://blog.example.org/our-events/a/#fn-',
    ],
    ['HTML with a NUL', 'A <\0b>bold word', '<p>A <b>bold word</b></p>'],
    ['neither', 'Words.', '<p>Words.</p>'],
  ])('%s', async (_, body, html) => {
    const folder = siteOf({ 'a.md': ['title: A', 'date: 2024-01-01', 'categories: [Our events]'] }, settings);
    change(folder, 'posts/a.md', 'Text.', body);
    for (const asked of [[], ['-c', 'Our events']]) {
      const { stdout, stderr } = await feed(folder, '--type', 'json', ...asked);
      const { items } = JSON.parse(stdout);
      expect({ stderr, url: items[0].url }).toEqual({ stderr: '', url: 'https://blog.example.org/our-events/a/' });
      expect(items[0].content_html).toContain(html);
    }
  });
});
