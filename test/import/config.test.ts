import { expect, test } from '@jest/globals';
import { parseConfig } from '../../src/blog/config/parse.ts';
import { fitCategories, importedConfigText, inferPermalink, inferTimeZone } from '../../src/import/config.ts';
import { formerFeeds } from '../../src/import/feeds.ts';
import type { ItemHead } from '../../src/import/plan.ts';
import { emptySite } from '../../src/import/wxr/item.ts';

const head = (link: string, date: string, dateGmt: string, name = 'a'): ItemHead => ({
  ...{ id: 1, guid: '', link, name, title: '', date, dateGmt, modified: '', modifiedGmt: '', pubDate: '' },
  ...{ isDraft: false, oldSlugs: [], oldDates: [] },
});
const summer = (hour: string): [string, string] => ['2018-07-05 12:00:00', `2018-07-05 ${hour}:00:00`];
const winter = (hour: string): [string, string] => ['2018-12-05 12:00:00', `2018-12-05 ${hour}:00:00`];

test.each([
  [[summer('12'), winter('12')], 'UTC'],
  [[summer('11'), winter('12')], 'Europe/London'],
  [[summer('10'), winter('11')], 'Europe/Paris'],
  [[summer('16'), winter('17')], 'America/New_York'],
  [[['2018-07-05 12:00:00', '0000-00-00 00:00:00']], undefined],
  [[summer('11'), summer('10')], undefined],
] as [[string, string][], string | undefined][])('dates %j fit %s', (dates, zone) => {
  expect(inferTimeZone(dates.map(([date, gmt]) => head('', date, gmt)))).toBe(zone);
});

test.each([
  ['https://b.example.org/2018/07/05/a/', '/{year}/{month}/{day}/{slug}/'],
  ['https://b.example.org/2018/07/a/', '/{year}/{month}/{slug}/'],
  ['https://b.example.org/a', '/{slug}/'],
  ['https://b.example.org/?p=1', '/{year}/{month}/{day}/{slug}/'],
])('%s follows %s', (link, pattern) => {
  expect(inferPermalink([head(link, ...summer('12'))], 'https://b.example.org')).toBe(pattern);
  const below = link.replace('org/', 'org/blog/');
  expect(inferPermalink([head(below, ...summer('12'))], 'https://b.example.org/blog')).toBe(pattern);
});

test('whatever a site is called, its config can be read', () => {
  const names = ['A: "b" \\ #c', "it's", '- x', '&amp;', 'true', '12', '[a]', '日本'];
  for (const name of names) {
    const text = importedConfigText({
      site: { ...emptySite(), title: name, url: 'https://b.example.org', language: 'en-US' },
      timeZone: 'Europe/London',
      permalink: '/{slug}/',
      categories: [{ name }, { name: `${name} 2`, slug: 'two' }],
      feeds: [
        ['/feed/', '/feed.xml'],
        ['/a: "b"/', '/x.xml'],
      ],
      posts: name.replace(/[\\"':#&;[\] ]/g, ''),
    });
    const read = parseConfig(text);
    expect([name, 'faults' in read ? read.faults : 'config']).toEqual([name, 'config']);
  }
});

test('feeds of categories are below those of their parents, even in a circle', () => {
  const term = (slug: string, parent: string) => ({ taxonomy: 'category', slug, name: slug, parent });
  const site = { ...emptySite(), terms: [term('a', ''), term('b', 'a'), term('c', 'd'), term('d', 'c')] };
  const ofCategories = ['a', 'a/b', 'd/c', 'c/d'].map((path) => `/category/${path}/feed/`);
  expect(formerFeeds(site)).toEqual(['/feed/', '/comments/feed/', ...ofCategories]);
});

test('a config stays smaller than what is read of one', () => {
  const few = [{ name: 'News' }];
  expect(fitCategories(few)).toEqual({ categories: few, losses: [] });
  const many = Array.from({ length: 5000 }, (_, index) => ({ name: `Category ${index}` }));
  const { categories, losses } = fitCategories(many);
  expect(losses).toMatchObject([{ kind: 'category', count: 5000 }]);
  const site = { ...emptySite(), title: 'A blog '.repeat(20_000) };
  const feeds = many.map(({ name }) => [`/category/${name}/feed/`, `/category/${name}/feed.xml`] as const);
  const all = { site, timeZone: undefined, permalink: '/{slug}/', categories, feeds, posts: 'posts' };
  expect(importedConfigText(all).length).toBeLessThan(64 * 1024);
  const [text, ...others] = [feeds, feeds.slice(0, 2)].map((some) => importedConfigText({ ...all, feeds: some }));
  expect(others).toEqual([text]);
});
