import { describe, expect, test } from '@jest/globals';
import { linkKey } from '../../src/import/identity.ts';
import { type Earlier, planPaths } from '../../src/import/paths.ts';
import { headOf, type PlannedPost } from '../../src/import/plan.ts';
import type { ExportItem } from '../../src/import/types.ts';
import { isThorough } from '../support/effort.ts';
import { exportItem } from '../support/exportItem.ts';

const site = { url: 'https://blog.example.org', language: 'en-GB' };
const nothing: Earlier = { known: new Map(), taken: [] };

function plan(items: Partial<ExportItem>[], given: { filename?: string; siteUrl?: string; earlier?: Earlier } = {}) {
  const heads = items.map((item, index) => {
    const id = item.id ?? index + 1;
    const whole = exportItem({ id, guid: `https://blog.example.org/?p=${id}`, ...item });
    return headOf(whole, { isDraft: whole.status !== 'publish' });
  });
  return planPaths(heads, site, { filename: '{date}-{slug}', ...given }, given.earlier ?? nothing);
}
const posts = (...args: Parameters<typeof plan>) => plan(...args).posts as PlannedPost[];
const only = (item: Partial<ExportItem>, given = {}) => posts([item], given)[0] as PlannedPost;

describe('the file of a post', () => {
  test.each([
    ['our-first-meeting', '2018-07-05-our-first-meeting.md', undefined],
    ['%e5%ad%a6%e7%94%9f', '2018-07-05-学生.md', undefined],
    ['caf%c3%a9', '2018-07-05-café.md', undefined],
    ['../../etc/passwd', '2018-07-05-etc-passwd.md', undefined],
    ['..%2f..%2fetc%2fpasswd', '2018-07-05-etc-passwd.md', undefined],
    ['a%00b', '2018-07-05-a-b.md', undefined],
    ['a\0b', '2018-07-05-a-b.md', undefined],
    ['..', '2018-07-05-post-1.md', undefined],
    ['%e5%ad', '2018-07-05-e5-ad.md', undefined],
    ['_hidden', '2018-07-05-hidden.md', '_hidden'],
    ['visit.cy', '2018-07-05-visit-cy.md', 'visit.cy'],
    ['', '2018-07-05-our-first-meeting.md', undefined],
  ])('of the slug “%s” is %s', (name, path, slug) => {
    expect(only({ name })).toMatchObject({ path, ...(slug !== undefined && { slug }) });
    expect(only({ name }).slug).toBe(slug);
  });

  test('has the number of the post where its title cannot be spelt', () => {
    expect(only({ name: '', title: '学生会' }).path).toBe('2018-07-05-post-1.md');
  });

  test('has at most 200 bytes, with room for a number', () => {
    const name = `${'學'.repeat(150)}`;
    const [first, second] = posts([{ name }, { name, link: 'https://blog.example.org/other/' }]);
    expect(Buffer.byteLength(first?.path ?? '')).toBeLessThanOrEqual(200);
    expect(Buffer.byteLength(second?.path ?? '')).toBeLessThanOrEqual(200);
    expect(second?.path).toMatch(/-2\.md$/);
    expect([first?.slug, second?.slug]).toEqual([name, name]);
  });

  test.each(['con', 'NUL', 'index', 'README', 'node_modules', 'lpt1'])(
    'is none that is reserved or ignored: %s',
    (name) => {
      expect(only({ name }, { filename: '{slug}' })).toMatchObject({ path: `${name}-post.md`, slug: name });
    },
  );

  test('of two equal slugs is another, and the permalinks stay', () => {
    const [first, second, third] = posts([
      { link: 'https://blog.example.org/news/x/', name: 'x' },
      { link: 'https://blog.example.org/events/x/', name: 'X' },
      { link: 'https://blog.example.org/?p=3', name: 'x' },
    ]);
    expect(first).toMatchObject({ path: '2018-07-05-x.md', permalink: '/news/x/' });
    expect(second).toMatchObject({ path: '2018-07-05-X-2.md', permalink: '/events/x/', slug: 'X' });
    expect(third?.path).toBe('2018-07-05-x-3.md');
    // Its URL follows from its slug.
    expect([third?.permalink, third?.slug]).toEqual([undefined, undefined]);
  });

  test('hides no slug that the URL needs', () => {
    const given = { filename: '{year}/{slug}/text' };
    const [first, second] = posts([{ link: '' }, { link: '' }], given);
    expect(first).toMatchObject({ path: '2018/our-first-meeting/text.md', slug: 'our-first-meeting' });
    expect(second).toMatchObject({ path: '2018/our-first-meeting-2/text.md', slug: 'our-first-meeting-2' });
  });

  test('is that of a published post before a draft', () => {
    const [draft, published] = posts([{ status: 'draft', link: 'https://blog.example.org/?p=1' }, {}]);
    expect([draft?.path, published?.path]).toEqual([
      '2018-07-05-our-first-meeting-2.md',
      '2018-07-05-our-first-meeting.md',
    ]);
  });

  test('is never one that somebody else has', () => {
    const earlier = { known: new Map(), taken: ['2018-07-05-Our-First-Meeting.md'] };
    expect(only({}, { earlier }).path).toBe('2018-07-05-our-first-meeting-2.md');
  });
});

