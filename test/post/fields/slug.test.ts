/** Slugs as posts give them, and what file names say. */
import { expect, test } from '@jest/globals';
import { parseSlug, readFileName } from '../../../src/post/fields/slug.ts';

test.each<[string, string | undefined]>([
  ['a-b_c.2', 'a-b_c.2'],
  ['caf%C3%A9', 'café'],
  ['%E4%B8%AD%e6%96%87', '中文'],
  ['trips/rome', 'trips/rome'],
  ['/docs/start', undefined],
  ['docs/start/', undefined],
  ['trips%2Frome', undefined],
  ['%2e%2e/x', undefined],
  ['../x', undefined],
  ['a//b', undefined],
  ['a/../b', undefined],
  ['/', undefined],
  ['my%20post', undefined],
  ['100%', undefined],
  ['%C3', undefined],
  ['a?b', undefined],
  ['https://example.org/x', undefined],
])('the slug %s is %s', (text, slug) => {
  expect(parseSlug(text)).toBe(slug);
});

test.each<[string, string, string?]>([
  ['2017-04-20-concepts.md', 'concepts', '2017-04-20'],
  ['2017-4-20-concepts.md', 'concepts', '2017-04-20'],
  ['2017-4-2-concepts/index.md', 'concepts', '2017-04-02'],
  ['2017-4-2.md', '2017-4-2', '2017-04-02'],
  ['2017-4-2-.md', '2017-4-2-'],
  ['2017-13-2-concepts.md', '2017-13-2-concepts'],
  ['2017-4-32-concepts.md', '2017-4-32-concepts'],
  ['2017-4-201-concepts.md', '2017-4-201-concepts'],
  ['2017-4-2.5-concepts.md', '2017-4-2.5-concepts'],
  ['My post, 100% & more?.md', 'My post, 100% & more?'],
  ['caf%C3%A9.md', 'caf%C3%A9'],
])('%s has the slug %s', (file, slug, day = '') => {
  expect(readFileName(`posts/${file}`)).toEqual({ slug, ...(day !== '' && { day }) });
});
