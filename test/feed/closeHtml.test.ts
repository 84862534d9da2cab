import { expect, test } from '@jest/globals';
import { runs, sample } from '../support/effort.ts';
import fc from '../support/fastCheck.ts';
import { contentOf, feedTypes, sampleFeed, samplePost, writeFeed } from '../support/feedPosts.ts';
import { elementsOf, wordsOf } from '../support/feedReaders.ts';

/** Elements whose content is not shown, and those whose content HTML does not read as HTML. */
const hiding =
  `title textarea xmp noembed noframes plaintext select svg math option template datalist script style`.split(' ');
const others = 'noscript iframe video audio object canvas head body frameset listing marquee form name x-y'.split(' ');

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

test.each([...hiding, ...others])('an unclosed <%s> takes nothing with it', (name) => {
  const bodies = [
    `before <${name}> mid\n\nafter\n\n- a <${name} class="b"> b\n\nend`,
    `<${name}>\nmid\n\nafter\n\nend`,
    `<div>\n<${name}>\nmid\n</div>\n\nafter\n\nend`,
    `> <${name}>\n> mid\n\nafter </${name}>\n\nend`,
    `- <${name}>\n  mid\n- after </${name}>\n\nend`,
    `mid <${name}> a\n\nafter </${name}>\n\nend`,
  ];
  for (const body of bodies) {
    const html = contentOf(body);
    expect({ body, words: onOneLine(wordsOf(html)) }).toEqual({
      body,
      words: expect.stringMatching(/mid.*after.*end$/),
    });
    if (hiding.includes(name)) expect(wordsOf(html)).toContain(`<${name}`);
    // What is in a video is shown only where videos cannot be.
    for (const element of elementsOf(html).filter(({ tagName }) => /video|audio/.test(tagName))) {
      expect(element.childNodes).toEqual([]);
    }
  }
});

test.each([
  ['<!-- a\n\nafter', '<!-- a after'],
  ['x <!-- a\n\nafter', 'x <!-- a after'],
  ['<div> <!-- a\n\nafter -->\n\nend</div>', '<!-- a after --> end'],
  ['<?php a\n\nafter', '<?php a after'],
  ['<![CDATA[ a\n\nafter', '<![CDATA[ a after'],
  ['<!DOCTYPE a\n\nafter', '<!DOCTYPE a after'],
  ['<div title="a\n\nafter "b"', '<div title="a after "b"'],
  ['<div title="a <b>b</b>\n\nafter', '<div title="a b after'],
  ['<p>a</\n\nafter', 'a</ after'],
  ['<div\n\nafter', '<div after'],
  ['</div x\n\nafter', '</div x after'],
  ['> <!-- a\n\nafter -->', '<!-- a after -->'],
])('what is not finished is text: %j', (body, words) => {
  expect(onOneLine(wordsOf(contentOf(body)))).toBe(words);
});

test.each([
  ['<p>a <a href="/x>b</a> c</p>\n<p>d "e" f</p>', 'a <a href="/x>b c d "e" f'],
  ['<p class="a>b</p>\n<p class="c">d</p>', '<p class="a>b d'],
  ['<p><img src="/a.png> b <img src="/c.png" alt=""> d</p>', '<img src="/a.png> b d'],
  ["<p><a href='/x>don't stop</a> b</p>", "<a href='/x>don't stop b"],
  ['<div title="a>b</div>\n\nc "d" <b>e</b>', '<div title="a>b c "d" e'],
  ['<p class=">a</p>\n<p class=">b</p>', '<p class=">a <p class=">b'],
  ["a <b title='> c <b title='> d", "a <b title='> c <b title='> d"],
  ['a <!b c <i>d</i> e', 'a <!b c d e'],
  ['a <? b <i>c</i> ?> d', 'a <? b c ?> d'],
  ['<div>\n<![CDATA[ a <b>b</b> c ]]></div>', '<![CDATA[ a b c ]]>'],
  ['<div>\n</ a <b>b</b> c</div>', '</ a b c'],
])('what would end only with another tag is text: %j', (body, words) => {
  expect(onOneLine(wordsOf(contentOf(body)))).toBe(words);
});

