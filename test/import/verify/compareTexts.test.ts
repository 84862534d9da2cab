/** The check of an import finds whatever its conversion breaks, and nothing where it breaks nothing. */
import { describe, expect, test } from '@jest/globals';
import { createRenderer } from '../../../src/commands/import/verify.ts';
import { convertHtml } from '../../../src/import/text/toMarkdown.ts';
import { compareTexts } from '../../../src/import/verify/compareTexts.ts';
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