describe('a second import', () => {
  const items = [
    { name: 'x', link: 'https://blog.example.org/a/x/' },
    { name: 'x', link: 'https://blog.example.org/b/x/' },
  ];

  test('gives the same posts the same files, whatever their order and new ones before them', () => {
    const first = posts(items);
    const known = new Map(first.map(({ identity, path }) => [identity, path]));
    const again = posts(
      [
        { id: 9, name: 'x', link: '/c/x/' },
        { ...items[1], id: 2 },
        { ...items[0], id: 1 },
      ],
      {
        earlier: { known, taken: [] },
      },
    );
    expect(again.map(({ path }) => path)).toEqual(['2018-07-05-x-3.md', first[1]?.path, first[0]?.path]);
  });

  test('finds a post by its permalink where its guid changed', () => {
    const known = new Map([['/a/x/', 'old/x.md']]);
    expect(only(items[0] ?? {}, { earlier: { known, taken: [] } }).path).toBe('old/x.md');
  });

  test.each([{}, { status: 'draft', link: '' }])('keeps the slug out of a file that somebody renamed: %j', (item) => {
    const identity = 'https://blog.example.org/?p=1';
    const [first, again] = ['2018-07-05-our-first-meeting.md', '2018/renamed.md'].map((path) =>
      only(item, { earlier: { known: new Map([[identity, path]]), taken: [] } }),
    );
    expect([first, again].map((one) => one && 'slug' in one)).toEqual([false, false]);
  });

  test.each(['../x.md', '/etc/x.md', 'a/../../x.md', 'x.txt', '.git/x.md', 'c:\\x.md'])(
    'never follows a note out of the folder: %s',
    (path) => {
      const known = new Map([['https://blog.example.org/?p=1', path]]);
      expect(only({}, { earlier: { known, taken: [] } }).path).toBe('2018-07-05-our-first-meeting.md');
    },
  );
});

describe('the same item twice', () => {
  test('is written once, as it was last', () => {
    const old = { id: 5, guid: 'https://blog.example.org/?p=5' };
    const { posts: planned } = plan([old, { ...old, modifiedGmt: '2020-01-01 00:00:00' }]);
    expect(planned.map((one) => 'duplicate' in one)).toEqual([true, false]);
  });

  test('is written once without a number, too, unless it is another post', () => {
    const heads = ['A', 'A', 'B'].map((title) =>
      headOf({ ...exportItem({ title }), id: undefined }, { isDraft: false }),
    );
    const { posts: planned } = planPaths(heads, site, { filename: '{date}-{slug}' }, nothing);
    expect(planned.map((one) => 'duplicate' in one)).toEqual([false, true, false]);
  });

  test('is no reason to lose another post with its guid', () => {
    const guid = 'https://blog.example.org/?p=5';
    const [first, second] = posts([
      { id: 5, guid },
      { id: 6, guid, link: '' },
    ]);
    expect([first?.id, second?.id]).toEqual([guid, 'https://blog.example.org/?p=6']);
    expect(second?.losses).toContainEqual({
      kind: 'id',
      what: `guid “${guid}” is that of another post; https://blog.example.org/?p=6 instead`,
      count: 1,
    });
  });
});

test('links to posts are found by permalink, guid, number and former URLs', () => {
  const meta = [{ key: '_wp_old_slug', value: 'old-name' }];
  const { paths } = plan([{ meta, guid: 'http://old.example.org/?p=7' }]);
  const found = [
    'http://www.blog.example.org/2018/07/05/our-first-meeting',
    'https://blog.example.org/2018/07/05/our-first-meeting/#more-1',
    'https://blog.example.org/?p=1',
    'http://old.example.org/?p=7',
    'https://blog.example.org/2018/07/05/old-name/',
  ].map((url) => paths.get(linkKey(url)));
  expect(found).toEqual(Array(5).fill('2018-07-05-our-first-meeting.md'));
});

test('equal slugs take no quadratic time', () => {
  const count = isThorough() ? 10_000 : 1000;
  const many = posts(Array.from({ length: count }, () => ({ link: '' })));
  expect(new Set(many.map(({ path }) => path)).size).toBe(count);
});

test('a scheduled post loses no URL, since it has none yet', () => {
  const item = { link: 'https://blog.example.org/?p=1', date: '2999-01-01 00:00:00', dateGmt: '2999-01-01 00:00:00' };
  const losses = (status: string): string[] =>
    (
      planPaths([headOf(exportItem({ ...item, status }), { isDraft: false })], site, { filename: '{slug}' }, nothing)
        .posts[0] as PlannedPost
    ).losses.map(({ kind }) => kind);
  expect([losses('future'), losses('publish')]).toEqual([[], ['permalink']]);
});
