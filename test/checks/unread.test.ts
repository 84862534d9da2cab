import { describe, expect, test } from '@jest/globals';
import { findIn, otherPost, placesIn } from '../support/findings.ts';

/** The text that each finding marks, without its rule. */
async function unreadIn(body: string): Promise<string[]> {
  const places = await placesIn(body);
  return places.map((one) => one.replace(/^markdown-unread /, ''));
}

describe('what is meant as Markdown, but not read as such', () => {
  test.each<[string, string, string[]]>([
    [
      'a link with a space',
      'See [a b] (https://example.org/c_d?e=1&f).',
      ['1:5 [a b] (https://example.org/c_d?e=1&f)'],
    ],
    ['a link to a file with a space', '[a]  (b.pdf)', ['1:1 [a]  (b.pdf)']],
    ['an image with a space', 'x ![a cat] (a.jpg)', ['1:3 ![a cat] (a.jpg)']],
    ['brackets the wrong way round', '(a)[https://example.org]', ['1:1 (a)[https://example.org]']],
    ['a missing bracket', 'so [a](https://example.org/b', ['1:4 [a](https://example.org/b']],
    ['a title in curly quotation marks', '[a](https://example.org “b”)', ['1:1 [a](https://example.org “b”)']],
    ['a field of a word processor', 'x HYPERLINK "https://example.org" y', ['1:3 HYPERLINK "https://example.org"']],
    ['headings without a space', '##a b\n\n###C\n\n##标题', ['1:1 ##a b', '3:1 ###C', '5:1 ##标题']],
    ['headings with one sign', '#What we did\n\nText.\n\n#What we found', ['1:1 #What we did', '5:1 #What we found']],
    [
      'a link without its definition',
      'See [our report][1] and [other].\n\n[2]: https://example.org',
      ['1:5 [our report][1]', '3:1 [2]: https://example.org'],
    ],
    ['a heading in a paragraph', 'a\n##B', ['2:1 ##B']],
    ['a heading with a no-break space', '##\u00a0B', ['1:1 ##\u00a0B']],
    ['a list without spaces', 'a\n\n-b\n-c\n-d', ['3:1 -b']],
    ['a numbered list without spaces', '1.b\n2.c', ['1:1 1.b']],
    ['bullets, once a list', '• a\n• b\n\n• c\n\nd\n\n•\te', ['1:1 • a', '8:1 •\te']],
    ['other bullets', '\uf0b7 a\n\n● 一\n\n•b\n\no\tc', ['1:1 \uf0b7 a', '3:1 ● 一', '5:1 •b', '7:1 o\tc']],
    ['dashes, arrows and emoji', '– a\n– b\n\nc\n\n✅ d\n✅ e\n\n→ f\n→ g', ['1:1 – a', '6:1 ✅ d', '9:1 → f']],
    ['letters and numbers', 'a) b\nb) c\n\n1: d\n2: e\n\n(1) f\n(2) g\n\n一、你好\n二、再见', ['1:1 a) b']],
    ['Word’s second level with spaces', 'o   Sub point\no   Another', ['1:1 o   Sub point']],
    ['other signs without a space', '*Plan\n*Do\n\nText\n\n+Plan\n+Do', ['1:1 *Plan', '6:1 +Plan']],
    [
      'various emoji, and boxes',
      '🎯 Aim\n📅 When\n\nText\n\n1️⃣ a\n2️⃣ b\n\nText\n\n☐ a\n☐ b',
      ['1:1 🎯 Aim', '6:1 1️⃣ a', '11:1 ☐ a'],
    ],
    [
      'numbers of East Asia',
      '（1）一\n（2）二\n\nText\n\n①　一\n②　二\n\nText\n\n1．一\n2．二',
      ['1:1 （1）一', '6:1 ①　一', '11:1 1．一'],
    ],
    ['a full-width heading', '＃标题', ['1:1 ＃标题']],
    ['a credit in italics with a space', '*Photo: Ada *', ['1:1 *Photo: Ada *']],
    ['numbers right below a text', 'Agenda:\n2. Tea\n3. Talk', ['2:1 2. Tea']],
    ['a mark with a no-break space', '1.\u00a0a\n2.\u00a0b', ['1:1 1.\u00a0a']],
    ['an invisible sign before a mark', 'a\n\n\u200e- b', ['3:1 \u200e- b']],
    ['bullets in a list', '- • a\n- • b', ['1:3 • a']],
    ['bold text with spaces', '** a ** b\n\nc **d **\n\n** e**', ['1:1 ** a **', '3:3 **d **', '5:1 ** e**']],
    ['bold text among letters', '他说**“你好”**了', ['1:3 **“你好”**']],
    ['in a quotation', '> ##A', ['1:3 ##A']],
    ['after code', '`[a] (b.md)` and [c] (b.md)', ['1:18 [c] (b.md)']],
    [
      'a paragraph as code',
      'a\n\n    This paragraph was pasted from a letter, with spaces before its lines.\n    It goes on.\n',
      ['3:5 This paragraph was pasted from a letter, with spaces before its lines.'],
    ],
    ['a link in HTML', '<div>\n[a b](https://example.org) and [c](d)\n</div>', ['2:1 [a b](https://example.org)']],
    ['code in a list because of its spaces', '1.       First we met.', ['1:1 1.       First we met.']],
    ['bold text in HTML', '<p class="x">a **b** c</p>', ['1:16 **b**']],
    [
      'a credit below an image in HTML',
      '<img src="https://example.org/a.jpg" alt="A b">\n*Photo: Ada*',
      ['2:1 *Photo: Ada*'],
    ],
    ['a heading in HTML', '<div>\n## A b\n</div>', ['2:1 ## A b']],
    ['a list in HTML', '<div>\n- a\n- b\n</div>', ['2:1 - a']],
  ])('%s', async (_, body, expected) => {
    expect(await unreadIn(body)).toEqual(expected);
  });

  test.each<[string, string]>([
    [
      'read as such',
      '[a](https://example.org) **b** *c* ![d e](https://example.org/f.jpg)\n\n## g\n\n- h\n- i\n\n1. j',
    ],
    ['sources by number', 'As shown [1] (https://example.org/a).'],
    ['a remark in brackets', 'They said [sic] (and meant it).'],
    ['escaped', '\\[a] (b.md) and \\** c \\** and \\##d'],
    ['in code', '`##a` `** b **`\n\n```\n##c\n• d\n```\n\n    ##e'],
    ['a hashtag', '#students are here\n#staff too'],
    ['sums', '2 ** 3 ** 4 is 2**3**4 and 2 ** 3 is 8, but 3 ** 2 is 9'],
    ['separators', '· tea · coffee · cake\n\n• Bangor •'],
    ['numbers of tickets', '##42 is open\n\n##hashtag\n\n##!'],
    ['lines with breaks', '✅ a  \n✅ b\\\n✅ c'],
    ['a sign that is spoken of', '●은 유니코드'],
    ['one line with a dash', '– a\nb'],
    ['in elements of code', '<code>[x] (https://example.org)</code> and <kbd>** a **</kbd>'],
    ['marks of notes', 'a**, b**, c'],
    ['stars of significance', '* p < .05, ** p < .01, *** p < .001'],
    [
      'names, speakers, dates and versions',
      'A. Example\nB. Example\n\nA: Hello\nB: Hi\n\n1.1.2024\n2.1.2024\n\n1.0 is out\n2.0 is coming',
    ],
    ['arguments', 'the *args and **kwargs of one, the **kwargs of the other'],
    ['one line with a hyphen', '-a'],
    ['italics', '*Photo: Ada*\n*Plan*\n*Do*'],
    ['one emoji', '🎯 Aim\nof it'],
    ['one hashtag, and several', '#OpenData\n\nText #OpenData\n\n#OpenData #Libraries'],
    ['lines of programs', '#include\n\n#define'],
    [
      'links with definitions, and places in lists',
      '[our report][R] and [the other][]: a[0][1] [1][2]\n\n[r]: https://example.org\n[the other]: https://example.org',
    ],
    ['a row of bullets', '• • •'],
    ['indented code', 'a\n\n    const a = 1; // The code of a program that has ten words or more.'],
    ['indented words', 'a\n\n    ls the files of this folder and all of the others'],
    ['code in HTML', '<pre>\n**a** [b](c)\n</pre>\n\n<p><code>**a**</code></p>'],
    ['below HTML', '<div>\n\n**a** [b c](https://example.org)\n\n</div>'],
    ['attributes', '<p title="**a** [b](c)">Text</p>'],
    ['a bracket later', '[a](https://example.org\n"title")'],
  ])('not %s', async (_, body) => {
    expect(await unreadIn(body)).toEqual([]);
  });

  test.each<[string, string, string, string]>([
    ['[a] (b.md)', 'a link: there is a space between its brackets', 'remove the space between ] and (', '[a](b.md)'],
    [
      '![a b] (b.jpg)',
      'an image: there is a space between its brackets',
      'remove the space between ] and (',
      '![a b](b.jpg)',
    ],
    ['##A', 'a heading: there is no space after ##', 'put a space after ##', '## A'],
    ['** a **', 'bold text: there is a space inside the asterisks', 'move the space out of the asterisks', '**a**'],
    [
      '一**“a”**一',
      'bold text: the asterisks are between punctuation and letters',
      'write <strong> and </strong> instead of the asterisks',
      '一<strong>“a”</strong>一',
    ],
    [
      '<p>**a**</p>',
      'bold text: it is inside HTML',
      'write <strong>text</strong> there, as HTML',
      '<p><strong>a</strong></p>',
    ],
    [
      '<div>\n**a**\n</div>',
      'bold text: it is inside HTML',
      'put it on a line of its own, with an empty line above and below it',
      '<div>\n\n**a**\n\n</div>',
    ],
    [
      '- a\n• b',
      'a list: “•” is the bullet of a word processor',
      'begin each line with “- ” instead of “•”',
      '- a\n- b',
    ],
    [
      '\uf0b7 a',
      'a list: the sign before the text is the bullet of a word processor',
      'begin each line with “- ” instead of the sign before the text',
      '- a',
    ],
    ['##A##', 'a heading: there is no space after ##', 'put a space after ##, and delete those at its end', '## A'],
    [
      '– a\n– b',
      'a list: Markdown joins lines that begin with “–”',
      'begin each line with “- ”, or leave an empty line between what people say',
      '– a\n\n– b',
    ],
    [
      '-       Bring a pen',
      'text of its list: after five spaces it is code',
      'leave one space before it',
      '- Bring a pen',
    ],
    [
      '1.\u00a0a\n2.\u00a0b',
      'a list: the space after its mark is a no-break space',
      'replace it with an ordinary space',
      '1. a\n2. b',
    ],
    [
      '[a](https://example.org/ b)',
      'a link: its URL contains a space',
      'remove the spaces: https://example.org/b',
      '[a](https://example.org/b)',
    ],
    [
      '[a](see https://example.org)',
      'a link: its URL contains a space',
      'remove what is before https://',
      '[a](https://example.org)',
    ],
    ['• a', 'a list: “•” is the bullet of a word processor', 'begin each line with “- ” instead of “•”', '- a'],
    ['- • a', 'a list: “•” is the bullet of a word processor', 'delete “•”', '- a'],
    [
      '**A:**b',
      'bold text: the asterisks are between punctuation and letters',
      'put a space after the asterisks',
      '**A:** b',
    ],
    [
      'b**“A”** c',
      'bold text: the asterisks are between punctuation and letters',
      'put a space before the asterisks',
      'b **“A”** c',
    ],
    ['[a](b.md “c”)', 'a link: its title is in curly quotation marks', 'write straight ones: "c"', '[a](b.md "c")'],
  ])('%s: what is wrong, and what the hint leads to', async (body, problem, hint, then) => {
    const files = { 'b.md': otherPost(), 'b.jpg': 'jpg' };
    const args = ['--rule', 'photo-credit-missing=off'];
    const [found, ...others] = await findIn(body, { files, args });
    expect(others).toEqual([]);
    expect(found?.message).toContain(` is not read as ${problem}`);
    expect(found?.hint).toBe(hint);
    expect((await findIn(then, { files, args })).map(({ message }) => message)).toEqual([]);
  });
});

