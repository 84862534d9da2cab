import { describe, expect, test } from '@jest/globals';
import { templateBody, templateNames } from '../../src/post/draft/templates.ts';
import { findIn, placesIn } from '../support/findings.ts';

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
    ['a form', '<form><input><input></form>', ['html-dropped 1:1 <form>', 'html-dropped 1:7 <input>']],
    ['no tag at all', 'Dear <name>, write to <your.mail>', ['html-dropped 1:6 <name>']],
    ['what it would do', '<p onclick="x()">a</p>', ['html-dropped 1:1 <p onclick="x()">']],
    ['in a list', '- a <font color=red>b</font>', ['html-dropped 1:5 <font color=red>']],
    ['with CRLF in a quotation', '> a\r\n> <font>b</font>\r\n', ['html-dropped 2:3 <font>']],
    ['a link that runs something', '[a b](javascript:x)', ['html-dropped 1:7 javascript:x']],
    ['a link of another kind', '[a b](ftp://e.org/x)', ['html-dropped 1:7 ftp://e.org/x']],
    ['in code', '`<script>`\n\n```html\n<iframe>\n```', []],
  ])('%s', async (_, body, expected) => {
    expect(await placesIn(body)).toEqual(expected);
  });

  test('what looks like a tag: how to show it', async () => {
    expect((await findIn('Dear <name>'))[0]?.hint).toBe('write \\<name> to show it, or use backticks');
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
