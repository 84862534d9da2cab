import { describe, expect, test } from '@jest/globals';
import { guidOf, parseId } from '../../../src/post/fields/id.ts';

describe('parseId', () => {
  test.each<[string | number, string | undefined]>([
    ['5C155395-7a11-4e52-88b6-c3184d8fb03e', 'urn:uuid:5c155395-7a11-4e52-88b6-c3184d8fb03e'],
    ['urn:uuid:5c155395-7a11-4e52-88b6-c3184d8fb03e', 'urn:uuid:5c155395-7a11-4e52-88b6-c3184d8fb03e'],
    ['https://blog.example.org/?p=12', 'https://blog.example.org/?p=12'],
    ['tag:blog.example.org,2018-07:a', 'tag:blog.example.org,2018-07:a'],
    ['tag:a@b.example.org,2018:x/y?z#w', 'tag:a@b.example.org,2018:x/y?z#w'],
    ['urn:x-y:a%5B1%5D', 'urn:x-y:a%5B1%5D'],
    ...['[1]', 'a b', '<a>', '"', '{1}', '|', '\\', '^', '`', 'é', '%', '%4', '%zz', '#a#b', '\u00a0', '🎉'].flatMap(
      (part) =>
        ['tag:b.example.org,2018:x', 'urn:x-y:x', 'https://b.example.org/x', 'x-y:x'].map(
          (start): [string, undefined] => [`${start}${part}x`, undefined],
        ),
    ),
    ['http://[::1]/', undefined],
    ['urn:isbn:0451450523', 'urn:isbn:0451450523'],
    [12, '12'],
    ['12', '12'],
    [0, undefined],
    [1.5, undefined],
    [-3, undefined],
    ['', undefined],
    ['a-post', undefined],
    ['urn:uuid:nope', undefined],
    ['urn:x', undefined],
    ['tag:x', undefined],
    ['http://', undefined],
    ['http://a/[x]', undefined],
    ['https://é.example/', undefined],
    ['https://a.example/a b', undefined],
    ['5c155395-7a11-4e52-88b6-c3184d8fb03', undefined],
  ])('%j → %j', (written, id) => {
    expect(parseId(written)).toBe(id);
  });

  test('a number of WordPress’s is an address of the site’s', () => {
    expect(guidOf('12', 'https://blog.example.org/base')).toBe('https://blog.example.org/base/?p=12');
    expect(guidOf('urn:uuid:x', 'https://blog.example.org')).toBe('urn:uuid:x');
  });
});