test('a bracket in quotes ends no tag', () => {
  expect(contentOf('<p title="a > b <i>c</i>">d</p> <!-- <b> -->')).toContain(
    '<p title="a &gt; b &lt;i&gt;c&lt;/i&gt;">d</p>',
  );
  expect(onOneLine(wordsOf(contentOf('<img src="a.png alt="b"> <?php a > b ?>')))).toBe(
    '<img src="a.png alt="b"> b ?>',
  );
});

test.each([
  ['a <!-- b --> c', 'a c'],
  ['<!-- a\n\nb -->\n\nc', 'c'],
  ['<!--> a', 'a'],
  ['<?php a ?> b', 'b'],
  ['a <svg><text>b</text></svg> c', 'a c'],
  ['<svg>\n<g>\n\n<text>a</text>\n\n</g>\n</svg>\n\nb', 'b'],
  ['a <svg/> b', 'a b'],
  ['<svg><svg>a</svg>b</svg> c', 'c'],
  ['<select>\n<option>a\n<option>b\n</select>\n\nc', 'c'],
  ['<noframes>\n\na *b*\n\n- c\n\nd</noframes> e', 'e'],
  ['<textarea>\n\n*a*\n\n</textarea>\n\nb', 'b'],
  ['<div><script>\nif (a<b) "</div>";\n\nc("<x \'");\n</script>\nd</div>', 'd'],
  ['<script>a</script><script>b</script>c', 'c'],
  ['<title>a <b> </title> b', 'b'],
])('what feeds leave out ends where it is closed: %j', (body, words) => {
  expect(onOneLine(wordsOf(contentOf(body)))).toBe(words);
});

test('what is left out is in no excerpt, and what is shown as text is', () => {
  const [one, other] = sampleFeed(
    ['<noframes>\n\nhidden\n\n</noframes>\n\nshown', 'about <title> and <b>more</b>'].map((body) =>
      samplePost({ body }),
    ),
  ).items;
  expect(one?.render().summary).toBe('shown');
  expect(other?.render().summary).toBe('about <title> and more');
});

const codepen = `<iframe height="300" style="width: 100%;" scrolling="no" title="Clock" src="https://codepen.io/ada/embed/abc?default-tab=html%2Cresult" frameborder="no" loading="lazy" allowtransparency="true" allowfullscreen="true">
  See the Pen <a href="https://codepen.io/ada/pen/abc">
  Clock</a> by Ada (<a href="https://codepen.io/ada">@ada</a>)
  on <a href="https://codepen.io">CodePen</a>.
</iframe>`;
const youtube = `<iframe width="560" height="315" src="https://www.youtube.com/embed/dQw4w9WgXcQ?si=x" title="YouTube video player" frameborder="0" allow="accelerometer; autoplay" referrerpolicy="strict-origin-when-cross-origin" allowfullscreen></iframe>`;
const slideshare = `<iframe src="//www.slideshare.net/slideshow/embed_code/key/abc" width="595" height="485" frameborder="0" style="border:1px solid #CCC;" allowfullscreen> </iframe> <div style="margin-bottom:5px"> <strong> <a href="//www.slideshare.net/ada/talk" title="Talk" target="_blank">Talk</a> </strong> from <strong><a href="//www.slideshare.net/ada" target="_blank">Ada</a></strong> </div>`;

