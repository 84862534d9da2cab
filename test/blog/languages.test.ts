/** What paths and tags say of languages, and what URLs and feeds make of it. */
import { describe, expect, test } from '@jest/globals';
import { defaultConfig } from '../../src/blog/config/config.ts';
import { createLanguages, createUrlLanguage, languageTest, suffixOf } from '../../src/blog/languages.ts';
import { indexPosts } from '../../src/blog/postIndex.ts';
import { inferredLanguagesNote, nameLanguages, withoutTranslations } from '../../src/blog/translations.ts';
import type { PathLanguage } from '../../src/post/fields/language.ts';
import { readPost } from '../../src/post/post.ts';
import { runs } from '../support/effort.ts';
import fc from '../support/fastCheck.ts';

/** `path lang` of the files whose paths name a language, and the path of each without it. */
function named(paths: readonly string[], languages?: readonly string[]): Record<string, string> {
  const unread: { inPosts: string; language?: PathLanguage }[] = paths.map((inPosts) => ({ inPosts }));
  const files = nameLanguages(unread, languages);
  return Object.fromEntries(
    files.flatMap(({ inPosts, language }) => (language ? [[inPosts, `${language.path} ${language.lang}`]] : [])),
  );
}

describe('a path names a language that the config has', () => {
  test.each<[path: string, languages: string[], expected: string]>([
    ['visit.cy.md', ['en-GB', 'cy'], 'visit.md cy'],
    ['VISIT.CY.MD', ['en', 'cy'], 'VISIT.MD cy'],
    ['a/b/visit.cy.markdown', ['cy'], 'a/b/visit.markdown cy'],
    ['visit.en.md', ['en-GB', 'cy'], 'visit.md en-GB'],
    ['visit.pt-br.md', ['en', 'pt-BR'], 'visit.md pt-BR'],
    ['visit.pt_BR.md', ['en', 'pt-BR'], 'visit.md pt-BR'],
    ['visit.zh-hant.md', ['zh-Hant', 'zh-Hans'], 'visit.md zh-Hant'],
    ['visit.gsw.md', ['gsw'], 'visit.md gsw'],
    ['v1.2.cy.md', ['cy'], 'v1.2.md cy'],
    ['trip/index.cy.md', ['cy'], 'trip/index.md cy'],
    ['cy/visit.md', ['en', 'cy'], 'visit.md cy'],
    ['cy/2024/visit/index.md', ['en', 'cy'], '2024/visit/index.md cy'],
    ['en/visit.md', ['en-GB', 'cy'], 'visit.md en-GB'],
    ['cy/visit.cy.md', ['en', 'cy'], 'visit.md cy'],
  ])('%s in %j: %s', (path, languages, expected) => {
    expect(named([path], languages)).toEqual({ [path]: expected });
  });

  test.each([
    ['visit.md', ['en', 'cy']],
    ['visit.de.md', ['en', 'cy']],
    ['visit.bak.md', ['en', 'cy']],
    ['visit.en-route.md', ['en', 'cy']],
    ['.cy.md', ['en', 'cy']],
    ['cy.md', ['en', 'cy']],
    ['news/cy/visit.md', ['en', 'cy']],
    ['de/visit.md', ['en', 'cy']],
    ['events/visit.md', ['en', 'cy']],
    ['visit.cy', ['en', 'cy']],
  ])('%s in %j names none', (path, languages) => {
    expect(named([path, 'visit.md'], languages)).toEqual({});
  });
});

describe('without languages in the config', () => {
  test.each<[paths: string[], expected: Record<string, string>]>([
    [['visit.md', 'visit.cy.md'], { 'visit.cy.md': 'visit.md cy' }],
    [['visit.markdown', 'visit.cy.md'], { 'visit.cy.md': 'visit.md cy' }],
    [['a/visit.de.md', 'a/visit.en.md'], { 'a/visit.de.md': 'a/visit.md de', 'a/visit.en.md': 'a/visit.md en' }],
    [['visit.md', 'visit.pt-br.md'], { 'visit.pt-br.md': 'visit.md pt-BR' }],
    [['trip/index.cy.md'], { 'trip/index.cy.md': 'trip/index.md cy' }],
    [['lonely.cy.md'], {}],
    [['a/visit.md', 'b/visit.cy.md'], {}],
    [['x.md', 'x.bak.md', 'x.new.md', 'x.md.md', 'x.jp.md', 'x.xx.md', 'x.js.md'], {}],
    [['x.js.md', 'x.io.md'], {}],
    [['node.md', 'node.io.md'], {}],
    [['cy/visit.md', 'visit.md'], {}],
    [['trip/index.bak.md', 'trip/index.md'], {}],
  ])('%j', (paths, expected) => {
    expect(named(paths)).toEqual(expected);
  });

  test.each([
    [['visit.md'], { language: 'en' }, undefined],
    [['visit.cy.md', 'visit.md'], { language: 'en-GB' }, 'languages: [en-GB, cy]'],
    [['visit.cy.md', 'visit.en.md'], { language: 'en-GB' }, 'languages: [en-GB, cy]'],
    [['visit.de.md', 'visit.cy.md'], {}, 'languages: [cy, de]'],
    [['visit.cy.md', 'visit.md'], { languages: ['cy'] }, undefined],
  ])('%j with %j: %j', (paths, config, line) => {
    const files = nameLanguages(
      paths.map((inPosts) => ({ inPosts })),
      (config as { languages?: string[] }).languages,
    );
    const note = inferredLanguagesNote(files, config);
    if (line === undefined) expect(note).toBeUndefined();
    else expect(note).toContain(`add to blog.config.yaml: ${line}`);
  });
});

