import { describe, expect, test } from '@jest/globals';
import { findIn, otherPost, placesIn } from '../support/findings.ts';

const files = {
  '2024-04-01-other.md': `${otherPost('aliases: [/old/other/]')}\n## Part\n`,
  '2023/a-b/index.md': `${otherPost('slug: a-b')}\n## Part\n`,
  'café 1.md': otherPost('permalink: /menu'),
  'files/report.pdf': 'x',
  'year-1.md': otherPost('slug: year-1'),
};

describe('where links lead', () => {
  test.each<[string, string, string[]]>([
    ['a post', '[the other](2024-04-01-other.md)', []],
    ['a part of a post', '[the other](./2024-04-01-other.md#part)', []],
    ['a post in a folder', '[the other](2023/a-b/index.md)', []],
    ['the folder of a post', '[the other](2023/a-b/) [again](./2023/a-b#part) [and again](2023/a%2Db)', []],
    ['a folder without a post of its own', '[the year](2023/)', ['link-broken 1:12 2023/']],
    ['an image of a folder', '![The other](2023/a-b/)', ['image-file-missing 1:14 2023/a-b/']],
    ['a file', '[the report](files/report.pdf)', []],
    ['percent-encoded', '[the menu](caf%C3%A9%201.md)', []],
    ['in angle brackets', '[the menu](<café 1.md>)', []],
    ['spaces around a URL in HTML', '<a href=" https://e.org/a ">Our site</a>', []],
    ['a line break in a URL in HTML', '<a href="\n2024-04-01-\nother.md">The other</a>', []],
    ['spaces around no post in HTML', '<a href=" a.md ">The other</a>', ['link-broken 1:4 href=" a.md "']],
    ['spaces around the URL of an image', '<img src="\thttps://e.org/a.png" alt="Two people">', []],
    ['nothing but a space', '<a href=" ">The other</a>', ['link-broken 1:4 href=" "']],
    ['no post', '[the other](2024-04-02-other.md)', ['link-broken 1:13 2024-04-02-other.md']],
    ['no post, twice on a line', '[x y](a.md), [x y](a.md)', ['link-broken 1:7 a.md', 'link-broken 1:20 a.md']],
    ['no post, with a title', '[x y](a.md "a.md")', ['link-broken 1:7 a.md']],
    ['over two lines', 'see [the\nother](a.md)', ['link-broken 2:8 a.md']],
    ['in a list, with CRLF', '- a\r\n- [x y](a.md)\r\n', ['link-broken 2:9 a.md']],
    [
      'in a table',
      '| a | b |\n| - | - |\n| [x y](a.md) | [x y](a.md) |',
      ['link-broken 3:9 a.md', 'link-broken 3:23 a.md'],
    ],
    ['by reference', '[x y][1]\n\n[1]: a.md', ['link-broken 1:1 [x y]']],
    ['in HTML', '<a href="a.md">x y</a>', ['link-broken 1:4 href="a.md"']],
    ['the ending forgotten', '[the other](2024-04-01-other)', ['link-broken 1:13 2024-04-01-other']],
    ['no address', '[x y]()', ['link-broken 1:1 [x y]()']],
    ['the post’s own part', '[below](#part)\n\n## Part', []],
    [
      'numbered, encoded, and in HTML',
      '[a b](#é-1) [c d](#%C3%A9) [e f](#g) [h i](#j)\n\n## É\n\n## É\n\n<h2 id="g">x</h2>\n<a name="j"></a>',
      [],
    ],
    ['in HTML', '[a b](#raw-text)\n\n<h2>Raw <b>text</b></h2>', []],
    [
      'the top, a footnote, an id for other tools',
      '[a b](#top) [c d](#fn1) [e f](#own)\n\n## A {#own}',
      ['template-code 3:6 {#own}'],
    ],
    ['no part', '[below](#prat)\n\n## Part', ['link-broken 1:9 #prat']],
    ['no part, after a title', '[below](#no)', ['link-broken 1:9 #no']],
    ['from the site’s root, which is not known', '[about](/about/)', []],
    ['other sites and mail', '[a b](https://e.org/x.md) [c d](//e.org) [e f](mailto:a@e.org) [g h](tel:+44)', []],
    ['in code', '`[x y](a.md)`', []],
    ['template code', '`{{` [x y]({% post_url a %})', ['template-code 1:12 {% post_url a %}']],
  ])('%s', async (_, body, expected) => {
    expect(await placesIn(body, { files })).toEqual(expected);
  });

  // The post is at /2024/05/01/a-post/, the other at /2024/04/01/other/.
  test.each([
    ['the other’s address', '[the other](../../../04/01/other/)', true],
    ['without a slash at the end', '[the other](../../../04/01/other)', true],
    ['its former address', '[the other](../../../../old/other/)', true],
    ['a permalink', '[the menu](../../../../menu)', true],
    ['an address that none has', '[the other](../../../04/01/nobody/)', false],
    ['the blog’s root', '[the blog](../../../../)', true],
  ])('seen from where the post is published: %s', async (_, body, isFine) => {
    expect((await findIn(body, { files })).map(({ rule }) => rule)).toEqual(isFine ? [] : ['link-broken']);
  });

  test('with the site’s root', async () => {
    const config = 'static: posts/files\nsite_url: https://example.org/blog\n';
    const body = [
      '/blog/report.pdf',
      '/blog/2024/04/01/other/',
      '/blog/old/other',
      '/elsewhere',
      '/blog/',
      '/blog/feed.xml',
    ]
      .map((address) => `[x y](${address})`)
      .join('\n');
    expect(await placesIn(body, { files, config })).toEqual([]);
    expect(await placesIn('[x y](/blog/none.pdf)', { files, config })).toEqual(['link-broken 1:7 /blog/none.pdf']);
  });

  test.each([
    ['(2024-04-01-other)', 'did you mean “2024-04-01-other.md”?'],
    ['(2024-03-01-other.md)', 'did you mean “2024-04-01-other.md”?'],
    ['(a-b/)', 'did you mean “2023/a-b/index.md”?'],
    ['(2024-04-01-other.html)', 'did you mean “2024-04-01-other.md”?'],
    ['(2023/a-b.html)', 'did you mean “2023/a-b/index.md”?'],
    ['(otehr.md)', 'did you mean “2024-04-01-other.md”?'],
    ['(caf%C3%A9%201)', 'did you mean “café%201.md”?'],
    ['(files/raport.pdf)', 'did you mean “files/report.pdf”?'],
    ['(files/Report.pdf)', 'did you mean “files/report.pdf”?'],
    ['(year-2.md)', 'check spelling and capitals; for another site, begin with https://'],
    ['(www.example.org/x)', 'write https://www.example.org/x for another site'],
    ['(example.ac.uk)', 'write https://example.ac.uk for another site'],
    ['(ada@example.org)', 'write mailto:ada@example.org for an email address'],
    ['(../x.md)', 'check the number of ../, or copy the file to the posts folder'],
    ['()', 'add it in the round brackets: [text](https://…)'],
    ['(file:///x.pdf)', 'copy the file to the posts folder, and use its path there'],
    ['(nothing.md)', 'check spelling and capitals; for another site, begin with https://'],
  ])('what to type for %s', async (address, hint) => {
    expect((await findIn(`[some words]${address}`, { files })).map((one) => one.hint)).toEqual([hint]);
  });
});

