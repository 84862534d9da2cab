import { expect, test } from '@jest/globals';
import { decodeEntities } from '../../src/post/entities.ts';
import { foldName } from '../../src/post/fields/slug.ts';

test.each([
  ['It&#8217;s &amp; was', 'It’s & was'],
  ['It&#x2019;s', 'It’s'],
  ['&#150; as Windows wrote it', '– as Windows wrote it'],
  ['&ldquo;Caf&eacute;&rdquo;&hellip;', '“Café”…'],
  ['Prifysgol d&wcirc;r', 'Prifysgol dŵr'],
  ['&lt;b&gt;', '<b>'],
  ['&amp;amp;', '&amp;'],
  ['&yuml;&nbsp;&Agrave;', 'ÿ\u00a0À'],
  ['a&#10;b', 'a b'],
  ['&#x1F600;', '😀'],
])('%s is %s', (text, decoded) => {
  expect(decodeEntities(text)).toBe(decoded);
});

test.each(['R&D;', 'AT&T', '&AMP', '&nosuch;', '&#0;', '&#1;', '&#xD800;', '&#xFFFF;', '&#9999999;', '&;', '&#;'])(
  '%s stays',
  (text) => {
    expect(decodeEntities(text)).toBe(text);
  },
);

test('a name with an entity is the same name', () => {
  expect(foldName('R&amp;D')).toBe(foldName('r&d'));
});
