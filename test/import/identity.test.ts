import { describe, expect, test } from '@jest/globals';
import { aliasesOf, idOf, permalinkOf } from '../../src/import/identity.ts';
import type { Loss } from '../../src/import/types.ts';
import { guidOf } from '../../src/post/fields/id.ts';

describe('the id of a post', () => {
  test.each([
    'https://blog.example.org/?p=12',
    'http://blog.example.org/2018/07/05/a/',
    'https://blog.example.org/?post_type=post&p=12',
    'http://example.org/caf\u00e9/',
    'tag:blogger.com,1999:blog-1.post-2',
    'urn:uuid:3f2c1a00-6b1d-4c6e-9a57-0d1f2e3c4b5a',
    '/?p=12',
  ])('is the guid, byte for byte: %s', (guid) => {
    const losses: Loss[] = [];
    const id = idOf(` ${guid}\n`, losses);
    expect([id, losses]).toEqual([guid, []]);
    expect(guidOf(id ?? '', 'https://other.example.org')).toBe(guid);
  });

  test.each(['12', '3f2c1a00-6b1d-4c6e-9a57-0d1f2e3c4b5a', 'a\u0001b', 'a\u2028b'])(
    'is none where feeds could not carry it: %j',
    (guid) => {
      const losses: Loss[] = [];
      expect(idOf(guid, losses)).toBeUndefined();
      expect(losses).toHaveLength(1);
    },
  );

  test('is none without a guid', () => {
    const losses: Loss[] = [];
    expect([idOf('', losses), losses]).toEqual([undefined, []]);
  });
});

describe('the permalink of a post', () => {
  const permalink = (link: string, sites = ['https://uni.example/blog'], isDraft = false) => {
    const losses: Loss[] = [];
    return [permalinkOf({ link, isDraft }, sites, losses), losses.length];
  };

  test.each([
    ['https://uni.example/blog/2018/07/05/a/', '/2018/07/05/a/'],
    ['http://www.uni.example/blog/2018/07/05/a/', '/2018/07/05/a/'],
    ['https://UNI.example/blog/A/', '/A/'],
    ['https://uni.example/blog', '/'],
    ['https://uni.example/blog/?lang=cy', '/?lang=cy'],
    ['https://uni.example/blog/%e5%ad%a6/', '/%e5%ad%a6/'],
    ['https://uni.example/blogs/a/', 'https://uni.example/blogs/a/'],
    ['https://uni.example/a/', 'https://uni.example/a/'],
    ['https://other.example/a/', 'https://other.example/a/'],
    ['/2018/a/', '/2018/a/'],
    ['https://uni.example/blog/a/#more-1', '/a/'],
    ['https://uni.example/blog/a:title/', '/a%3Atitle/'],
    ['https://uni.example/blog/{slug}/', '/%7Bslug%7D/'],
    ['https://uni.example/blog/%postname%/', '/%25postname%25/'],
  ])('of %s is %s', (link, expected) => {
    expect(permalink(link)).toEqual([expected, 0]);
  });

  test.each([
    'https://uni.example/blog/?p=12',
    'https://uni.example/blog/?page_id=12',
    'https://uni.example/blog/?post_type=book&p=12',
    'https://uni.example/blog/../../etc/',
    'https://uni.example/blog/%2e%2e/a/',
    'javascript:alert(1)',
    '//evil.example/a/',
    'ftp://uni.example/a',
    `https://uni.example/blog/${'a'.repeat(3000)}/`,
  ])('is none for %s, which is reported', (link) => {
    expect(permalink(link)).toEqual([undefined, 1]);
  });

  test('of a draft is nobody’s yet, so there is nothing to report', () => {
    expect(permalink('https://uni.example/blog/?p=12', undefined, true)).toEqual([undefined, 0]);
    expect(permalink('')).toEqual([undefined, 0]);
  });

  test('is a path below the new site, too', () => {
    const sites = ['https://old.example', 'https://new.example/b'];
    expect([permalink('https://old.example/a/', sites), permalink('https://new.example/b/a/', sites)]).toEqual([
      ['/a/', 0],
      ['/a/', 0],
    ]);
  });
});

describe('former URLs', () => {
  const head = { name: 'a', oldSlugs: [] as string[], oldDates: [] as string[], date: '2018-07-05 10:00:00' };
  const aliases = (given: Partial<typeof head>, permalink: string | undefined = '/2018/07/05/a/') => {
    const losses: Loss[] = [];
    return [aliasesOf({ ...head, ...given }, permalink, losses), losses.map(({ what }) => what)];
  };

  test.each([
    [{ oldSlugs: ['b'] }, ['/2018/07/05/b/']],
    [{ oldSlugs: ['b', 'b', 'c', ''] }, ['/2018/07/05/b/', '/2018/07/05/c/']],
    [{ oldSlugs: ['%e5%ad%a6'] }, ['/2018/07/05/%E5%AD%A6/']],
    [{ oldDates: ['2017-01-02'] }, ['/2017/01/02/a/']],
    [{ oldSlugs: ['b'], oldDates: ['2017-01-02'] }, ['/2018/07/05/b/', '/2017/01/02/a/']],
    [{ oldSlugs: ['a'], oldDates: ['2018-07-05'] }, []],
  ])('of %j are %j', (given, expected) => {
    expect(aliases(given)).toEqual([expected, []]);
  });

  test('by month only', () => {
    expect(aliases({ oldDates: ['2017-01-02'] }, '/2018/07/a/')).toEqual([['/2017/01/a/'], []]);
  });

  test.each([
    [{ oldSlugs: ['b'] }, undefined, 'former slug “b”: its URL is not known'],
    [{ oldSlugs: ['b'] }, '/other/', 'former slug “b”: its URL is not known'],
    [{ oldSlugs: ['..'] }, '/a/', 'former slug “..”: its URL is not known'],
    [{ oldDates: ['2017-01-02'] }, undefined, 'former date “2017-01-02”: its URL is not known'],
    [{ oldDates: ['x'] }, '/2018/07/05/a/', 'former date “x”: its URL is not known'],
  ])('of %j at %s cannot be told, which is reported', (given, permalink, what) => {
    const losses: Loss[] = [];
    expect(aliasesOf({ ...head, ...given }, permalink, losses)).toEqual([]);
    expect(losses.map((loss) => loss.what)).toEqual([what]);
  });
});
