/** Texts that are full of what tags are made of: what a browser's parser sees in the finished feed, in each format. */
import { describe, expect, test } from '@jest/globals';
import { parseFragment, serialize } from 'parse5';
import { findDanger } from '../../src/feed/html/danger.ts';
import { keptAttributes, keptElements } from '../../src/post/markdown/safeHtml.ts';
import { runs } from '../support/effort.ts';
import fc from '../support/fastCheck.ts';
import { feedTypes, samplePost, surroundings, writeFeed } from '../support/feedPosts.ts';
import { elementsOf, readWithFeedsmith, wordsOf } from '../support/feedReaders.ts';

/** What is not allowed in HTML; not by the code that the feed itself uses. */
function dangersOf(html: string): string[] {
  return elementsOf(html).flatMap(({ tagName, attrs }) => {
    const kept = [
      ...(keptAttributes['*'] ?? []),
      ...(keptAttributes[tagName] ?? []),
      ...(tagName === 'code' ? ['class'] : []),
    ];
    const bad = attrs.filter(({ name, value }) => {
      if (!kept.includes(name) || name.startsWith('on')) return true;
      if (name === 'srcset') return value.split(/,\s+/).some((one) => !/^(?:https?:|data:image\/png)/.test(one));
      return /^(?:href|src|cite|poster)$/.test(name) && !/^(?:https?|mailto|tel):|^data:image\/png/.test(value);
    });
    return [...(keptElements.includes(tagName) ? [] : [tagName]), ...bad.map(({ name, value }) => `${name}=${value}`)];
  });
}

/** The HTML of the first item, as somebody else's reader of feeds gives it. */
function readBack(body: string, type: (typeof feedTypes)[number], fields = {}): string {
  const around = surroundings({}, { 'group.jpg': { size: 1 } });
  const [item] = readWithFeedsmith(writeFeed([samplePost({ ...fields, body })], type, { around }));
  return item?.content ?? '';
}

const image = '<img src="https://e.org/onerror=alert(1)//" srcset="https://e.org/a.png 1x">';

describe.each(feedTypes)('%s', (type) => {
  test.each([
    `Set title=" ${image}`,
    `Set alt=" ${image}`,
    `<b title="x">Set</b> alt=" ${image}`,
    `| a title=" |\n|-|\n| ${image} |`,
    `# Set title=" ${image}`,
    `Note[^1]\n\n[^1]: Set title=" ${image}`,
    `\`a title="\` ${image}`,
    `<abbr title='a title=&quot;'>x</abbr> alt=" ${image}`,
    `[a title="](b ' title="') ${image}`,
  ])('a word like an attribute changes no tag after it: %j', (body) => {
    const html = readBack(body, type);
    const img = elementsOf(html).find(({ tagName }) => tagName === 'img');
    expect(img?.attrs.map(({ name, value }) => [name, value])).toEqual([
      ['src', 'https://e.org/onerror=alert(1)//'],
      ['srcset', 'https://e.org/a.png 1x'],
    ]);
  });

  test('an image keeps its address when the text speaks of addresses', () => {
    const html = readBack('An image has src and title=" or alt.<br> ![Our group](group.jpg)', type);
    const img = elementsOf(html).find(({ tagName }) => tagName === 'img');
    expect(img?.attrs.map(({ name }) => name)).toEqual(['src', 'alt']);
    expect(wordsOf(html)).toContain('has src and title=" or alt.');
  });

  test('a description says what it said, and is not taken for an address', () => {
    const values = ["use src='b' or SRC=c", 'a src= b', 'src&#61;x'];
    const html = readBack(`![${values[0]}](a.png "${values[1]}") <i title="${values[2]}">x</i>`, type);
    expect(html.match(/(?:alt|title)="[^"]*src=/gi)).toBe(null);
    expect(elementsOf(html).flatMap(({ attrs }) => attrs.map(({ value }) => value))).toEqual(
      expect.arrayContaining(["use src='b' or SRC=c", 'a src= b', 'src=x']),
    );
  });

  test('characters that no feed carries are dropped from text, code and attributes, and numbers stay numbers', () => {
    const html = readBack('a\x92 &#12;`b\x01&` <i title="c&#12;\x80 Ã©">\ufffd</i> <\x01b title=">', type);
    expect(wordsOf(html).trim()).toBe('a b& \ufffd <b title=">');
    expect(html).toContain('title="c Ã&#xA9;"');
    expect(html).toContain('&#xFFFD;');
  });

  test('names, titles and summaries stay text', () => {
    const said = `Set title=" ${image}`;
    const fields = { title: said, summary: said, authors: [{ name: said }] };
    const feed = writeFeed([samplePost(fields)], type);
    const [item] = readWithFeedsmith(feed);
    expect([item?.title, item?.authors[0]]).toEqual([said, said]);
    expect(type === 'rss' ? wordsOf(item?.summary ?? '') : item?.summary).toBe(said);
    expect(dangersOf(item?.content ?? '')).toEqual([]);
    expect(wordsOf(item?.content ?? '')).toContain(said);
  });
});

