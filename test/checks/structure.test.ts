import { describe, expect, test } from '@jest/globals';
import { templateBody, templateNames } from '../../src/post/draft/templates.ts';
import { findIn, otherPost, placesIn } from '../support/findings.ts';

describe('headings', () => {
  test.each<[string, string, string[]]>([
    ['level after level', '## a\n\n### b\n\n#### c\n\n## d', []],
    ['back by several', '## a\n\n### b\n\n#### c\n\n## d', []],
    ['a level left out', '## a\n\n#### b ####\n\ntext', ['heading-order 3:1 #### b ####']],
    ['the first too deep, said once', '### a\n\n### b', ['heading-order 1:1 ### a']],
    ['of the title’s level', '# a\n\n## b', ['heading-title 1:1 # a']],
    ['underlined', 'a\n===\n\nb\n---', ['heading-title 1:1 a']],
    ['in a list and a quotation', '## a\n\n- > #### b', ['heading-order 3:5 #### b']],
    ['in HTML', '## a\n\n<h4>b</h4>', ['heading-order 3:1 <h4>']],
    ['shown within a sentence', 'use \\<h1> or `<h1>`', []],
    ['in code', '```\n# a\n```\n\n    # b\n\n## c', []],
    ['none without a space', '#a', []],
    ['behind code that looks like one', '```\n## a\n```\n\n### b', ['heading-order 5:1 ### b']],
    ['with wide characters', '## 学生\n\n#### 🎉', ['heading-order 3:1 #### 🎉']],
  ])('%s', async (_, body, expected) => {
    expect(await placesIn(body)).toEqual(expected);
  });
});

/** What the post is once every hint is followed, and what `validate` says of it then. */
describe('the hints of headings go together', () => {
  test.each<[string, string, string[], string]>([
    ['a section', '# w\n\n### x', ['use ##'], '## w\n\n### x'],
    [
      'sections with sections',
      '# w\n\n## x\n\n# y\n\n## z',
      ['add a # to this heading and to those below it', 'add a # to this heading and to those below it'],
      '## w\n\n### x\n\n## y\n\n### z',
    ],
    [
      'one too deep in such a section',
      '# w\n\n## x\n\n#### y',
      ['add a # to this heading and to those below it', 'add no # to this heading: it will be right'],
      '## w\n\n### x\n\n#### y',
    ],
    ['the title again', '# a\n\n## w', ['delete it: it repeats the title'], '## w'],
    [
      'the title again, and one too deep',
      '# A\n\n### w\n\n### x',
      [
        'delete it: it repeats the title',
        'use ## for all headings of this level; heading levels mark structure, not size',
      ],
      '## w\n\n## x',
    ],
    ['the first too deep', '### w', ['use ##; heading levels mark structure, not size'], '## w'],
  ])('%s', async (_, body, hints, then) => {
    const found = await findIn(body);
    expect(found.filter(({ rule }) => rule.startsWith('heading')).map(({ hint }) => hint)).toEqual(hints);
    expect(await placesIn(then)).toEqual([]);
  });
});

describe('HTML', () => {
  test.each<[string, string, string[]]>([
    [
      'what feeds keep',
      'a<br>b <kbd>c</kbd>\n\n<details class="x" style="color:red"><summary>d</summary>e</details>',
      [],
    ],
    ['a comment', '<!-- not shown -->\n\na <!-- <script> --> b', []],
    ['a script', '<script>if (a<b) document.write("<form>")</script>', ['html-dropped 1:1 <script>']],
    ['a frame', 'x\n\n<iframe\n  src="https://e.org"></iframe>', ['html-dropped 3:1 <iframe']],
    ['a form', 'a <form><input><input></form>', ['html-dropped 1:3 <form>', 'html-dropped 1:9 <input>']],
    ['no tag at all', 'Dear <name>, write to <your.mail>', ['html-dropped 1:6 <name>']],
    ['what it would do', '<p onclick="x()">a</p>', ['html-dropped 1:1 <p onclick="x()">']],
    ['in a list', '- a <font color=red>b</font>', ['html-dropped 1:5 <font color=red>']],
    ['with CRLF in a quotation', '> a\r\n> <font>b</font>\r\n', ['html-dropped 2:3 <font>']],
    ['a link that runs something', '[a b](javascript:x)', ['html-dropped 1:7 javascript:x']],
    ['a link of another kind', '[a b](ftp://e.org/x)', ['html-dropped 1:7 ftp://e.org/x']],
    ['in code', '`<script>`\n\n```html\n<iframe>\n```', []],
    [
      'what is in a dropped element is not reported again',
      'a <svg><g><path d="M0"/></g></svg> and <math><mi>x</mi></math> <b2>',
      ['html-dropped 1:3 <svg>', 'html-dropped 1:40 <math>', 'html-dropped 1:64 <b2>'],
    ],
    [
      'over several blocks',
      '<svg>\n<g>\n\n<rect/>\n\n</g>\n</svg>\n\na <b2>',
      ['html-dropped 1:1 <svg>', 'html-dropped 9:3 <b2>'],
    ],
    [
      'one in another of its kind',
      '<svg><svg><a1/></svg><a2/></svg> <a3>',
      ['html-dropped 1:1 <svg>', 'html-dropped 1:34 <a3>'],
    ],
    ['one that is never closed', 'a <svg> <b2>', ['html-dropped 1:3 <svg>', 'html-dropped 1:9 <b2>']],
    ['one that closes itself', 'a <svg/> <b2> </svg>', ['html-dropped 1:3 <svg/>', 'html-dropped 1:10 <b2>']],
  ])('%s', async (_, body, expected) => {
    expect(await placesIn(body)).toEqual(expected);
  });

  test('what is lost is named', async () => {
    const [svg] = await findIn('<svg><g><path/></g><text>a</text><use/></svg>');
    expect(svg?.message).toBe('feeds leave out <svg> and everything in it: <g>, <path>, <text> …');
    const [script] = await findIn('<script>x</script>');
    expect(script?.message).toBe('feeds leave out <script> and everything in it');
  });

  test('what looks like a tag: how to show it', async () => {
    expect((await findIn('Dear <name>'))[0]?.hint).toBe('to show it, write \\< instead of <, or use backticks');
    expect(await findIn('Dear \\<Full name>')).toEqual([]);
  });
});

