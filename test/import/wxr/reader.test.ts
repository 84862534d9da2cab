import { describe, expect, test } from '@jest/globals';
import type { ExportFault, ExportItem } from '../../../src/import/types.ts';
import { createExportReader } from '../../../src/import/wxr/reader.ts';
import { wxr } from '../../support/wxr.ts';

/** What a reader makes of a text, in pieces of `size`. */
function read(text: string, size = text.length || 1) {
  const items: ExportItem[] = [];
  const faults: ExportFault[] = [];
  const reader = createExportReader('a.xml', { item: (item) => items.push(item), fault: (one) => faults.push(one) });
  for (let at = 0; at < text.length; at += size) reader.write(text.slice(at, at + size));
  return { ...reader.end(), found: items, faults };
}

const messages = (text: string): string[] =>
  read(text).faults.map(({ place, message, isLoss }) => `${place.line}: ${message}${isLoss ? ' (lost)' : ''}`);

const post = `<item>
<title>One &amp; two</title>
<link>https://blog.example.org/2018/07/05/one/</link>
<dc:creator><![CDATA[ada]]></dc:creator>
<guid isPermaLink="false">https://blog.example.org/?p=1&amp;amp;x</guid>
<content:encoded><![CDATA[<p>Text ]]]]><![CDATA[> &amp; more</p>]]></content:encoded>
<excerpt:encoded>
<![CDATA[Short]]>
</excerpt:encoded>
<wp:post_id>12</wp:post_id>
<wp:post_type><![CDATA[post]]></wp:post_type>
<category domain="post_tag" nicename="a-b"><![CDATA[A & B]]></category>
<wp:postmeta><wp:meta_key><![CDATA[_edit_last]]></wp:meta_key><wp:meta_value><![CDATA[ 1 ]]></wp:meta_value></wp:postmeta>
<wp:comment><wp:comment_id>7</wp:comment_id><wp:comment_author><![CDATA[Bo]]></wp:comment_author><wp:comment_author_email>bo@example.org</wp:comment_author_email><wp:comment_content><![CDATA[Yes]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment>
</item>`;

describe('an item', () => {
  test.each([undefined, 1, 7])('has its values, in pieces of %s', (size) => {
    const { found, faults, site } = read(wxr([post]), size);
    expect(faults).toEqual([]);
    expect(site).toMatchObject({ title: 'A blog', url: 'https://blog.example.org', language: 'en-GB', version: '1.2' });
    expect(site.authors).toEqual([{ login: 'ada', displayName: 'Ada Example', firstName: 'Ada', lastName: 'Example' }]);
    expect(found).toMatchObject([
      {
        id: 12,
        type: 'post',
        title: 'One & two',
        guid: 'https://blog.example.org/?p=1&amp;x',
        isGuidPermalink: false,
        creator: 'ada',
        content: '<p>Text ]]> &amp; more</p>',
        excerpt: 'Short',
        terms: [{ domain: 'post_tag', nicename: 'a-b', name: 'A & B' }],
        meta: [{ key: '_edit_last', value: ' 1 ' }],
        comments: [{ id: 7, author: 'Bo', content: 'Yes', approved: '1' }],
      },
    ]);
    expect(JSON.stringify(found)).not.toContain('bo@example.org');
  });

  test('has the line on which it begins, whatever the line ends', () => {
    const text = wxr([post, post]);
    const line = text.slice(0, text.lastIndexOf('<item>')).split('\n').length;
    expect(read(text, 5).found[1]?.place).toEqual({ file: 'a.xml', line });
    expect(read(text.replaceAll('\n', '\r\n'), 5).found[1]?.place.line).toBe(line);
  });

  test.each([
    ['<![CDATA[ post ]]>', '<![CDATA[ ]]>', ''],
    ['\n  post\n', '\n', ''],
    ['<![CDATA[ post ]]>', '<![CDATA[ x ]]>', ' x '],
    ['<![CDATA[post]]>', '<![CDATA[ ]]>', ' '],
  ])('of type %j has the password %j: only spaces are none where a program has laid out the file', (...texts) => {
    const [type, password, expected] = texts;
    const item = `<item><wp:post_type>${type}</wp:post_type><wp:post_password>${password}</wp:post_password></item>`;
    expect(read(wxr([item])).found).toMatchObject([{ type: 'post', password: expected }]);
  });

  test('of WXR 1.0 has each term once', () => {
    const terms = `<category><![CDATA[News]]></category>
<category domain="category" nicename="news"><![CDATA[News]]></category>
<category domain="tag"><![CDATA[Events]]></category>
<category domain="tag" nicename="events"><![CDATA[Events]]></category>
<category><![CDATA[Alone]]></category>`;
    const { found } = read(wxr([post.replace(/<category.*/, terms)]));
    expect(found[0]?.terms).toEqual([
      { domain: 'category', nicename: 'news', name: 'News' },
      { domain: 'post_tag', nicename: 'events', name: 'Events' },
      { domain: 'category', nicename: '', name: 'Alone' },
    ]);
  });
});