describe('a URL in quotation marks', () => {
  test.each([
    ['[a](“https://example.org”)', 'link-broken', 'link “https://example.org” is in quotation marks'],
    ['[a]("https://example.org")', 'link-broken', 'link “https://example.org” is in quotation marks'],
    ['<a href=”https://example.org”>a</a>', 'link-broken', 'link “https://example.org” is in quotation marks'],
    ['![a b](‘a.jpg’)', 'image-file-missing', 'image “a.jpg” is in quotation marks'],
  ])('%s', async (body, rule, message) => {
    expect(await findIn(body)).toEqual([expect.objectContaining({ rule, message, hint: 'remove them' })]);
  });
});

describe('a link to a part of another post', () => {
  const files = { 'other.md': `${otherPost()}\n## The first part\n\n<a id="here"></a>Text.\n` };
  const config = 'site_url: https://example.org\nstatic: posts\n';

  test.each<[string, string[]]>([
    ['other.md#the-first-part', []],
    ['other.md#here', []],
    ['other.md#top', []],
    ['other.md#comment-12', []],
    ['other.md', []],
    ['/2024/04/01/other/#the-first-part', []],
    ['other.md#the-frist-part', ['did you mean “the-first-part”?']],
    ['/2024/04/01/other/#the-frist-part', ['did you mean “the-first-part”?']],
    ['other.md#zzz', ['write the text of the heading in lower case, with hyphens: #the-second-part']],
  ])('%s', async (url, hints) => {
    const found = await findIn(`See [the other](${url}).`, { files, config });
    expect(found.map(({ hint }) => hint)).toEqual(hints);
    for (const { rule, severity, message } of found) {
      expect({ rule, severity, message }).toEqual({
        rule: 'link-broken',
        severity: 'warning',
        message: `link “${url}” not found: posts/other.md has no such heading`,
      });
    }
  });
});