describe('template code', () => {
  test.each<[string, string, string[]]>([
    ['Liquid', 'a {{ page.title }} b', ['template-code 1:3 {{ page.title }}']],
    [
      'several',
      '{{ a }} {{ b }}\n{% c %}',
      ['template-code 1:1 {{ a }}', 'template-code 1:9 {{ b }}', 'template-code 2:1 {% c %}'],
    ],
    ['Hugo', '{{< figure src="x" >}}', ['template-code 1:1 {{< figure src="x" >}}']],
    ['another shortcode', '[[< x >]]', ['template-code 1:1 [[< x >]]']],
    [
      'WordPress',
      '[caption id="a" width="3"]x[/caption]',
      ['template-code 1:1 [caption id="a" width="3"]', 'template-code 1:28 [/caption]'],
    ],
    ['WordPress’s gallery', '[gallery]', ['template-code 1:1 [gallery]']],
    ['kramdown', 'a\n{: .lead}', ['template-code 2:1 {: .lead}']],
    ['in a link', '[a b]({{ x }}/y)', ['template-code 1:7 {{ x }}']],
    ['in a link given elsewhere', '[a b][1]\n\n[1]: {{x}}/y', ['template-code 1:1 [a b]']],
    ['in HTML', '<img alt="A" src="{{ x }}">', ['template-code 1:19 {{ x }}']],
    ['not closed', 'a {{ b', ['template-code 1:3 {{']],
    ['in code', '`{{ a }}`\n\n```\n{% b %}\n```\n\n    {{ c }}\n\n``a ` {{ d }}``', []],
    ['behind code', '`{{ a }}` {{ b }}', ['template-code 1:11 {{ b }}']],
    ['in HTML’s code', '<pre>\n{{ a }}\n</pre>', []],
    ['in comments', '<!--\n{{ a }}\n-->\n\nwords <!-- {{ b }} --> {{ c }}', ['template-code 5:24 {{ c }}']],
    ['in a list with wide characters', '- 学 {{ a }}', ['template-code 1:5 {{ a }}']],
    ['set in words', 'a [video] of the day, a {curly} bracket, [audio](https://e.org)', []],
  ])('%s', async (_, body, expected) => {
    expect(await placesIn(body)).toEqual(expected);
  });
});

