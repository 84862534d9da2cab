import { describe, expect, test } from '@jest/globals';
import { closingCredits, readPeopleOf } from '../../../src/import/fields/people.ts';
import type { ExportItem } from '../../../src/import/types.ts';
import { formatPerson, type Person } from '../../../src/post/fields/authors.ts';
import { exportIndex, exportItem } from '../../support/exportItem.ts';

const account = (login: string, displayName: string, firstName = '', lastName = '') => ({
  login,
  displayName,
  firstName,
  lastName,
});
const index = exportIndex({
  guests: new Map([
    ['grace-guest', 'Grace Guest'],
    ['zoë', 'Zoë Guest'],
    ['ivy guest', 'Ivy Guest'],
  ]),
  site: {
    authors: [
      account('ada', 'Ada Example', 'Ada', 'Example'),
      account('ben.sample', 'ben.sample', 'Ben', 'Sample'),
      account('cara', 'cara@example.org', 'Cara', 'Case'),
      account('dan', 'dan'),
      account('eve@example.org', 'eve@example.org'),
      account('rd', 'R&amp;D team'),
      account('flo', 'Flo Field (student)'),
      account('mix', 'Mia Mix <mia@example.org>'),
    ],
  },
});
const names = (people: readonly Person[]) => people.map(formatPerson).join(', ');
const people = (given: Partial<ExportItem>) => {
  const { authors, photos_by, losses } = readPeopleOf(exportItem(given), index);
  return [names(authors), names(photos_by), losses.map(({ what }) => what).join('; ')];
};
const term = (nicename: string, name = nicename) => ({ domain: 'author', nicename, name });

describe('the author', () => {
  test.each([
    ['ada', 'Ada Example', ''],
    ['ADA', 'Ada Example', ''],
    ['ben.sample', 'Ben Sample', ''],
    ['cara', 'Cara Case', ''],
    ['rd', 'R&D team', ''],
    ['flo', 'Flo Field (student)', ''],
    ['mix', 'Mia Mix', ''],
    ['dan', 'dan', 'no other name than the login: “dan”'],
    ['eve@example.org', 'eve', 'no other name than the login: “eve”'],
    ['gone', 'gone', 'not among the authors of the export, so that the login is the name: “gone”'],
    ['', '', 'no author'],
  ])('“%s” is %s', (creator, name, what) => {
    expect(people({ creator })).toEqual([name, '', what]);
  });
});

describe('co-authors', () => {
  test.each([
    [[term('cap-grace-guest')], 'Grace Guest', ''],
    [[term('cap-zo%c3%ab')], 'Zoë Guest', ''],
    [[term('cap-ivy-guest', 'ivy guest')], 'Ivy Guest', ''],
    [[term('cap-ada'), term('cap-grace-guest')], 'Ada Example, Grace Guest', ''],
    [[term('cap-ada'), term('cap-ada')], 'Ada Example', ''],
    [[term('cap-ben-sample')], 'Ben Sample', ''],
    [[term('cap-hal', 'Hal Hill')], 'Hal Hill', ''],
    [
      [term('cap-hal', 'hal')],
      'hal',
      'co-author not among the authors of the export, so that the login is the name: “hal”',
    ],
  ])('%j are %s', (terms, authors, what) => {
    expect(people({ terms, creator: 'dan' })).toEqual([authors, '', what]);
  });
});

