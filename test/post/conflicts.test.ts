import { describe, expect, test } from '@jest/globals';
import { parseConfig } from '../../src/blog/config/parse.ts';
import { conflictFaults } from '../../src/post/faults/conflicts.ts';
import { readPageText } from '../../src/post/pageText.ts';
import { readPost } from '../../src/post/post.ts';

const conflict = '<<<<<<< HEAD\nTwelve came.\n=======\nTwenty came.\n>>>>>>> review';
const diff3 = '<<<<<<< HEAD\nTwelve came.\n||||||| 1f33a5f\nTen came.\n=======\nTwenty came.\n>>>>>>> review';
const settings = { timeZone: 'UTC', authors: {} };

const linesOf = (text: string): string[] =>
  conflictFaults(text, 5).map(({ message, place }) =>
    message === 'line left over from a merge conflict'
      ? `only ${'line' in place ? place.line : '?'}`
      : message.replace('unresolved merge conflict in lines ', ''),
  );

describe('in a text', () => {
  test.each<[string, string, string[]]>([
    ['a conflict', `Hello.\n\n${conflict}\n\nBye.\n`, ['7 to 11']],
    ['one with the version before', diff3, ['5 to 11']],
    ['Windows line ends', conflict.replaceAll('\n', '\r\n'), ['5 to 9']],
    ['two', `${conflict}\n${conflict}`, ['5 to 9', '10 to 14']],
    ['marks without names', conflict.replace(' HEAD', '').replace(' review', ''), ['5 to 9']],
    ['an empty version', '<<<<<<< HEAD\n=======\nTwenty.\n>>>>>>> x', ['5 to 8']],
    ['code in one version', `<<<<<<< HEAD\n\`\`\`\nx\n=======\ny\n>>>>>>> x`, ['5 to 10']],
    ['behind a block of code', `\`\`\`sh\nls\n\`\`\`\n${conflict}`, ['8 to 12']],
    ['behind code in a sentence', `A \`\`\` in a line.\n${conflict}`, ['6 to 10']],
    ['behind tags on one line', `{% highlight sh %}ls{% endhighlight %} <pre>x</pre>\n${conflict}`, ['6 to 10']],
    ['no middle', '<<<<<<< HEAD\nx\n>>>>>>> review', ['5 to 7']],
    ['no end', 'A\n<<<<<<< HEAD\nx\n=======\ny', ['only 6']],
    ['another order', '>>>>>>> review\n=======\n<<<<<<< HEAD', ['only 5', 'only 7']],
    ['a start without a name', 'A\n\n<<<<<<<\n', ['only 7']],
    ['an end without a name', 'A\n>>>>>>>\nB', ['only 6']],
    ['an end with a branch', 'A\r\n>>>>>>> origin/ada-review\r\nB', ['only 6']],
    ['an end with a commit', 'A\n>>>>>>> 1f33a5f (Say how many came)\nB', ['only 6']],
    ['a list item', `- A\n${conflict.replace(/^/gm, '  ')}`, ['6 to 10']],
    ['a list item with a tab', '- A\n\t>>>>>>> x', ['only 6']],
    ['one mark in a list item', '1.  A\n    - B\n\n      <<<<<<< HEAD\n      C', ['only 8']],
    ['behind a longer fence', `~~~~\n~~~\n~~~~\n${conflict}`, ['8 to 12']],
  ])('%s', (_, text, expected) => {
    expect(linesOf(text)).toEqual(expected);
  });

  test.each([
    ['a fence', `\`\`\`\n${conflict}\n\`\`\``],
    ['a fence with a language', `~~~ diff\n${conflict}\n~~~`],
    ['a fence of four', `\`\`\`\`\n\`\`\`\n${conflict}\n\`\`\`\``],
    ['Liquid', `{% highlight diff %}\n${conflict}\n{% endhighlight %}`],
    ['Hexo', `{% codeblock lang:diff %}\n${conflict}\n{% endcodeblock %}`],
    ['Hugo', `{{< highlight diff >}}\n${conflict}\n{{< /highlight >}}`],
    ['HTML', `<pre><code>\n${conflict}\n</code></pre>`],
    ['an indented block', conflict.replace(/^/gm, '    ')],
    ['a quotation', conflict.replace(/^/gm, '> ')],
    ['more marks', conflict.replace(/([<=>])\1{6}/g, '$&$1')],
    ['a heading', 'Heading\n=======\n'],
    ['a seven-fold quotation', '>>>>>>> We met on a Tuesday.\n>>>>>>> Twelve came.'],
    ['a longer one', '>>>>>>>> x'],
    ['marks in a sentence', 'Git writes <<<<<<< HEAD and\nx >>>>>>> review.'],
    ['one mark in code', '```\n<<<<<<< HEAD\n```\n\n    >>>>>>> review\n\n\t<<<<<<< HEAD'],
    ['code in a list item', '- A\n\n      <<<<<<< HEAD'],
    ['code behind a list', '- A\n\nText.\n\n    <<<<<<< HEAD'],
  ])('none with %s', (_, text) => {
    expect(linesOf(text)).toEqual([]);
  });

  test('in linear time', () => {
    const text = `${'<<<<<<< HEAD\n'.repeat(200_000)}${'```\n'.repeat(100_000)}=======\n>>>>>>> x`;
    expect(linesOf(text)).toEqual(['5 to 300006']);
  });
});

