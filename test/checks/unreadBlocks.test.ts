import { describe, expect, test } from '@jest/globals';
import { findIn, placesIn } from '../support/findings.ts';

/** The text that each finding marks, without its rule. */
async function unreadIn(body: string): Promise<string[]> {
  const places = await placesIn(body);
  return places.map((one) => one.replace(/^markdown-unread /, ''));
}

const sentences = 'We wrote this report together with the library this spring.\n\nIt was a good project for all of us.';

describe('blocks that hide text, or lose their structure', () => {
  test('a list with tabs is no table', async () => {
    const found = await findIn('Text.\n\n§\ta\n§\tb\n\na)\tc\nb)\td');
    expect(found.filter(({ message }) => message.includes('table'))).toEqual([]);
  });

  test.each<[string, string, string[]]>([
    ['a text in a fence', `\`\`\`markdown\n## A\n\n${sentences}\n\`\`\`\n`, ['1:1 ```markdown']],
    ['a text in a fence without a language', `\n~~~\n${sentences}\n~~~`, ['2:1 ~~~']],
    ['a text in a fence, with code', '```md\na\n\n```js\nb()\n```\n\nc\n```', ['1:1 ```md']],
    ['a fence that is never closed', 'a\n\n```js\nb()\n\nc', ['3:1 ```js']],
    ['a divider of tildes', `a\n\n~~~~~~~~\n\n${sentences}`, ['3:1 ~~~~~~~~']],
    ['a fence in a list', '- a\n\n  ```\n  b()\n\nc', ['3:3 ```']],
    ['a fence in a quotation', '> ```\n> b()\n\nc', ['1:3 ```']],
    ['one fence too many', '```\nb()\n```\n\n```\n', ['5:1 ```']],
    ['another sign at the end', '```\nb()\n~~~', ['1:1 ```']],
    ['a fence right below HTML', '<div>a</div>\n```js\nb()\n\nc()\n```', ['2:1 ```js']],
    ['a fence behind text', 'Code: ```js\nb()\n```\n\nc', ['1:7 ```js']],
    ['code in the line of a fence', '```int a = 1;\nb()\n```', ['1:1 ```int a = 1;']],
    ['sources', 'a\n\n[1]: https://example.org/r\n[2]: https://example.org/s', ['3:1 [1]: https://example.org/r']],
    ['a source by name', 'a\n\n> [Smith 2024]:\n> https://example.org', ['3:3 [Smith 2024]:']],
    ['sources whose brackets are escaped', '\\[1\\]\n\n[1]: https://example.org', ['3:1 [1]: https://example.org']],
    ['a footnote', 'a[^1]\n\n[^1]: b\n\n[^2]: note', ['5:1 [^2]: note']],
    ['a footnote, before the text', '[^2]: note\n\n    more\n\na', ['1:1 [^2]: note']],
    ['a link that is defined twice', '[a]\n\n[a]: https://a.org\n[A]: https://b.org', ['4:1 [A]: https://b.org']],
    ['a footnote that is there twice', 'a[^1]\n\n[^1]: b\n\n[^1]: c', ['3:1 [^1]: b']],
    ['cells without a heading', '| a | b |\n| - | - |\n| 1 | 2 | 3 lost |', ['3:11 3 lost']],
    ['a bar in a word', '> | a | b |\n> | - | - |\n> | a|b | c |', ['3:11 c']],
    ['a bar in code', 'a | b\n--- | ---\n`a|b` | c', ['3:9 c']],
    ['a sentence below a table', '| a | b |\n| - | - |\n| c | d |\nAll in hours.\nOr so.', ['4:1 All in hours.']],
    ['rows without dashes', 'a\n\n| a | b |\n| c | d |', ['3:1 | a | b |']],
    ['rows below text', 'a:\n| a | b |\n| c | d |', ['2:1 | a | b |']],
    ['dashes of a word processor', '| a | b |\n| — | — |\n| c | d |', ['1:1 | a | b |']],
    ['a grid', '| a | b |\n|---+---|\n| c | d |', ['1:1 | a | b |']],
    ['too few dashes', '| a | b |\n| --- |\n| c | d |', ['1:1 | a | b |']],
    ['dashes without a first row', '| --- | --- |\n| c | d |', ['1:1 | --- | --- |']],
    ['rows apart', '| a | b |\n\n| --- | --- |\n\n| c | d |\n\ne', ['1:1 | a | b |']],
    ['a row apart', '| a | b |\n| - | - |\n| c | d |\n\n| e | f |', ['5:1 | e | f |']],
    ['rows apart below a table', '| a | b |\n| - | - |\n\n| c | d |\n\n| e | f |', ['4:1 | c | d |']],
    ['bars between cells', 'x\na | b\n--- | --- | ---\nc | d', ['2:1 a | b']],
    ['one line of hyphens', 'a | b\n---\nc | d\ne | f', ['1:1 a | b']],
    ['cells between tabs', 'a\n\nName\tHours\nBen\t5\nAda\t6', ['3:1 Name\tHours']],
    ['a signature', 'a\n\nBest wishes,\nBen\n---\n\nb', ['3:1 Best wishes,']],
    ['a sentence above hyphens', 'a\n\nThat is all.\n---\n\nb', ['3:1 That is all.']],
    ['a heading without text', 'a\n\n##\n\nb\n\n## ##', ['3:1 ##', '7:1 ## ##']],
    ['escapes', '\\- a\n\\- b\n\nc \\*\\*d\\*\\* e', ['1:1 \\- a']],
    ['numbers with escapes', '1\\. a\n2\\. b\n3\\. c', ['1:1 1\\. a']],
    ['headings with escapes', '\\## a\n\n\\* b\n\n\\# c', ['1:1 \\## a']],
  ])('%s', async (_, body, expected) => {
    expect(await unreadIn(body)).toEqual(expected);
  });

  test.each<[string, string]>([
    ['a program in a fence', '```python\n# Add the numbers of the list and print the sum.\nprint(1)\n```'],
    ['a program without a language', '```\n# Add the numbers of the list and print the sum\nsum = 1 + 2;\n```'],
    ['a fence in a text', `a\n\n\`\`\`markdown\n${sentences}\n\`\`\`\n`],
    ['two fences in Markdown', '```md\na\n```\n\nb\n\n```md\nc\n```'],
    ['closed fences', '````\n```\n````\n\n> ~~~ js\n> b\n> ~~~~\n\n- ```\n  c\n  ```\n\n1. d\n\n   ```\n   e\n   ```'],
    ['code spans', '```a``` b ```` ``` ````\n```c\nd```\n\n```js title="a.js" {1,3}\ne\n```'],
    ['code by tags of another tool', '{% highlight js %}\nb()\n{% endhighlight %}'],
    ['a fence in <pre>', '<pre>\n```\na\n```\n</pre>'],
    [
      'links that are used',
      '[a b][one], [Two][], [three\nx], ![d e][four]\n\n| [five] |\n| - |\n\n[ONE]: https://a.org\n[two]: https://b.org\n' +
        '[Three  X]: https://c.org\n[four]: https://d.org/e.jpg\n[five]: https://e.org',
    ],
    ['one of several links', '[a]\n\n[a]: https://a.org\n[b]: https://b.org'],
    ['the same link twice', '[a]\n\n[a]: https://a.org\n[A]: https://a.org'],
    ['comments', 'a\n\n[//]: # (b)\n[comment]: <> (c)\n[d]: {{site.url}}/e'],
    ['a definition in code', 'a\n\n```\n[1]: https://a.org\n[^1]: b\n```\n\n    [2]: https://b.org'],
    ['footnotes that are cited', '[^a]: b[^c]\n\nd[^a]\n\n[^c]: e\n\n    [^1]'],
    ['rows as long as the first', '| a | b |\n| - | - |\n| a\\|b | `c\\|d` |\n| 1 | 2 | |\n| 3 |\ne'],
    ['a formula', '|a| + |b|\n\nOn 1 | 2 and |a|'],
    ['a heading with a bar', 'a | b\n---\n\nc | d'],
    ['bars in sentences', 'Use a | b here.\nOr c | d there.'],
    ['one row', '| a | b |'],
    ['bars in code', '`| a |\n| b |`'],
    ['a conversation with tabs', 'Ada:\tHello\nBen:\tHi'],
    ['another number of tabs', 'a\tb\nc\td\te'],
    ['one line with a tab', 'a\tb'],
    ['an underlined heading', 'A b\n---\n\nc\n\nWe like it.\n---'],
    ['a sentence that was underlined', 'We like it all.\n---------------'],
    ['a divider', 'Best wishes,\nBen\n\n---\n\na'],
    ['one escape', '\\- a\n\nc \\*\\*d\\*\\* e'],
    ['escapes in code', '`\\*\\*a\\*\\*` `\\*\\*b\\*\\*` `\\*\\*c\\*\\*`'],
    ['numbers of paragraphs', '1\\. a\n\n2\\. b\n\n3\\. c\n\n4\\. d'],
    ['dialogue', '\\- a  \n\\- b  \n\\- c  \n\\- d'],
  ])('not %s', async (_, body) => {
    const found = await findIn(body);
    expect(found.filter(({ rule }) => rule === 'markdown-unread')).toEqual([]);
  });

  const whole = 'the whole text is code, because it is between';
  const underlined = 'is a heading, because of the hyphens below it';
  const row = 'is not read as a row of a table:';

  test.each<[string, string, string, string[]]>([
    [`\`\`\`md\n${sentences}\n\`\`\``, `${whole} \`\`\`md and \`\`\``, 'delete lines 7 and 11', [sentences]],
    [
      `a\n\n\`\`\`md\n${sentences}`,
      '``` is never closed, so the rest of the text is code',
      'delete this line',
      [`a\n\n${sentences}`],
    ],
    [
      '> - ```js\n>   b()\n\na',
      '``` is never closed, so the rest of the list item or quotation is code',
      'add “>   ```” on a line below the code, or delete this line',
      ['> - ```js\n>   b()\n>   ```\n\na', '>   b()\n\na'],
    ],
    ['a\n\n```', '``` is never closed, so readers see an empty box', 'delete this line', ['a']],
    [
      '<b>a</b>\n\n<div></div>\n```js\nb()\n```',
      '“```js” is not read as code: it is inside HTML',
      'leave an empty line above it',
      ['<b>a</b>\n\n<div></div>\n\n```js\nb()\n```'],
    ],
    [
      'Code: ```js\nb()\n```\n\nc',
      '“```js” is not read as code: text is before it',
      'put it on a line of its own',
      ['Code:\n```js\nb()\n```\n\nc'],
    ],
    [
      'a\n\n```js from `b.js`\nb()\n```\n\nc',
      '“```js from `b.js`” is not read as code: it has another backtick',
      'delete the backticks after ```',
      ['a\n\n```js from b.js\nb()\n```\n\nc'],
    ],
    [
      '```js\nb()```\n\nc',
      '``` is never closed, so the rest of the text is code',
      'put the ``` at the end of line 8 on a line of its own',
      ['```js\nb()\n```\n\nc'],
    ],
    [
      '```js if (a) {\n  b()\n}\n```',
      '“js if (a) {” is not shown, because it is in the line of ```',
      'move it to the line below ```',
      ['```\njs if (a) {\n  b()\n}\n```'],
    ],
    [
      'a\n\n[1]: https://example.org/r\n[2]: https://example.org/s',
      '“[1]: …” and 1 more are not shown: nothing in the text links to them',
      'write [1] where the text refers to it, and so on, or delete them; to show them here, begin each line with a ' +
        'hyphen and a backslash: “- \\[1]: …”',
      [
        'a [1] [2]\n\n[1]: https://example.org/r\n[2]: https://example.org/s',
        'a\n\n- \\[1]: https://example.org/r\n- \\[2]: https://example.org/s',
        'a',
      ],
    ],
    [
      'a\n\n[Smith]: https://example.org/r',
      '“[Smith]: https://example.org/r” is not shown: nothing in the text links to it',
      'write [Smith] where the text refers to it, or delete it; to show it here, begin the line with a hyphen and a ' +
        'backslash: “- \\[Smith]: …”',
      ['a [Smith]\n\n[Smith]: https://example.org/r', 'a\n\n- \\[Smith]: https://example.org/r', 'a'],
    ],
    [
      'a\n\n[^2]: note',
      '“[^2]: note” is not shown: nothing in the text refers to it',
      'write [^2] where the text refers to it, or delete it',
      ['a[^2]\n\n[^2]: note', 'a'],
    ],
    [
      'a[^1]\n\n[^1]: b\n[^1]: c',
      '“[^1]: b” is not used: line 10 says what [^1] is',
      'give one of them another label, here and where the text refers to it, or delete one',
      ['a[^1] d[^2]\n\n[^1]: b\n[^2]: c', 'a[^1]\n\n[^1]: c'],
    ],
    [
      '| a | b |\n| - | - |\n| c|d | e |',
      '“e” is not shown: the row has more cells than the first row of its table',
      'add cells to the first row and to the dashes below it; if a bar is part of the text, write \\|',
      ['| a | b | c |\n| - | - | - |\n| c|d | e |', '| a | b |\n| - | - |\n| c\\|d | e |'],
    ],
    [
      '| a | b |\n| - | - |\n| c | d |\nAll in hours.',
      '“All in hours.” is read as a row of the table above it',
      'leave an empty line above it',
      ['| a | b |\n| - | - |\n| c | d |\n\nAll in hours.'],
    ],
    [
      '| a | b |\n| c | d |',
      `“| a | b |” ${row} no dashes are below it`,
      'add “| --- | --- |” below the first row',
      ['| a | b |\n| --- | --- |\n| c | d |'],
    ],
    [
      '| a | b |\n\n| c | d |',
      `“| a | b |” ${row} no dashes are below it`,
      'delete the empty lines between the rows, and add “| --- | --- |” below the first row',
      ['| a | b |\n| --- | --- |\n| c | d |'],
    ],
    [
      '| a | b |\n| – | – |\n| c | d |',
      `“| a | b |” ${row} the line below it is not one of hyphens and bars`,
      'replace the second line with “| --- | --- |”',
      ['| a | b |\n| --- | --- |\n| c | d |'],
    ],
    [
      '| a | b |\n| - |\n\n| c | d |',
      `“| a | b |” ${row} the dashes below it have another number of cells`,
      'delete the empty lines between the rows, and replace the second line with “| --- | --- |”',
      ['| a | b |\n| --- | --- |\n| c | d |'],
    ],
    [
      '| - | - |\n| a | b |',
      `“| - | - |” ${row} the dashes have no row above them`,
      'add a first row above the dashes',
      ['| c | d |\n| - | - |\n| a | b |'],
    ],
    [
      '| a | b |\n\n| - | - |\n| c | d |',
      `“| a | b |” ${row} empty lines are between the rows`,
      'delete the empty lines between the rows',
      ['| a | b |\n| - | - |\n| c | d |'],
    ],
    [
      '| a | b |\n| - | - |\n\n| c | d |',
      `“| c | d |” ${row} it is below an empty line`,
      'leave no empty line above it',
      ['| a | b |\n| - | - |\n| c | d |'],
    ],
    [
      'a | b\n---\nc | d',
      `“a | b” ${row} the dashes below it have another number of cells`,
      'replace the second line with “| --- | --- |”',
      ['a | b\n| --- | --- |\nc | d'],
    ],
    [
      'a\tb\nc\td',
      `“a b” ${row} its cells are separated by tabs`,
      'write each row as “| a | b |”, and “| --- | --- |” below the first row',
      ['| a | b |\n| --- | --- |\n| c | d |'],
    ],
    [
      'Bye,\nBen\n---\n\na',
      `“Bye, Ben” ${underlined}`,
      'leave an empty line above the hyphens',
      ['Bye,\nBen\n\n---\n\na'],
    ],
    ['Bye,\n-', `“Bye,” ${underlined}`, 'delete the hyphens', ['Bye,']],
    [
      '##\n\na',
      '“##” is a heading without text',
      'write the text of the heading after ##, or delete the line',
      ['a', '## b\n\na'],
    ],
    [
      '\\- a\n\\- b\n\n1\\. c\n2\\. \\*\\*d\\*\\*',
      'readers see the signs of “\\- a” and 3 more, because of the backslashes',
      'delete the backslashes: “- a”',
      ['- a\n- b\n\n1. c\n2. **d**'],
    ],
  ])('%j: what is wrong, and what the hint leads to', async (body, message, hint, fixed) => {
    const found = await findIn(body);
    expect(found.map((one) => [one.rule, one.message, one.hint])).toEqual([['markdown-unread', message, hint]]);
    for (const text of fixed) expect((await findIn(text)).map((one) => one.message)).toEqual([]);
  });

  test('equals signs below several lines', async () => {
    const hints = (await findIn('Bye,\nBen\n===')).map(({ hint }) => hint);
    expect(hints).toContain('delete the equals signs');
    expect(await findIn('Bye,\nBen')).toEqual([]);
  });
});
