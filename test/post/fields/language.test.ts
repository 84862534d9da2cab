import { describe, expect, test } from '@jest/globals';
import { isLanguage } from '../../../src/post/fields/language.ts';
import { diagnose, post, read } from '../../support/diagnose.ts';

const correction = (lang: string) => diagnose(post('title: A', 'date: 2024-05-01', `lang: ${lang}`));

test.each(['en', 'EN', 'en-GB', 'cy', 'zh-Hant-TW', 'nb', 'no', 'tl', 'yue', 'cnr', 'eng', 'en-US-x-a'])(
  '%s is a language',
  (text) => {
    expect(isLanguage(text)).toBe(true);
    expect(correction(text)).toEqual([]);
  },
);

test.each([
  ['en_GB', 'en-GB'],
  ['zh_tw', 'zh-tw'],
  ['zh_Hant_TW', 'zh-Hant-TW'],
])('%s is read as %s', (text, lang) => {
  const { post: found, faults } = read(post('title: A', 'date: 2024-05-01', `lang: ${text}`));
  expect([found?.lang, faults]).toEqual([lang, []]);
});

describe('what is none is said, with what was meant', () => {
  test.each([
    ['jp', 'did you mean “ja”?'],
    ['cz', 'did you mean “cs”?'],
    ['dk', 'did you mean “da”?'],
    ['gr', 'did you mean “el”?'],
    ['iw', 'write he'],
    ['in-ID', 'write id-ID'],
    ['sh', 'write sr-Latn'],
    ['jp_JP', 'use a language code such as en, en-GB or cy'],
    ['xx', 'use a language code such as en, en-GB or cy'],
    ['English', 'write en'],
    ['British English', 'write en-GB'],
    ['Filipino', 'write fil'],
    ['Kymraeg', 'use a language code such as en, en-GB or cy'],
    ['English (UK)', 'use a language code such as en, en-GB or cy'],
  ])('%s: %s', (text, hint) => {
    expect(correction(text)).toMatchObject([{ rule: 'lang-invalid', hint }]);
  });
});