test.each<[string, string, string[]]>([
  [
    'CodePen',
    codepen,
    ['https://codepen.io/ada/embed/abc?default-tab=html%2Cresult See the Pen Clock by Ada (@ada) on CodePen.'],
  ],
  ['YouTube', youtube, ['https://www.youtube.com/embed/dQw4w9WgXcQ?si=x YouTube video player']],
  [
    'SlideShare',
    slideshare,
    [
      'https://www.slideshare.net/slideshow/embed_code/key/abc https://www.slideshare.net/slideshow/embed_code/key/abc',
      'https://www.slideshare.net/ada/talk Talk',
      'https://www.slideshare.net/ada Ada',
    ],
  ],
  ['in a sentence', 'a <iframe src="/b">see <a href="/c">d</a> *e*</iframe> f', ['https://blog.example.org/b see d e']],
  ['never closed', 'a <iframe src="/b" title="T"> c\n\nd', ['https://blog.example.org/b T']],
  [
    'with a title and another text',
    '<iframe src="/b" title="Our film">No frames here.</iframe>',
    ['https://blog.example.org/b Our film'],
  ],
  [
    'around paragraphs',
    '<iframe src="/b" title="T">\n\n[c](/d)\n\n</iframe>',
    ['https://blog.example.org/b T', 'https://blog.example.org/d c'],
  ],
  ['of a page that may not be linked', '<iframe src="javascript:x">text</iframe>', []],
  ['of no page', '<iframe src=" ">text</iframe> <iframe srcdoc="<p>a</p>"></iframe>', []],
  ['of another program', '<embed src="/b.swf" title="T">', ['https://blog.example.org/b.swf T']],
])('a frame becomes one link: %s', (_name, body, links) => {
  const found = elementsOf(contentOf(body)).filter(({ tagName }) => tagName === 'a');
  expect(found.map((one) => `${one.attrs[0]?.value} ${onOneLine(textOf(one))}`)).toEqual(links);
});

function textOf(node: object): string {
  if ('value' in node) return String(node.value);
  return 'childNodes' in node ? (node.childNodes as object[]).map(textOf).join('') : '';
}

test('the text in a frame is kept once', () => {
  const text = (body: string): string => onOneLine(wordsOf(contentOf(body)));
  expect(text(`a\n\n${codepen}\n\nb`)).toBe('a See the Pen Clock by Ada (@ada) on CodePen. b');
  expect(text('<iframe src="/b" title="Our film">No frames here.</iframe>')).toBe('Our film No frames here.');
  expect(text('<iframe src="javascript:x">text</iframe>')).toBe('text');
  expect(text('<iframe>text &amp; more</iframe>')).toBe('text & more');
});

test.each([
  'a<iframe src="/b" title="T"></iframe>c',
  'a<iframe src="/b">T</iframe><iframe src="/b">T</iframe>c',
  'a<embed src="/b" title="T"><embed src="/b" title="T">c',
  '<div>a<iframe src="/b" title="T"></iframe>c</div>',
  '<div>a<iframe src="/b">T</iframe><embed src="/b" title="T">c</div>',
])('a link does not run into the words beside it: %s', (body) => {
  expect(onOneLine(wordsOf(contentOf(body)))).toMatch(/^a (?:T ){1,2}c$/);
});

test('a video that is never closed keeps its sources, and hides nothing', () => {
  expect(contentOf('<video>\n<source src="/a.mp4">\n<track src="/a.vtt">\nb\n\nc')).toBe(
    '<video controls="">\n<source src="https://blog.example.org/a.mp4">\n<track src="https://blog.example.org/a.vtt"></video>\nb\n<p>c</p>\n',
  );
});

/** Words, each with a number, so that none can be mistaken for another. */
const pieces = [
  ...hiding.flatMap((name) => [`<${name}>`, `</${name}>`]),
  ...others.flatMap((name) => [`<${name}>`, `</${name}>`]),
  ...['b', 'div', 'p', 'details', 'a href=/x'].flatMap((name) => [`<${name}>`, `</${name.split(' ')[0]}>`]),
  ...[
    '<!--',
    '-->',
    '<!-->',
    '<![CDATA[',
    ']]>',
    '<?php',
    '?>',
    '<!X',
    '<div title="',
    '">',
    "<i x='",
    '<svg/>',
    '<',
    '>',
    '</',
  ],
  ...['\n\n', '\n', '\n\n- ', '\n\n> ', '\n\n    ', '\n\n# ', '*', '`', '\n```\n'],
];

