/** Subscribers of a WordPress blog see no post again once it is imported. */
import { expect, test } from '@jest/globals';
import { compareFeeds } from '../../src/feed/existing/changes.ts';
import { readFeed } from '../../src/feed/existing/readFeed.ts';
import type { ExportItem } from '../../src/import/types.ts';
import { createExportReader } from '../../src/import/wxr/reader.ts';
import { run } from '../support/site.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { wordpressAtom, wordpressRss } from '../support/wordpressFeed.ts';
import { wxr } from '../support/wxr.ts';

interface Sample {
  id: number;
  slug?: string;
  guid?: string;
  link?: string;
  title?: string;
  local?: string;
  gmt?: string;
  status?: string;
}

/** What tempts an importer to give a post another identity, URL or date. */
const samples: Sample[] = [
  { id: 1 },
  { id: 2, slug: 'post-1', link: 'https://blog.example.org/2018/07/06/post-1/', title: 'Post 1' },
  { id: 3, guid: 'http://old.example.org/?p=3', title: 'Another domain, and http' },
  { id: 4, guid: 'https://blog.example.org/?post_type=post&p=4', title: 'An ampersand & more' },
  { id: 5, guid: 'https://blog.example.org/2018/07/05/post-5/', title: 'Its URL' },
  { id: 6, guid: 'urn:uuid:225c695e-cfb8-4ebb-aaaa-80da344efa6a', title: 'A UUID' },
  { id: 7, slug: 'caf%c3%a9', title: 'Café' },
  { id: 8, slug: '%e5%ad%a6%e7%94%9f', title: '学生' },
  { id: 9, local: '2018-01-05 15:48:16', gmt: '2018-01-05 15:48:16', title: 'In winter' },
  { id: 10, local: '2018-07-06 00:30:00', gmt: '2018-07-05 23:30:00', title: 'After midnight' },
  { id: 11, local: '2018-03-25 03:30:00', gmt: '2018-03-25 02:30:00', title: 'When clocks change' },
  { id: 12, status: 'draft' },
  { id: 13, status: 'private' },
];

function item(sample: Sample): string {
  const { id, slug = `post-${id}`, local = '2018-07-05 15:48:16', gmt = '2018-07-05 14:48:16' } = sample;
  const { guid = `https://blog.example.org/?p=${id}`, link = `https://blog.example.org/2018/07/05/${slug}/` } = sample;
  const { title = `Post ${id}`, status = 'publish' } = sample;
  return `<item><title><![CDATA[${title}]]></title><link>${link}</link><dc:creator>ada</dc:creator>
<guid isPermaLink="false">${guid.replace('&', '&amp;')}</guid><content:encoded><![CDATA[Text & <b>more</b>.]]></content:encoded>
<wp:post_id>${id}</wp:post_id><wp:post_date>${local}</wp:post_date><wp:post_date_gmt>${gmt}</wp:post_date_gmt>
<wp:post_name>${slug}</wp:post_name><wp:status>${status}</wp:status><wp:post_type>post</wp:post_type></item>`;
}

test.each([
  ['rss', wordpressRss],
  ['atom', wordpressAtom],
])('nothing is unread in %s: the items have the ids, URLs and dates that WordPress gave them', async (type, write) => {
  const text = wxr(samples.map(item));
  const items: ExportItem[] = [];
  const reader = createExportReader('export.xml', { item: (one) => items.push(one), fault: () => {} });
  reader.write(text);
  reader.end();
  const folder = tempFolder({ 'export.xml': text });
  expect((await run(folder, ['import', 'wordpress', 'export.xml'])).status).toBe(0);
  const { stdout } = await run(folder, ['feed', '--type', type, '--limit', '0']);
  const before = readFeed(write(items))?.items ?? [];
  const after = readFeed(stdout)?.items ?? [];
  expect(before).toHaveLength(11);
  const { added, gone, reappearing } = compareFeeds(before, after, []);
  expect({ added, gone, reappearing }).toEqual({ added: [], gone: [], reappearing: [] });
  const known = new Map(before.map((one) => [one.guid, one]));
  for (const { guid, link, date } of after) {
    expect([guid, date]).toEqual([known.get(guid)?.guid, known.get(guid)?.date]);
    expect(decodeURI(link)).toBe(decodeURI(known.get(guid)?.link ?? ''));
  }
});