/** The tags as they are written. In our HTML every other `<` and `>` is escaped. */
function tagsOf(html: string): string[] {
  return html.match(/<[^\s<>]*/g) ?? [];
}

const words = [
  ' title="',
  ' alt="',
  ' src=',
  ' SRC =',
  " title='",
  '<img',
  '<img src="a.png"',
  ' srcset="a.png 1x, b.png 2x"',
  ' srcset=',
  '<b',
  '<p title="',
  '<a href="',
  '<abbr title=',
  '</p>',
  '<br>',
  '<table><tr><td>',
  '<svg><style>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '>',
  '/>',
  '"',
  "'",
  '=',
  '&quot;',
  '&#34;',
  '&#x22;',
  '&lt;',
  '&gt;',
  '&amp;',
  '&#61;',
  '&#12;',
  '&#xFFFD;',
  'onerror=',
  ' onerror=alert(1)//',
  'javascript:',
  'href=javascript:alert(1)',
  'https://e.org/onerror=alert(1)//',
  '`',
  '\n```html\n',
  '![',
  '](a.png "',
  '](javascript:x ',
  "[a](b ' title=\"')",
  '<https://e.org/',
  '[^1]',
  '\n\n[^1]: ',
  '^[',
  ']',
  '")',
  '\n\n# ',
  '\n\n| a | b |\n|-|:-|\n| ',
  ' | ',
  '\n\n- ',
  '\n> ',
  '\n\n',
  ' ',
  'x',
  'Ã',
  '©',
  '\ufffd',
  '\x01',
  '\x92',
];

const effort = runs(200);

test(`of ${effort.numRuns} texts made of them, no tag has anything that the lists do not have`, () => {
  const body = fc.array(fc.constantFrom(...words), { minLength: 2, maxLength: 16 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(body, fc.constantFrom(...feedTypes), (text, type) => {
      const html = readBack(text, type, { authors: [{ name: 'Ann title="' }] });
      expect(dangersOf(html)).toEqual([]);
      expect(findDanger(html)).toBe(undefined);
      const once = serialize(parseFragment(html));
      expect(serialize(parseFragment(once))).toBe(once);
      expect(tagsOf(once)).toEqual(tagsOf(html));
    }),
    effort,
  );
}, 3_600_000);

test.each([
  ['<script>x</script>', '<script>'],
  ['<p onclick="x">', 'onclick="x" in <p>'],
  ['<b><i><img src="x" onerror="y"></i></b>', 'src="x" in <img>'],
  ['<a href="javascript:x">x</a>', 'href="javascript:x" in <a>'],
  ['<a href=" https://e.org/">x</a>', 'href=" https://e.org/" in <a>'],
  ['<a href="data:image/png,x">x</a>', 'href="data:image/png,x" in <a>'],
  ['<img src="data:image/svg+xml,x">', 'src="data:image/svg+xml,x" in <img>'],
  [
    '<img srcset="https://e.org/a 1x, data:text/html,x 2x">',
    'srcset="https://e.org/a 1x, data:text/html,x 2x" in <img>',
  ],
  ['<video poster="x:y"></video>', 'poster="x:y" in <video>'],
  ['<p class="x">', 'class="x" in <p>'],
  ['<code class="x">', 'class="x" in <code>'],
  ['<p id="x">', 'id="x" in <p>'],
  ['<p constructor="x">', 'constructor="x" in <p>'],
  ['a<!-- x -->', '#comment'],
  ['<svg><b>x</b></svg>', '<svg>'],
  ['<p>x</p><template><script></script></template>', '<template>'],
])('the last look finds what is wrong with %j', (html, danger) => {
  expect(findDanger(html)).toBe(danger);
});

test('it lets pass what feeds carry', () => {
  const html = `<p lang="en"><a href="mailto:a@e.org">x</a> <sup><a href="https://e.org/#fn-1-1" id="fnref-1-1">1</a></sup>
<img src="data:image/png;base64,AA" srcset="https://e.org/a,b.png 1x, https://e.org/c.png 2x" alt=""></p>
<pre><code class="language-js">x</code></pre><table><tbody><tr><td align="right">x</td></tr></tbody></table>`;
  expect(findDanger(html)).toBe(undefined);
});
