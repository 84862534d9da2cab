/** Names, URLs, ids and dates, and what may be wrong with them. */
import { category, type SampleItem, siteUrl, tag } from '../sample.ts';

const chinese = '%e5%ad%a6%e7%94%9f';
const lost = (id: string): string => `id: guid “${id}” is that of another post; ${siteUrl}/?p=804 instead`;

export const identity: SampleItem[] = [
  {
    title: 'Our first meeting',
    name: 'our-first-meeting',
    content: 'Ten of us met in the library, and nobody wanted to leave.',
    terms: [category('Announcements'), tag('partnership')],
    comments: [{ author: 'Gwen', content: 'I will come next time.' }],
  },
  { title: 'What we heard', name: 'what-we-heard', content: 'Thirty answers, read by four people.', guid: '' },
  {
    title: 'Moved from the old server',
    name: 'moved-from-the-old-server',
    content: 'This one is older than the blog itself.',
    guid: 'http://old.example.ac.uk/blogs/partners/?p=17',
  },
  {
    title: 'A guid with a query',
    name: 'a-guid-with-a-query',
    content: 'Plugins write such things.',
    guid: `${siteUrl}/?post_type=post&p=1103`,
  },
  {
    title: 'A copy with the same guid',
    name: 'a-copy-with-the-same-guid',
    content: 'Somebody duplicated a post, guid and all.',
    id: 804,
    guid: 'http://old.example.ac.uk/blogs/partners/?p=17',
    becomes: {
      fields: { id: `${siteUrl}/?p=804` },
      losses: [lost('http://old.example.ac.uk/blogs/partners/?p=17')],
    },
  },
  {
    title: 'A guid that is a URL',
    name: 'a-guid-that-is-a-url',
    content: 'The first versions of WordPress did so.',
    guid: `${siteUrl}/2005/03/01/somewhere-else/`,
  },
  {
    title: 'Open day',
    name: 'open-day',
    content: 'The first of two on one day.',
    date: '2012-06-11 10:00:00',
    link: `${siteUrl}/events/open-day/`,
  },
  {
    title: 'Open day',
    name: 'open-day',
    content: 'The second of two on one day.',
    date: '2012-06-11 16:00:00',
    link: `${siteUrl}/news/open-day/`,
    becomes: { file: '2012-06-11-open-day-2.md', fields: { slug: 'open-day' } },
  },
  {
    title: 'Open day',
    name: 'open-day',
    content: 'The third of two on one day.',
    date: '2012-06-11 18:00:00',
    link: `${siteUrl}/news/open-day/`,
    becomes: {
      file: '2012-06-11-open-day-3.md',
      fields: { permalink: undefined },
      losses: ['permalink: permalink “/news/open-day/” is that of another post; left out'],
    },
  },
  { title: 'Open day', name: 'open-day', content: 'Another year, the same name.', date: '2013-06-11 10:00:00' },
  {
    title: 'Gŵyl y llyfrgell',
    name: 'g%c5%b5yl-y-llyfrgell',
    content: 'Croeso i bawb.',
    becomes: { file: '2011-11-11-gŵyl-y-llyfrgell.md' },
  },
  { title: '学生', name: chinese, content: '欢迎。' },
  { title: 'طلاب', name: '%d8%b7%d9%84%d8%a7%d8%a8', content: 'أهلا.' },
  {
    title: '🎉 Party',
    name: '%f0%9f%8e%89-party',
    content: 'Cake 🍰 for all.',
    becomes: { file: '2012-02-14-party.md', losses: ['slug: slug “🎉-party” is no name of a file; “party” instead'] },
  },
  { title: 'A long name', name: chinese.repeat(11), content: 'As long as WordPress allows.' },
  {
    title: 'Con',
    name: 'con',
    content: 'A device on Windows.',
    becomes: { file: '2012-04-16-con-post.md', fields: { slug: 'con' } },
  },
  {
    title: 'Index',
    name: 'index',
    content: 'Not the front page.',
    becomes: { file: '2012-05-17-index-post.md', fields: { slug: 'index' } },
  },
  {
    title: 'Version 2.0',
    name: 'version-2.0',
    content: 'A dot from a plugin.',
    becomes: { file: '2012-06-18-version-2-0.md', fields: { slug: 'version-2.0' } },
  },
  {
    title: 'Without a path',
    name: 'without-a-path',
    content: 'When permalinks were plain.',
    id: 818,
    link: `${siteUrl}/?p=818`,
    becomes: { losses: [`permalink: permalink “${siteUrl}/?p=818” has no path to keep`] },
  },
  {
    title: 'Renamed twice',
    name: 'renamed-twice',
    content: 'The first two names were too long.',
    date: '2014-05-12 09:00:00',
    meta: [
      ['_wp_old_slug', 'a-much-longer-name'],
      ['_wp_old_slug', 'a-longer-name'],
      ['_wp_old_date', '2014-05-09'],
    ],
    becomes: {
      fields: {
        aliases: ['/2014/05/12/a-much-longer-name/', '/2014/05/09/renamed-twice/'],
      },
      losses: ['alias: former URL “/2014/05/12/a-longer-name/” is that of another post; left out'],
    },
  },
  {
    title: 'Took a former name',
    name: 'a-longer-name',
    content: 'The name was free again.',
    date: '2014-05-12 17:00:00',
  },
  {
    title: 'Changed later',
    name: 'changed-later',
    content: 'A typo was in it for a year.',
    date: '2014-06-10 09:00:00',
    modified: '2015-06-10 11:30:00',
  },
  {
    title: 'No time in GMT',
    name: 'no-time-in-gmt',
    content: 'An importer wrote this.',
    date: '2014-07-10 09:00:00',
    gmt: '0000-00-00 00:00:00',
    becomes: { losses: ['date: no time in GMT; offset taken from the time zone'] },
  },
  {
    title: 'In winter time',
    name: 'in-winter-time',
    content: 'The clocks have changed.',
    date: '2014-12-10 09:00:00',
  },
  {
    title: 'Without a number',
    name: 'without-a-number',
    content: 'A tool of somebody else wrote this item.',
    hasNoId: true,
    guid: `${siteUrl}/?p=999`,
  },
  {
    title: 'At midnight',
    name: 'at-midnight',
    content: 'The day in GMT is the one before.',
    date: '2015-07-10 00:00:00',
  },
];
