import { describe, expect, test } from '@jest/globals';
import { findIn, placesIn } from '../support/findings.ts';

const people = 'authors: [Ada Example (student)]\nphotos_by: [Ben van der Sample, Ruxandra Cālin]';

describe('bylines in the text', () => {
  test.each<[string, string, string[]]>([
    ['as in front matter', 'Text by Ada Example. Photos by Ben van der Sample and Ruxandra Cālin', []],
    ['with a first name', 'Words: Ada', []],
    ['with initials', 'Words: A. Example', []],
    ['without an accent', '*Photography: Ruxandra Calin*', []],
    ['somebody else', 'Text and photos by Joe Bloggs', ['byline-mismatch 1:20 Joe Bloggs']],
    ['one of two', '*Photos by Joe Bloggs and Ruxandra Cālin*', ['byline-mismatch 1:12 Joe Bloggs']],
    ['with a label each', 'Words: Ada Example, photos: Joe Bloggs', ['byline-mismatch 1:29 Joe Bloggs']],
    ['Photography', 'A\n\n**Photography:** Joe Bloggs', ['byline-mismatch 3:18 Joe Bloggs']],
    ['Photographs', '> Photographs by Joe Bloggs', ['byline-mismatch 1:18 Joe Bloggs']],
    ['Words and pictures', 'Words & pictures by Joe Bloggs', ['byline-mismatch 1:21 Joe Bloggs']],
    ['a name with a role', 'Text by Joe Bloggs (staff)', ['byline-mismatch 1:9 Joe Bloggs']],
    ['nobody in particular', 'Text by the whole team', []],
    ['a sentence', `Words: ${'we used many of them, and '.repeat(12)}`, []],
    ['not at the beginning', 'I like text by Joe Bloggs', []],
    ['a caption names who took one picture', 'Photo: Joe Bloggs', []],
    ['a list of things', 'Images: round table, speech bubbles', []],
    ['in code', '    Text by Joe Bloggs', []],
  ])('%s', async (_, body, expected) => {
    expect(await placesIn(body, { fields: people })).toEqual(expected);
  });

  test('a key of the config’s people is the person', async () => {
    const config = 'authors: { joe: { name: Joe Bloggs, role: staff } }\n';
    expect(await placesIn('Text by Joe Bloggs', { fields: 'authors: [joe]', config })).toEqual([]);
  });

  test('what to type', async () => {
    const [one] = await findIn('Photos by Joe Bloggs', { fields: 'authors: [Ada Example]' });
    expect(one?.hint).toBe('add a line photos_by: Joe Bloggs in the front matter, or correct the name here');
    const [other] = await findIn('Text by Joe Bloggs', { fields: 'authors: [Ada Example]' });
    expect(other?.hint).toBe('add Joe Bloggs to authors in the front matter, or correct the name here');
  });
});

const files = { 'a.jpg': 'x', 'b.jpg': 'x' };

