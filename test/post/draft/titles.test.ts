import { expect, test } from '@jest/globals';
import { isNewSlug, newSlug } from '../../../src/post/draft/slug.ts';
import { runs } from '../../support/effort.ts';
import fc from '../../support/fastCheck.ts';
import { titles } from './titles.ts';

test.each(titles)('in %s, %s → %s', (language, title, slug) => {
  expect(newSlug(title, { language })).toBe(slug);
});

test('the table has eighty titles or more, in twenty languages or more', () => {
  expect(titles.length).toBeGreaterThanOrEqual(80);
  expect(new Set(titles.map(([language]) => language)).size).toBeGreaterThanOrEqual(20);
});

test('in every language, and with any tag for one, it is valid and its own slug', () => {
  const letters = fc.constantFrom(...new Set(titles.map(([, title]) => title).join('')));
  const languages = fc.constantFrom(...new Set(titles.map(([language]) => language)), 'xx', 'en_GB', 'zz-ZZ', '', '?');
  fc.assert(
    fc.property(fc.string({ unit: letters, maxLength: 60 }), languages, (title, language) => {
      const slug = newSlug(title, { language });
      if (slug === undefined) return;
      expect([isNewSlug(slug), newSlug(slug, { language })]).toEqual([true, slug]);
    }),
    runs(400),
  );
});

test('a title without letters and digits of its own, or of a third that nobody could spell', () => {
  expect(newSlug('ab 你')).toBeUndefined();
  expect(newSlug('abc 你')).toBe('abc');
  expect(newSlug('🎉 2024')).toBe('2024');
});
