import { describe, expect, test } from '@jest/globals';
import { configCategories, readTerms } from '../../../src/import/fields/terms.ts';
import type { ItemTerm } from '../../../src/import/types.ts';
import { exportIndex, exportItem } from '../../support/exportItem.ts';

const term = (domain: string, nicename: string, name: string): ItemTerm => ({ domain, nicename, name });
const category = (nicename: string, name: string) => term('category', nicename, name);
const read = (terms: ItemTerm[], language = 'en-GB') => {
  const { losses, ...found } = readTerms(exportItem({ terms }), exportIndex({ site: { language } }));
  return { ...found, losses: losses.map(({ what, count }) => `${count} ${what}`) };
};

describe('terms', () => {
  test('are read by domain, names decoded, duplicates once', () => {
    const terms = [
      category('research-development', 'Research &amp; Development'),
      term('post_tag', 'a', '  A\u00a0tag '),
      term('post_tag', 'a-2', 'a tag'),
      term('language', 'cy', 'Cymraeg'),
      term('post_format', 'post-format-aside', 'Aside'),
      term('series', 'one', 'Series one'),
      term('author', 'cap-ada', 'ada'),
      category('caf%c3%a9', ''),
    ];
    expect(read(terms)).toEqual({
      categories: ['Research & Development', 'café'],
      tags: ['A tag'],
      lang: 'cy',
      losses: ['1 format “aside”', '1 series “Series one”'],
    });
  });

  test.each([
    ['en-GB', 'uncategorized', 'Uncategorized', []],
    ['en-GB', 'uncategorised', 'Uncategorised', []],
    ['cy', 'uncategorized', 'Digategori', []],
    ['de-DE', 'allgemein', 'Allgemein', []],
    ['fr-FR', 'non-classe', 'Non classé', []],
    ['xx', 'uncategorized', 'Kein Begriff', []],
    ['en-GB', 'allgemein', 'Allgemein', ['Allgemein']],
    ['en-GB', 'uncategorized', 'News', ['News']],
  ])('in %s, %s “%s” leaves %j', (language, slug, name, categories) => {
    const found = read([category(slug, name)], language);
    expect(found.categories).toEqual(categories);
    // Spelt as in the export.
    expect(found.losses).toEqual(categories.length === 0 ? [`1 category “${name}”`] : []);
  });

  test.each(['_yoast_wpseo_primary_category', 'rank_math_primary_category'])(
    'the primary one of %s is first',
    (key) => {
      const terms = [
        { taxonomy: 'category', slug: 'a', name: 'A', parent: '', id: 3 },
        { taxonomy: 'category', slug: 'b', name: 'B', parent: '', id: 4 },
      ];
      const item = exportItem({ terms: [category('a', 'A'), category('b', 'B')], meta: [{ key, value: '4' }] });
      expect(readTerms(item, exportIndex({ site: { terms } })).categories).toEqual(['B', 'A']);
      expect(readTerms(item, exportIndex()).categories).toEqual(['A', 'B']);
    },
  );

  test.each([
    ['en_GB', 'en-GB'],
    ['xx-not-a-language', undefined],
  ])('the language %s is %s', (nicename, lang) => {
    const found = read([term('language', nicename, 'A language')]);
    expect([found.lang, found.losses.length]).toEqual([lang, lang === undefined ? 1 : 0]);
  });
});

test('the config keeps slugs that differ from names, and says what it cannot keep', () => {
  const terms = [
    ['news', 'News', ''],
    ['research-development', 'Research &amp; Development', ''],
    ['blog', 'Partnership blog', ''],
    ['2019-b', 'Events', 'news'],
    ['events-2', 'events', ''],
    ['uncategorized', 'Uncategorized', ''],
    ['a/b', 'Odd', ''],
  ].map(([slug = '', name = '', parent = '']) => ({ taxonomy: 'category', slug, name, parent }));
  const { categories, losses } = configCategories(exportIndex({ site: { terms } }));
  expect(categories).toEqual([
    { name: 'News' },
    { name: 'Research & Development', slug: 'research-development' },
    { name: 'Partnership blog', slug: 'blog' },
    { name: 'Events', slug: '2019-b' },
    { name: 'Odd' },
  ]);
  expect(losses.map(({ what }) => what)).toEqual([
    '“Events” is below “news”: categories have no levels here',
    'two categories called “events” become one; the URL of “events-2” is not kept',
    'slug “a/b” of “Odd” cannot be kept',
  ]);
});
