import { expect, jest, test } from '@jest/globals';
import { nestWell, rewriteSrcset } from '../../src/feed/html/sanitise.ts';
import { keptElements } from '../../src/post/markdown/safeHtml.ts';
import { runs } from '../support/effort.ts';
import fc from '../support/fastCheck.ts';
import { contentOf, feedTypes, samplePost, siteUrl, surroundings, writeFeed } from '../support/feedPosts.ts';
import { type Element, elementsOf, readXml, wordsOf } from '../support/feedReaders.ts';
import { vectors } from './vectors.ts';

const page = `${siteUrl}/2018/07/05/sample/`;

const safeElements = `a abbr acronym address article aside audio b bdi big blockquote br caption center cite code col
  colgroup data dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins
  kbd li main mark menu nav ol p picture pre q rp rt ruby s samp section small source span strike strong sub summary sup
  table tbody td tfoot th thead time tr track tt u ul var video wbr`.split(/\s+/);

const addressNames = ['href', 'src', 'srcset', 'poster', 'cite', 'action', 'formaction', 'data', 'background', 'ping'];

/** What is wrong with an element, in words. */
function dangersOf(element: Element): string[] {
  const dangers = safeElements.includes(element.tagName) ? [] : [`<${element.tagName}>`];
  for (const { name, value } of element.attrs) {
    const addresses = name === 'srcset' ? value.split(/,\s+/) : [value];
    if (/^on|^style$|^name$|:/.test(name)) dangers.push(name);
    if (name === 'id' && !/^fn(?:ref)?-/.test(value)) dangers.push(`id=${value}`);
    if (!addressNames.includes(name)) continue;
    if (!addresses.every((one) => /^(?:https?:\/\/|mailto:|tel:|data:image\/(?:png|jpe?g|gif|webp)[;,])/i.test(one))) {
      dangers.push(`${name}=${value}`);
    }
  }
  return dangers;
}

test('the judge of the tests below sees dangers', () => {
  const bad = '<script></script><p onclick=x style=y id=z></p><a href="/x"></a><a href="javascript:x"></a><svg></svg>';
  expect(elementsOf(bad).flatMap(dangersOf)).toHaveLength(7);
});

test.each(vectors)('nothing of %j is left', (vector) => {
  for (const body of [vector, `text ${vector} text`, `> - ${vector}\n\nend`]) {
    const html = contentOf(body);
    expect(elementsOf(html).flatMap(dangersOf)).toEqual([]);
    for (const type of feedTypes) {
      const feed = writeFeed([samplePost({ body })], type);
      if (type !== 'json') expect(readXml(feed)).not.toContain('script');
    }
  }
});