test.each([
  [
    'text before the XML',
    (text: string) => `<br />\n<b>Warning</b>: bad <i>thing</i> in x.php\n${text}`,
    ['1: text before the XML, such as warnings of PHP'],
  ],
  [
    'a DOCTYPE',
    (text: string) => text.replace('<rss', '<!DOCTYPE rss [<!ENTITY a "aaaa">]>\n<rss').replace('One', '&a;'),
    ['1: DOCTYPE ignored; entities that it defines stay as they are', '13: unknown entity'],
  ],
  [
    'control characters',
    (text: string) => text.replace('One', 'One\u0001').replace('two', '&#0;two'),
    ['1: control character (2 times, first here)'],
  ],
  ['a raw ampersand', (text: string) => text.replace('&amp; two', '& two'), ['13: raw ampersand']],
  [
    'an unbound prefix',
    (text: string) => text.replace(/xmlns:wp="[^"]*"/, ''),
    ['2: prefix “wp:” without a declaration (19 times, first here)'],
  ],
  [
    'tags outside CDATA',
    (text: string) => text.replace(/<!\[CDATA\[Yes\]\]>/, 'A <b class="x">bold</b> <item> word'),
    ['13: tags outside CDATA, read as text (2 times, first here)'],
  ],
])('%s: read and reported', (_, change, expected) => {
  const text = change(wxr([post]));
  expect(messages(text).map((one) => one.replace(/^\d+/, ''))).toEqual(expected.map((one) => one.replace(/^\d+/, '')));
  expect(read(text, 3).found).toMatchObject([{ id: 12, excerpt: 'Short' }]);
});

test('prefixes are known by their URIs', () => {
  const { found, faults } = read(
    wxr([post])
      .replaceAll('wp:', 'w:')
      .replaceAll('dc:', 'd:')
      .replaceAll(/xmlns:(w|d)[pc]=/g, 'xmlns:$1='),
  );
  expect(faults).toEqual([]);
  expect(found).toMatchObject([{ id: 12, creator: 'ada' }]);
});

test('cut anywhere, an export gives its whole items and names the line', () => {
  const text = wxr([post, post, post]);
  for (let percent = 0; percent < 100; percent++) {
    const cut = text.slice(0, Math.floor((text.length * percent) / 100));
    const { found, faults, other } = read(cut, 50);
    expect(found.length).toBe(cut.split('</item>').length - 1);
    if (other === undefined) expect(faults).toMatchObject([{ isLoss: true, place: { line: cut.split('\n').length } }]);
  }
});

test.each<[string, string, string]>([
  [
    'an element without an end',
    post.replace('Short]]>', 'Short'),
    '“wp:postmeta” within “excerpt:encoded”, read as its text (lost)',
  ],
  [
    'CDATA without an end',
    post.replace('more</p>]]>', 'more</p>'),
    '“wp:post_id” within “content:encoded”, read as its text (lost)',
  ],
  ['an unknown element around items', `<more>${post}</more>`, '“item” within “more”, read as its text (lost)'],
  ['capitals', post.replaceAll('item>', 'ITEM>'), '“wp:post_id” within “ITEM”, read as its text (lost)'],
])('%s that takes in what belongs to an item is a loss', (_name, text, message) => {
  expect(messages(wxr([text])).map((one) => one.replace(/^\d+: /, ''))).toContain(message);
});

test('text between elements is a loss, a stray sign is not', () => {
  const text = wxr([post.replace('<link>', "'<link>").replace('<guid', 'Words\n<guid')]);
  expect(messages(text)).toEqual(['14: signs between elements', '16: text between elements, not read (lost)']);
});

test('an item that another one interrupts is named, and the other is read', () => {
  const text = wxr([post.slice(0, post.indexOf('<wp:post_id')), post]);
  expect(read(text).found).toHaveLength(1);
  expect(messages(text)).toEqual(['12: item without an end (lost)']);
});

test.each([
  ['', 'an empty file'],
  [' \n', 'an empty file'],
  ['{"a": 1}', 'a JSON file'],
  ['<!DOCTYPE html><html><body>Log in</body></html>', 'an HTML page'],
  ['<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"></feed>', 'an Atom feed'],
  [
    '<rss version="2.0"><channel><title>A</title><item><title>B</title></item></channel></rss>',
    'an RSS feed, not an export of WordPress',
  ],
  ['PK\u0003\u0004…', 'a ZIP archive; extract it first'],
  ['Dear all', 'not XML'],
])('%j is %s', (text, other) => {
  expect(read(text).other).toBe(other);
});

test.each([
  ['nested elements', '<a>'.repeat(100_000)],
  ['nested items', '<item>'.repeat(100_000)],
  ['nested markup in a text', `<item><content:encoded>${'<div>'.repeat(100_000)}`],
  ['CDATA in CDATA', `<item><title>${'<![CDATA['.repeat(100_000)}`],
  ['attributes', `<item ${'a="b" '.repeat(100_000)}`],
  ['ampersands', `<item><title>${'&'.repeat(100_000)}</title></item>`],
])('%s without end: a fault at once', (_, text) => {
  const start = performance.now();
  expect(read(wxr([]).replace('</channel>', text), 1000).faults.length).toBeGreaterThan(0);
  expect(performance.now() - start).toBeLessThan(3000);
});