const hint = 'keep the right version, and delete the lines with <<<<<<<, ======= and >>>>>>>';

describe('in a post', () => {
  const fields = ['title: Tea', 'date: 2024-05-14'];
  test.each<[string, string, number, string]>([
    ['the text', `---\n${fields.join('\n')}\n---\n\n${conflict}\n`, 6, 'unresolved merge conflict in lines 6 to 10'],
    [
      'a field',
      `---\ntitle: Tea\n<<<<<<< HEAD\ndate: 2024-05-14\n=======\ndate: 2024-05-15\n>>>>>>> x\n---\n\nText.\n`,
      3,
      'unresolved merge conflict in lines 3 to 7',
    ],
    [
      'a list',
      `---\n${fields.join('\n')}\ntags:\n<<<<<<< HEAD\n- a\n=======\n- b\n>>>>>>> x\n---\n\nText.\n`,
      5,
      'unresolved merge conflict in lines 5 to 9',
    ],
    [
      'everything',
      `<<<<<<< HEAD\n---\n${fields.join('\n')}\n---\nA\n=======\n---\n${fields.join('\n')}\n---\nB\n>>>>>>> x\n`,
      1,
      'unresolved merge conflict in lines 1 to 13',
    ],
    [
      'both sides of the closing ---',
      `---\ntitle: Tea\n<<<<<<< HEAD\ndate: 2024-05-14\n---\n\nA\n=======\ndate: 2024-05-15\n---\n\nB\n>>>>>>> x\n`,
      3,
      'unresolved merge conflict in lines 3 to 13',
    ],
    [
      'a line that is left',
      `---\n${fields.join('\n')}\n>>>>>>> x\n---\n\nText.\n`,
      4,
      'line left over from a merge conflict',
    ],
  ])('%s', (_, text, line, message) => {
    for (const one of [text, text.replaceAll('\n', '\r\n')]) {
      const { post, faults } = readPost('tea.md', one, settings);
      expect(post).toBeUndefined();
      expect(faults).toEqual([
        {
          rule: 'merge-conflict',
          message,
          hint: expect.stringContaining('keep the right version'),
          place: { line, column: 1 },
        },
      ]);
      if (message.startsWith('unresolved')) expect(faults[0]?.hint).toBe(hint);
    }
  });

  test('the config', () => {
    const text = 'title: B\n<<<<<<< HEAD\nlanguage: en\n=======\nlanguage: cy\n>>>>>>> x\n';
    const place = { line: 2, column: 1 };
    const message = 'unresolved merge conflict in lines 2 to 6';
    expect(parseConfig(text)).toEqual({ faults: [{ rule: 'merge-conflict', message, hint, place }] });
    expect(parseConfig('title: B\n>>>>>>> x\n')).toMatchObject({
      faults: [{ message: 'line left over from a merge conflict', place }],
    });
  });

  test.each([`# Us\n\n${conflict}\n`, `---\ntitle: Us\n---\n\n${conflict}\n`])('a page: %j', (text) => {
    const reading = readPageText('_site/us.md', text, settings, 'us');
    expect(reading).not.toHaveProperty('title');
    expect(reading.faults).toMatchObject([{ rule: 'merge-conflict' }]);
  });
});