test('pieces of attacks put together at random leave nothing either', () => {
  const pieces = vectors.flatMap((vector) => vector.split(/(?=[<"'>\s])/));
  const body = fc.array(fc.oneof(fc.constantFrom(...vectors), fc.constantFrom(...pieces)), { maxLength: 12 });
  fc.assert(
    fc.property(body, (parts) => {
      const html = contentOf(parts.join(''));
      expect(elementsOf(html).flatMap(dangersOf)).toEqual([]);
    }),
    runs(300),
  );
});

test.each([
  ['<figure><img src="a.png" alt="A"><figcaption>C</figcaption></figure>', ['figure', 'img', 'figcaption']],
  ['<details open><summary>S</summary>T</details>', ['details', 'summary']],
  ['H<sub>2</sub>O <abbr title="x">y</abbr> <kbd>k</kbd>', ['p', 'sub', 'abbr', 'kbd']],
  ['<video src="v.mp4" poster="p.png"></video>', ['p', 'video']],
  ['<table><tr><td colspan=2>x</td></tr></table>', ['table', 'tbody', 'tr', 'td']],
])('what a blog needs stays: %j', (body, names) => {
  expect(elementsOf(contentOf(body)).map(({ tagName }) => tagName)).toEqual(names);
});

test('every address in an author’s HTML is whole', () => {
  const around = surroundings({}, { 'a.png': { size: 1 }, 'b c.png': { size: 1 } });
  const body = `<a href="#top" title="t">x</a> <img src="a.png" srcset="a.png 1x, b%20c.png 2x,/d.png, e.png 40w" alt="">
<video poster="a.png" src="v.mp4"><source src="/w.webm"><track src="t.vtt"></video> <q cite="../y">q</q>`;
  expect(contentOf(body, {}, around)).toBe(
    `<p><a href="${page}#top" title="t">x</a> <img src="${siteUrl}/a.png" srcset="${siteUrl}/a.png 1x, ` +
      `${siteUrl}/b%20c.png 2x, https://blog.example.org/d.png, ${page}e.png 40w" alt="">\n` +
      `<video poster="${siteUrl}/a.png" src="${page}v.mp4" controls=""><source src="https://blog.example.org/w.webm">` +
      `<track src="${page}t.vtt"></video> <q cite="${siteUrl}/2018/07/05/y">q</q></p>\n`,
  );
});

test.each([
  ['a.png', 'A a.png'],
  ['a.png 1x, b.png 2x', 'A a.png 1x, A b.png 2x'],
  [' a.png,b.png 2x ,, c.png', 'A a.png,b.png 2x, A c.png'],
  ['a.png 1x,b.png 2x', 'A a.png 1x, A b.png 2x'],
  ['a.png, b.png', 'A a.png, A b.png'],
  ['data:image/png;base64,AA 1x, bad 2x', 'A data:image/png;base64,AA 1x'],
  ['bad', undefined],
  [', ,', undefined],
])('srcset %j', (srcset, expected) => {
  expect(rewriteSrcset(srcset, (address) => (address === 'bad' ? undefined : `A ${address}`))).toBe(expected);
});

test.each([
  ['x.png 1x 2w', undefined],
  ['x.png \x1b[31m', undefined],
  ['x.png 0w, b.png 100w 50h, c.png 1.5x, d.png 3', 'A b.png 100w 50h, A c.png 1.5x'],
])('what no browser reads in srcset is left out: %j', (srcset, expected) => {
  expect(rewriteSrcset(srcset, (address) => `A ${address}`)).toBe(expected);
});

test('nothing is printed about a text, whatever is in it', () => {
  const printed = jest.spyOn(console, 'error').mockImplementation(() => {});
  const sets = ['a b 1x', 'a 1x 2x', 'a -1w', 'a \x1b[31m', 'a 1w 1x, , ,b', 'a (,) 1x'];
  contentOf(sets.map((set) => `<img src="a.png" srcset="${set}">`).join('\n'));
  expect(printed).not.toHaveBeenCalled();
  printed.mockRestore();
});

test('a film in a frame becomes a link, an image without an address its description', () => {
  expect(contentOf('<iframe src="https://video.example/1" title="Our film"></iframe>')).toBe(
    '<a href="https://video.example/1">Our film</a>',
  );
  expect(contentOf('<img src="javascript:x" alt="A & B">')).toBe('<span>A &amp; B</span>');
});

test.each([
  ['![a](mailto:a@b.example)<b>c</b>', '<p>a<b>c</b></p>\n'],
  ['<img src="mailto:a@b.example" alt="a">', '<span>a</span>'],
  ['<img src="/a.png" srcset="tel:1 1x">', '<img src="https://blog.example.org/a.png">'],
  ['<video src="/a.mp4" poster="mailto:a@b.example"></video>', undefined],
])('an image that no browser could show is its description: %j', (body, html) => {
  const found = contentOf(body);
  expect(found).not.toMatch(/mailto|tel:/);
  if (html !== undefined) expect(found).toBe(html);
});

test.each([
  ['[the post](<{{ site.baseurl }}/x>) and ![a cat]({{site.baseurl}}/a.png)', '<p><a>the post</a> and a cat</p>\n'],
  [
    '<a href="{{ page.url }}">the post</a> <img src="{{ a }}" alt="a cat">',
    '<p><a>the post</a> <span>a cat</span></p>\n',
  ],
  ['<https://example.org/{{id}}>', '<p><a>https://example.org/{{id}}</a></p>\n'],
  ['`[a]({{ b }})`', '<p><code>[a]({{ b }})</code></p>\n'],
])('a URL that only another tool can fill in leads nowhere: %j', (body, html) => {
  expect(contentOf(body)).toBe(html);
});

test.each([
  ['<p>a <b>b <i>c</b> d</i>', '<p>a <b>b <i>c</i></b> d</p>'],
  ['<ul><li>a<li>b</ul>', '<ul><li>a</li><li>b</li></ul>'],
  ['<div>', '<div></div>'],
  ['</div>x', 'x'],
  ['<table><p>x</table>', '<p>x</p><table></table>'],
  ['<table><tr><td>a</td></tr>b</table>', 'b<table><tbody><tr><td>a</td></tr></tbody></table>'],
  [
    '<a href="https://a.example/">a<a href="https://b.example/">b</a></a>',
    '<a href="https://a.example/">a</a><a href="https://b.example/">b</a>',
  ],
  ['<td>x</td>', 'x'],
])('%j is well nested', (body, html) => {
  expect(
    contentOf(body).replace(/^<p>(.*)<\/p>\n$/s, (whole, inner: string) => (body.startsWith('<a') ? inner : whole)),
  ).toBe(html);
});

const tags = keptElements.flatMap((name) => [`<${name}>`, `</${name}>`]);

/** What moves others, or is moved, again and again. */
const restless = [
  '<table>',
  '</table>',
  '<tr>',
  '<td>',
  '<h2>',
  '<li>',
  '<dt>',
  '<a href=1>',
  '<ruby>',
  '<rt>',
  '<p>',
  '<b>',
];

test('whatever is nested well stays so', () => {
  const soup = fc.array(fc.oneof(fc.constantFrom(...restless), fc.constantFrom(...tags, 'x', ' ', '\n')), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(soup, (parts) => {
      const html = nestWell(parts.join(''));
      expect(nestWell(html)).toBe(html);
    }),
    runs(400),
  );
});

test.each([
  ['<h1><table><h2>x</h2></table></h1>', '<h1></h1><h2>x</h2><table></table>'],
  ['<dl><dt><table><dt>x</dt></table></dt></dl>', '<dl><dt></dt><dt>x</dt><table></table></dl>'],
  ['<h2><a href=1><table><a href=2>', '<h2><a href="1"></a><a href="2"></a><table></table></h2>'],
  ['<ruby><b>x<rt>y</rt></b></ruby>', '<ruby><b>xy</b></ruby>'],
  ['<ruby>x<rp>(</rp><rt>y</rt></ruby>', '<ruby>x<rp>(</rp><rt>y</rt></ruby>'],
  ['<pre>\n\nx</pre>', '<pre>\n\nx</pre>'],
])('what would move at the next reading has moved: %j', (html, nested) => {
  expect(nestWell(html)).toBe(nested);
});

test('HTML is what a browser makes of it: read and written again it is the same', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          '<p>',
          '</p>',
          '<b>',
          '</b>',
          '<table>',
          '<tr>',
          '<td>',
          'x',
          '\n\n',
          '<li>',
          '<a href=y>',
          '</a>',
          '<h2>',
          '*',
          '- ',
        ),
      ),
      (parts) => {
        const html = contentOf(parts.join(''));
        const tags = (html.match(/<\/?[a-z]\w*/g) ?? []).filter(
          (tag) => tag !== '<br' && tag !== '<hr' && tag !== '<img',
        );
        const open: string[] = [];
        for (const tag of tags) {
          if (!tag.startsWith('</')) open.push(tag.slice(1));
          else expect(open.pop()).toBe(tag.slice(2));
        }
        expect(open).toEqual([]);
      },
    ),
    runs(200),
  );
});

test('the end of a CDATA section in an attribute is not one, and reads as it was written', () => {
  const feed = writeFeed([samplePost({ body: '<img src="a.png" alt="x]]>y">' })]);
  readXml(feed);
  const [image] = elementsOf(/<!\[CDATA\[(.*?)\]\]>/s.exec(feed)?.[1] ?? '').filter(({ tagName }) => tagName === 'img');
  expect(image?.attrs.find(({ name }) => name === 'alt')?.value).toBe('x]]>y');
});

test('the words stay when the markup goes', () => {
  expect(wordsOf(contentOf('<center><blink>Old <font color=red>but</font> good</blink></center>'))).toBe(
    'Old but good',
  );
  expect(wordsOf(contentOf('a \u0001b\u0000c \ufffe<i>d\u000b</i>'))).toBe('a bc d\n');
});