describe('a closing byline', () => {
  test.each([
    ['<p>Text.</p>\n<p>Text and photos by Ruxandra Cālin, June 2018</p>', 'Ruxandra Cālin', 'Ruxandra Cālin'],
    ['Text.\n\n<em>Text and photos by Ruxandra Cālin</em>\n\n', 'Ruxandra Cālin', 'Ruxandra Cālin'],
    ['<!-- wp:paragraph --><p>Words: Jo Day. Photos: Al Ray</p><!-- /wp:paragraph -->', 'Jo Day', 'Al Ray'],
    [
      '[fusion_text]<p>T</p><p>Text by Jo Day &amp; Al Ray, 5 July 2018</p>[/fusion_text][/fusion_builder_column]',
      'Jo Day, Al Ray',
      '',
    ],
    ['<p>Written by the Partnership Team.</p>', 'the Partnership Team', ''],
    ['<p>Photos by Al Ray</p>', '', 'Al Ray'],
    ['<p>Photo by Al Ray</p>', '', 'Al Ray'],
    ['<p><em>Photos</em>: Al Ray</p>', '', 'Al Ray'],
    ['<p>Photographed&nbsp;<b>by</b> Al Ray</p>', '', 'Al Ray'],
    ['Text &amp; pictures\u200b by Al Ray', 'Al Ray', 'Al Ray'],
    ['<p>Words and pictures by Al Ray (student), 2019</p>', 'Al Ray (student)', 'Al Ray (student)'],
    ['<p>Written by Al Ray (second-year Law student)</p>', 'Al Ray (student)', ''],
    ['<p>Text by Al Ray, PhD student, and Jo Day (lecturer in Law)</p>', 'Al Ray (student), Jo Day', ''],
  ])('%s', (content, authors, photos) => {
    const credits = closingCredits(content);
    expect([names(credits?.authors ?? []), names(credits?.photos_by ?? [])]).toEqual([authors, photos]);
  });

  test.each([
    '<p>By the way, we met again.</p>',
    '<p>Text by Jo Day</p><p>More text follows here.</p>',
    '<p>Photo: the lake in winter.</p>',
    '<p>Photo: Lake Ontario</p>',
    '<p>Text messages are best.</p>',
    '<p>Written by students who had never met. They liked it.</p>',
    '<p>Story by story, we went on.</p>',
    '',
  ])('is not “%s”', (content) => {
    expect(closingCredits(content)).toBeUndefined();
  });

  test('wins over the account, which is named in the report', () => {
    const content = '<p>Text and photos by Ruxandra Cālin, June 2018</p>';
    const what = 'account of Ada Example; the text says “by Ruxandra Cālin”';
    expect(people({ content })).toEqual(['Ruxandra Cālin', 'Ruxandra Cālin', what]);
    expect(people({ content: '<p>Photos by Al Ray</p>' })).toEqual(['Ada Example', 'Al Ray', '']);
    expect(people({ content: '<p>Text and photos by Ada Example</p>' })).toEqual(['Ada Example', 'Ada Example', '']);
  });

  test('makes it no matter what the account is called', () => {
    const content = '<p>Text by Ruxandra Cālin</p>';
    const what = 'account of dan; the text says “by Ruxandra Cālin”';
    expect(people({ creator: 'dan', content })).toEqual(['Ruxandra Cālin', '', what]);
  });
});

describe('an opening byline', () => {
  test.each([
    ['By Jo Day and Al Ray\n\nWe met.', 'Jo Day and Al Ray'],
    ['<p><em>Written by Jo Day (first-year student)</em></p><p>We met.</p>', 'Jo Day'],
    ['<p><b>B</b>y Jo Day</p><p>We met.</p>', 'Jo Day'],
    ['&#66;y Jo Day\n\nWe met.', 'Jo Day'],
    ['\u200bBy Jo Day\n\nWe met.', 'Jo Day'],
    ['B\u00ady Jo Day\n\nWe met.', 'Jo Day'],
    ['[intro size="1"]\n<!-- a > b -->\n<a title="a > b c">By Jo Day</a>\n\nWe met.', 'Jo Day'],
    ['<p style="display: none">Hidden</p><p>By Jo Day</p>', 'Jo Day'],
    ['<script>var a = 1;</script><p>By Jo Day</p>', 'Jo Day'],
  ])('“%s” is reported where the account has another name', (content, said) => {
    expect(people({ content })).toEqual(['Ada Example', '', `account of Ada Example; the text begins “by ${said}”`]);
  });

  test.each([
    'By the way, we met.',
    'By June\n\nwe had met.',
    'Text messages are best.',
    'By Ada Example\n\nWe met.',
    'Photo by Al Ray\n\nWe met.',
  ])('“%s” is none, or that of the account', (content) => {
    expect(people({ content })).toEqual(['Ada Example', '', '']);
  });
});