describe('who took the pictures', () => {
  test.each<[string, string, string, string[]]>([
    ['nobody', '![A](a.jpg)', '', ['photo-credit-missing 1:1 ![A](a.jpg)']],
    ['nobody: the first is enough', 'x ![A](a.jpg)\n\n![B](b.jpg)', '', ['photo-credit-missing 1:3 ![A](a.jpg)']],
    ['photos_by', '![A](a.jpg)', 'photos_by: Ben', []],
    ['a byline', '![A](a.jpg)', 'byline: Text and photos by Ada Example', []],
    ['a caption', '![A](a.jpg)\n\n*Photo: Ben*', '', []],
    ['a caption in the same paragraph', '![A](a.jpg)\n*Drawing by Ben*', '', []],
    ['a caption above', 'Image courtesy of the library\n\n![A](a.jpg)', '', []],
    ['a title', '![A](a.jpg "Photo: Ben")', '', []],
    ['a copyright', '![A](a.jpg)\n\n© Ben 2024', '', []],
    ['HTML', '<figure><img alt="A" src="a.jpg"><figcaption>Photo: Ben</figcaption></figure>', '', []],
    ['a line for all', '![A](a.jpg)\n\nx\n\ny\n\nz\n\nAll photos by Ben', 'authors: [Ben]', []],
    [
      'a caption of another',
      '![A](a.jpg)\n\n*Photo: Ben*\n\nx\n\ny\n\nz\n\n![B](b.jpg)\n\nx',
      '',
      ['photo-credit-missing 11:1 ![B](b.jpg)'],
    ],
    ['a word like it', '![A](a.jpg)\n\nThe photo shows two people.', '', ['photo-credit-missing 1:1 ![A](a.jpg)']],
    ['of another site', '![A](https://example.org/a.jpg)', '', []],
    ['that is not there is another fault', '![A](c.jpg)', '', ['image-file-missing 1:6 c.jpg']],
  ])('%s', async (_, body, fields, expected) => {
    expect(await placesIn(body, { fields, files })).toEqual(expected);
  });

  test('the picture in front matter', async () => {
    const image = 'image:\n  src: a.jpg\n  alt: Two people';
    expect((await findIn('x', { fields: image, files })).map(({ rule }) => rule)).toEqual(['photo-credit-missing']);
    expect(await findIn('x', { fields: `${image}\n  credit: Ben`, files })).toEqual([]);
    expect(await findIn('x\n\n![A](a.jpg)\n\n*Photo: Ben*', { fields: image, files })).toEqual([]);
    // Its credit is the picture's, wherever it is shown.
    expect(await findIn('![A](a.jpg)', { fields: `${image}\n  credit: Ben`, files })).toEqual([]);
  });
});

describe('consent, and roles', () => {
  const image = 'image:\n  src: https://example.org/a.jpg\n  alt: Two people';
  const every = ['student-author-missing', 'staff-author-missing', 'role-missing', 'photo-consent-missing'];
  const args = every.flatMap((rule) => ['--rule', `${rule}=warn`]);

  test.each<[string, string, string[]]>([
    ['pending', 'pending', ['photo-consent-pending 4']],
    ['false', 'false', ['photo-consent-pending 4']],
    ['yes', 'yes', []],
    ['true', 'true', []],
    ['not-needed', 'not-needed', []],
    ['a word that is none', 'maybe', ['field-type 4']],
  ])('consent: %s', async (_, consent, expected) => {
    const found = await findIn('x', {
      fields: `${image}\n  consent: ${consent}`,
      args: ['--rule', 'photo-consent-missing=warn'],
    });
    expect(
      found.map(({ rule, line }) => `${rule} ${line + 6 + 3}`.replace(/\d+$/, (at) => `${Number(at) - 4}`)),
    ).toEqual(expected);
  });

  test.each<[string, string, string[]]>([
    ['both', '[Ada (student), Ben (staff)]', []],
    ['only a student', '[Ada (student)]', ['staff-author-missing 5:10']],
    ['neither', '[Ada (partner)]', ['staff-author-missing 5:10', 'student-author-missing 5:10']],
    ['one without', '[Ada (student), Ben (staff), Cy]', ['role-missing 5:39']],
    ['one without, alone', 'Cy', ['role-missing 5:10', 'staff-author-missing 5:10', 'student-author-missing 5:10']],
  ])('roles: %s', async (_, authors, expected) => {
    const found = await findIn('x', { fields: `authors: ${authors}`, args });
    expect(found.map(({ rule, line, column }) => `${rule} ${line + 6}:${column}`)).toEqual(expected);
  });

  test('off until a config asks', async () => {
    expect(await findIn('x', { fields: image })).toEqual([]);
    expect(
      (await findIn('x', { fields: image, config: 'rules: { photo-consent-missing: error }\n' })).map((one) => [
        one.rule,
        one.severity,
      ]),
    ).toEqual([['photo-consent-missing', 'error']]);
  });
});
