import { expect, test } from '@jest/globals';
import { newSlug } from '../../../src/post/draft/slug.ts';
import { titles } from './titles.ts';

test.each(titles)('in %s, %s → %s', (language, title, slug) => {
  expect(newSlug(title, { language })).toBe(slug);
});

test('the table has eighty titles or more, in twenty languages or more', () => {
  expect(titles.length).toBeGreaterThanOrEqual(80);
  expect(new Set(titles.map(([language]) => language)).size).toBeGreaterThanOrEqual(20);
});