test.each<[string, { language?: string; languages?: string[] }, string | undefined]>([
  ['en', { language: 'en-GB' }, 'en-GB'],
  ['en-GB', { language: 'en' }, 'en'],
  ['en', { language: 'en-GB', languages: ['en', 'cy'] }, 'en'],
  ['en-GB', { language: 'en-GB', languages: ['en', 'cy'] }, 'en'],
  ['en', { language: 'en-GB', languages: ['en-GB', 'en'] }, 'en'],
  ['en', { language: 'en-GB', languages: ['en-US', 'en-GB'] }, 'en-GB'],
  ['en-US', { language: 'en-GB', languages: ['en-GB', 'cy'] }, undefined],
  ['CY', { languages: ['cy'] }, 'cy'],
  ['fr', { language: 'en', languages: ['en', 'cy'] }, undefined],
])('the config with which %s is understood: %j', (tag, config, name) => {
  expect(createLanguages(config).find(tag)).toBe(name);
});

describe('the part of the URL', () => {
  const both = { language: 'en-GB', languages: ['en-GB', 'cy'] };
  test.each([
    [{}, both, ''],
    [{ lang: 'en' }, both, ''],
    [{ lang: 'en-GB' }, both, ''],
    [{ lang: 'cy' }, both, 'cy'],
    [{ lang: 'fr' }, both, ''],
    [{ lang: 'cy', pathLang: 'cy' }, both, 'cy'],
    [{ lang: 'en-GB', pathLang: 'en-GB' }, both, ''],
    [{ lang: 'fr', pathLang: 'cy' }, both, 'cy'],
    [{ lang: 'pt-BR' }, { language: 'en', languages: ['en', 'pt-BR'] }, 'pt-br'],
    // Without the site’s language only what a path names.
    [{ lang: 'cy' }, { languages: ['en', 'cy'] }, ''],
    [{ lang: 'en', pathLang: 'en' }, { languages: ['en', 'cy'] }, 'en'],
    [{ lang: 'en', pathLang: 'en' }, {}, 'en'],
    // Without languages only what a path names.
    [{ lang: 'cy' }, { language: 'en' }, ''],
    [{ lang: 'cy', pathLang: 'cy' }, { language: 'en' }, 'cy'],
    [{ lang: 'en', pathLang: 'en' }, { language: 'en-GB' }, ''],
  ])('of %j with %j: %j', (post, config, part) => {
    expect(createUrlLanguage(config)(post)).toBe(part);
  });
});

test.each([
  ['cy', { lang: 'cy' }, true],
  ['cy', {}, false],
  ['en', {}, true],
  ['en-GB', { lang: 'en' }, true],
  ['pt', { lang: 'pt-BR' }, true],
  ['pt-BR', { lang: 'pt' }, false],
  ['p', { lang: 'pt' }, false],
])('--lang %s and %j: %j', (wanted, post, expected) => {
  expect(languageTest([wanted], { language: 'en-GB', languages: ['en-GB', 'cy'] })(post)).toBe(expected);
});

test('a new file has the suffix that will be read as its language', () => {
  const config = { language: 'en-GB', languages: ['en-GB', 'cy', 'pt-BR'] };
  expect(['cy', 'pt-BR', 'en-GB', 'en', 'fr'].map((lang) => suffixOf(lang, config))).toEqual([
    'cy',
    'pt-br',
    undefined,
    undefined,
    undefined,
  ]);
  expect(suffixOf('cy', { language: 'en-GB' })).toBeUndefined();
});

const codes = ['en', 'cy', 'de', 'pt-BR'] as const;
const folder = fc.record({
  language: fc.option(fc.constantFrom(...codes), { nil: undefined }),
  isConfigured: fc.boolean(),
  posts: fc.uniqueArray(
    fc.record({
      stem: fc.constantFrom('a', 'b', '2024/c', 'd/index'),
      suffix: fc.constantFrom('', '.en', '.cy', '.de', '.pt-br'),
      draft: fc.boolean(),
    }),
    { selector: ({ stem, suffix }) => stem + suffix, maxLength: 12 },
  ),
});

test('translations never clash, and feeds have each post once', () => {
  fc.assert(
    fc.property(folder, ({ language, isConfigured, posts }) => {
      // A file without a suffix is in the site’s language, so that one with its suffix would be the same post twice.
      const own = language === undefined ? undefined : `.${language.toLowerCase()}`;
      const files = posts.filter(({ suffix }) => suffix !== own);
      const config = {
        ...defaultConfig(),
        ...(language !== undefined && { language }),
        ...(isConfigured && { languages: codes }),
      };
      const found = nameLanguages(
        files.map(({ stem, suffix }) => ({ inPosts: `${stem}${suffix}.md` })),
        config.languages,
      );
      const text = (draft: boolean): string => `---\ntitle: T\ndate: 2024-05-14\ndraft: ${draft}\n---\n`;
      const readings = found.map((file, at) => readPost(file.inPosts, text(files[at]?.draft ?? false), config, file));
      const { entries, invalid } = indexPosts(readings, config);
      expect(invalid).toEqual([]);
      const published = entries.filter(({ post }) => !post.draft);
      const carried = withoutTranslations(published, config);
      const groups = (all: typeof entries): string[] => [...new Set(all.map(({ post }) => post.path))].sort();
      expect(groups(carried)).toEqual(groups(published));
      expect(carried.length).toBe(groups(published).length);
      expect(withoutTranslations(published.toReversed(), config).toReversed()).toEqual(carried);
    }),
    runs(300),
  );
});