describe('what links say', () => {
  const to = '(https://example.org/a)';
  test.each<[string, string, string[]]>([
    ['words', `[the report of 2024]${to}`, []],
    ['here', `click [here]${to}`, ['link-text-poor 1:8 here']],
    ['with a capital and a dot', `[Click here.]${to}`, ['link-text-poor 1:2 Click here.']],
    ['with an arrow', `[Read more »]${to}`, ['link-text-poor 1:2 Read more »']],
    ['in italics', `[*read more*]${to}`, ['link-text-poor 1:2 *read more*']],
    ['over two lines', `[read\nmore]${to}`, ['link-text-poor 1:2 read']],
    ['“here” among words', `[read it here, in full]${to}`, []],
    ['none', `[]${to}`, [`link-text-poor 1:1 []${to}`]],
    ['a picture', `[![Two people](https://example.org/a.jpg)]${to}`, []],
    ['an address', `[https://example.org/a]${to}`, ['link-text-poor 1:2 https://example.org/a']],
    ['an address in angle brackets', 'see <https://example.org/a>', ['link-bare 1:5 <https://example.org/a>']],
    ['the name of a site', `[example.org]${to}`, []],
    ['a DOI', '<https://doi.org/10.1000/182>', []],
    ['a mail address', '<ada@example.org>', []],
    ['HTML', `<a href="https://example.org/a">here</a>`, ['link-text-poor 1:1 <a href="https://example.org/a">']],
    [
      'HTML in a block',
      `<p>\n<a href="https://example.org/a">here</a></p>`,
      ['link-text-poor 2:1 <a href="https://example.org/a">'],
    ],
    ['an address as plain text', 'see https://example.org/a.', ['link-bare 1:5 https://example.org/a']],
    ['in brackets, in italics', '(*https://example.org/a_b*)', ['link-bare 1:3 https://example.org/a_b']],
    [
      'the same again',
      'https://e.org/a `https://e.org/a` https://e.org/a',
      ['link-bare 1:1 https://e.org/a', 'link-bare 1:35 https://e.org/a'],
    ],
    [
      'a bare URL with a space, as the URL of a link',
      'see [our report](https://e.org/my reports/2024.pdf)',
      ['link-broken 1:5 [our report](https://e.org/my reports/2024.pdf)', 'link-bare 1:18 https://e.org/my'],
    ],
    ['a DOI as plain text', 'https://doi.org/10.1000/182', []],
    ['in code, in HTML', '`https://example.org/a` <a href="https://example.org/a">https://example.org/a on b</a>', []],
    [
      'in template code',
      '{{ "https://example.org/a" | embed }}',
      ['template-code 1:1 {{ "https://example.org/a" | embed }}'],
    ],
    ['a space in a URL', 'our [report](my reports/2024.pdf)', ['link-broken 1:5 [report](my reports/2024.pdf)']],
    [
      'a space in the URL of an image',
      '![two people](my table.png)',
      ['image-file-missing 1:1 ![two people](my table.png)'],
    ],
    ['words in brackets', 'as [they] (in 2024) said [it](see above)', []],
  ])('%s', async (_, body, expected) => {
    expect(await placesIn(body, { args: ['--rule', 'link-bare=warn'] })).toEqual(expected);
  });

  test.each([
    ['[write to us](mailto: ada@example.org)', 'remove the spaces: mailto:ada@example.org'],
    ['[the page](https:// example.org/a.html)', 'remove the spaces: https://example.org/a.html'],
    ['[the page](https://example.org/a b.html)', 'write %20 for each space: https://example.org/a%20b.html'],
    ['[a report](my reports/2024.pdf)', 'write %20 for each space: my%20reports/2024.pdf'],
  ])('%s: what to write', async (body, hint) => {
    expect(await findIn(body)).toMatchObject([{ rule: 'link-broken', hint }]);
  });

  test('a URL in brackets of its own', async () => {
    const hint = 'remove the second pair of round brackets: (https://example.org/a)';
    expect(await findIn('[the page]((https://example.org/a))')).toMatchObject([{ rule: 'link-broken', hint }]);
  });

  test('a link that is an image without alt text has one problem', async () => {
    const rules = (await findIn('[![](https://e.org/a.png)](https://e.org)')).map(({ rule }) => rule);
    expect(rules).toEqual(['image-alt-missing']);
    expect((await findIn('[](https://e.org)')).map(({ rule }) => rule)).toEqual(['link-text-poor']);
  });

  test.each(['see https://example.org/a.', 'see <https://example.org/a>'])(
    '%s is left alone by default',
    async (body) => {
      expect(await placesIn(body)).toEqual([]);
    },
  );
});