/** What could hide words: elements first, wherever they seem to begin. */
const hidden = [
  new RegExp(`<(${hiding.join('|')})\\b[\\s\\S]*?</\\1\\s*>`, 'g'),
  /<!--[\s\S]*?-->/g,
  /<[!?/][^>]*>/g,
  /<[a-z][^>]*>/g,
];

test('whatever is not in an element that feeds leave out is in the feed, in order', () => {
  let checked = 0;
  const piece = fc.oneof(
    { weight: 3, arbitrary: fc.constant('WORD') },
    { weight: 4, arbitrary: fc.constantFrom(...pieces) },
  );
  const body = fc.array(piece, { maxLength: 14 }).map((parts) => {
    let number = 0;
    return parts.map((part) => (part === 'WORD' ? ` w${number++}w ` : part)).join('');
  });
  fc.assert(
    fc.property(body, (text) => {
      const shown = onOneLine(wordsOf(contentOf(text)));
      const found = [...shown.matchAll(/w(\d+)w/g)].map(([, number]) => Number(number));
      // In order, and none twice.
      expect(found).toEqual([...new Set(found)].toSorted((a, b) => a - b));
      // Outside of all that could be an element, a comment or, for a quotation mark, an attribute.
      if (/["']/.test(text)) return;
      for (const [word] of hidden.reduce((rest, one) => rest.replace(one, ''), text).matchAll(/w\d+w/g)) {
        checked++;
        expect({ text, shown }).toEqual({ text, shown: expect.stringContaining(word) });
      }
    }),
    runs(250),
  );
  expect(checked).toBeGreaterThan(100);
});

test.each(feedTypes)('%s: no control character, lone surrogate or noncharacter, wherever it was written', (type) => {
  const bad = [
    '\0',
    '\x08',
    '\x0b',
    '\x0c',
    '\x1b',
    '\x1f',
    '\x7f',
    '\x85',
    '\x9f',
    '\ud800',
    '\udfff',
    '\ufdd0',
    '\ufffe',
    '\uffff',
    '\u{1fffe}',
    '\u{10ffff}',
  ];
  const all = bad.map((one, index) => `${index}${one}`).join('');
  const entities = '&#0; &#8; &#12; &#27; &#127; &#x85; &#xfdd0; &#xfffe; &#x1fffe; &#xd800;';
  for (const markup of ['', ' <b title="TEXT">TEXT</b> <title> <div title="']) {
    const body = `TEXT\n\n\`TEXT\` [TEXT](/TEXT "TEXT") ![TEXT](/a.png)\n\n\`\`\`TEXT\nTEXT\n\`\`\`\n\nhttps://e.org/TEXT${markup}`;
    const post = samplePost({
      id: `urn:x:${all}`,
      title: all,
      authors: [{ name: all, email: all, url: `https://e.org/${all}` }],
      categories: [all],
      tags: [all],
      image: { src: `https://e.org/${all}.png`, alt: all, credit: all },
      comments: `https://e.org/${all}`,
      body: body.replaceAll('TEXT', `${all}${entities}`),
    });
    const feed = writeFeed([post, samplePost({ summary: all, slug: 'other' })], type, {
      config: { title: all, description: all },
    });
    const texts = type === 'json' ? [feed, ...textsIn(JSON.parse(feed))] : [feed];
    for (const text of texts) {
      expect(text).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\p{Noncharacter_Code_Point}\p{Surrogate}]/u);
    }
  }
});

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.entries(value).flat().flatMap(textsIn) : [];
}

test('a body of tags that are never closed takes no longer than its length asks for', () => {
  const start = performance.now();
  const pieces = ['<title>', '<svg>', '<title></title>', '<div title="', '<!--', '<i <b x="', '</', '<video>'];
  for (const piece of sample(pieces, 4)) {
    contentOf(`<div>${piece.repeat(1500)}`);
    contentOf(`x ${piece.repeat(1500)}`);
  }
  expect(performance.now() - start).toBeLessThan(15_000);
});