describe('markup of other tools', () => {
  test.each<[string, string, string, string]>([
    [
      '[[Other note]]',
      '[[Other note]]',
      'a wiki link',
      'write Other note without the brackets, or a link: [Other note](https://…)',
    ],
    ['[[#part]]', '[[#part]]', 'a wiki link', 'write part without the brackets'],
    [
      '![[x/a b.png|300]]',
      '![[x/a b.png|300]]',
      'an embedded file',
      'copy the file to the folder of the post, and write ![what it shows](a%20b.png)',
    ],
    ['## A {#part}', '{#part}', 'an attribute list', 'delete it, or use backticks to show it'],
    ['A text. {.lead}', '{.lead}', 'an attribute list', 'delete it, or use backticks to show it'],
    ['[a b](https://e.org){width=50%}', '{width=50%}', 'an attribute list', 'delete it, or use backticks to show it'],
    ['> [!NOTE]- Mind\n> the gap', '[!NOTE]', 'a callout', 'write **Note** instead'],
    ['a ==b *c*== d', '==b *c*==', 'highlighted text', 'write <mark>b *c*</mark>, or **b *c***'],
    ['[toc]', '[toc]', 'a table of contents', 'delete it; feeds have no table of contents'],
    ['[[_TOC_]]', '[[_TOC_]]', 'a table of contents', 'delete it; feeds have no table of contents'],
    ['well done :tada:!', ':tada:', 'an emoji short code', 'paste the emoji itself'],
    ['(:+1:)', ':+1:', 'an emoji short code', 'paste the emoji itself'],
    ['so $$a_1^2$$ it is', '$$a_1^2$$', 'a formula', 'say it in words, or show it as an image'],
    ['a claim[^x]', '[^x]', 'a footnote without text', 'add its text on a line of its own: [^x]: …'],
    ['a claim [^2]', '[^2]', 'a footnote without text', 'add its text on a line of its own: [^2]: …'],
    ['- [x] a', '[x]', 'a checkbox', 'write ☑ instead, or an ordinary list'],
    ['1. [ ] a', '[ ]', 'a checkbox', 'write ☐ instead, or an ordinary list'],
    [
      '!!! note "Mind"',
      '!!! note "Mind"',
      'an admonition',
      'delete the marks, and write a quotation (>) that begins with a word in bold',
    ],
    [
      '{# todo #}',
      '{# todo #}',
      'template code',
      'replace it with the text it stands for, or use backticks to show it',
    ],
    ['a <%= b %>', '<%= b %>', 'template code', 'replace it with the text it stands for, or use backticks to show it'],
    [
      '{::comment}',
      '{::comment}',
      'an attribute list',
      'replace it with the text it stands for, or use backticks to show it',
    ],
  ])('%j is named', async (body, marked, name, hint) => {
    const [found, ...others] = await findIn(body);
    expect(others).toEqual([]);
    expect(found?.message).toBe(`“${marked}” is ${name}, which readers would see as it is`);
    expect(found?.hint).toBe(hint);
    const [place] = await placesIn(body);
    expect(place).toMatch(new RegExp(`^template-code \\d+:\\d+ ${marked.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`));
  });

  test('long code, and code of several lines, is named by how it begins', async () => {
    const long = `{{< figure src="x.png" alt="${'words '.repeat(40)}" >}}`;
    const [figure] = await findIn(long);
    expect(figure?.message).toMatch(/^“\{\{< figure src="x\.png" alt="words .*…” is a Hugo shortcode,/);
    const [include] = await findIn('{% include box.html\n  title="A" %}');
    expect(include?.message).toMatch(/^“\{% include box\.html” is template code,/);
  });

  const files = {
    '2024-04-01-other.md': otherPost(),
    'notes/Tea (a).md': otherPost('slug: tea'),
    'trips/rome/index.md': otherPost('slug: rome'),
    'here.md': otherPost('slug: here'),
    'notes/here.md': otherPost('slug: there'),
    'trips/map.png': 'x',
    'images/top.png': 'x',
  };
  test.each<[string, string]>([
    ['[[2024-04-01-other]]', 'write a link: [2024-04-01-other](../2024-04-01-other.md)'],
    ['[[notes/Tea (a)#part|the tea]]', 'write a link: [the tea](../notes/Tea%20%28a%29.md)'],
    ['[[tea (a)]]', 'write a link: [tea (a)](../notes/Tea%20%28a%29.md)'],
    ['[[Rome]]', 'write a link: [Rome](rome/index.md)'],
    ['[[here]]', 'write a link: [here](../here.md)'],
    ['![[map.png]]', 'write ![what it shows](map.png)'],
    ['![[images/top.png|300]]', 'write ![what it shows](../images/top.png)'],
    ['![[rome]]', 'write a link: [rome](rome/index.md)'],
  ])('%j leads to a file of the folder', async (body, hint) => {
    const blog = { files, file: 'trips/a.md' };
    const found = await findIn(body, blog);
    expect(found.filter(({ rule }) => rule === 'template-code').map((one) => one.hint)).toEqual([hint]);
    const written = /!?\[.*\)$/.exec(hint)?.[0] ?? '';
    expect(await placesIn(written, blog)).not.toContainEqual(expect.stringMatching(/link-broken|image-file-missing/));
  });

  test('a list of tasks is reported once, and an admonition with its text', async () => {
    expect(await placesIn('- [ ] a\n- [x] b\n\nwords\n\n- [ ] c')).toEqual([
      'template-code 1:3 [ ]',
      'template-code 6:3 [ ]',
    ]);
    expect(await placesIn(':::tip\n\nwords\n\n:::')).toEqual(['template-code 1:1 :::tip']);
  });

  test.each([
    'At 10:30: tea. Ratio 3:2:1, a::b, 12:00:00, :nothing: at all.',
    'https://e.org/:tada:/a and [a b](https://e.org/==x==)',
    '[[1]](https://e.org) and [[x]](https://e.org) and [[y]]\n\n[y]: https://e.org',
    'sources [[1]] and [[23]], a[[0]]',
    '\\[[x]] \\==x== \\:tada: \\$$x$$ \\{#x}',
    'a == b, c==d==e, x === y, <== and ==>',
    'for $$ or $$$, from $$ to $$$, $5 and $6',
    'words in {braces} and a set {a, b}, [brackets] and #{ruby}',
    '[x] and [ ] in a sentence',
    '- [x]\n\n[x]: https://e.org',
    '- [x](https://e.org) a',
    'a[^1] b^[c] d[^e]\n\n[^1]: f\n[^e]: g',
    'the class `[^a-z]`, the set [^abc]',
    '50%% of it, 100%%',
    'a %%not for {{ readers }}%% b {::comment}{{ c }}{:/comment}',
    '%%\n{{ a }}\n\n[[b]]\n%%',
    '!!! wow, ??? what',
    'a ::: b',
    'see [TOC] there',
    '<p title="[[x]] :tada:">a</p>\n\n<!-- [[x]] -->',
  ])('%j is none', async (body) => {
    expect((await placesIn(body)).filter((place) => place.startsWith('template-code'))).toEqual([]);
  });

  test('in code, and code tags', async () => {
    for (const tag of ['highlight ruby', 'codeblock lang:js', 'code', 'raw']) {
      const body = `{% ${tag} %}\n# [[x]] {{ y }} :tada: <b2>\n{% end${tag.split(' ')[0]} %}\n\nand {% raw %}{{ z }}{% endraw %}`;
      expect(await placesIn(body)).toEqual([]);
    }
    expect(await placesIn('{% highlight ruby %}\n{{ x }}')).toEqual([
      'template-code 1:1 {% highlight ruby %}',
      'template-code 2:1 {{ x }}',
    ]);
    expect(await placesIn('a {% raw %}{{ x }}{% endraw %} {{ y }}')).toEqual(['template-code 1:32 {{ y }}']);
  });
});

describe('a body without text', () => {
  test.each(['', '\n\u200b\n', '<!-- later -->', '<p>&nbsp;</p>'])('%j is reported, in a draft, too', async (body) => {
    for (const fields of ['', 'draft: true']) {
      const found = await findIn(body, { fields });
      expect(found.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(['body-empty warning']);
    }
  });

  test.each(['.', '![Two cups](https://e.org/a.jpg)', '<https://e.org>', '## A heading'])('%j is not', async (body) => {
    expect((await findIn(body)).map(({ rule }) => rule)).toEqual([]);
  });
});

describe('text of templates', () => {
  test.each(templateNames)('%s: each sentence that is left is found, an error once readers see it', async (name) => {
    const body = templateBody(name);
    const sentences = body.match(/^\*.*\*$/gm) ?? [];
    const found = await findIn(body);
    expect(found.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(
      sentences.map(() => 'placeholder-text error'),
    );
    const draft = await findIn(body, { fields: 'draft: true' });
    expect(draft.map(({ severity }) => severity)).toEqual(sentences.map(() => 'warning'));
  });

  test('its place; broken over two lines, and without the stars', async () => {
    const sentence = 'Begin with what happened, in two or three sentences: who, where and when.';
    expect(await placesIn(`a\n\n*${sentence}*`)).toEqual([`placeholder-text 3:2 ${sentence}`]);
    expect((await findIn(sentence.replace(' three', '\nthree'))).map(({ rule, line }) => `${rule} ${line}`)).toEqual([
      'placeholder-text 1',
    ]);
  });
});

test.each<[string, string[]]>([
  ['<div hidden>a</div>', ['feeds and pages leave out <div> and everything in it (hidden)']],
  [
    'a <span style="display:none">b <b>c</b></span>',
    ['feeds and pages leave out <span> and everything in it (display: none)'],
  ],
  ['<dialog>a</dialog>', ['feeds and pages leave out <dialog> and everything in it (not open)']],
  ['a <img hidden src="https://e.org/a.png" alt="b">', ['feeds and pages leave out <img> (hidden)']],
  ['<div hidden>a', ['<div> is never closed, so feeds close it before the text']],
  ['<details><summary>a</summary>b</details>', []],
])('%j: what its author hid is reported', async (body, messages) => {
  const found = await findIn(body);
  expect(found.filter(({ rule }) => rule === 'html-dropped').map(({ message }) => message)).toEqual(messages);
});
