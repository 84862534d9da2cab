import { describe, expect, test } from '@jest/globals';
import { isNewSlug, newSlug, shortenSlug } from '../../../src/post/draft/slug.ts';
import { character } from '../../support/anyText.ts';
import { runs } from '../../support/effort.ts';
import fc from '../../support/fastCheck.ts';

describe('the slug of a title', () => {
  test.each([
    ['Our first meeting', 'our-first-meeting'],
    ['  Blanks   and --- hyphens ', 'blanks-and-hyphens'],
    ['Students & Staff', 'students-and-staff'],
    ['AT&T, R&D and Q&A', 'at-and-t-r-and-d-and-q-and-a'],
    ['100% partnership', '100-percent-partnership'],
    ['What we did with £5', 'what-we-did-with-5'],
    ['1,000 posts', '1000-posts'],
    ['student/staff', 'student-staff'],
    ['student–staff', 'student-staff'],
    ['a|b <c>', 'a-b-c'],
    ['Partners @ Westminster', 'partners-at-westminster'],
    ['C', 'c'],
    ['C++', 'c-plus-plus'],
    ['C#', 'c-sharp'],
    ["Don’t ask, don't tell", 'dont-ask-dont-tell'],
    ['LaTeX™ ® ©', 'latex'],
    ['Café', 'cafe'],
    ['Cafe\u0301', 'cafe'],
    ['Ruxandra Cālin', 'ruxandra-calin'],
    ['Ḥamza and Ọlá', 'hamza-and-ola'],
    ['İstanbul, ılık', 'istanbul-ilik'],
    ['Straße', 'strasse'],
    ['STRAẞE', 'strasse'],
    ['Привет, мир', 'privet-mir'],
    ['Ａｂ１', 'ab1'],
    ['𝐁𝐨𝐥𝐝', 'bold'],
    ['Meeting 🎉 in 元', 'meeting-in'],
    ['soft\u00adhyphen', 'softhyphen'],
    ['con', 'con-post'],
    ['NUL', 'nul-post'],
    ['com1', 'com1-post'],
    ['Index', 'index-post'],
    ['Console', 'console'],
  ])('%s → %s', (title, slug) => {
    expect(newSlug(title)).toBe(slug);
  });

  test.each(['你好,世界', 'हिन्दी', '한국어', 'עברית', '🎉', '...', '!?', '', ' ', '£', '\u200b'])(
    '%s has nothing to transliterate',
    (title) => {
      expect(newSlug(title)).toBeUndefined();
    },
  );

  test('is at most 200 bytes, cut at a hyphen', () => {
    const slug = newSlug('partnership '.repeat(50));
    expect(slug).toMatch(/-partnership$/);
    expect(slug?.length).toBeLessThanOrEqual(200);
    expect(slug?.length).toBeGreaterThan(180);
    expect(newSlug('é'.repeat(300))).toBe('e'.repeat(200));
    expect(newSlug('one two three', { longest: 9 })).toBe('one-two');
    expect(shortenSlug('one-two', 7)).toBe('one-two');
    expect(shortenSlug('one-two-', 7)).toBe('one-two');
  });

  test('is always one that a new post may have, and its own slug', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: character, maxLength: 300 }),
        fc.integer({ min: 20, max: 200 }),
        (title, longest) => {
          const slug = newSlug(title, { longest });
          if (slug === undefined) return;
          expect(isNewSlug(slug)).toBe(true);
          expect(slug.length).toBeLessThanOrEqual(longest);
          expect(newSlug(slug)).toBe(slug);
        },
      ),
      runs(400),
    );
  });
});

test.each([
  '../../x',
  '/etc/x',
  '..',
  '.hidden',
  'a/b',
  'a\\b',
  'a%2fb',
  'a\0',
  'a\n',
  '-rf',
  '',
  'A',
  'é',
  'a--b',
  'con',
  'a'.repeat(201),
])('%j is no slug for a new post', (slug) => {
  expect(isNewSlug(slug)).toBe(false);
});
